// The integrative behaviour model.
import { call, draw } from "./document.js";

export function determinants() {
  return call("behaviour.determinants", {});
}

export function standings() {
  return call("behaviour.standings", {});
}

export function roles() {
  return call("behaviour.roles", {});
}

export function interventions() {
  return call("behaviour.interventions", {});
}

export function levers() {
  return call("behaviour.levers", {});
}

export function instruments() {
  return call("behaviour.instruments", {});
}

export function instrument(id) {
  return call("behaviour.instrument", { id });
}

export function profile(scores, options) {
  return call("behaviour.profile", { ...options, scores });
}

export function assess(profile) {
  return call("behaviour.assess", profile);
}

export function summarise(scores, options) {
  return call("behaviour.summarise", { ...options, scores });
}

export function reviewInterventions(profile, interventions) {
  return call("behaviour.review_interventions", { profile, interventions });
}

export function model(instrument, intention, behaviour, options) {
  return call("behaviour.model", { ...options, instrument, intention, behaviour });
}

export function catalogue() {
  return call("behaviour.catalogue", {});
}

export function potential(scores, options) {
  return call("behaviour.potential", { ...options, scores });
}

export function personalPotential(scores, caseload) {
  return call("behaviour.personal_potential", { scores, caseload });
}

export function whatIf(people, model, options) {
  return call("behaviour.what_if", { ...options, people, model });
}

export function plan(people, options) {
  return call("behaviour.plan", { ...options, people });
}

export function profileChart(profile, options) {
  return draw("behaviour.profile_chart", { ...options, profile });
}

export function fieldOfForcesChart(profile, interventions, options) {
  return draw("behaviour.field_of_forces_chart", { ...options, profile, interventions });
}

export function determinantChart(caseload, options) {
  return draw("behaviour.determinant_chart", { ...options, caseload });
}
