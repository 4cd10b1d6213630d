// How registrations over time are shown: in words, in tables fit to be shown to others, and in charts.
import { multistate } from "./meedoen/index.js";
import { chart } from "./chart.js";
import { disclosure, h } from "./dom.js";
import { capital, language, number, say, sentence, text } from "./language.js";
import { choice, facts, labelled, part, why } from "./pieces.js";
import { STATED } from "./registrations.js";

/** A place for what was found; `show` fills it. */
export function expectations() {
  const element = h("div");
  const [flow, course] = [chart(), chart()];

  function show(found, isExample) {
    const { quality, fit, forecast, model, states, usual } = found;
    const drawCourse = (from) => course.draw(multistate.courseChart(model, from, 2, { language: language() }));
    const options = states.map(({ code, label }) => [code, capital(say(label))]);
    const start = labelled(text("from"), choice("course-from", options, usual, drawCourse));
    element.replaceChildren(
      part(text("quality"), h("p", { id: "quality" }, sentence(quality.text)), findings(quality)),
      part(text("moved"), h("p", {}, text("protected", { bound: found.tables.protection.smallest })), found.tables.tables.map((one) => counts(one, states)), why("moved", found.cautions)),
      part(text("model"), h("p", { id: "fit-time" }, text("fitted", { count: number(quality.transitions, 0), seconds: number(found.seconds, 2) })), problems(fit), rates(found, isExample)),
      part(text("forecast"), h("p", {}, text("forecastOf", { people: number(found.people, 0) })), h("p", {}, say(forecast.text)), expected(forecast, states)),
      part(text("figures"), flow.element, start, course.element),
    );
    flow.draw(multistate.flowChart(model, 1, { language: language() }));
    drawCourse(usual);
  }
  return { element, show };
}

function findings({ findings: list }) {
  if (list.length === 0) return h("p", {}, text("noQualityFindings"));
  const rows = ({ code, examples }) => {
    const lines = examples.filter(({ row }) => row !== null).map(({ person, row, note }) =>
      h("li", {}, [text("row", { row }), person && `${text("column-person")} ${person}`, note && say(note)].filter(Boolean).join(", ")));
    return lines.length > 0 && disclosure(`rows ${code}`, text("toLookUp"), h("ul", {}, lines));
  };
  const finding = (one) => h("li", { class: "finding", "data-code": one.code }, h("p", {}, sentence(one.text), facts(one.source)), rows(one));
  return h("ul", { class: "findings" }, list.map(finding));
}

/** A table with headings on both sides, that can be scrolled where it does not fit. */
function table(name, caption, heads, rows) {
  const head = heads.map((words) => h("th", { scope: "col" }, words));
  const body = rows.map(([first, ...others]) => h("tr", {}, h("th", { scope: "row" }, first), others.map((one) => h("td", {}, one))));
  const element = h("table", { class: "numbers", "data-table": name }, h("caption", {}, caption), h("thead", {}, h("tr", {}, head)), h("tbody", {}, body));
  return h("div", { class: "wide", tabindex: "0", role: "group", "aria-label": caption }, element);
}

function counts({ group, counts: rows, from, shares, transitions }, states) {
  const withheld = () => h("span", { class: "ground" }, text("withheld"));
  const cell = (row) => (count, at) => {
    if (count === null) return withheld();
    const share = shares[row][at];
    return [number(count, 0), share && h("span", { class: "ground" }, ` ${percent(share.value)}`)];
  };
  const line = (row, at) => [rung(states, states[at].code), ...row.map(cell(at)), from[at] === null ? withheld() : number(from[at], 0)];
  const total = transitions === null ? text("withheld") : number(transitions, 0);
  const caption = group === null ? text("counts", { total }) : text("countsOf", { group, total });
  const heads = [text("fromTo"), ...states.map(({ code, label }) => h("abbr", { title: say(label) }, code)), text("total")];
  return table("counts", caption, heads, rows.map(line));
}

function problems({ findings: list }) {
  return list.length > 0 && h("ul", { class: "findings" }, list.map((one) => h("li", { class: "finding" }, sentence(one.text))));
}

function rates({ rates: answers, states }, isExample) {
  const stated = (from, to) => number(STATED.find((one) => one[0] === from && one[1] === to)[2], 2);
  const line = ({ from, to: [to], value, interval }) =>
    [`${rung(states, from)} → ${to}`, figure(value), between(interval), ...(isExample ? [stated(from, to)] : [])];
  const heads = [text("move"), text("perYear"), text("between"), ...(isExample ? [text("stated")] : [])];
  return table("rates", text("ratesCaption"), heads, answers.map(line));
}

function expected({ moments }, states) {
  const cell = (place) => ({ after, states: found }) => {
    const { value, interval } = found[place];
    return [number(value, 0), after > 0 && interval && h("span", { class: "ground" }, ` (${between(interval, 0)})`)];
  };
  const heads = [text("ladder"), ...moments.map(({ after }) => text(after === 0 ? "atOnce" : "afterYears", { years: number(after, 0) }))];
  return table("forecast", text("forecastCaption"), heads, states.map(({ code }, at) => [rung(states, code), ...moments.map(cell(at))]));
}

function rung(states, code) {
  return capital(say(states.find((one) => one.code === code).label));
}

function figure(value, digits = 2) {
  return value === null ? text("unknown") : number(value, digits);
}

function between(interval, digits = 2) {
  return interval ? `${figure(interval.low, digits)} – ${figure(interval.high, digits)}` : text("unknown");
}

function percent(share) {
  return `${number(share * 100, 0)}%`;
}
