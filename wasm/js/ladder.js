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

export function stateSpace(moves) {
  return call("ladder.state_space", { moves });
}

export function specification(request) {
  return call("ladder.specification", request);
}

export function changes(request) {
  return call("ladder.changes", request);
}

export function quality(request) {
  return call("ladder.quality", request);
}

/** A rung, a list of rungs or nothing as it is; of a placement the rungs it lies between. */
function position(value) {
  return value?.between ?? value ?? null;
}
