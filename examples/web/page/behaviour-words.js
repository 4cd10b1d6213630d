// What the library calls determinants, standings and perspectives.
import { behaviour, cocreation } from "./meedoen/index.js";
import { names } from "./pieces.js";

/** Everything the intake needs to know of the vocabulary of the library. */
export function words() {
  const determinants = behaviour.determinants();
  const perspectives = cocreation.eventKinds().common.find(({ name }) => name === "perspective").kind.choices;
  return {
    determinants,
    determinant: names(determinants),
    standing: names(behaviour.standings()),
    perspective: names(perspectives),
  };
}
