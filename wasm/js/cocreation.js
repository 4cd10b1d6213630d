// Co-creation: a log that can be reviewed.
import { call, draw } from "./document.js";

export function phases() {
  return call("cocreation.phases", {});
}

export function eventKinds() {
  return call("cocreation.event_kinds", {});
}

export function check(log) {
  return call("cocreation.check", log);
}

export function append(log, event) {
  return call("cocreation.append", { log, event });
}

export function review(log, options) {
  return call("cocreation.review", { ...options, log });
}

export function readiness(log, phase, options) {
  return call("cocreation.readiness", { ...options, log, phase });
}

export function storyAgreement(stories, options) {
  return call("cocreation.story_agreement", { ...options, stories });
}

export function storyFrequencies(stories, options) {
  return call("cocreation.story_frequencies", { ...options, stories });
}

export function storyFrequenciesChart(stories, options) {
  return draw("cocreation.story_frequencies_chart", { ...options, stories });
}

export function promises(log, options) {
  return call("cocreation.promises", { ...options, log });
}

export function voice(log, options) {
  return call("cocreation.voice", { ...options, log });
}

export function energy(log, options) {
  return call("cocreation.energy", { ...options, log });
}

export function conditions(log, options) {
  return call("cocreation.conditions", { ...options, log });
}

export function reflectionInstrument() {
  return call("cocreation.reflection_instrument", {});
}

export function reflect(formal, informal, options) {
  return call("cocreation.reflect", { ...options, formal, informal });
}

export function roadmaps() {
  return call("cocreation.roadmaps", {});
}

export function follow(log, roadmap) {
  return call("cocreation.follow", { log, roadmap });
}

export function policySteps() {
  return call("cocreation.policy_steps", {});
}

export function policyCycle(log, options) {
  return call("cocreation.policy_cycle", { ...options, log });
}

export function governmentRoles() {
  return call("cocreation.government_roles", {});
}

export function roleProfile(log, options) {
  return call("cocreation.role_profile", { ...options, log });
}

export function rolesChart(log, options) {
  return draw("cocreation.roles_chart", { ...options, log });
}

export function timelineChart(log, options) {
  return draw("cocreation.timeline_chart", { ...options, log });
}

export function voiceChart(log, options) {
  return draw("cocreation.voice_chart", { ...options, log });
}
