/** One text in two languages. */
export interface Label {
  readonly nl: string;
  readonly en: string;
}

export interface CallOptions {
  /** Fields whose objects keep their names as they are. */
  readonly verbatim?: readonly string[];
}

/**
 * Asks the library one thing; throws `MeedoenError` with every problem of a request it refuses.
 *
 * Field names may be camelCase, or snake_case as in a JSON document; the answer has camelCase ones, and
 * `JSON.stringify` writes it as the document it came from.
 */
export function call<Answer = unknown>(name: string, request: object, options?: CallOptions): Answer;

/** The names of everything the library can be asked, also of what is not loaded. */
export function operations(): string[];
