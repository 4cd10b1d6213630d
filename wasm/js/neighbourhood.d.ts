import type {
  Budgetkring, BudgetkringReview, Buurtbaan, BuurtbaanReview, ConformanceReport, EventForm, Input, NetworkFacts, NetworkReview,
  Road, Words,
} from "./documents.js";

/** The words of the buurtbaan and of the budgetkring, each with its facts. */
export function words(): Words;

/** What can be recorded of a buurtbaan, with the fields of each kind of event. */
export function buurtbaanEvents(): EventForm;

/** What the record of a buurtbaan holds: the walls, what the source asks of such a job, and what stands out. */
export function buurtbaan(events: Buurtbaan["events"], options: { readonly asOf: string }): BuurtbaanReview;

/** The roadmap of a buurtbaan. */
export function buurtbaanRoadmaps(): readonly Road[];

/** The record of a buurtbaan beside a roadmap: fitness, deviations in words, and the smallest repair. */
export function followBuurtbaan(record: Buurtbaan, roadmap: Road): ConformanceReport;

/** What can be recorded of a budgetkring, with the fields of each kind of event. */
export function budgetkringEvents(): EventForm;

/** Which principles of a budgetkring are recorded as met, and what stands out. */
export function budgetkring(events: Budgetkring["events"], options: { readonly asOf: string }): BudgetkringReview;

/** What is observed around a person, in a network of citizens and in a community, as questions. */
export function networkQuestions(): readonly Input[];

/** What is known of a network beside what the sources say of it; what is left out is unknown, never “no”. */
export function network(facts?: NetworkFacts | null): NetworkReview;

/** The roads of communities that the sources describe, to hold a log against with `conformance.check`. */
export function networkRoadmaps(): readonly Road[];
