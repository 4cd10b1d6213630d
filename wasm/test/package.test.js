// The package as npm would publish it, used from a project of its own.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const pkg = fileURLToPath(new URL("../pkg", import.meta.url));
let project;

before(() => {
  project = mkdtempSync(join(tmpdir(), "meedoen-"));
  const modules = join(project, "node_modules");
  mkdirSync(modules);
  const [{ filename }] = JSON.parse(execFileSync("npm", ["pack", pkg, "--json", "--pack-destination", project]));
  execFileSync("tar", ["-xf", join(project, filename), "-C", modules]);
  execFileSync("mv", [join(modules, "package"), join(modules, "meedoen")]);
});
after(() => rmSync(project, { recursive: true, force: true }));

/** What a program prints, as JSON. */
function run(program) {
  writeFileSync(join(project, "program.mjs"), `import init, { MeedoenError, behaviour, call, cocreation, ladder, operations } from "meedoen";\n${program}`);
  return JSON.parse(execFileSync("node", ["program.mjs"], { cwd: project }));
}

test("it places someone on the ladder", () => {
  const placement = run(`
    await init();
    const placement = ladder.classify({ contract: false, weeklyUnpaidWorkWithResponsibility: null });
    console.log(JSON.stringify([placement.rung, placement.nextQuestion.text.nl, Object.keys(JSON.parse(JSON.stringify(placement)))]));`);
  assert.equal(placement[0], null);
  assert.match(placement[1], /\?$/);
  assert.ok(placement[2].includes("next_question"));
});

test("it refuses with every problem", () => {
  const refused = run(`
    await init();
    try { call("no.such", {}); } catch (error) {
      const { name, code, message, messages, problems } = error;
      console.log(JSON.stringify({ name, code, message, messages, problems, own: error instanceof MeedoenError }));
    }`);
  assert.equal(refused.name, "MeedoenError");
  assert.equal(refused.code, "unknown-operation");
  assert.equal(refused.message, "the operation `no.such` does not exist");
  assert.equal(refused.messages.en, refused.message);
  assert.equal(refused.problems[0].code, refused.code);
  assert.ok(refused.own);
});

test("it says which part an operation is in that is not loaded yet", () => {
  const [early, process, groups, charts, timeline, unknown, names] = run(`
    const said = (ask) => { try { ask(); } catch (error) { return error.message; } };
    const early = said(() => ladder.rungs());
    await init();
    ladder.rungs();
    console.log(JSON.stringify([
      early, said(() => cocreation.phases()), said(() => behaviour.summarise([])), said(() => ladder.chart({}, { language: "nl" })),
      said(() => cocreation.timelineChart({}, { asOf: "2020-01-01", language: "nl" })),
      await init({ proces: true }).catch((error) => error.message), operations(),
    ]));`);
  assert.equal(early, "ladder.rungs is not loaded yet: `await init({ people: true })` first");
  assert.equal(process, "cocreation.phases is not loaded yet: `await init({ process: true })` first");
  assert.equal(groups, "behaviour.summarise is not loaded yet: `await init({ groups: true })` first");
  assert.equal(charts, "ladder.chart is not loaded yet: `await init({ charts: true })` first");
  assert.equal(timeline, "cocreation.timeline_chart is not loaded yet: `await init({ timeline: true })` first");
  assert.match(unknown, /^meedoen has no part `proces`, only base, common, numbers, samples, time, answers, registrations, duties, plans, traces, log, events, pictures, drawing, people, instruments, process, duty, practice, reliability, statistics, models, fit, panels, groups, sources, stories, policy, plan, following, roads, neighbourhood, charts, planCharts, panelCharts, timeline$/);
  assert.ok(names.includes("cocreation.timeline_chart"));
});

test("it loads a part once, now or later, from what it is given", () => {
  const [failed, phases, title, rungs, divided] = run(`
    import { readFile } from "node:fs/promises";
    const bytes = (part) => readFile(new URL("./node_modules/meedoen/" + part + "_bg.wasm", import.meta.url));
    const failed = await init({ people: Promise.reject(new Error("offline")) }).catch((error) => error.message);
    await init({ people: false, process: await WebAssembly.compile(await bytes("process")) });
    const phases = cocreation.phases().length;
    await Promise.all([init({ charts: bytes("charts") }), init({ charts: true })]);
    await init({ process: "no:such" });
    const chart = ladder.chart({}, { language: "nl" });
    const skills = { determinant: "skills", values: [10, 20, null] };
    await init({ groups: bytes("groups") });
    const { groups } = behaviour.summarise([skills], { by: ["a", "a", null], smallest: 1 });
    console.log(JSON.stringify([failed, phases, chart.title.text[0], ladder.rungs().length, groups.length]));`);
  assert.equal(failed, "offline");
  assert.equal(phases, 4);
  assert.match(title, /^Participatieladder/);
  assert.equal(rungs, 6);
  assert.equal(divided, 2);
});

