import type {
  Assessment, Caseload, Chart, DeterminantDescription, Instrument, IntegrativeModel, InterventionCatalogue,
  InterventionDescription, InterventionPlan, InterventionReview, InterventionSet, Language, LeverCell, ModelRequest,
  PersonInCaseload, PersonalPotential, Planning, Potential, Profile, ProfileFromScores, ProfileInput, ScoresInput,
  ScoresOfMany, Summary, Supposing, Term, WhatIf,
} from "./documents.js";

/** In which language a chart is written. */
export interface ChartOptions {
  readonly language: Language;
}

/** The seven determinants, three of willing and four of being able, each with the question to ask about it. */
export function determinants(): readonly DeterminantDescription[];

/** How a determinant can stand towards a behaviour, from strongly hindering to strongly supporting. */
export function standings(): readonly Term[];

/** The professional roles. */
export function roles(): readonly Term[];

/** What the sources name as done to influence behaviour, each with the roles they name for it. */
export function interventions(): readonly InterventionDescription[];

/** The lever matrix: every role against every determinant; what the sources do not say is `null`. */
export function levers(): readonly LeverCell[];

/** The names of the instruments that come with the library. They are in the part `instruments`. */
export function instruments(): readonly string[];

/** An instrument that comes with the library; each is illustrative and has not been validated. It is in the part `instruments`. */
export function instrument(id: string): Instrument;

/** The profile of one person's scores; without a perspective it is the person's own. */
export function profile(scores: ScoresInput, options?: Omit<ProfileFromScores, "scores">): Profile;

/** What stands in the way of the behaviour and what is not known. It never says that the behaviour will follow. */
export function assess(profile: ProfileInput): Assessment;

/**
 * For how many people each determinant stands in the way, by group, fit to be published: counts below `smallest` (5 unless
 * said otherwise) are withheld, and so many others that none can be computed back. `null` is “withheld”. It is in the part `groups`.
 */
export function summarise(
  scores: ScoresOfMany["scores"],
  options?: Omit<ScoresOfMany, "scores">,
): Summary;

/** What the sources let one say of who does what around one person: advice, never a decision. */
export function reviewInterventions(profile: ProfileInput, interventions: InterventionSet): InterventionReview;

/**
 * The integrative model for an instrument: its `structural` is for `estimate.structural`, its `formula` for a regression. It
 * is in the part `statistics`.
 */
export function model(
  instrument: ModelRequest["instrument"],
  intention: string,
  behaviour: string,
  options?: Omit<ModelRequest, "instrument" | "intention" | "behaviour">,
): IntegrativeModel;
/**
 * Interventions the sources tie to a determinant, with illustrative effects and hours to show how planning works. It is in the
 * part `plan`.
 */
export function catalogue(): InterventionCatalogue;

/**
 * Which determinants promise most for a caseload: level, room for change, relevance with and without a model, potential with
 * its interval and ranks. It is in the part `plan`.
 */
export function potential(scores: Caseload["scores"], options: Omit<Caseload, "scores">): Potential;

/**
 * Which determinants promise most for one person, whose scores hold measurement error; what matters is read from the
 * caseload. It is in the part `plan`.
 */
export function personalPotential(
  scores: PersonInCaseload["scores"],
  caseload: PersonInCaseload["caseload"],
): PersonalPotential;

/** What it would do to the chance of the behaviour if each determinant rose by so many points. It is in the part `plan`. */
export function whatIf(
  people: Supposing["people"],
  model: Supposing["model"],
  options?: Omit<Supposing, "people" | "model">,
): WhatIf;

/**
 * Who could get what help, so that the expected number of people showing the behaviour rises most: advice, never a
 * decision. What professionals fix or forbid is kept, and the plan says what that costs. It is in the part `plan`.
 */
export function plan(people: Planning["people"], options: Omit<Planning, "people">): InterventionPlan;

/** The seven determinants of a profile as a chart; what is unknown is shown as unknown. */
export function profileChart(profile: ProfileInput, options: ChartOptions): Chart;

/** The forces for and against the behaviour with what each role adds. */
export function fieldOfForcesChart(
  profile: ProfileInput,
  interventions: InterventionSet,
  options: ChartOptions,
): Chart;

/** Levels and relevance of the determinants side by side, each with its interval. It is in the part `planCharts`. */
export function determinantChart(caseload: Caseload, options: ChartOptions): Chart;
