// The first part: what is known of one person, what stands in the way, and who does what about it.
import { assessmentView } from "./assessment.js";
import { words as behaviourWords } from "./behaviour-words.js";
import { announce, fill, h } from "./dom.js";
import { allInterventions, interventionBoxes, planned } from "./interventions.js";
import { JAAP } from "./jaap.js";
import { inEachLanguage, text } from "./language.js";
import { part } from "./pieces.js";
import { instrument, profileOfAnswers, questionnaire } from "./questionnaire.js";
import { reviewView } from "./review.js";
import { profileOfStandings, standings } from "./standings.js";

const empty = () => ({ way: "seen", behaviour: undefined, perspective: "professional", findings: {}, answers: {}, plan: new Set() });

export function intake(panel) {
  const words = behaviourWords();
  const list = instrument();
  const roles = allInterventions();
  let entry = empty();

  inEachLanguage(draw);

  /** Draws the part anew: at the start, in another language, for another way of filling in. */
  function draw() {
    const assessment = assessmentView(words);
    const review = reviewView(words);
    const update = () => {
      const profile = entry.way === "seen" ? profileOfStandings(entry) : profileOfAnswers(list, entry.answers);
      announce(`${assessment.show(profile)} ${review.show(profile, planned(entry.plan))}`);
    };
    const form = entry.way === "seen" ? standings(entry, words, update) : questionnaire(list, entry.answers, update);
    fill(
      panel,
      h("h2", {}, text("intakeTitle")),
      h("p", { class: "intro" }, text("intakeIntro")),
      example(),
      part(text("known"), ways(), form),
      part(text("standsInTheWay"), assessment.element),
      part(text("whoDoes"), h("p", {}, text("whoDoesIntro")), interventionBoxes(roles, entry.plan, update)),
      part(text("sourcesSay"), review.element),
      h("p", { class: "advice" }, text("advice")),
    );
    update();
  }

  function example() {
    const load = (next) => () => {
      entry = next();
      draw();
      panel.querySelector(`[name=way][value=${entry.way}]`).focus();
    };
    const jaap = () => ({ ...empty(), ...structuredClone(JAAP) });
    return h(
      "div",
      { class: "example" },
      h("p", {}, text("jaapAbout")),
      h("div", { class: "buttons" },
        h("button", { type: "button", id: "jaap", onclick: load(jaap) }, text("jaap")),
        h("button", { type: "button", class: "quiet", onclick: load(empty) }, text("clear"))),
    );
  }

  function ways() {
    const way = (value) => {
      const choose = () => {
        entry.way = value;
        draw();
        panel.querySelector(`[name=way][value=${value}]`).focus();
      };
      const input = h("input", { type: "radio", name: "way", id: `way-${value}`, value, checked: entry.way === value, onchange: choose });
      return h("div", { class: "option" }, input, h("label", { for: input.id }, text(value)));
    };
    return h("fieldset", { class: "ways" }, h("legend", {}, text("way")), way("seen"), way("asked"));
  }
}
