// The second part: placing someone question by question.
import { ladder as model } from "./meedoen/index.js";
import { announce, disclosure, fill, h } from "./dom.js";
import { capital, inEachLanguage, say, sentence, text } from "./language.js";
import { ownView } from "./own-view.js";
import { part } from "./pieces.js";
import { placementView, sixRungs } from "./placement.js";

export function ladder(panel) {
  const questions = new Map(model.questions().map((question) => [question.input, question]));
  const own = { rung: "", words: "" };
  let steps = [];

  inEachLanguage(draw);

  function draw() {
    const card = h("section", { class: "card", id: "question" });
    const given = h("div", { id: "given" });
    const placement = placementView(questions);
    const other = ownView(own);

    const show = (focus) => {
      const session = model.session(steps);
      fill(card, session.done ? finished(session) : ask(session, answer), ways(go));
      fill(given, answers(steps));
      placement.show(session.placement, steps);
      other.show(session.placement);
      announce(sentence(session.placement.label));
      if (focus) card.querySelector("h3").focus();
    };
    const answer = (input, value) => go([...steps.filter((step) => step.input !== input), { input, answer: value }]);
    const go = (next) => {
      steps = next;
      show(true);
    };

    fill(
      panel,
      h("h2", {}, text("ladderTitle")),
      h("p", { class: "intro" }, text("ladderIntro")),
      h("div", { class: "beside" }, card, given),
      h("section", { class: "part" }, placement.element),
      part(text("ownTitle"), other.element),
      disclosure("rungs", text("sixRungs"), sixRungs()),
      h("p", { class: "advice" }, text("advice")),
    );
    show(false);
  }

  function ask({ question }, answer) {
    const button = (value, words) => h("button", { type: "button", onclick: () => answer(question.input, value) }, capital(words));
    const buttons = question.kind.type === "choice"
      ? question.kind.choices.map(({ code, label }) => button(code, say(label)))
      : [button(true, text("yes")), button(false, text("no"))];
    const stacked = question.kind.type === "choice" ? "buttons stacked" : "buttons";
    return [
      h("p", { class: "label" }, text("question", { number: steps.length + 1 })),
      h("h3", { tabindex: "-1" }, say(question.text)),
      question.help && h("p", { class: "help" }, say(question.help)),
      h("div", { class: stacked }, buttons, button(null, text("unaware"))),
    ];
  }

  function finished({ placement: { rung, label, missing } }) {
    if (rung) return [h("p", { class: "label" }, text("placed")), h("h3", { tabindex: "-1" }, sentence(label))];
    return [
      h("h3", { tabindex: "-1" }, text("nobodyKnows")),
      h("p", {}, text("stillMissing")),
      h("ul", {}, missing.map((input) => h("li", {}, say(questions.get(input).text)))),
    ];
  }

  function ways(go) {
    const button = (name, next) => h("button", { type: "button", class: "quiet", disabled: steps.length === 0, onclick: () => go(next) }, text(name));
    return h("div", { class: "buttons ways-back" }, button("back", steps.slice(0, -1)), button("again", []));
  }

  function answers(given) {
    if (given.length === 0) return null;
    const line = ({ input, answer }) => {
      const { text: words, kind } = questions.get(input);
      return [h("dt", {}, say(words)), h("dd", {}, capital(answerInWords(kind, answer)))];
    };
    return [h("h3", {}, text("answersGiven")), h("dl", {}, given.map(line))];
  }
}

/** An answer to a question in words. */
export function answerInWords(kind, answer) {
  if (answer === null) return text("unaware");
  if (kind.type === "choice") return say(kind.choices.find(({ code }) => code === answer).label);
  return text(answer ? "yes" : "no");
}
