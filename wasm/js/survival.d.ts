import type { SurvivalEstimate, SurvivalGroups } from "./documents.js";

/** The curve of each group by Kaplan and Meier, and whether the groups differ by the log-rank test. */
export function estimate(groups: SurvivalGroups["groups"]): SurvivalEstimate;
