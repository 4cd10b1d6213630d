import type {
  ChangeCounts, Instrument, InstrumentInput, ItemAnswers, Reliability, ReliabilityRequest, Scores,
} from "./documents.js";

/**
 * The instrument as it is understood; one that is not right is refused with every problem named. What every field means is
 * with the type. The shortest there can be:
 *
 * ```js
 * const text = (words) => ({ nl: words, en: words });
 * measure.instrument({
 *   schemaVersion: 1, id: "cycling", version: "1", title: text("Cycling"), missingRule: "half", missingCodes: [9],
 *   provenance: { kind: "local", note: text("made for one department") },
 *   scale: { min: 1, max: 5 },
 *   items: [{ id: "q1", text: text("Cycling is pleasant") }, { id: "q2", text: text("Cycling is a waste of time"), reverse: true }],
 *   scales: [{ id: "attitude", label: text("attitude"), parts: [{ item: "q1" }, { item: "q2" }] }],
 * });
 * ```
 */
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
