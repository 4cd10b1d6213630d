// What every part of the page shows in the same way: states, reasons, sources.
import { disclosure, h } from "./dom.js";
import { capital, say, sentence, text } from "./language.js";

const SIGNS = { met: "✓", unmet: "✕", unknown: "?" };

/** Met, not met or unknown: in words, with a sign and a border of its own, so that colour is never needed. */
export function state(truth, words = text(truth)) {
  return h("span", { class: `state ${truth}` }, h("span", { "aria-hidden": "true" }, SIGNS[truth]), " ", words);
}

/** Reasons with what they rest on. */
export function reasons(list) {
  return h("ul", { class: "reasons" }, list.map((reason) => h("li", {}, reasonBody(reason))));
}

function reasonBody({ text: words, inputs, source }) {
  const given = inputs.map(({ label, valueLabel }) => `${say(label)} – ${say(valueLabel)}`);
  return [
    sentence(words),
    given.length > 0 && [" ", h("span", { class: "ground" }, text("given", { given: given.join("; ") }))],
    facts(source),
  ];
}

/** The numbers of the facts that something rests on. */
export function facts(...sources) {
  const ids = [...new Set(sources.flatMap((source) => source.facts))];
  return ids.length > 0 && [" ", h("span", { class: "facts" }, ids.map((id, index) => [index > 0 && ", ", h("span", {}, id)]))];
}

/** The publications behind several answers, each once. */
export function references(...sources) {
  const all = [...new Set(sources.flatMap((source) => source.references))];
  if (all.length === 0) return null;
  return [h("p", { class: "label" }, text("references")), h("ul", { class: "references" }, all.map((one) => h("li", {}, linked(capital(one)))))];
}

/** Words in which every address can be followed; whoever follows one is not told to have come from here. */
function linked(words) {
  const piece = (one) => one.startsWith("https://") ? h("a", { href: one, rel: "noreferrer" }, one) : one;
  return words.split(/(https:\/\/\S+)/).map(piece);
}

/** The articles of the law among the references of a source, each with its text a click away. */
export function articles({ references: all }) {
  const article = (one) => {
    const [name, address] = one.split(", ");
    return address?.startsWith("https://") ? h("a", { href: address, rel: "noreferrer" }, name) : name;
  };
  return all.filter((one) => one.includes("art.")).map((one, index) => [index > 0 && "; ", article(one)]);
}

/** Reasons and their publications, to be opened. */
export function why(key, list) {
  if (list.length === 0) return null;
  return disclosure(key, text("reasons"), [reasons(list), references(...list.map(({ source }) => source))]);
}

/** The publications behind several answers, to be opened. */
export function sources(key, ...list) {
  return disclosure(key, text("sources"), references(...list));
}

/** A part of a panel under a heading of its own. */
export function part(heading, ...content) {
  return h("section", { class: "part" }, h("h3", {}, heading), content);
}

/** How many of these are met, not met and unknown. */
export function tally(truths) {
  const counts = ["met", "unmet", "unknown"].map((truth) => [truth, truths.filter((one) => one === truth).length]);
  return counts.filter(([, count]) => count > 0).map(([truth, count]) => `${count} ${text(truth)}`).join(", ");
}

/** A label before a control, or a control in its label. */
export function labelled(words, control, help) {
  return h("div", { class: "field" }, h("label", { for: control.id }, words), control, help && h("p", { class: "help" }, help));
}

/** A list to choose one from: pairs of value and words. */
export function choice(id, options, chosen, onchange) {
  const list = options.map(([value, words]) => h("option", { value }, words));
  const select = h("select", { id, onchange: ({ target }) => onchange(target.value) }, list);
  select.value = chosen;
  return select;
}

/** What the library calls the members of a list: label by code. */
export function names(terms) {
  return new Map(terms.map(({ code, label }) => [code, label]));
}

/** Labels one after the other. */
export function enumeration(labels) {
  return labels.length > 0 ? labels.map(say).join(", ") : text("nothing");
}
