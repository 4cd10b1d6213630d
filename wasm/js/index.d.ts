export { call, operations, type CallOptions } from "./document.js";
export { MeedoenError, type Problem } from "./error.js";
export type * from "./documents.js";
export * as behaviour from "./behaviour.js";
export * as cocreation from "./cocreation.js";
export * as distribution from "./distribution.js";
export * as estimate from "./estimate.js";
export * as ladder from "./ladder.js";
export * as measure from "./measure.js";

/** What a part of the library can be loaded from. */
export type Source = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/** Whether a part is loaded: from the file beside this module, or from what is given. */
export type Wanted = boolean | Source | Promise<Source>;

/** The parts of the library. Each is a WebAssembly file; together they can do all `operations()`. */
export interface Parts {
  /** `measure`, `behaviour` and `ladder` without their charts; loaded unless it is `false`. */
  readonly people?: Wanted;
  /** `cocreation` without its chart. */
  readonly process?: Wanted;
  /** The charts of `behaviour` and `ladder`. */
  readonly charts?: Wanted;
  /** The chart of `cocreation`. */
  readonly timeline?: Wanted;
  /** `estimate`, `distribution`, and of `measure` the reliability. */
  readonly statistics?: Wanted;
}

/**
 * Loads parts of the library, each once; more can be loaded later. The files beside this module are fetched in a
 * browser, and read from disk in Node. A function whose part is not loaded throws an error that says which it is.
 */
export default function init(parts?: Parts): Promise<void>;
