// What the sources let one say of who would do what.
import { behaviour } from "./meedoen/index.js";
import { chart } from "./chart.js";
import { fill, h } from "./dom.js";
import { capital, language, say, sentence, text } from "./language.js";
import { facts, reasons, sources, state, why } from "./pieces.js";

/** A place for a review; `show` fills it from a profile and a plan, and says what it comes to. */
export function reviewView() {
  const top = h("div", { id: "review" });
  const figure = chart();
  const rest = h("div");

  function show(profile, plan) {
    if (plan.length === 0) {
      fill(top, h("p", { class: "help" }, text("nothingChosen")));
      fill(rest);
      figure.draw(null);
      return "";
    }
    const review = behaviour.reviewInterventions(profile, plan);
    fill(top, sanction(review), field(review));
    figure.draw(behaviour.fieldOfForcesChart(profile, plan, { language: language() }));
    fill(rest, each(review), open(review), remarks(review));
    return `${sentence(review.sanction.label)} ${sentence(review.fieldOfForces.label)}`;
  }
  return { element: [top, figure.element, rest], show };
}

function sanction({ sanction: view, method }) {
  if (view.warning === "not-announced") return null;
  const kind = view.warning === "may-block" ? "warning" : "neutral";
  return h(
    "section",
    { class: `verdict ${kind}`, id: "sanction" },
    h("h4", {}, text("sanction")),
    h("p", { class: "lead" }, sentence(view.label)),
    h("p", {}, text("sanctionConditions")),
    h(
      "ul",
      { class: "conditions" },
      view.conditions.map(({ code, text: words, truth, source }) =>
        h("li", { "data-condition": code }, state(truth), h("p", {}, sentence(words), facts(source)))),
    ),
    view.nextQuestion && h("p", { class: "ask" }, h("strong", {}, text("askNext")), " ", say(view.nextQuestion.text)),
    h("p", { class: "help" }, sentence(method.note)),
    why("sanction", view.reasons),
  );
}

function field({ fieldOfForces: view }) {
  return h(
    "section",
    { class: "verdict neutral", id: "field" },
    h("h4", {}, text("fieldOfForces")),
    h("p", { class: "lead" }, sentence(view.label)),
    why("field", view.reasons),
  );
}

function each({ interventions }) {
  const line = (view) => {
    const limited = view.extent === "limited-means" && [" ", h("span", { class: "tag" }, text("limitedMeans"))];
    return h("li", {}, h("strong", {}, capital(say(view.label))), limited, reasons(view.reasons));
  };
  return h("section", { id: "each" }, h("h4", {}, text("perIntervention")), h("ul", { class: "lines" }, interventions.map(line)));
}

/** What stands in the way and is left as it is, with what each role could do about it. */
function open({ unaddressed }) {
  if (unaddressed.length === 0) return null;
  const roles = new Map(behaviour.roles().map(({ code, label }) => [code, say(label)]));
  const interventions = new Map(behaviour.interventions().map(({ code, label }) => [code, say(label)]));
  const lever = ({ role, interventions: can, text: words, source }) => {
    const what = can.length > 0 ? can.map((code) => interventions.get(code)).join("; ") : say(words);
    return h("li", {}, h("span", { class: "ground" }, `${capital(roles.get(role))}:`), ` ${what}.`, facts(source));
  };
  const line = ({ label, levers }) => {
    const said = levers.filter(({ extent }) => extent !== null);
    const list = said.length > 0 ? said.map(lever) : h("li", {}, sentence(levers[0].text));
    return h("li", {}, h("strong", {}, capital(say(label))), h("ul", { class: "reasons" }, list));
  };
  return h("section", { id: "unaddressed" }, h("h4", {}, text("unaddressed")), h("ul", { class: "lines" }, unaddressed.map(line)));
}

function remarks({ reasons: list }) {
  return h("section", {}, h("h4", {}, text("alsoKnow")), reasons(list), sources("review", ...list.map(({ source }) => source)));
}
