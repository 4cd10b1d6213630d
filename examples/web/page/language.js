// The language of the page, and the texts in it.
import { TEXTS } from "./texts.js";

const listeners = [];
let current = "nl";

export function language() {
  return current;
}

/** Calls `listener` now and after every change of language. */
export function inEachLanguage(listener) {
  listeners.push(listener);
  listener();
}

export function speak(code) {
  current = code;
  for (const listener of listeners) listener();
}

/** A text of the page, with values for its `{names}`. */
export function text(key, values = {}) {
  return TEXTS[key][current].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** A text of the library. */
export function say(label) {
  return label[current];
}

/** A text of the library as a sentence: most are parts of one. */
export function sentence(label) {
  const words = capital(say(label));
  return /[.?!]$/.test(words) ? words : `${words}.`;
}

export function capital(words) {
  return words.charAt(0).toLocaleUpperCase(current) + words.slice(1);
}

/** A date of a document in words, as precisely as it is known. */
export function day(date, precision = "day") {
  const parts = { day: { day: "numeric", month: "long" }, month: { month: "long" }, year: {} };
  const format = new Intl.DateTimeFormat(current === "nl" ? "nl-NL" : "en-GB", { year: "numeric", timeZone: "UTC", ...parts[precision] });
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** A number with this many digits behind the comma or point. */
export function number(value, digits) {
  const form = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(current === "nl" ? "nl-NL" : "en-GB", form).format(value);
}
