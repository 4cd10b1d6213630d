// Where someone stands on the ladder, as far as is known, and why.
import { ladder as model } from "./meedoen/index.js";
import { chart } from "./chart.js";
import { disclosure, fill, h } from "./dom.js";
import { capital, language, say, sentence, text } from "./language.js";
import { enumeration, facts, reasons, references, state, tally } from "./pieces.js";

/** A place for a placement; `show` fills it. */
export function placementView(questions) {
  const words = h("div", { id: "placement" });
  const figure = chart();
  const rest = h("div");

  function show(placement, steps) {
    fill(
      words,
      h("h3", {}, text("position")),
      h("p", { class: "lead" }, sentence(placement.label)),
      reasons(placement.reasons),
      h("p", { class: "help" }, sentence(placement.method.note)),
    );
    figure.draw(model.chart(steps, { language: language() }));
    fill(rest, informalCare(placement), criteria(placement, questions));
  }
  return { element: [words, figure.element, rest], show };
}

/** What each way of placing informal care comes to, side by side; only when they differ. */
function informalCare({ informalCare: views }) {
  if (views.length === 0) return null;
  const numbers = new Map(model.rungs().map(({ code, number }) => [code, number]));
  const row = ({ label, between }) =>
    h("tr", {}, h("th", { scope: "row" }, capital(say(label))), h("td", {}, between.map((rung) => numbers.get(rung)).join(", ")));
  return h(
    "section",
    {},
    h("h4", {}, text("careTitle")),
    h("p", {}, text("careIntro")),
    h(
      "table",
      { id: "care" },
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, text("careChoice")), h("th", { scope: "col" }, text("careComes")))),
      h("tbody", {}, views.map(row)),
    ),
  );
}

function criteria(placement, questions) {
  const truths = placement.criteria.map((criterion) => truthOf(criterion, placement));
  const row = (criterion, index) => {
    const asks = criterion.missing.map((input) => say(questions.get(input).text));
    const note = isRemainder(criterion) ? text("remains") : asks.join(" ");
    return h(
      "tr",
      {},
      h("td", {}, h("p", {}, sentence(criterion.text), facts(criterion.source)), note && h("p", { class: "help" }, note)),
      h("td", {}, state(truths[index])),
    );
  };
  const table = h(
    "table",
    { id: "criteria" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, text("criterion")), h("th", { scope: "col" }, text("state")))),
    h("tbody", {}, placement.criteria.map(row)),
  );
  const summary = [text("criteria"), " ", h("span", { class: "ground" }, tally(truths))];
  return disclosure("criteria", summary, [table, references(...placement.criteria.map(({ source }) => source))]);
}

/** The last criterion is what remains when no other holds, and so always comes as met. */
function isRemainder({ restsOn, missing, truth }) {
  return truth === "met" && restsOn.length === 0 && missing.length === 0;
}

/** For that one, whether it is met is whether its rung, the first, is the only one left: nothing known is not rung 1. */
function truthOf(criterion, { between }) {
  if (!isRemainder(criterion)) return criterion.truth;
  const [first] = model.rungs();
  if (!between.includes(first.code)) return "unmet";
  return between.length === 1 ? "met" : "unknown";
}

/** The six rungs as the publications describe them. */
export function sixRungs() {
  const rung = ({ number, label, criteria: words, examples, source }) => [
    h("dt", {}, `${number}. ${capital(say(label))}`),
    h("dd", {}, sentence(words), " ", examples.length > 0 && h("span", { class: "ground" }, text("examples", { examples: enumeration(examples) })), facts(source)),
  ];
  const all = model.rungs();
  return [h("dl", {}, all.map(rung)), references(...all.map(({ source }) => source))];
}
