import type { Input, NetworkFacts, NetworkReview, Road } from "./documents.js";

/** What is observed around a person, in a network of citizens and in a community, as questions. */
export function networkQuestions(): readonly Input[];

/** What is known of a network beside what the sources say of it; what is left out is unknown, never “no”. */
export function network(facts?: NetworkFacts | null): NetworkReview;

/** The roads of communities that the sources describe, to hold a log against with `conformance.check`. */
export function networkRoadmaps(): readonly Road[];
