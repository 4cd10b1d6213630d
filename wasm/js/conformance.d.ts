import type { ConformanceReport, Road, Stays, Traces } from "./documents.js";

/** Which columns of a file say what. */
export interface CsvOptions {
  /** The column with the name of the case. */
  readonly case: string;
  /** The column with the step. */
  readonly step: string;
  /** The column with the date, if there is one. */
  readonly date?: string | null;
}

/** The roadmap as it is understood; one that cannot be is refused with every problem and its field. */
export function roadmap(document: Road): Road;

/** The cases in a log in CSV; a problem names the line on which its row begins. */
export function readCsv(text: string, options: CsvOptions): Traces;

/** The cases in a log in XES; document types, entities of one's own and deep nesting are refused. */
export function readXes(text: string): Traces;

/** Each case beside a roadmap: fitness, deviations in words, and the smallest repair. */
export function check(traces: Traces, roadmap: Road): ConformanceReport;

/** How long cases stay in each stage: the request to `multistate.fit` that says so. */
export function stays(traces: Traces, roadmap: Road): Stays;
