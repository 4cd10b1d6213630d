export { call, operations, type CallOptions } from "./document.js";
export { MeedoenError, type Problem } from "./error.js";
export type * from "./documents.js";
export * as behaviour from "./behaviour.js";
export * as cocreation from "./cocreation.js";
export * as ladder from "./ladder.js";
export * as measure from "./measure.js";

/** What the library can be loaded from. */
export type Source = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/**
 * Loads the library, once. Without an argument it takes the WebAssembly file beside this module: in a
 * browser by `fetch`, in Node from disk.
 */
export default function init(input?: Source | Promise<Source>): Promise<void>;
