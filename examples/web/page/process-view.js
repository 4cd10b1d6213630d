// What a log says on a date: where the process is, what asks for attention, the phases and their conditions.
import { cocreation } from "./meedoen/index.js";
import { board } from "./board.js";
import { chart } from "./chart.js";
import { announce, disclosure, fill, h } from "./dom.js";
import { quoter } from "./events.js";
import { capital, day, language, say, sentence, text } from "./language.js";
import { enumeration, facts, part, sources, state, tally } from "./pieces.js";

/** A place for a review; `show` fills it from a log and a date. */
export function processView(kinds) {
  const top = h("div", { id: "status" });
  const figure = chart();
  const rest = h("div");
  const more = board();
  const events = h("div");

  function show(log, asOf) {
    const review = cocreation.review(log, { asOf });
    const { quotes, evidence } = quoter(log, kinds);
    const condition = conditionWith(evidence);
    fill(top, status(review));
    figure.draw(cocreation.timelineChart(log, { asOf, language: language() }));
    fill(
      rest,
      part(text("findings"), findings(review, evidence)),
      part(text("next"), next(review, condition)),
      part(text("phases"), review.phases.map((phase) => phaseOf(phase, condition)), guards(review, condition)),
      review.remarks.length > 0 && part(text("remarks"), remarks(review, evidence)),
    );
    more.show(log, asOf, { condition, evidence });
    fill(events, part(text("allEvents"), disclosure("all events", text("manyEvents", { count: review.events }), quotes(numbersTo(review.events)))));
    announce(`${say(review.title)}. ${sentence(review.status.text)} ${text("findings")} ${review.findings.length}`);
  }
  return { element: [top, figure.element, rest, more.element, events], show };
}

function status({ title, status: { text: words }, events, laterEvents, perspectives }) {
  const who = enumeration(perspectives.map(({ label, events: count }) => ({ nl: `${label.nl} (${count})`, en: `${label.en} (${count})` })));
  return [
    h("h3", {}, say(title)),
    h("p", { class: "lead" }, sentence(words)),
    h("p", {}, text("read", { events }), laterEvents > 0 && [" ", text("later", { events: laterEvents })], " ", text("written", { who })),
  ];
}

function findings({ findings: list }, evidence) {
  if (list.length === 0) return h("p", {}, text("noFindings"));
  const finding = (one) =>
    h(
      "li",
      { class: "finding", "data-code": one.code },
      h("p", {}, h("strong", {}, sentence(one.label)), " ", sentence(one.text), facts(one.source)),
      h("p", {}, h("span", { class: "ground" }, `${text("whatToDo")}:`), " ", sentence(one.advice)),
      evidence(`finding ${one.code} ${one.evidence.join(" ")}`, one.evidence),
    );
  return [h("ol", { class: "findings" }, list.map(finding)), sources("findings", ...list.map(({ source }) => source))];
}

/** What is known for a next step; the sentence says that people judge. */
function next({ nextSteps: { readiness, text: words, source } }, condition) {
  return [
    h("p", { class: "judgement" }, sentence(words)),
    readiness && [
      h("h4", {}, capital(say(readiness.label)), " ", state(readiness.truth)),
      h("ul", { class: "conditions" }, readiness.conditions.map((one) => condition("next", one))),
    ],
    sources("next", source),
  ];
}

function phaseOf(phase, condition) {
  const during = [...phase.conditions, phase.coEvaluation];
  const group = (name, list) =>
    list.length > 0 && [h("h5", {}, text(name)), h("ul", { class: "conditions" }, list.map((one) => condition(`${phase.phase} ${name}`, one)))];
  const when = [whereabouts(phase), ...phase.stays.map(stay)].join("; ");
  return conditionsOf(phase.phase, say(phase.label), when, [...phase.entryConditions, ...during], phase.current, [
    group("toEnter", phase.entryConditions),
    group("during", during),
  ]);
}

function guards({ guards: list }, condition) {
  const lines = h("ul", { class: "conditions" }, list.map((guard) => condition("guard", guard)));
  return conditionsOf("guards", text("guards"), "", list, false, lines);
}

/** Conditions under a heading that says how many are met; `now` opens it. */
function conditionsOf(key, heading, when, list, now, content) {
  const count = tally(list.map(({ judgement }) => judgement.truth));
  const summary = [h("h4", {}, capital(heading)), " ", h("span", { class: "ground" }, when && [when, " · "], count)];
  const element = disclosure(`phase ${key}`, summary, content, now);
  element.className = now ? "phase current" : "phase";
  return element;
}

function whereabouts({ current, suspended, stays }) {
  if (suspended) return `${text("now")}, ${text("still")}`;
  if (current) return text("now");
  if (current === null) return text("perhapsNow");
  return text(stays.length > 0 ? "earlier" : "notEntered");
}

function numbersTo(count) {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function stay({ begun, over, since, until }) {
  const certain = begun === true && over !== null;
  const when = period(since, until);
  return certain ? when : text("perhaps", { when });
}

function period(since, until) {
  const words = (moment) => day(moment.date, moment.precision);
  if (!until) return text("since", { from: words(since) });
  const both = { from: words(since), until: words(until) };
  return both.from === both.until ? both.from : text("stay", both);
}

/** A condition with what is known of it, what the log says, and the events that say so. */
function conditionWith(evidence) {
  return (where, { judgement, logSays, ask, evidence: numbers }) =>
    h(
      "li",
      {},
      state(judgement.truth),
      h(
        "div",
        {},
        h("p", {}, sentence(judgement.text), facts(judgement.source)),
        h("p", { class: "ground" }, logSays.map((line) => sentence(line)).join(" ")),
        ask && h("p", { class: "help" }, sentence(ask)),
        evidence(`${where} ${judgement.code}`, numbers),
      ),
    );
}

function remarks({ remarks: list }, evidence) {
  const remark = (one) => h("li", {}, h("p", {}, sentence(one.text), facts(one.source)), evidence(`remark ${one.code}`, one.evidence));
  return h("ul", { class: "reasons remarks" }, list.map(remark));
}
