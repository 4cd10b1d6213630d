// Regressions, path models and models with latent variables.
import { call } from "./document.js";

const fit = (operation, data, model) => call(operation, { data, model });

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
