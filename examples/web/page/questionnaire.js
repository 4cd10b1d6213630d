// Filling in the questionnaire that comes with the library.
import { behaviour, measure } from "./meedoen/index.js";
import { disclosure, fill, h } from "./dom.js";
import { capital, say, sentence, text } from "./language.js";
import { scale } from "./scale.js";

/** The questionnaire as the library has it. */
export function instrument() {
  return behaviour.instrument("job-search");
}

/** The form; it writes into `answers` and calls `changed`. */
export function questionnaire(list, answers, changed) {
  const items = new Map(list.items.map((item) => [item.id, item]));
  return [
    h(
      "div",
      { class: "notice" },
      h("p", {}, h("strong", {}, say(list.title)), " ", text("version", { version: list.version })),
      h("p", {}, say(list.description)),
      h("p", {}, sentence(list.provenance.note)),
    ),
    list.scales.map((group) => groupOf(group, items, list, answers, changed)),
  ];
}

function groupOf(group, items, list, answers, changed) {
  const ids = group.parts.flatMap((part) => part.product ?? [part.item]);
  const progress = h("span", { class: "progress" });
  const count = () => {
    const given = ids.filter((id) => answers[id] !== undefined).length;
    fill(progress, text("answered", { count: given, all: ids.length }));
  };
  const question = (id) => {
    const item = items.get(id);
    const { anchors } = item.scale ?? list.scale;
    return scale({
      legend: say(item.text),
      options: anchors.map(({ value, label }) => [value, say(label)]),
      none: text("noAnswer"),
      chosen: answers[id] ?? null,
      onchange: (value) => {
        if (value === null) delete answers[id];
        else answers[id] = value;
        count();
        changed();
      },
    });
  };
  count();
  const summary = [h("span", { class: "group-name" }, capital(say(group.label))), " ", progress];
  const element = disclosure(`group ${group.id}`, summary, ids.map(question));
  element.classList.add("group");
  return element;
}

/** What was filled in, as a profile: the library scores it and says how each determinant stands. */
export function profileOfAnswers(list, answers) {
  return behaviour.profile(measure.score(list, answers));
}
