// Every vector against the npm package, as `conformance.rs` does in Rust and `conformance_test.py` in Python:
// through the raw call, byte for byte, and through the public function that the surface names.
import { before, test } from "node:test";
import assert from "node:assert/strict";
import init, * as meedoen from "../wasm/pkg/node.js";
import { run } from "../wasm/pkg/engine.js";
import { parts } from "../wasm/pkg/parts.js";
import { DIGESTS, cases, differences, digest, files, load } from "./vector.mjs";

const surface = load("surface.json");
const exports = new Map(surface.operations.map((one) => [one.operation, one]));

before(() => init(Object.fromEntries(Object.keys(parts).map((part) => [part, true]))));

/** What a function answers, or the text of the error with which it refuses; and whether it refuses. */
function outcome(ask) {
  try {
    return [ask(), false];
  } catch (error) {
    if (typeof error === "string") return [error, true];
    if (!(error instanceof meedoen.MeedoenError)) throw error;
    const { code, messages: message, problems } = error;
    assert.equal(error.message, message.en);
    return [JSON.stringify({ code, message, problems }), true];
  }
}

/** The request; an instrument of the library in the place of its name. */
function requestOf({ request }) {
  if (typeof request !== "object" || request === null || Array.isArray(request)) return request;
  const field = (value) =>
    value?.$builtin ? JSON.parse(run("behaviour.instrument", JSON.stringify({ id: value.$builtin }))) : value;
  return Object.fromEntries(Object.entries(request).map(([name, value]) => [name, field(value)]));
}

/** The complete answer to a case as text, and what is wrong with it. */
function check(operation, each) {
  const text = each.text ?? JSON.stringify(requestOf(each));
  const [answer, refused] = outcome(() => run(operation, text));
  const wanted = refused ? "error" : "want";
  return [answer, wanted in each ? differences(each[wanted], JSON.parse(answer)) : [`came to ${answer}`]];
}

/** What is wrong with the refusal of a request that JSON cannot hold. */
function beyondJson(operation, { request, error }) {
  const numbers = (value) => {
    if (typeof value !== "object" || value === null) return value;
    if ("$number" in value) return Number(value.$number.replace("inf", "Infinity"));
    const mapped = Object.entries(value).map(([name, one]) => [name, numbers(one)]);
    return Array.isArray(value) ? mapped.map(([, one]) => one) : Object.fromEntries(mapped);
  };
  const { arguments: names, javascript } = exports.get(operation);
  const [answer, refused] = outcome(() => find(javascript)(...names.map((name) => numbers(request)[name])));
  return refused ? differences(error, JSON.parse(answer)) : ["was not refused"];
}

const find = (name) => name.split(".").reduce((found, part) => found?.[part], meedoen);

/** Whether a request can be given to the public function: what lacks an argument is not a request to it. */
function takes({ arguments: names, options = [] }, request, allOfThem) {
  if (names[0] === "*") return true;
  const given = names.filter((name) => name in request);
  const known = Object.keys(request).every((name) => names.includes(name) || options.includes(name));
  return known && (given.length === names.length || (given.length === 0 && !allOfThem));
}

/** What the public function comes to that the raw call did not; nothing when it cannot be given the request. */
function checkPublic(operation, each, answer) {
  const [exported, request] = [exports.get(operation), requestOf(each)];
  const isObject = typeof request === "object" && request !== null && !Array.isArray(request);
  if (!exported || !isObject || !takes(exported, request, "error" in each)) return undefined;
  const { arguments: names, options = [], javascript } = exported;
  const given = names.map((name) => request[name]);
  const named = Object.fromEntries(options.filter((name) => name in request).map((name) => [name, request[name]]));
  const ask = () => (names[0] === "*" ? find(javascript)(request) : find(javascript)(...given, named));
  const [found] = outcome(() => JSON.stringify(ask()));
  return differences(JSON.parse(answer), JSON.parse(found)).map((one) => `through ${javascript}: ${one}`);
}

for (const name of files()) {
  test(`every case of ${name} comes to what it wants`, (context) => {
    const [problems, digests] = [[], new Map()];
    const beyond = [];
    let open = 0;
    for (const [operation, via, each] of cases(name)) {
      const called = `${operation}: ${each.name}`;
      if (via === "value") {
        problems.push(...beyondJson(operation, each).map((one) => `${called}: ${one}`));
        beyond.push(called); // counted with those that have no digest
        continue;
      }
      if (via !== "document") {
        beyond.push(called); // there are no tables in JavaScript
        continue;
      }
      assert.ok(exports.has(operation) || operation === "no.such", `no operation ${operation}`);
      const [answer, wrong] = check(operation, each);
      digests.set(called, digest(answer));
      const also = checkPublic(operation, each, answer);
      if (also) open += 1;
      problems.push(...[...wrong, ...(also ?? [])].map((one) => `${called}: ${one}`));
    }
    const counts = `${digests.size} cases, ${open} of them also through public functions`;
    context.diagnostic(`${counts}, ${beyond.length} not applicable`);
    assert.deepEqual(problems, []);
    const expected = Object.entries(load(DIGESTS).files[name]).filter(([called]) => !beyond.includes(called));
    assert.deepEqual([...digests].sort(), expected.sort(), "the bytes of answers differ from Rust");
    assert.equal(digests.size + beyond.length, load(name).groups.reduce((sum, group) => sum + group.cases.length, 0));
    assert.ok(open > 0);
  });
}

test("the surface lists every operation", () => {
  assert.deepEqual([...exports.keys()], meedoen.operations());
});

test("every JavaScript name of the surface is a function", () => {
  const names = [...surface.operations.map(({ javascript }) => javascript), ...surface.others.javascript];
  for (const name of names) assert.equal(typeof find(name), "function", name);
});

test("no public name is missing from the surface", () => {
  const listed = new Set([...surface.operations.map(({ javascript }) => javascript), ...surface.others.javascript]);
  const modules = [...new Set([...exports.keys()].map((name) => name.split(".")[0]))];
  const all = modules.flatMap((module) => Object.keys(meedoen[module]).map((name) => `${module}.${name}`));
  assert.deepEqual(all.filter((name) => !listed.has(name)), []);
});
