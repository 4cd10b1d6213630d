import type {
  ChangeCounts, Instrument, InstrumentInput, ItemAnswers, Reliability, ReliabilityRequest, Scores,
} from "./documents.js";

/** The instrument as it is understood; one that is not right is refused with every problem named. */
export function instrument(document: InstrumentInput): Instrument;

/** The scores of one person; answers are named after the items, one left out or `null` was not given. */
export function score(instrument: InstrumentInput, answers: ItemAnswers): Scores;

/** How far the items of each scale, and of each sub-determinant, measure one thing. It is in the part `reliability`. */
export function reliability(
  instrument: InstrumentInput,
  columns: ReliabilityRequest["columns"],
  options?: Pick<ReliabilityRequest, "missing">,
): Reliability;

/** Who changed by more than measurement error between two measurements, and how many. It is in the part `reliability`. */
export function reliableChange(
  before: readonly (number | null)[],
  after: readonly (number | null)[],
  options: { readonly standardErrorOfMeasurement: number; readonly by?: readonly (string | null)[] | null },
): ChangeCounts;
