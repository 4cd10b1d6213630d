// The board of a process: whose voice counts, promises, energy, conditions over time, the road, policy, and roles.
import { cocreation } from "./meedoen/index.js";
import { chart } from "./chart.js";
import { disclosure, fill, h } from "./dom.js";
import { capital, day, language, number, say, sentence, text } from "./language.js";
import { facts, part, sources, state, tally } from "./pieces.js";

/** Places for a log on a date; `show` fills them. `condition` shows a condition, `evidence` the events behind something. */
export function board() {
  const roads = cocreation.roadmaps();
  const places = { shares: h("div"), rest: h("div"), roles: h("div") };
  const [shares, quadrant] = [chart(), chart()];

  function show(log, asOf, { condition, evidence }) {
    const [voice, cycle] = [cocreation.voice(log, { asOf }), cocreation.policyCycle(log, { asOf })];
    const profile = cocreation.roleProfile(log, { asOf });
    const recorded = profile.roles.some(({ said, done }) => said.length + done.length > 0);
    shares.draw(cocreation.voiceChart(log, { asOf, language: language() }));
    quadrant.draw(recorded ? cocreation.rolesChart(log, { asOf, language: language() }) : undefined);
    fill(places.shares, part(text("voice"), shares.element, verbs(voice, evidence), cautions(voice)));
    fill(
      places.rest,
      part(text("promises"), promises(cocreation.promises(log, { asOf }), evidence)),
      part(text("energy"), energy(cocreation.energy(log, { asOf }), evidence)),
      part(text("overTime"), courses(cocreation.conditions(log, { asOf }), evidence)),
      part(text("roads"), roads.map((roadmap) => road(roadmap, cocreation.follow(log, roadmap)))),
      part(text("policy"), policy(cycle, condition)),
    );
    fill(places.roles, part(text("roles"), recorded ? quadrant.element : h("p", {}, text("noRoles")), tensions(profile, evidence)));
  }
  return { element: [places.shares, places.rest, places.roles], show };
}

const three = (truth) => (truth === null ? "unknown" : truth ? "met" : "unmet");

function cautions({ cautions: list }) {
  return list.length > 0 && h("ul", { class: "reasons remarks" }, list.map((one) => h("li", {}, sentence(one))));
}

/** Which of the four verbs the source group had a part in, and who set the subject. */
function verbs({ topic, verbs: list, source }, evidence) {
  const verb = (one) =>
    h("li", {}, state(three(one.involved), text(one.involved === null ? "unknown" : one.involved ? "yes" : "no")), h("div", {}, h("p", {}, capital(say(one.label))), evidence(`verb ${one.verb}`, one.evidence)));
  return [
    h("p", {}, sentence(topic.text), facts(topic.source)),
    h("h4", {}, text("verbs")),
    h("ul", { class: "conditions" }, list.map(verb)),
    sources("voice", source, topic.source),
  ];
}

function promises(ledger, evidence) {
  if (ledger.promises.length === 0) return h("p", {}, text("noPromises"));
  const overdue = new Set(ledger.overdue);
  const late = (one) => overdue.has(one.id) && [" ", h("strong", { class: "late" }, one.daysOverdue ? text("daysLate", { days: one.daysOverdue }) : text("openLong"))];
  const promise = (one) =>
    h(
      "li",
      { "data-promise": one.id },
      h("p", {}, `“${one.text}”: `, text("promisedBy", { by: say(one.byLabel), to: say(one.toLabel) }), " ", stateOf(one), late(one)),
      evidence(`promise ${one.id}`, [one.made, one.closed].filter(Boolean)),
    );
  const rule = ({ holds, text: words, logSays, source }) =>
    h("li", {}, state(holds), h("div", {}, h("p", {}, sentence(words), facts(source)), h("p", { class: "ground" }, sentence(logSays))));
  return [
    h("p", { class: "lead" }, text("overdue", { count: ledger.overdue.length, all: ledger.promises.length })),
    h("ul", { class: "reasons" }, ledger.promises.map(promise)),
    h("h4", {}, text("goldenRule")),
    h("ul", { class: "conditions" }, ledger.goldenRule.map(rule)),
  ];
}

function stateOf({ state: code, madeOn, due }) {
  const when = { when: day(madeOn.date, madeOn.precision) };
  return [text(`promise-${code}`), "; ", text("madeOn", when), due && ["; ", text("dueOn", { when: day(due) })], "."];
}

