// The neighbourhood: the records of a buurtbaan and of a budgetkring, networks and communities.
import { call } from "./document.js";

export function words() {
  return call("neighbourhood.words", {});
}

export function buurtbaanEvents() {
  return call("neighbourhood.buurtbaan_events", {});
}

export function buurtbaan(events, options) {
  return call("neighbourhood.buurtbaan", { ...options, events });
}

export function buurtbaanRoadmaps() {
  return call("neighbourhood.buurtbaan_roadmaps", {});
}

export function followBuurtbaan(record, roadmap) {
  return call("neighbourhood.follow_buurtbaan", { record, roadmap });
}

export function budgetkringEvents() {
  return call("neighbourhood.budgetkring_events", {});
}

export function budgetkring(events, options) {
  return call("neighbourhood.budgetkring", { ...options, events });
}

export function networkQuestions() {
  return call("neighbourhood.network_questions", {});
}

export function network(facts) {
  return call("neighbourhood.network", { facts });
}

export function networkRoadmaps() {
  return call("neighbourhood.network_roadmaps", {});
}
