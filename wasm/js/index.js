import { start } from "./engine.js";

export { call, operations } from "./document.js";
export { MeedoenError } from "./error.js";
export * as behaviour from "./behaviour.js";
export * as cocreation from "./cocreation.js";
export * as ladder from "./ladder.js";
export * as measure from "./measure.js";

/** Loads the library: the file beside this one, or the bytes, module, response or address given. */
export default function init(input) {
  return start(input);
}
