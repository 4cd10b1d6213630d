import type { DistributionValue } from "./documents.js";

/** The value of a distribution function by its name, such as `t.quantile` of `[0.975, 57]`. */
export function value(function_: string, arguments_: readonly number[]): DistributionValue;
