// The page in a real browser: what it shows, that it can be used without a mouse, and that it keeps to itself.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { announced, axe, lines, onPage, screenshot } from "./browser.mjs";

const LOGS = fileURLToPath(new URL("logs/", import.meta.url));
const PARTS = ["intake", "ladder", "duty", "process", "time"];

async function jaap(page) {
  await page.click("#jaap");
  await page.waitForSelector("#panel-intake .chart svg");
}

async function galerijflats(page) {
  await page.getByRole("button", { name: /Galerijflats/ }).click();
  await page.waitForSelector("#result .chart svg");
}

async function synthetic(page) {
  await page.click("#synthetic");
  await page.waitForFunction(() => document.querySelectorAll("#panel-time .chart svg").length === 2, undefined, { timeout: 30_000 });
}

/** A number as it is written in Dutch. */
const numeral = (words) => Number(words.replaceAll(".", "").replace(",", "."));

/** The cells of a table, row by row. */
function table(page, name) {
  return page.locator(`[data-table="${name}"] tbody tr`).evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.innerText)));
}

/** A file with five registrations of each of so many people who never were, at moments of their own. */
function registrations(people) {
  // A plain generator: the same file every time.
  let seed = 1;
  const next = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const day = (count) => new Date(Date.UTC(2020, 0, 1) + count * 86_400_000).toISOString().slice(0, 10);
  const rows = Array.from({ length: people }, (_, person) => {
    let [rung, at] = [1 + Math.floor(next() * 6), Math.floor(next() * 300)];
    return Array.from({ length: 5 }, () => {
      const row = `p${person},${day(at)},trede ${rung}`;
      at += 90 + Math.floor(next() * 200);
      const step = next();
      rung = Math.min(6, Math.max(1, rung + (step < 0.2 ? 1 : step < 0.35 ? -1 : 0)));
      return row;
    });
  });
  return ["client,datum,trede", ...rows.flat()].join("\n");
}

onPage("Jaap: what stands in the way, and what is unknown", async (page) => {
  assert.equal(await page.locator("#heap-unknown li").count(), 7);
  await jaap(page);
  const limiting = (await lines(page, "#heap-limiting li")).map((line) => line.replace(/ (sterk )?belemmerend$/, ""));
  assert.deepEqual(limiting, ["houding", "geloof in eigen kunnen", "sociale druk", "vaardigheden", "context"]);
  assert.deepEqual(await lines(page, "#heap-unknown li"), ["zelfregulering", "praktische belemmeringen"]);
  assert.match(await page.innerText("#heap-unknown"), /Onbekend is niet hetzelfde als in orde/);
  assert.match(await page.innerText("#panel-intake"), /IBM-36/);
  assert.match(await page.getAttribute("#panel-intake .chart svg", "aria-label") ?? await page.innerHTML("#panel-intake .chart"), /zelfregulering: onbekend/i);
  await announced(page, /staat in de weg: houding/i);
  const advice = await page.innerText("#panel-intake .advice");
  assert.match(advice, /geen besluit/);
});

onPage("a sanction alone: its conditions, each by itself, and a warning only when all are met", async (page) => {
  const conditions = () => page.locator("#sanction [data-condition] .state").evaluateAll((all) => all.map((one) => one.classList[1]));
  await page.check('input[value="income-consultant announce-sanction"]');
  assert.deepEqual(await conditions(), ["met", "unknown", "unknown", "unknown"]);
  await jaap(page);
  assert.equal(await page.locator("#sanction").count(), 0);
  await page.check('input[value="income-consultant announce-sanction"]');
  // The sources say that demand fell, not that his surroundings are very stressful.
  assert.deepEqual(await conditions(), ["met", "met", "met", "unmet"]);
  assert.match(await page.innerText("#sanction .lead"), /beschrijft dit geval niet/);
  await page.getByRole("group", { name: "Context" }).getByLabel("sterk belemmerend").check();
  assert.deepEqual(await conditions(), ["met", "met", "met", "met"]);
  assert.match(await page.innerText("#sanction .lead"), /waarschuwing: de klant kan eerder blokkeren dan veranderen/i);
  assert.match(await page.innerText("#sanction"), /nooit een besluit/);
  await announced(page, /blokkeren/);
});

