// How far people who code the same things agree, beyond what chance would give.
import { call } from "./document.js";

export function estimate(coders, options) {
  return call("agreement.estimate", { level: "nominal", ...options, coders });
}
