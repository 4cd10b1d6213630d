// What residents build together in a neighbourhood.
import { call } from "./document.js";

export function networkQuestions() {
  return call("neighbourhood.network_questions", {});
}

export function network(facts) {
  return call("neighbourhood.network", { facts });
}

export function networkRoadmaps() {
  return call("neighbourhood.network_roadmaps", {});
}