onPage("together: a stimulating field of forces, limited means, and what is left", async (page) => {
  await jaap(page);
  for (const plan of ["income-consultant announce-sanction", "client-manager make-alternatives-visible", "client-manager strengthen-self-efficacy",
    "account-manager remove-practical-barriers", "client-manager change-context"]) await page.check(`input[value="${plan}"]`);
  assert.match(await page.innerText("#field .lead"), /stimulerend en effectief/i);
  assert.match(await page.innerText("#each"), /De context veranderen\s+Beperkte middelen/i);
  assert.match(await page.innerText("#unaddressed"), /Houding\s+Klantmanager: helpen positiever/);
  assert.equal(await page.locator("#panel-intake .chart svg").count(), 2);
});

onPage("the questionnaire: illustrative, 48 questions, and too few answers stay unknown", async (page) => {
  await page.check("#way-asked");
  assert.match(await page.innerText(".notice"), /niet gevalideerd/);
  assert.equal(await page.locator(".group fieldset").count(), 48);
  await page.getByText("Houding").first().click();
  for (const question of ["Werk zoeken geeft mij een goed gevoel.", "Het heeft voor mij zin om werk te zoeken."]) {
    await page.getByRole("group", { name: question }).getByLabel("helemaal niet mee eens").check();
  }
  assert.equal(await page.locator("#heap-unknown li").count(), 7);
  await page.getByRole("group", { name: "Werk zoeken kan mijn leven beter maken." }).getByLabel("niet mee eens", { exact: true }).check();
  assert.deepEqual(await lines(page, "#heap-limiting li"), ["houding sterk belemmerend"]);
  assert.match(await page.innerText(".group summary"), /3 van 6 beantwoord/);
  await page.getByRole("group", { name: "Werk zoeken kan mijn leven beter maken." }).getByLabel("geen antwoord").check();
  assert.equal(await page.locator("#heap-unknown li").count(), 7);
});

onPage("the ladder: unknown between rungs, then a rung, and back", async (page) => {
  const answer = (name) => page.locator("#question").getByRole("button", { name, exact: true }).click();
  const label = () => page.innerText("#placement .lead");
  assert.match(await label(), /elke trede is mogelijk/);
  // With nothing known, the criterion of the first rung is not met.
  await page.getByText("Criteria, van boven naar beneden").click();
  assert.equal(await page.locator("#criteria .state.unknown").count(), await page.locator("#criteria .state").count());
  assert.match(await page.innerText("#question h3"), /arbeidscontract/);
  await answer("Nee");
  await answer("Ja");
  assert.equal(await label(), "Onbekend: trede 4 of 5.");
  assert.equal(await page.locator("#criteria .state.met").count(), 1);
  assert.match(await page.innerText("#given"), /arbeidscontract.*\s+Nee/);
  assert.ok(await page.locator("#question h3").evaluate((heading) => heading === document.activeElement));
  await answer("Niet bekend");
  assert.equal(await label(), "Onbekend: trede 4 of 5.");
  await answer("Terug");
  // No benefit beside an income, and no internship allowance.
  await answer("Nee");
  await answer("Nee");
  assert.equal(await label(), "Trede 4 (onbetaald werk).");
  assert.match(await page.innerText("#question"), /De trede is bekend/);
  await announced(page, /Trede 4 \(onbetaald werk\)/);
  await page.waitForSelector("#panel-ladder .chart svg");
  await answer("Opnieuw beginnen");
  assert.match(await label(), /elke trede is mogelijk/);
}, { part: "ladder" });

onPage("informal care side by side, and the person's own view", async (page) => {
  const questions = { mantelzorg: "Ja", gemeente: "Niet bekend" };
  while (await page.locator("#question .help, #question h3").count() && !/Er valt niets|De trede is/.test(await page.innerText("#question"))) {
    const question = await page.innerText("#question h3");
    const name = /Geeft deze persoon mantelzorg/.test(question) ? questions.mantelzorg : /plaatst uw gemeente/.test(question) ? questions.gemeente : "Nee";
    await page.locator("#question").getByRole("button", { name, exact: true }).click();
  }
  assert.match(await page.innerText("#question"), /Er valt niets meer te vragen/);
  assert.deepEqual((await lines(page, "#care tbody td")).map((cell) => cell.trim()), ["1", "2", "3", "4"]);
  await page.selectOption("#own-rung", "unpaid-work");
  await page.fill("#own-words", "Ik zorg elke dag voor mijn moeder.");
  assert.match(await page.innerText("#views"), /de persoon zelf: trede 4[\s\S]*Ik zorg elke dag[\s\S]*nog niet te zeggen/);
}, { part: "ladder" });

