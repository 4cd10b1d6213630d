// The participation ladder.
import { call, draw } from "./document.js";

export function rungs() {
  return call("ladder.rungs", {});
}

export function questions() {
  return call("ladder.questions", {});
}

export function classify(facts, options) {
  return call("ladder.classify", { ...options, facts });
}

export function session(steps = [], options) {
  return call("ladder.session", { ...options, steps });
}

export function growthPotential(now, expected, options) {
  return call("ladder.growth_potential", { ...options, now, expected });
}

export function compare(earlier, later) {
  return call("ladder.compare", { earlier: position(earlier), later: position(later) });
}

export function sideBySide(professional, own, options) {
  return call("ladder.side_by_side", { ...options, professional: position(professional), own: position(own) });
}

export function recognise(values) {
  return call("ladder.recognise", { values });
}

export function chart(known, options) {
  return draw("ladder.chart", { ...options, [Array.isArray(known) ? "steps" : "facts"]: known });
}

/** A rung, a list of rungs or nothing as it is; of a placement the rungs it lies between. */
function position(value) {
  return value?.between ?? value ?? null;
}
