import type { Chart, Operations } from "./documents.js";

/** What an operation is asked, and what it answers. */
type Request<Name extends keyof Operations> = Operations[Name]["request"];
type Answer<Name extends keyof Operations> = Operations[Name]["answer"];

/** What an operation can be asked beside the fields that are given by position. */
type Options<Name extends keyof Operations, Given extends keyof Request<Name>> = Omit<Request<Name>, Given>;

/** A model with intensities that are stated, not estimated; `rates` are per unit of time, a year unless said otherwise. */
export function given(
  states: Request<"multistate.given">["states"],
  rates: Request<"multistate.given">["rates"],
  options?: Options<"multistate.given", "states" | "rates">,
): Answer<"multistate.given">;

/** Fits a model to a panel: the fields of a specification, with the `panel`. */
export function fit(request: Request<"multistate.fit">): Answer<"multistate.fit">;

/** What a panel, or a part of one, says about a model: counts that add up exactly. */
export function transitions(request: Request<"multistate.transitions">): Answer<"multistate.transitions">;

/** What parts of a panel say together; they have nobody in common and are about the same model. */
export function merge(parts: Request<"multistate.merge">["parts"]): Answer<"multistate.merge">;

/** Fits the model that was asked to what a panel or its parts together say. */
export function fitTransitions(
  transitions: Request<"multistate.fit_transitions">["transitions"],
): Answer<"multistate.fit_transitions">;

/** Fits a model to a panel and gives the interval of every parameter, by the method that is asked. */
export function intervals(request: Request<"multistate.intervals">): Answer<"multistate.intervals">;

/** How well a model explains a panel. */
export function likelihood(request: Request<"multistate.likelihood">): Answer<"multistate.likelihood">;

/** What a model expects of people of one profile; with an interval where the uncertainty of the model is known. */
export function answer(
  model: Request<"multistate.answer">["model"],
  questions: Request<"multistate.answer">["questions"],
  options?: Options<"multistate.answer", "model" | "questions">,
): Answer<"multistate.answer">;

/** The people seen in each state over time beside those a model expects. */
export function prevalence(request: Request<"multistate.prevalence">): Answer<"multistate.prevalence">;

/** Whether a model fits a panel. */
export function goodness(request: Request<"multistate.goodness">): Answer<"multistate.goodness">;

/** Fits two models to a panel and compares them. */
export function select(request: Request<"multistate.select">): Answer<"multistate.select">;

/** Two fits of one panel, compared by likelihood ratio and information. */
export function compare(
  first: Request<"multistate.compare">["first"],
  second: Request<"multistate.compare">["second"],
): Answer<"multistate.compare">;

/** How many people will be in each state, these times from now; never who. */
export function forecast(
  model: Request<"multistate.forecast">["model"],
  times: Request<"multistate.forecast">["times"],
  options?: Options<"multistate.forecast", "model" | "times">,
): Answer<"multistate.forecast">;

/** How many of two groups are in some states at the end of a span. */
export function contrast(
  first: Request<"multistate.contrast">["first"],
  second: Request<"multistate.contrast">["second"],
  states: Request<"multistate.contrast">["states"],
  end: number,
  options?: Options<"multistate.contrast", "first" | "second" | "states" | "end">,
): Answer<"multistate.contrast">;

/** How many times as fast the first group makes each move as the second. */
export function ratios(
  first: Request<"multistate.ratios">["first"],
  second: Request<"multistate.ratios">["second"],
  options?: Options<"multistate.ratios", "first" | "second">,
): Answer<"multistate.ratios">;

/** Draws a panel from a model; the same seed gives the same panel everywhere. */
export function simulate(
  model: Request<"multistate.simulate">["model"],
  study: Request<"multistate.simulate">["study"],
  options?: Options<"multistate.simulate", "model" | "study">,
): Answer<"multistate.simulate">;

/** How many people it takes to see an effect. */
export function power(
  model: Request<"multistate.power">["model"],
  study: Request<"multistate.power">["study"],
  covariate: string,
  hazardRatio: number,
  options?: Options<"multistate.power", "model" | "study" | "covariate" | "hazardRatio">,
): Answer<"multistate.power">;

/** What to look up in registrations before any model. */
export function quality(request: Request<"multistate.quality">): Answer<"multistate.quality">;

/** Who was where at one moment and where at the next: counts, and shares with their intervals. */
export function tables(request: Request<"multistate.tables">): Answer<"multistate.tables">;

/** The same for publication: without counts of few people and what would give them away. */
export function protectedTables(request: Request<"multistate.protected_tables">): Answer<"multistate.protected_tables">;

/** Whether the next state depends on the state before the present one, the group or the period. */
export function dependence(request: Request<"multistate.dependence">): Answer<"multistate.dependence">;

/** Who moves where until `end`. */
export function flowChart(
  model: Request<"multistate.flow_chart">["model"],
  end: number,
  options: Options<"multistate.flow_chart", "model" | "end" | "from">,
): Chart;

/** How the probability of each state changes until `end`, for who begins in `from`. */
export function courseChart(
  model: Request<"multistate.course_chart">["model"],
  from: string,
  end: number,
  options: Options<"multistate.course_chart", "model" | "end" | "from">,
): Chart;

/** How many times as fast the first group makes each move. */
export function ratiosChart(
  first: Request<"multistate.ratios_chart">["first"],
  second: Request<"multistate.ratios_chart">["second"],
  options: Options<"multistate.ratios_chart", "first" | "second">,
): Chart;
