// What the library calls determinants, standings and perspectives, and how it asks about each determinant.
import { behaviour, cocreation } from "./meedoen/index.js";
import { say } from "./language.js";
import { names } from "./pieces.js";
import { TEXTS } from "./texts.js";

/** Everything the intake needs to know of the vocabulary of the library. */
export function words() {
  const determinants = behaviour.determinants();
  const perspectives = cocreation.eventKinds().common.find(({ name }) => name === "perspective").kind.choices;
  return {
    determinants,
    determinant: names(determinants),
    standing: names(behaviour.standings()),
    perspective: names(perspectives),
    questions: new Map(determinants.map(({ code }) => [code, question(code, determinants)])),
  };
}

/** The library asks about the first determinant that is not known: here, of a profile in which only this one is not. */
function question(code, determinants) {
  const known = determinants.filter((other) => other.code !== code);
  const findings = known.map((other) => ({ determinant: other.code, standing: "mixed" }));
  return behaviour.assess({ targetBehaviour: TEXTS.behaviourExample, perspective: "client", findings }).nextQuestion;
}

/** An input of a reason in words, when it is a determinant. */
export function determinantIn({ determinant, standing }) {
  return ({ input, value }) => {
    const label = determinant.get(input.replaceAll("_", "-"));
    return label && standing.has(value) ? `${say(label)} (${say(standing.get(value))})` : undefined;
  };
}