onPage("Galerijflats: findings with the events they rest on, and a next step that people judge", async (page) => {
  await galerijflats(page);
  const codes = await page.locator(".finding").evaluateAll((all) => all.map((one) => one.dataset.code));
  for (const code of ["own-task-as-co-creation", "source-group-dropped-out", "phase-without-co-evaluation"]) assert.ok(codes.includes(code), code);
  const own = page.locator('[data-code="own-task-as-co-creation"]');
  await own.locator("summary").click();
  assert.match(await own.locator(".event").first().innerText(), /afvalcontainers/);
  assert.match(await page.innerText("#result"), /oordelen mensen samen/);
  assert.ok(await page.locator("#result .state.unknown").count());
  await page.fill("#as-of", "2018-12-31");
  await page.dispatchEvent("#as-of", "change");
  assert.match(await page.innerText("#status"), /niet gelezen: \d+/);
}, { part: "process" });

onPage("the board: voice, promises, energy, conditions over time, roadmaps, policy and roles", async (page) => {
  await galerijflats(page);
  await drawn(page, "process", "nl");
  const shares = page.locator("#panel-process .chart:not([hidden])").nth(1);
  assert.match(await shares.getAttribute("aria-label"), /Wiens stem telt/);
  const board = await page.innerText("#panel-process");
  assert.match(board, /Open en over de tijd: \d+ van 1/);
  assert.match(board, /De gouden regel/);
  assert.match(board, /Tegenslagen/);
  assert.match(board, /past voor \d+%/);
  // A road that was not followed says what differs in words, and how the record would differ.
  const road = page.locator("details.phase", { hasText: "Routekaart van co-creatie" });
  await road.locator("summary").first().click();
  assert.match(await road.innerText(), /ontbreekt in het stadium|nog niet vastgelegd/);
  const frames = page.locator("summary", { hasText: "Er zijn kaders" });
  await frames.click();
  assert.match(await frames.locator("..").innerText(), /vanaf 2018 \(\d+–\d+ dagen\)/);
  assert.match(board, /Er is niet vastgelegd in welke rol de overheid sprak of handelde/);
}, { part: "process" });

onPage("the board of every example: nothing recorded is said, and never a zero", async (page) => {
  for (const title of ["Houten", "Uithoorn", "Spanje", "Estland", "Finland"]) {
    await page.getByRole("button", { name: new RegExp(title) }).click();
    const board = await page.innerText("#panel-process");
    assert.match(board, /Er is geen belofte vastgelegd\. Dat zegt niet dat er niets is beloofd\./, title);
    assert.match(board, /Van kader naar besluit/, title);
  }
}, { part: "process" });

onPage("a log that cannot be read: every problem, in the language of the page", async (page) => {
  const log = JSON.parse(readFileSync(join(LOGS, "galerijflats.json"), "utf8"));
  delete log.title;
  log.events[0].date = "2018";
  log.events[2].perspective = "nobody";
  log.events[7].kind = "unheard-of";
  const file = (content) => ({ name: "log.json", mimeType: "application/json", buffer: Buffer.from(content) });
  await page.setInputFiles("#file", file(JSON.stringify(log)));
  await page.waitForSelector("#problems");
  const found = await lines(page, "#problems li");
  assert.equal(found.length, 4);
  for (const pattern of [/`title` ontbreekt/, /gebeurtenis 1, veld `date`/, /gebeurtenis 3, veld `perspective`/, /gebeurtenis 8, veld `kind`/]) {
    assert.ok(found.some((line) => pattern.test(line)), `${pattern} in ${found}`);
  }
  await announced(page, /Gevonden problemen: 4/);
  await page.click("[data-language=en]");
  assert.ok((await lines(page, "#problems li")).some((line) => /event 8, field `kind`/.test(line)));
  await page.setInputFiles("#file", file("{"));
  await page.getByText("is not a JSON document").waitFor();
  assert.deepEqual(await lines(page, "#problems li"), ["This file is not a JSON document."]);
  await page.setInputFiles("#file", join(LOGS, "houten.json"));
  await page.waitForSelector("#status");
}, { part: "process" });

