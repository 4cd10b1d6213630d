import type { Agreement, CodingsToCompare } from "./documents.js";

/**
 * Krippendorff's alpha over all coders, Fleiss' kappa over all and Cohen's of every two, each with an interval. The level is
 * nominal unless said otherwise; a code that is not in the code book is refused with its coder and unit. It is in the part
 * `stories`.
 */
export function estimate(
  coders: CodingsToCompare["coders"],
  options?: Partial<Omit<CodingsToCompare, "coders">>,
): Agreement;
