// One question with answers from one end to the other, and a place for no answer.
import { fresh, h } from "./dom.js";
import { capital } from "./language.js";

/**
 * A group of radio buttons: `options` are pairs of value and words from low to high, `none` the words for no answer.
 * `onchange` gets the value chosen, `null` for no answer.
 */
export function scale({ legend, help, options, none, chosen, onchange }) {
  const name = fresh("scale");
  const button = ([value, words], index) => {
    const input = h("input", { type: "radio", name, id: `${name}-${index}`, checked: value === chosen, onchange: () => onchange(value) });
    return h("div", { class: value === null ? "option none" : "option" }, input, h("label", { for: input.id }, words));
  };
  const described = help && h("p", { class: "help", id: `${name}-help` }, help);
  return h(
    "fieldset",
    { class: "scale", "aria-describedby": described ? described.id : null },
    h("legend", {}, capital(legend)),
    described,
    h("div", { class: "options" }, [...options, [null, none]].map(button)),
  );
}