function energy({ initiatives, setBacks, days, daysSuspended, findings, sessions }, evidence) {
  const counted = sessions.filter(({ people }) => people !== null).length;
  const initiative = (one) =>
    h("li", {}, h("p", {}, `“${one.text}”: `, h("strong", {}, say(one.label)), ` (${text("lastSign", { days: one.daysSinceSign })}).`), evidence(`initiative ${one.id}`, one.signs));
  const setBack = (one) =>
    h("li", {}, h("p", {}, h("strong", {}, capital(say(one.label))), one.text && `: ${one.text}`, " ", one.days !== null && `(${text("forDays", { days: one.days })})`), evidence(`set-back ${one.evidence.join(" ")}`, one.evidence));
  const finding = (one) => h("li", {}, h("p", {}, sentence(one.text), facts(one.source)), h("p", { class: "help" }, sentence(one.advice)));
  return [
    h("p", {}, text("course", { days, suspended: daysSuspended }), " ", text("counted", { counted, sessions: sessions.length })),
    h("h4", {}, text("initiatives")),
    initiatives.length > 0 ? h("ul", { class: "reasons" }, initiatives.map(initiative)) : h("p", {}, text("noInitiatives")),
    setBacks.length > 0 && [h("h4", {}, text("setBacks")), h("ul", { class: "reasons" }, setBacks.map(setBack))],
    findings.length > 0 && [h("h4", {}, text("findings")), h("ul", { class: "reasons" }, findings.map(finding))],
  ];
}

/** Each condition with the times in which it was met, not met or unknown. */
function courses({ conditions, tasks, breath, cautions: list, source }, evidence) {
  const days = ({ atLeast, atMost }) => text("forDays", { days: atLeast === atMost ? atMost : `${atLeast}–${atMost}` });
  const time = ({ since, until }) => {
    const words = (moment) => day(moment.date, moment.precision);
    return until ? text("stay", { from: words(since), until: words(until) }) : text("since", { from: words(since) });
  };
  const span = (code) => (one, index) =>
    h("li", {}, state(one.truth), h("div", {}, h("p", {}, `${time(one)} (${days(one.lasted)})`), evidence(`span ${code} ${index}`, one.evidence)));
  const course = (one) => {
    const summary = [state(one.now.judgement.truth), " ", capital(say(one.text))];
    const spans = h("ul", { class: "conditions" }, one.spans.map(span(one.code)));
    return disclosure(`course ${one.code}`, summary, [one.spans.length > 0 ? spans : h("p", {}, text("notCertain")), h("p", {}, facts(one.source))]);
  };
  const task = (one) =>
    h("li", {}, h("p", {}, `“${one.text}”: `, h("strong", {}, say(one.label)), `; ${time(one)}.`), evidence(`task ${one.evidence.join(" ")}`, one.evidence));
  return [
    h("p", {}, sentence(breath.text), facts(breath.source)),
    conditions.map(course),
    tasks.length > 0 && [h("h4", {}, text("tasks")), h("ul", { class: "reasons" }, tasks.map(task))],
    cautions({ cautions: list }),
    sources("conditions", source),
  ];
}

/** A log beside a roadmap: what differs, in words. A difference is between a record and a road, and no mistake of people. */
function road(roadmap, { traces: [trace] }) {
  const deviation = (one) => h("li", {}, h("p", {}, sentence(one.reason)), h("p", { class: "help" }, sentence(one.repair)));
  const share = text("fitness", { share: number(100 * trace.fitness, 0), events: trace.events, cost: trace.cost });
  const summary = [h("h4", {}, capital(say(roadmap.title))), " ", h("span", { class: "ground" }, share)];
  const content = trace.follows ? h("p", {}, text("follows")) : h("ol", { class: "reasons" }, trace.deviations.map(deviation));
  const element = disclosure(`road ${roadmap.id}`, summary, [h("p", { class: "help" }, text("roadHelp")), content, h("p", { class: "facts" }, roadmap.sources.join(", "))]);
  element.className = "phase";
  return element;
}

function policy({ steps, frameToDecision, richPolicy, findings, source }, condition) {
  const list = (name, conditions) => h("ul", { class: "conditions" }, conditions.map((one) => condition(`policy ${name}`, one)));
  const step = (one) => {
    const count = tally(one.conditions.map(({ judgement }) => judgement.truth));
    const summary = [h("h4", {}, capital(say(one.label))), " ", h("span", { class: "ground" }, count)];
    const element = disclosure(`policy ${one.step}`, summary, [h("p", {}, sentence(one.citizens), facts(one.source)), list(one.step, one.conditions)]);
    element.className = "phase";
    return element;
  };
  const group = (key, conditions) => {
    const count = tally(conditions.map(({ judgement }) => judgement.truth));
    const element = disclosure(`policy ${key}`, [h("h4", {}, text(key)), " ", h("span", { class: "ground" }, count)], list(key, conditions));
    element.className = "phase";
    return element;
  };
  const finding = (one) => h("li", {}, h("p", {}, sentence(one.text), facts(one.source)), h("p", { class: "help" }, sentence(one.advice)));
  return [
    steps.map(step),
    group("frameToDecision", frameToDecision),
    group("richPolicy", richPolicy),
    findings.length > 0 && [h("h4", {}, text("findings")), h("ul", { class: "reasons" }, findings.map(finding))],
    sources("policy", source),
  ];
}

function tensions({ tensions: list, cautions: told, source }, evidence) {
  const tension = (one) => h("li", {}, h("p", {}, sentence(one.text)), evidence(`tension ${one.role}`, one.evidence));
  return [list.length > 0 && h("ul", { class: "reasons" }, list.map(tension)), cautions({ cautions: told }), sources("roles", source)];
}
