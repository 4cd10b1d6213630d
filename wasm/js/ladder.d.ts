import type {
  Chart, Comparison, GrowthPotential, LadderFacts, Language, Operations, Perspective, Placement, Question, Rung, RungDescription,
  SessionState, SideBySide, StepInput,
} from "./documents.js";

/** Whose view it is; the professional's, who places with the person concerned, unless said otherwise. */
export interface ViewOptions {
  readonly perspective?: Perspective | null;
}

/** A rung, the rungs that are possible, a placement, or nothing when nothing is known. */
export type Position = Rung | readonly Rung[] | { readonly between: readonly Rung[] } | null | undefined;

/** The six rungs with their names, criteria and examples, from the first. */
export function rungs(): readonly RungDescription[];

/** The questions of the decision flow, in order. */
export function questions(): readonly Question[];

/** Places someone on the ladder by observable facts; advice, never a decision. */
export function classify(facts: LadderFacts, options?: ViewOptions): Placement;

/** The decision flow question by question: hand back the steps with one more answer; `null` is “not known”. */
export function session(steps?: readonly StepInput[], options?: ViewOptions): SessionState;

/** What someone does now beside what is expected at the end of a period of months. */
export function growthPotential(
  now: LadderFacts,
  expected: LadderFacts,
  options: ViewOptions & { readonly months: number },
): GrowthPotential;

/** Growth, stabilisation or decline; staying on the same rung counts as reaching the aim. */
export function compare(earlier: Position, later: Position): Comparison;

/** The person's own view beside the professional's; neither is corrected by the other. */
export function sideBySide(
  professional: Position,
  own: Position,
  options?: { readonly words?: string | null },
): SideBySide;

/** Rungs as they stand in a file; another scale under the same name is refused. */
export function recognise(values: readonly (string | number)[]): readonly Rung[];

/** The six rungs as the states of a multi-state model, with the moves that can happen directly. */
export function stateSpace(
  moves?: Operations["ladder.state_space"]["request"]["moves"],
): Operations["ladder.state_space"]["answer"];

/** The plainest model of a panel of rungs, to be fitted with `multistate.fit`. */
export function specification(
  request: Operations["ladder.specification"]["request"],
): Operations["ladder.specification"]["answer"];

/** Growth, stabilisation and decline between two moments; not for publication, which `multistate.protectedTables` is. */
export function changes(request: Operations["ladder.changes"]["request"]): Operations["ladder.changes"]["answer"];

/** What to look up in registered rungs before any model. */
export function quality(request: Operations["ladder.quality"]["request"]): Operations["ladder.quality"]["answer"];

/** The ladder with the rungs that are possible, from facts or from the steps of a session. */
export function chart(known: LadderFacts | readonly StepInput[], options: ViewOptions & { readonly language: Language }): Chart;
