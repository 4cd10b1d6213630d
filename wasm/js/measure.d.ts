import type { Instrument, InstrumentInput, ItemAnswers, Scores } from "./documents.js";

/** The instrument as it is understood; one that is not right is refused with every problem named. */
export function instrument(document: InstrumentInput): Instrument;

/** The scores of one person; answers are named after the items, one left out or `null` was not given. */
export function score(instrument: InstrumentInput, answers: ItemAnswers): Scores;
