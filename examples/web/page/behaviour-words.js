// The words of the library that the page on behaviour uses; the perspectives are those of any event of a log.
import { behaviour, cocreation } from "./meedoen/index.js";
import { names } from "./pieces.js";

/** The determinants themselves, and the names of determinants, standings and perspectives by their code. */
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
