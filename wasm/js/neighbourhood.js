// The neighbourhood: the record of a buurtbaan and of a budgetkring.
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

export function roadmaps() {
  return call("neighbourhood.roadmaps", {});
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
