import type {
  Conditions, GovernmentRoleDescription, Instrument, PolicyCycle, Reflecting, Reflection, PolicyStepDescription, RoleProfile,
  Chart, ConformanceReport, Energy, Entry, EventForm, Language, Log, LogOnDate, Phase, PhaseDescription,
  PromiseLedger, Readiness, Review, Road, StoriesToCompare, StoriesToCount, StoriesToDraw, StoryAgreement,
  StoryFrequencies, Voice,
} from "./documents.js";

/** The date up to which a log is read, as year-month-day, and the periods to use. */
export type ReviewOptions = Omit<LogOnDate, "log">;

/** The four phases, with their conditions, activities and methods. */
export function phases(): readonly PhaseDescription[];

/** What can be recorded in a log, with the fields of each kind of event: what a form needs. */
export function eventKinds(): EventForm;

/** The log as it is understood; one that cannot be is refused with every problem, its event and its field. */
export function check(log: Log): Log;

/** The log with one more event; the log given stays as it was. */
export function append(log: Log, event: Entry): Log;

/** What the log says on a date: conditions, evidence and what asks for attention. It moves nothing on. */
export function review(log: Log, options: ReviewOptions): Review;

/** What the log says about the conditions for entering a phase; whether to enter is for people. */
export function readiness(log: Log, phase: Phase, options: { readonly asOf: string }): Readiness;

/**
 * How far those who coded stories agree, code by code, and which stories to talk about. It names stories, and is for those
 * who do the analysis. It is in the part `stories`.
 */
export function storyAgreement(
  stories: StoriesToCompare["stories"],
  options?: Omit<StoriesToCompare, "stories">,
): StoryAgreement;

/**
 * How often each code is in the stories, by group, fit to be published: `null` is “withheld”. It is in the part `stories`.
 */
export function storyFrequencies(
  stories: StoriesToCount["stories"],
  options?: Omit<StoriesToCount, "stories">,
): StoryFrequencies;

/** How often each code is in the stories, as bars; what is withheld has a dashed outline. */
export function storyFrequenciesChart(
  stories: StoriesToCount["stories"],
  options: Omit<StoriesToDraw, "stories">,
): Chart;
/** The ledger of promises on a date: what became of each, which are overdue, and the golden rule in its two parts. */
export function promises(log: Log, options: ReviewOptions): PromiseLedger;

/** Whose voice counts: who was there and spoke, whose ideas were taken up, who set the subject, how much influence. */
export function voice(log: Log, options: { readonly asOf: string }): Voice;

/** Where the energy is: who keeps coming, which initiatives move, what stood in the way. */
export function energy(log: Log, options: ReviewOptions): Energy;

/** What co-creation asks throughout, over time: conditions, tasks, breath and set-backs, with evidence and duration. */
export function conditions(log: Log, options: { readonly asOf: string }): Conditions;

/** Statements on working together, the same for people of formal and of informal parties; it has not been validated. */
export function reflectionInstrument(): Instrument;

/** What people of formal and of informal parties say of working together, side by side; means of few are withheld. */
export function reflect(
  formal: Reflecting["formal"],
  informal: Reflecting["informal"],
  options?: Omit<Reflecting, "formal" | "informal">,
): Reflection;

/** The roadmaps that the sources describe; an organisation's own is a document of the same form. */
export function roadmaps(): readonly Road[];

/** A log beside a roadmap; events keep their numbers. */
export function follow(log: Log, roadmap: Road): ConformanceReport;

/** The five steps of the policy cycle, with what is usual and what citizens add. */
export function policySteps(): readonly PolicyStepDescription[];

/** The policy cycle with citizens, from frame to decision, as far as a log says. It is in the part `policy`. */
export function policyCycle(log: Log, options: { readonly asOf: string }): PolicyCycle;

/** The four roles of the government, each with its place in the quadrant. */
export function governmentRoles(): readonly GovernmentRoleDescription[];

/** What was said and done in the four roles, and where word and deed differ. It is in the part `policy`. */
export function roleProfile(log: Log, options: { readonly asOf: string }): RoleProfile;

/** The quadrant of the four roles with what was said and done in each. */
export function rolesChart(log: Log, options: { readonly asOf: string; readonly language: Language }): Chart;

/** The process over time: phases, evaluations, sessions, promises and initiatives. */
export function timelineChart(log: Log, options: ReviewOptions & { readonly language: Language }): Chart;

/** How people, time to speak, ideas and agreements are shared between the parties, in the whole and in each phase. */
export function voiceChart(log: Log, options: { readonly asOf: string; readonly language: Language }): Chart;
