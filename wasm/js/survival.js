// How long it takes until something happens, when of some it has not happened yet.
import { call } from "./document.js";

export function estimate(groups) {
  return call("survival.estimate", { groups });
}
