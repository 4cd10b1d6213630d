// Instruments and the scores they give.
import { call } from "./document.js";

export function instrument(document) {
  return call("measure.instrument", document);
}

export function score(instrument, answers) {
  // Answers are named after the items of the instrument, which keep their names as they are.
  return call("measure.score", { instrument, answers }, { verbatim: ["answers"] });
}

export function reliability(instrument, columns, options) {
  return call("measure.reliability", { ...options, instrument, columns });
}

export function reliableChange(before, after, options) {
  return call("measure.reliable_change", { ...options, before, after });
}
