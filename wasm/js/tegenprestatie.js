// The tegenprestatie.
import { call } from "./document.js";

export function regimes() {
  return call("tegenprestatie.regimes", {});
}

export function duties() {
  return call("tegenprestatie.duties", {});
}

export function statuses() {
  return call("tegenprestatie.statuses", {});
}

export function benefits() {
  return call("tegenprestatie.benefits", {});
}

export function regime(date, options) {
  return call("tegenprestatie.regime", { ...options, date });
}

export function questions(date, options) {
  return call("tegenprestatie.questions", { ...options, date });
}

export function duty(facts, options) {
  return call("tegenprestatie.duty", { ...options, facts });
}

export function explain(question, options) {
  return call("tegenprestatie.explain", { ...options, question });
}

export function activity(facts, options) {
  return call("tegenprestatie.activity", { ...options, facts });
}

export function displacement(facts) {
  return call("tegenprestatie.displacement", { facts });
}

export function informalCare(facts) {
  return call("tegenprestatie.informal_care", { facts });
}

export function preconditions(facts, options) {
  return call("tegenprestatie.preconditions", { ...options, facts });
}

export function reduction(person, options) {
  return call("tegenprestatie.reduction", { ...options, person });
}

export function languageRequirement(facts, { date } = {}) {
  return call("tegenprestatie.language_requirement", { facts, date });
}

export function callUp(facts) {
  return call("tegenprestatie.call_up", { facts });
}

export function forms() {
  return call("tegenprestatie.forms", {});
}

export function roadmaps() {
  return call("tegenprestatie.roadmaps", {});
}

export function routeEvents() {
  return call("tegenprestatie.route_events", {});
}

export function route(district, events, options) {
  return call("tegenprestatie.route", { ...options, district, events });
}

export function matchPlaces(person, places) {
  return call("tegenprestatie.match_places", { person, places });
}

export function figures() {
  return call("tegenprestatie.figures", {});
}

export function conflicts() {
  return call("tegenprestatie.conflicts", {});
}

export function selfSteering() {
  return call("tegenprestatie.self_steering", {});
}

export function perspectives() {
  return call("tegenprestatie.perspectives", {});
}

export function clientTypes() {
  return call("tegenprestatie.client_types", {});
}

export function ordinances() {
  return call("tegenprestatie.ordinances", {});
}

export function ordinance(id) {
  return call("tegenprestatie.ordinance", { id });
}

export function checkOrdinance(document) {
  return call("tegenprestatie.check_ordinance", document);
}