test("it says what the law and its practice say, each from its own part", () => {
  const [early, possible, sentence, article, unknown, positions, problem] = run(`
    import { tegenprestatie } from "meedoen";
    const said = (ask) => { try { return ask(); } catch (error) { return error; } };
    const early = said(() => tegenprestatie.duty({}, { date: "2020-05-01" })).message;
    await init({ duty: true });
    const facts = { age: 17, benefit: "social-assistance" };
    const { sentences } = tegenprestatie.explain({ date: "2020-05-01", facts });
    const unknown = said(() => tegenprestatie.displacement({})).message;
    await init({ practice: true });
    const { standpoints } = tegenprestatie.displacement({ formerlyPaid: true, jobAlreadyCut: true });
    const { problems } = said(() => tegenprestatie.duty({ age: -1 }, { date: "2020-05-01", born: "2021-01-01" }));
    console.log(JSON.stringify([
      early, tegenprestatie.duty({ age: 17 }, { date: "2020-05-01" }).possible, sentences[1].text.nl, sentences[1].source.references.at(-1),
      unknown, standpoints.map(({ judgement }) => judgement.truth), problems.map(({ field }) => field),
    ]));`);
  assert.equal(early, "tegenprestatie.duty is not loaded yet: `await init({ duty: true })` first");
  assert.deepEqual(possible, ["outside-scope"]);
  assert.match(sentence, /jonger dan 18/);
  assert.match(article, /^Participatiewet art\. 9 lid 1, https:/);
  assert.equal(unknown, "tegenprestatie.displacement is not loaded yet: `await init({ practice: true })` first");
  assert.deepEqual([positions.length, positions[0], positions[5]], [7, "met", "unmet"]);
  assert.deepEqual(problem.toSorted(), ["born", "facts.age"]);
});

test("it draws, fits and forecasts people over time", () => {
  const [early, rates, expected, title] = run(`
    import { multistate } from "meedoen";
    let early;
    try { multistate.given([], []); } catch (error) { early = error.message; }
    await init({ models: true, fit: true, panelCharts: true });
    const states = [{ code: "1" }, { code: "2" }];
    const stated = multistate.given(states, [{ from: "1", to: "2", rate: 0.5 }, { from: "2", to: "1", rate: 0.2 }]);
    const study = { people: 2000, times: [0, 1, 2], start: [{ state: "1", people: 1 }] };
    const panel = { ...multistate.simulate(stated, study, { seed: 3 }), codes: ["1", "2"] };
    const { model } = multistate.fit({ space: stated.specification.space, panel });
    const rates = multistate.answer(model, [{ question: "intensity" }]).map(({ interval }) => [interval.low, interval.high]);
    const { moments } = multistate.forecast(stated, [1], { now: [{ states: [{ state: "1", people: 100 }] }] });
    const chart = multistate.courseChart(model, "1", 2, { language: "nl" });
    console.log(JSON.stringify([early, rates, moments[0].states.map(({ value }) => value), [chart.title.text].flat().length]));`);
  assert.equal(early, "multistate.given is not loaded yet: `await init({ models: true })` first");
  for (const [at, stated] of [0.5, 0.2].entries()) assert.ok(rates[at][0] < stated && stated < rates[at][1], String(rates[at]));
  // Of two states the probability to have left the first is a / (a + b) (1 - exp(-(a + b) t)).
  const gone = (100 * 0.5 / 0.7) * (1 - Math.exp(-0.7));
  assert.ok(Math.abs(expected[1] - gone) < 1e-9 && Math.abs(expected[0] - (100 - gone)) < 1e-9);
  assert.ok(title > 0);
});

test("its manifest is complete", () => {
  const manifest = JSON.parse(readFileSync(join(pkg, "package.json")));
  const { packages } = JSON.parse(execFileSync("cargo", ["metadata", "--no-deps", "--format-version", "1"], { cwd: pkg }));
  assert.equal(manifest.version, packages.find(({ name }) => name === "meedoen").version);
  assert.equal(Object.keys(manifest.exports["."])[0], "types");
  for (const file of Object.values(manifest.exports["."])) assert.ok(readFileSync(join(project, "node_modules", "meedoen", file)).length);
  for (const part of ["base", "common", "numbers", "samples", "time", "answers", "registrations", "duties", "plans", "traces", "log", "events", "pictures", "drawing", "people", "instruments", "process", "duty", "practice", "reliability", "statistics", "models", "fit", "panels", "groups", "sources", "stories", "policy", "plan", "following", "roads", "neighbourhood", "charts", "planCharts", "panelCharts", "timeline"]) assert.ok(readFileSync(join(project, "node_modules", "meedoen", `${part}_bg.wasm`)).length);
  for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) assert.ok(readFileSync(join(project, "node_modules", "meedoen", licence)).length);
});
