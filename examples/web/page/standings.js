// Filling in what someone saw or heard of each determinant.
import { disclosure, h } from "./dom.js";
import { capital, say, text } from "./language.js";
import { choice, labelled } from "./pieces.js";
import { scale } from "./scale.js";
import { TEXTS } from "./texts.js";

/** The form; it writes into `entry` and calls `changed`. */
export function standings(entry, words, changed) {
  const set = (field) => (value) => {
    entry[field] = value;
    changed();
  };
  const behaviour = h("input", {
    id: "behaviour",
    type: "text",
    autocomplete: "off",
    value: entry.behaviour ?? text("behaviourExample"),
    oninput: ({ target }) => set("behaviour")(target.value),
  });
  const perspectives = [...words.perspective].map(([code, label]) => [code, say(label)]);
  return [
    h(
      "div",
      { class: "row" },
      labelled(text("behaviour"), behaviour),
      labelled(text("who"), choice("perspective", perspectives, entry.perspective, set("perspective"))),
    ),
    words.determinants.map((one) => determinant(one, entry, changed)),
  ];
}

function determinant({ code, label, question }, entry, changed) {
  const finding = entry.findings[code];
  const note = h("input", {
    id: `note-${code}`,
    type: "text",
    autocomplete: "off",
    // Nothing to read: it lets the style see whether the field is empty.
    placeholder: " ",
    value: finding?.note ?? "",
    oninput: ({ target }) => {
      entry.findings[code].note = target.value;
      changed();
    },
  });
  const noteField = disclosure(`note ${code}`, text("note"), labelled(capital(say(label)), note));
  noteField.hidden = !finding;
  const buttons = scale({
    legend: say(label),
    help: say(question.text),
    options: question.kind.choices.map((one) => [one.code, say(one.label)]),
    none: text("unknown"),
    chosen: finding?.standing ?? null,
    onchange: (standing) => {
      if (standing) entry.findings[code] = { standing, note: note.value };
      else delete entry.findings[code];
      noteField.hidden = !standing;
      changed();
    },
  });
  return h("div", { class: "determinant" }, buttons, noteField);
}

/** What was filled in, as a profile. */
export function profileOfStandings({ behaviour, perspective, findings }) {
  return {
    targetBehaviour: behaviour ? { nl: behaviour, en: behaviour } : TEXTS.behaviourExample,
    perspective,
    findings: Object.entries(findings).map(([determinant, { standing, note }]) => ({ determinant, standing, note: note || null })),
  };
}
