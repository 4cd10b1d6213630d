// Regressions, path models and models with latent variables.
import { call } from "./document.js";

// Columns are named after variables, which keep their names as they are.
const fit = (operation, data, model) => call(operation, { data, model }, { verbatim: ["columns"] });

export function linear(data, model) {
  return fit("estimate.linear", data, model);
}

export function logistic(data, model) {
  return fit("estimate.logistic", data, model);
}

export function ordinal(data, model) {
  return fit("estimate.ordinal", data, model);
}

export function structural(data, model) {
  return fit("estimate.structural", data, model);
}
