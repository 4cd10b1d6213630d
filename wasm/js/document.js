import { run } from "./engine.js";
import { MeedoenError } from "./error.js";
import { fromDocument, toDocument } from "./keys.js";

export { operations } from "./engine.js";

/** Asks the library one thing; throws `MeedoenError` with every problem of a request it refuses. */
export function call(name, request, { verbatim = [] } = {}) {
  const document = JSON.stringify(toDocument(request, verbatim));
  return fromDocument(JSON.parse(ask(name, document)), verbatim);
}

/** Asks for a chart: a Vega-Lite specification has names of its own, which stay as they are. */
export function draw(name, request) {
  return JSON.parse(ask(name, JSON.stringify(toDocument(request))));
}

function ask(name, document) {
  try {
    return run(name, document);
  } catch (error) {
    // A refusal comes as the text of its document; anything else is not ours to dress up.
    throw typeof error === "string" ? new MeedoenError(fromDocument(JSON.parse(error))) : error;
  }
}
