// Probability distributions.
import { call } from "./document.js";

export function value(function_, arguments_) {
  return call("distribution.value", { function: function_, arguments: arguments_ });
}
