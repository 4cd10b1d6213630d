import type { Label, Problem } from "./documents.js";

/** Why a document or an argument was refused: every problem found, each with its place. */
export class MeedoenError extends Error {
  /** The code of the first problem; it does not change between releases. */
  readonly code: string;
  /** The whole in two languages; `message` is the English one. */
  readonly messages: Label;
  readonly problems: readonly Problem[];
}
