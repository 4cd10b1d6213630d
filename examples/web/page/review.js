// What the sources let one say of who would do what.
import { behaviour } from "./meedoen/index.js";
import { determinantIn } from "./behaviour-words.js";
import { chart } from "./chart.js";
import { fill, h } from "./dom.js";
import { capital, language, say, sentence, text } from "./language.js";
import { facts, reasons, sources, state, why } from "./pieces.js";

const CONDITIONS = ["attitude", "self-efficacy", "context"];
const SANCTION = { role: "income-consultant", intervention: "announce-sanction" };

/** A place for a review; `show` fills it from a profile and a plan, and says what it comes to. */
export function reviewView(words) {
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
    const name = determinantIn(words);
    fill(top, sanction(review, profile, plan, name), field(review, name));
    figure.draw(behaviour.fieldOfForcesChart(profile, plan, { language: language() }));
    fill(rest, each(review, name), open(review), remarks(review));
    return `${sentence(review.sanction.label)} ${sentence(review.fieldOfForces.label)}`;
  }
  return { element: [top, figure.element, rest], show };
}

function sanction({ sanction: view, method }, profile, plan, name) {
  const announced = plan.some(({ intervention, role }) => role === SANCTION.role && intervention === SANCTION.intervention);
  if (!announced) return null;
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
      CONDITIONS.map((code) => h("li", { "data-condition": code }, state(alone(profile, code)), h("p", {}, capital(text(code))))),
      h("li", { class: "apart" }, state(plan.length === 1 ? "met" : "unmet"), h("p", {}, text("alone"))),
    ),
    view.nextQuestion && h("p", { class: "ask" }, h("strong", {}, text("askNext")), " ", say(view.nextQuestion.text)),
    h("p", { class: "help" }, sentence(method.note)),
    why("sanction", view.reasons, name),
  );
}

/** The library judges the conditions together; each by itself is the same question when the others surely hold. */
function alone(profile, determinant) {
  const others = CONDITIONS.filter((code) => code !== determinant);
  const findings = [
    ...profile.findings.filter((finding) => finding.determinant === determinant),
    ...others.map((code) => ({ determinant: code, standing: "strongly-hindering" })),
  ];
  const { warning } = behaviour.reviewInterventions({ ...profile, findings }, [SANCTION]).sanction;
  if (warning === null) return "unknown";
  return warning === "may-block" ? "met" : "unmet";
}

function field({ fieldOfForces: view }, name) {
  return h(
    "section",
    { class: "verdict neutral", id: "field" },
    h("h4", {}, text("fieldOfForces")),
    h("p", { class: "lead" }, sentence(view.label)),
    why("field", view.reasons, name),
  );
}

function each({ interventions }, name) {
  const line = (view) => {
    const limited = view.extent === "limited-means" && [" ", h("span", { class: "tag" }, text("limitedMeans"))];
    return h("li", {}, h("strong", {}, capital(say(view.label))), limited, reasons(view.reasons, name));
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
