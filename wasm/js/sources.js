// Facts: what the ids in an answer's source say.
import { call } from "./document.js";

export function areas() {
  return call("sources.areas", {});
}

export function fact(id) {
  return call("sources.fact", { id });
}

export function facts(ids) {
  return call("sources.facts", { ids: ids?.facts ?? ids });
}