onPage("over time: an example with made-up people, from quality to forecast", async (page) => {
  await synthetic(page);
  assert.match(await page.innerText("#panel-time .notice"), /Synthetisch: deze mensen bestaan niet/);
  assert.match(await page.innerText("#quality"), /geen oordeel over mensen/);
  assert.match((await lines(page, "#panel-time .finding")).join("\n"), /is gezien \(600\), stonden er \d+ /);
  // Every interval of the model is about the rate that was stated; most hold it.
  const rates = await table(page, "rates");
  assert.equal(rates.length, 10);
  const held = rates.filter(([, , between, stated]) => {
    const [low, high] = between.split(" – ").map(numeral);
    return low <= numeral(stated) && numeral(stated) <= high;
  });
  assert.ok(held.length >= 8, `${held.length} of 10`);
  // People go elsewhere, but nobody gets lost.
  const forecast = await table(page, "forecast");
  for (const column of [1, 2, 3]) {
    const people = forecast.map((row) => numeral(row[column].split(" (")[0])).reduce((sum, one) => sum + one, 0);
    assert.ok(Math.abs(people - 600) <= 3, `${people} people in column ${column}`);
  }
  assert.equal(await page.locator("#panel-time .chart svg").count(), 2);
  const before = await page.locator("#panel-time .chart").nth(1).getAttribute("aria-label");
  await page.selectOption("#course-from", "6");
  await page.waitForFunction((old) => document.querySelectorAll("#panel-time .chart")[1].getAttribute("aria-label") !== old, before);
  await announced(page, /wat is opgeschreven/);
}, { part: "time" });

onPage("over time: counts of few people are withheld, and cannot be computed", async (page) => {
  await synthetic(page);
  assert.equal(await page.locator('[data-table="counts"]').count(), 2);
  for (const rows of await page.locator('[data-table="counts"]').evaluateAll((all) => all.map((one) => [...one.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.innerText))))) {
    for (const [, ...cells] of rows) {
      const counts = cells.map((cell) => (cell === "weggelaten" ? undefined : numeral(cell.split(" ")[0])));
      assert.ok(counts.every((count) => count === undefined || count === 0 || count >= 5), cells.join());
      const open = counts.slice(0, -1).filter((count) => count === undefined);
      assert.ok(open.length !== 1 || counts.at(-1) === undefined, `the total gives it away: ${cells}`);
    }
  }
  assert.ok(await page.getByText("weggelaten").count() > 0);
}, { part: "time" });

onPage("over time: 20,000 moves of an own file are fitted within two seconds", async (page) => {
  await page.setInputFiles("#registrations", { name: "eigen.csv", mimeType: "text/csv", buffer: Buffer.from(registrations(5_000)) });
  await page.waitForSelector("#fit-time", { timeout: 60_000 });
  const [, moves, seconds] = /uit ([\d.]+) overgangen in ([\d,]+) seconden/.exec(await page.innerText("#fit-time"));
  console.log(`${moves} moves fitted in ${seconds} s`);
  assert.ok(numeral(moves) >= 19_000 && numeral(moves) <= 20_000, moves);
  assert.ok(numeral(seconds) < 2, seconds);
  assert.equal(await page.locator("#panel-time .notice").count(), 0);
}, { part: "time" });

onPage("over time: a file that cannot be read, and one whose columns have other names", async (page) => {
  const file = (content) => ({ name: "eigen.csv", mimeType: "text/csv", buffer: Buffer.from(content) });
  await page.setInputFiles("#registrations", file("client,datum,trede\na,2024-01-15,2\na,2024-13-15,3\nb,2024-01-15,9\n"));
  await page.waitForSelector("#panel-problems");
  assert.ok((await lines(page, "#panel-problems li")).some((line) => /rij 2/.test(line)));
  await page.setInputFiles("#registrations", file("wie;wanneer;waar\n" + registrations(300).split("\n").slice(1).join("\n").replaceAll(",", ";")));
  await page.getByText("Kies een kolom voor de klant").waitFor();
  for (const [role, name] of [["person", "wie"], ["time", "wanneer"], ["state", "waar"]]) await page.selectOption(`#column-${role}`, name);
  await page.waitForSelector("#panel-time .chart svg");
  assert.equal(await page.locator("#panel-problems").count(), 0);
}, { part: "time" });

