import type { Label } from "./document.js";

/** One problem: what is wrong, and where; rows and events count from 1. */
export interface Problem {
  readonly code: string;
  readonly message: Label;
  readonly row: number | null;
  readonly event: number | null;
  readonly field: string | null;
}

/** Why a document or an argument was refused: every problem found, each with its place. */
export class MeedoenError extends Error {
  /** The code of the first problem; it does not change between releases. */
  readonly code: string;
  /** The whole in two languages; `message` is the English one. */
  readonly messages: Label;
  readonly problems: readonly Problem[];
}
