export { call, operations, type CallOptions } from "./document.js";
export { MeedoenError } from "./error.js";
export type * from "./documents.js";
export * as agreement from "./agreement.js";
export * as behaviour from "./behaviour.js";
export * as cocreation from "./cocreation.js";
export * as distribution from "./distribution.js";
export * as estimate from "./estimate.js";
export * as ladder from "./ladder.js";
export * as measure from "./measure.js";
export * as conformance from "./conformance.js";
export * as survival from "./survival.js";
export * as multistate from "./multistate.js";
export * as neighbourhood from "./neighbourhood.js";
export * as sources from "./sources.js";
export * as tegenprestatie from "./tegenprestatie.js";

/** What a part of the library can be loaded from. */
export type PartSource = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/** Whether a part is loaded: from the file beside this module, or from what is given. */
export type Wanted = boolean | PartSource | Promise<PartSource>;

/**
 * The parts of the library, each in a WebAssembly file of its own; together they can do all `operations()`. What all of
 * them use is in the file `base`, and what several use in `common`, `numbers`, `time`, `duties`, `plans`, `traces`, `log` and `drawing`: these are
 * loaded when they are needed, and named here only to say where from.
 */
export interface Parts {
  /** What every part uses. */
  readonly base?: Wanted;
  /** What several parts use, and `people` does not. */
  readonly common?: Wanted;
  /** What `reliability`, `statistics` and `plan` use, and so do the parts about people over time. */
  readonly numbers?: Wanted;
  /** What `reliability` and `statistics` use. */
  readonly samples?: Wanted;
  /** What `panels`, `models`, `fit` and `panelCharts` use. */
  readonly time?: Wanted;
  /** What `models`, `fit` and `panelCharts` use. */
  readonly answers?: Wanted;
  /** What `fit` and `panels` use. */
  readonly registrations?: Wanted;
  /** What `duty` and `practice` use. */
  readonly duties?: Wanted;
  /** What `plan` and `planCharts` use. */
  readonly plans?: Wanted;
  /** What `roads` and `neighbourhood` use. */
  readonly traces?: Wanted;
  /** What `process`, `following` and `timeline` use. */
  readonly log?: Wanted;
  /** What `process`, `policy`, `following`, `roads` and `timeline` use. */
  readonly events?: Wanted;
  /** What `policy` and `timeline` use. */
  readonly pictures?: Wanted;
  /** What `charts`, `panelCharts`, `timeline` and `stories` use. */
  readonly drawing?: Wanted;
  /** `measure`, `behaviour` and `ladder` without their charts and groups; loaded unless it is `false`. */
  readonly people?: Wanted;
  /** The questionnaires that come with the library: `behaviour.instrument` and `behaviour.instruments`. */
  readonly instruments?: Wanted;
  /** `cocreation` without its charts and what follows a process while it runs. */
  readonly process?: Wanted;
  /** Of `measure` the reliability, and who changed by more than measurement error. */
  readonly reliability?: Wanted;
  /** `estimate`, `distribution` and `behaviour.model`. */
  readonly statistics?: Wanted;
  /** Models of people over time: what `multistate` says of a model without a panel. */
  readonly models?: Wanted;
  /** What `multistate` fits to a panel, or holds against it: `fit`, `intervals`, `likelihood`, `prevalence`, `goodness`, `select`, `power`. */
  readonly fit?: Wanted;
  /** Panels by themselves: their quality and counts, and what `ladder` says of them. */
  readonly panels?: Wanted;
  /** Counts by group that are fit to be published: `behaviour.summarise`. */
  readonly groups?: Wanted;
  /** Of `tegenprestatie` what the law and ordinances say. */
  readonly duty?: Wanted;
  /** Of `tegenprestatie` activities, displacement, conditions and the programme. */
  readonly practice?: Wanted;
  /** What would help whom: `behaviour.plan` and what goes with it. */
  readonly plan?: Wanted;
  /** What people told: how far coders agree (`agreement`), and what is in it, with its chart (`cocreation.storyAgreement`, …). */
  readonly stories?: Wanted;
  /** The policy cycle and the roles of the government, with their chart: `cocreation.policyCycle`, `roleProfile`, … */
  readonly policy?: Wanted;
  /** What follows a process while it runs: `cocreation.promises`, `voice`, `energy`, `conditions` and `reflect`, and `survival`. */
  readonly following?: Wanted;
  /** Roadmaps: `cocreation.roadmaps`, `cocreation.follow`, and `conformance` with its readers of CSV and XES. */
  readonly roads?: Wanted;
  /** What residents make themselves: buurtbaan, budgetkring, networks and communities: `neighbourhood`. */
  readonly neighbourhood?: Wanted;
  /** What the facts say that answers rest on: `sources`. */
  readonly sources?: Wanted;
  /** The charts of `behaviour` and `ladder`. */
  readonly charts?: Wanted;
  /** The chart of what promises most for a caseload: `behaviour.determinantChart`. */
  readonly planCharts?: Wanted;
  /** The charts of `multistate`. */
  readonly panelCharts?: Wanted;
  /** The charts of `cocreation`: over time, and of voice. */
  readonly timeline?: Wanted;
}

/**
 * Loads parts of the library, each once; more can be loaded later. The files beside this module are fetched in a
 * browser, and read from disk in Node. A function whose part is not loaded throws an error that says which it is.
 */
export default function init(parts?: Parts): Promise<void>;
