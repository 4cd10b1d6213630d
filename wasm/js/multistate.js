// People over time: panels of registrations, models of the moves between states, and what follows from them.
import { call, draw } from "./document.js";

export function given(states, rates, options) {
  return call("multistate.given", { ...options, states, rates });
}

export function fit(request) {
  return call("multistate.fit", request);
}

export function transitions(request) {
  return call("multistate.transitions", request);
}

export function merge(parts) {
  return call("multistate.merge", { parts });
}

export function fitTransitions(transitions) {
  return call("multistate.fit_transitions", { transitions });
}

export function intervals(request) {
  return call("multistate.intervals", request);
}

export function likelihood(request) {
  return call("multistate.likelihood", request);
}

export function answer(model, questions, options) {
  return call("multistate.answer", { ...options, model, questions });
}

export function prevalence(request) {
  return call("multistate.prevalence", request);
}

export function goodness(request) {
  return call("multistate.goodness", request);
}

export function select(request) {
  return call("multistate.select", request);
}

export function compare(first, second) {
  return call("multistate.compare", { first, second });
}

export function forecast(model, times, options) {
  return call("multistate.forecast", { ...options, model, times });
}

export function contrast(first, second, states, end, options) {
  return call("multistate.contrast", { ...options, first, second, states, end });
}

export function ratios(first, second, options) {
  return call("multistate.ratios", { ...options, first, second });
}

export function simulate(model, study, options) {
  return call("multistate.simulate", { ...options, model, study });
}

export function power(model, study, covariate, hazardRatio, options) {
  return call("multistate.power", { ...options, model, study, covariate, hazardRatio });
}

export function quality(request) {
  return call("multistate.quality", request);
}

export function tables(request) {
  return call("multistate.tables", request);
}

export function protectedTables(request) {
  return call("multistate.protected_tables", request);
}

export function dependence(request) {
  return call("multistate.dependence", request);
}

export function flowChart(model, end, options) {
  return draw("multistate.flow_chart", { ...options, model, end });
}

export function courseChart(model, from, end, options) {
  return draw("multistate.course_chart", { ...options, model, from, end });
}

export function ratiosChart(first, second, options) {
  return draw("multistate.ratios_chart", { ...options, first, second });
}