onPage("another language changes everything, and keeps what was filled in", async (page) => {
  await jaap(page);
  await page.click("[data-language=en]");
  assert.equal(await page.getAttribute("html", "lang"), "en");
  assert.deepEqual(await lines(page, "#heap-unknown li"), ["self-regulation", "practical barriers"]);
  assert.equal(await page.getAttribute("[data-language=en]", "aria-pressed"), "true");
  await page.waitForFunction(() => /Stands in the way/.test(document.querySelector("#panel-intake .chart svg").textContent));
  const dutch = /\b(het|een|niet|wordt|zijn|geen)\b/;
  for (const part of PARTS) {
    await page.click(`#tab-${part}`);
    // The titles of the logs and what is written in them stand as their authors wrote them.
    assert.doesNotMatch(await page.innerText("main"), dutch, part);
  }
});

onPage("the tabs work with the keyboard", async (page) => {
  const focused = () => page.evaluate(() => document.activeElement.id);
  await page.focus("#tab-intake");
  const steps = { ArrowRight: "ladder", End: "time", Home: "intake", ArrowLeft: "time" };
  for (const [key, part] of Object.entries(steps)) {
    await page.keyboard.press(key);
    assert.equal(await focused(), `tab-${part}`);
    assert.deepEqual(await page.locator("[role=tabpanel]:visible").evaluateAll((all) => all.map(({ id }) => id)), [`panel-${part}`]);
    assert.equal(await page.locator('[role=tab][tabindex="0"]').count(), 1);
  }
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "panel-process");
  await page.keyboard.press("Tab");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Houten/);
  await page.keyboard.press("Enter");
  await page.waitForSelector("#status");
  assert.match(page.url(), /#process$/);
});

onPage("the tegenprestatie: question by question, with articles, and 2027 is not known", async (page) => {
  assert.match(await page.innerText("#duty-question h3"), /Welke uitkering/);
  assert.match(await page.innerText("#duty-question"), /art\. 9 lid 1/);
  await page.getByRole("button", { name: "Bijstand", exact: true }).click();
  await page.fill("#duty-number", "17");
  await page.getByRole("button", { name: "Antwoord geven" }).click();
  assert.match(await page.innerText("#duty-outcome"), /Valt niet onder deze plicht/);
  assert.match(await page.innerText("#duty-answer"), /U bent jonger dan 18 jaar/);
  assert.match(await page.innerText("#duty-answer"), /TEG-25/);
  const article = page.locator("#duty-answer .ground a").first();
  assert.match(await article.getAttribute("href"), /^https:\/\/wetten\.overheid\.nl\/.*#Artikel9$/);
  await page.getByRole("button", { name: "Terug" }).click();
  await page.fill("#duty-date", "2027-05-01");
  assert.match(await page.innerText("#duty-outcome"), /Niet te zeggen/);
  assert.match(await page.innerText("#duty-answer"), /Niet bekend is de tekst van de artikelen/);
  await page.fill("#duty-date", "2011-05-01");
  assert.match(await page.innerText("#duty-question [role=alert]"), /vanaf 2012-01-01/);
}, { part: "duty" });

/** Shows each part as full as it gets. */
async function filled(page, part) {
  if (part === "intake") {
    await jaap(page);
    for (const plan of ["income-consultant announce-sanction", "client-manager change-context"]) await page.check(`input[value="${plan}"]`);
  } else if (part === "ladder") {
    for (const at of [1, 0, 2]) await page.locator("#question .buttons button").nth(at).click();
    await page.selectOption("#own-rung", "paid-work");
  } else if (part === "duty") {
    await page.fill("#duty-date", "2026-05-01");
    await page.locator("#duty-question .buttons button").first().click();
  } else if (part === "process") await galerijflats(page);
  else await synthetic(page);
}

/** Waits until the charts of a part are there, in a language. */
async function drawn(page, part, language) {
  const words = { nl: "Figuur", en: "Figure" }[language];
  await page.waitForFunction(([id, word]) => {
    const charts = [...document.querySelectorAll(`#panel-${id} .chart:not([hidden])`)];
    return charts.every((one) => one.getAttribute("aria-label").startsWith(word) && one.querySelector("svg"));
  }, [part, words]);
}

for (const part of PARTS) {
  for (const width of [1280, 360]) {
    onPage(`${part} at ${width} pixels: accessible in both languages`, async (page) => {
      await filled(page, part);
      for (const language of ["nl", "en"]) {
        await page.click(`[data-language=${language}]`);
        await drawn(page, part, language);
        await screenshot(page, `${part}-${width}-${language}`);
        await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
        assert.deepEqual(await axe(page), []);
      }
      await page.setViewportSize({ width: Math.min(width, 320), height: 900 });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page scrolls sideways");
    }, { width, part });
  }
}
