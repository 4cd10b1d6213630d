import type {
  EstimationData, Linear, LinearFit, Logistic, LogisticFit, Ordinal, OrdinalFit, Structural, StructuralFit,
} from "./documents.js";

/** A linear regression. */
export function linear(data: EstimationData, model: Linear): LinearFit;

/** A logistic regression of an outcome of 0 and 1, with average marginal effects in percentage points. */
export function logistic(data: EstimationData, model: Logistic): LogisticFit;

/** A proportional-odds regression of an outcome in ordered classes. */
export function ordinal(data: EstimationData, model: Ordinal): OrdinalFit;

/** A path model on observed variables, or a model with latent variables. */
export function structural(data: EstimationData, model: Structural): StructuralFit;
