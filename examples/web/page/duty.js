// The third part: what the law says of a duty on a date, question by question.
import { MeedoenError, tegenprestatie as model } from "./meedoen/index.js";
import { announce, disclosure, fill, h } from "./dom.js";
import { capital, inEachLanguage, say, sentence, text } from "./language.js";
import { articles, choice, facts, labelled, names, part, sources, state } from "./pieces.js";

const START = { date: "2020-05-01", duty: "c", ordinance: "", earlyAdoption: false };

export function duty(panel) {
  const chosen = { ...START };
  const ordinances = model.ordinances().map((id) => model.ordinance(id));
  let steps = [];

  inEachLanguage(draw);

  function draw() {
    const card = h("section", { class: "card", id: "duty-question" });
    const outcome = h("div", { id: "duty-says" });
    const result = h("div", { id: "duty-answer" });
    const early = h("div");

    const set = (field) => (value) => {
      chosen[field] = value;
      show(false);
    };
    const go = (next) => {
      steps = next;
      show(true);
    };
    function show(focus, aloud = true) {
      fill(early, chosen.date.startsWith("2026") && adoption(set));
      let asked;
      try {
        asked = ask();
      } catch (error) {
        if (!(error instanceof MeedoenError)) throw error;
        fill(card, h("p", { role: "alert" }, say(error.messages)));
        fill(outcome);
        return fill(result);
      }
      fill(card, asked.answer.nextQuestion ? question(asked.answer.nextQuestion, go) : finished(asked), ways(go));
      fill(outcome, outcomeView(asked.answer));
      fill(result, answerView(asked));
      if (aloud) announce(sentence(asked.answer.label));
      if (focus) card.querySelector("h3").focus();
    }

    const date = h("input", { type: "date", id: "duty-date", value: chosen.date, onchange: ({ target }) => target.value && set("date")(target.value) });
    const duties = model.duties().map(({ code, label }) => [code, capital(say(label))]);
    const local = [["", text("noOrdinance")], ...ordinances.map(({ id, title }) => [id, say(title)])];
    fill(
      panel,
      h("h2", {}, text("dutyTitle")),
      h("p", { class: "intro" }, text("dutyIntro")),
      h(
        "div",
        { class: "row" },
        labelled(text("onDate"), date),
        labelled(text("whichDuty"), choice("duty-which", duties, chosen.duty, set("duty"))),
        labelled(text("whichOrdinance"), choice("duty-ordinance", local, chosen.ordinance, set("ordinance")), text("ordinanceHelp")),
      ),
      early,
      h("div", { class: "beside" }, card, outcome),
      result,
      h("p", { class: "advice" }, text("advice")),
    );
    show(false, false);
  }

  /** Whether the regime of 2027 is applied already: only in 2026 is there anything to choose. */
  function adoption(set) {
    const box = h("input", { type: "checkbox", id: "duty-early", checked: chosen.earlyAdoption, onchange: ({ target }) => set("earlyAdoption")(target.checked) });
    return h("p", {}, box, " ", h("label", { for: "duty-early" }, text("earlyAdoption")));
  }

  function ask() {
    const known = steps.filter(({ answer }) => answer !== null);
    const request = {
      facts: Object.fromEntries(known.map(({ input, answer }) => [input, answer])),
      skipped: steps.filter(({ answer }) => answer === null).map(({ input }) => input),
      date: chosen.date,
      duty: chosen.duty,
      earlyAdoption: chosen.earlyAdoption && chosen.date.startsWith("2026"),
      ordinances: ordinances.filter(({ id }) => id === chosen.ordinance),
    };
    const { facts: given, ...options } = request;
    return {
      answer: model.duty(given, options),
      person: model.explain(request),
      official: model.explain(request, { audience: "official" }),
    };
  }

  function question({ input, text: words, help, kind, source }, go) {
    const give = (value) => go([...steps.filter((step) => step.input !== input), { input, answer: value, words }]);
    const button = (value, label) => h("button", { type: "button", onclick: () => give(value) }, capital(label));
    return [
      h("p", { class: "label" }, text("question", { number: steps.length + 1 })),
      h("h3", { tabindex: "-1" }, say(words)),
      help && h("p", { class: "help" }, say(help)),
      kind.type === "number"
        ? number(kind, give)
        : h("div", { class: kind.type === "choice" ? "buttons stacked" : "buttons" }, kind.type === "choice" ? kind.choices.map(({ code, label }) => button(code, say(label))) : [button(true, text("yes")), button(false, text("no"))], button(null, text("unaware"))),
      h("p", { class: "help" }, facts(source), " ", articles(source)),
    ];
  }

  /** A field for a number, with the button that gives it. */
  function number({ min, max, unit }, give) {
    const field = h("input", { type: "number", id: "duty-number", min, max, step: "1", inputmode: "numeric" });
    const submit = () => field.value !== "" && field.checkValidity() ? give(field.valueAsNumber) : field.reportValidity();
    field.addEventListener("keydown", ({ key }) => key === "Enter" && submit());
    return [
      labelled(capital(say(unit)), field),
      h("div", { class: "buttons" }, h("button", { type: "button", onclick: submit }, text("giveAnswer")), h("button", { type: "button", onclick: () => give(null) }, text("unaware"))),
    ];
  }

  function finished({ answer: { outcome } }) {
    return [h("h3", { tabindex: "-1" }, text(outcome ? "nothingLeftToAsk" : "nobodyKnows"))];
  }

  function ways(go) {
    const button = (name, next) => h("button", { type: "button", class: "quiet", disabled: steps.length === 0, onclick: () => go(next) }, text(name));
    return h("div", { class: "buttons ways-back" }, button("back", steps.slice(0, -1)), button("again", []));
  }

  function outcomeView({ possible, regime }) {
    const labels = names(model.statuses());
    const [only, ...others] = possible.map((code) => capital(say(labels.get(code))));
    const open = [h("p", { class: "label" }, text("stillPossible")), h("ul", {}, [only, ...others].map((one) => h("li", {}, one)))];
    return part(
      text("lawSays"),
      h("div", { id: "duty-outcome" }, others.length > 0 ? open : h("p", { class: "lead" }, only)),
      h("p", { class: "help" }, say(regime.label)),
    );
  }

  function answerView({ answer, person, official }) {
    const changes = person.sentences.filter(({ about }) => about === "change");
    return [
      part(text("forThePerson"), sentencesView("person", person.sentences.filter((one) => !changes.includes(one)))),
      changes.length > 0 && disclosure("duty-change", text("wouldChange"), sentencesView("change", changes)),
      disclosure("duty-official", text("forTheOfficial"), sentencesView("official", official.sentences.filter(({ about }) => about !== "change" && about !== "other-view"))),
      disclosure("duty-exemptions", text("exemptionsTitle"), exemptionsView(answer.exemptions)),
      disclosure("duty-views", text("otherViews"), h("ul", {}, answer.otherViews.map(({ text: words, source }) => h("li", {}, sentence(words), facts(source))))),
      steps.length > 0 && disclosure("duty-given", text("answersGiven"), h("ul", {}, steps.map(({ words, answer: value }) => h("li", {}, `${say(words)} – ${shown(value)}`)))),
    ];
  }

  function shown(value) {
    if (value === null) return text("unaware");
    if (typeof value === "boolean") return text(value ? "yes" : "no");
    return names(model.benefits()).has(value) ? say(names(model.benefits()).get(value)) : String(value);
  }
}

/** Sentences, each with its article or fact, and their publications to be opened. */
function sentencesView(key, sentences) {
  const line = ({ text: words, source }) => h("li", {}, say(words), facts(source), " ", h("span", { class: "ground" }, articles(source)));
  return [h("ul", { class: "reasons" }, sentences.map(line)), sources(`duty-sources-${key}`, ...sentences.map(({ source }) => source))];
}

function exemptionsView(exemptions) {
  if (exemptions.length === 0) return h("p", {}, text("noExemptions"));
  const line = ({ judgement, decidedBy, until }) => h("li", {}, state(judgement.truth), " ", sentence(judgement.text), " ", text("decidedBy", { who: say(decidedBy) }), until && ` ${text("lastsUntil", { until })}`, facts(judgement.source));
  return h("ul", { class: "reasons" }, exemptions.map(line));
}
