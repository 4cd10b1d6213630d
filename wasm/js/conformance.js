// Whether what was recorded follows a roadmap.
import { call } from "./document.js";

export function roadmap(document) {
  return call("conformance.roadmap", document);
}

export function readCsv(text, options) {
  return call("conformance.read_csv", { ...options, text });
}

export function readXes(text) {
  return call("conformance.read_xes", { text });
}

export function check(traces, roadmap) {
  return call("conformance.check", { traces, roadmap });
}

export function stays(traces, roadmap) {
  return call("conformance.stays", { traces, roadmap });
}
