// Quoting the events of a log, in the words the library has for them.
import { disclosure, h } from "./dom.js";
import { capital, day, say, sentence, text } from "./language.js";

/** A place to look up events by number; `kinds` is what the library says that can be recorded. */
export function quoter(log, kinds) {
  const kindOf = new Map(kinds.kinds.map((kind) => [kind.code, kind]));
  const perspectives = new Map(kinds.common.find(({ name }) => name === "perspective").kind.choices.map((one) => [one.code, one.label]));
  const parties = new Map(log.parties.map(({ id, label }) => [id, label]));

  /** A value in words: a party by what people call it, a code by its label, the rest as it stands. */
  function value(found, field) {
    if (Array.isArray(found)) return found.map((one) => value(one, field)).join(", ");
    const { type, choices, fields } = field.kind;
    if (type === "truth") return text(found ? "yes" : "no");
    if (type === "choice") return say(choices.find(({ code }) => code === found).label);
    if (type === "date") return day(found);
    if (type === "group") return fields.filter(({ name }) => found[name] !== undefined).map((one) => value(found[one.name], one)).join(": ");
    return parties.has(found) ? say(parties.get(found)) : String(found);
  }

  function quote(number) {
    const event = log.events[number - 1];
    const kind = kindOf.get(event.kind);
    const own = kind.fields.filter(({ name }) => event[name] !== undefined && event[name] !== null);
    return h(
      "li",
      { value: number, class: "event" },
      h("p", {}, h("strong", {}, capital(day(event.date, event.date_precision))), " – ", say(kind.label), " ",
        h("span", { class: "ground" }, text("seenBy", { who: say(perspectives.get(event.perspective)) }))),
      own.length > 0 && h("dl", { class: "fields" }, own.map((field) => [h("dt", {}, capital(say(field.label))), h("dd", {}, value(event[field.name], field))])),
      event.note && h("p", { class: "note" }, sentence({ nl: event.note, en: event.note })),
      event.sources && h("p", { class: "facts" }, event.sources.join(", ")),
    );
  }

  function quotes(numbers) {
    return h("ol", { class: "events" }, numbers.map(quote));
  }

  /** The events that something rests on, to be opened. */
  function evidence(key, numbers) {
    if (numbers.length === 0) return null;
    const count = numbers.length === 1 ? text("oneEvent") : text("manyEvents", { count: numbers.length });
    return disclosure(key, text("restsOn", { count }), quotes(numbers));
  }

  return { quotes, evidence };
}

/** The last day on which the last event can have happened; nothing of a log without events. */
export function lastDay(events) {
  const { date, date_precision: precision } = events.at(-1) ?? {};
  if (!date || !precision || precision === "day") return date;
  const [year, month] = date.split("-").map(Number);
  const last = precision === "year" ? new Date(Date.UTC(year, 12, 0)) : new Date(Date.UTC(year, month, 0));
  return last.toISOString().slice(0, 10);
}
