import { start } from "./engine.js";

export { call, operations } from "./document.js";
export { MeedoenError } from "./error.js";
export * as agreement from "./agreement.js";
export * as behaviour from "./behaviour.js";
export * as cocreation from "./cocreation.js";
export * as distribution from "./distribution.js";
export * as estimate from "./estimate.js";
export * as ladder from "./ladder.js";
export * as measure from "./measure.js";
export * as conformance from "./conformance.js";
export * as survival from "./survival.js";
export * as multistate from "./multistate.js";
export * as neighbourhood from "./neighbourhood.js";
export * as sources from "./sources.js";
export * as tegenprestatie from "./tegenprestatie.js";

/** Loads the library: the parts that are wanted, from the files beside this one or from what is given. */
export default function init(wanted) {
  return start(wanted);
}
