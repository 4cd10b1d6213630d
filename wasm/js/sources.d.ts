import type { AreaOfFacts, Fact, Source } from "./documents.js";

/** What facts are about, with the ids of the facts of each. */
export function areas(): readonly AreaOfFacts[];

/** What a fact says, in Dutch and in English, with its publication and how well it is established. */
export function fact(id: string): Fact;

/** What facts say, by their ids, or the facts of the source of an answer. */
export function facts(ids: readonly string[] | Source): readonly Fact[];
