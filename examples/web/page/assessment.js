// What stands in the way of one behaviour, what is not known, and why.
import { behaviour } from "./meedoen/index.js";
import { chart } from "./chart.js";
import { disclosure, fill, h } from "./dom.js";
import { capital, language, say, sentence, text } from "./language.js";
import { facts, reasons, references } from "./pieces.js";

/** A place for an assessment; `show` fills it from a profile and says in one sentence what it comes to. */
export function assessmentView(words) {
  const summary = h("div", { id: "assessment" });
  const figure = chart();
  const more = h("div");

  function show(profile) {
    const assessment = behaviour.assess(profile);
    fill(summary, about(assessment, words), heaps(assessment, words), next(assessment));
    figure.draw(behaviour.profileChart(profile, { language: language() }));
    fill(more, statements(assessment, words), grounds(assessment), measured(assessment));
    return sentence(assessment.label);
  }
  return { element: [summary, figure.element, more], show };
}

function about({ targetBehaviour, perspective }, words) {
  const who = text("seenBy", { who: say(words.perspective.get(perspective)) });
  return h("p", { class: "about" }, h("strong", {}, sentence(targetBehaviour)), " ", who);
}

/** The determinants by what they do to the behaviour; what is unknown has a heap of its own. */
function heaps({ limiting, mixed, supporting, unknown, determinants }, words) {
  const views = new Map(determinants.map((view) => [view.determinant, view]));
  const heap = (kind, codes, note) => {
    const line = (code) => {
      const { standing } = views.get(code);
      return h("li", {}, say(words.determinant.get(code)), standing && [" ", h("span", { class: "ground" }, say(words.standing.get(standing)))]);
    };
    const list = codes.length > 0 ? h("ul", {}, codes.map(line)) : h("p", {}, text("nothing"));
    return h("div", { class: `heap ${kind}`, id: `heap-${kind}` }, h("h4", {}, text(kind === "unknown" ? "unknownHeap" : kind)), list, note);
  };
  return h(
    "div",
    { class: "heaps" },
    heap("limiting", limiting),
    mixed.length > 0 && heap("mixed", mixed),
    supporting.length > 0 && heap("supporting", supporting),
    heap("unknown", unknown, unknown.length > 0 && h("p", { class: "help" }, text("unknownIs"))),
  );
}

function next({ nextQuestion }) {
  return nextQuestion && h("p", { class: "ask" }, h("strong", {}, text("askNext")), " ", say(nextQuestion.text));
}

function statements(assessment, words) {
  return reasons(assessment.reasons);
}

/** Why each determinant stands as it does, and everything it rests on. */
function grounds({ determinants, reasons: statements }) {
  const line = ({ label, reasons: own, note }) => [
    h("dt", {}, capital(say(label))),
    h("dd", {}, own.map((reason) => [sentence(reason.text), facts(reason.source)]), note && [" ", h("q", {}, note)]),
  ];
  const all = [...statements, ...determinants.flatMap(({ reasons: own }) => own)];
  return disclosure("assessment", text("reasons"), [h("dl", {}, determinants.map(line)), references(...all.map(({ source }) => source))]);
}

/** Where the numbers come from, when there are any. */
function measured({ instrument, thresholds }) {
  return instrument && h("p", { class: "help" }, text("bounds", { note: say(thresholds.provenance.note) }));
}
