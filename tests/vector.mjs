// Vectors in JavaScript: reading them, comparing an answer with what is wanted. The Rust of it is in `src`.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "vectors");
export const DIGESTS = "recorded/digests.json";
/** Which fields a file, a group and a case may have. */
const FIELDS = [
  ["description", "groups"],
  ["operation", "via", "source", "cases"],
  ["name", "why", "request", "text", "want", "error"],
];

export function load(name) {
  return JSON.parse(readFileSync(join(folder, name), "utf8"));
}

/** Every vector file: worked by hand, errors, recorded. */
export function files() {
  const json = (part) => readdirSync(join(folder, part)).filter((name) => name.endsWith(".json")).sort();
  const within = (part) => json(part).map((name) => `${part}/${name}`);
  return [...within("published"), "errors.json", ...within("recorded").filter((name) => name !== DIGESTS)];
}

/** Every case of a file with its operation and how it reaches the library; unknown fields are refused. */
export function* cases(name) {
  const file = load(name);
  strict(file, FIELDS[0], name);
  for (const group of file.groups) {
    strict(group, FIELDS[1], name);
    for (const each of group.cases) {
      strict(each, FIELDS[2], `${name}: ${each.name}`);
      yield [group.operation, group.via ?? "document", each];
    }
  }
}

function strict(document, fields, name) {
  assert.deepEqual(Object.keys(document).filter((field) => !fields.includes(field)), [], `${name}: unknown fields`);
}

/** The 64-bit FNV-1a hash of a text, as in `src/digest.rs`, in two halves of 32 bits. */
export function digest(text) {
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (const byte of new TextEncoder().encode(text)) {
    low = (low ^ byte) >>> 0;
    // The prime is 2^40 + 0x1b3.
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x100000000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, "0")).join("");
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** What in the answer is not as wanted, each with its place; the forms are those of `src/matching.rs`. */
export function differences(want, found, place = "answer") {
  if (isObject(want) && Array.isArray(found)) return inList(want, found, place);
  if (isObject(want) && isObject(found)) return inObject(want, found, place);
  if (Array.isArray(want) && Array.isArray(found)) {
    const lengths = `${place}: wanted ${want.length} elements, found ${found.length}`;
    const pairs = want.slice(0, found.length);
    return [...(want.length === found.length ? [] : [lengths]), ...pairs.flatMap((one, index) => differences(one, found[index], `${place}[${index + 1}]`))];
  }
  // `Object.is` tells 0 from −0.
  return Object.is(want, found) ? [] : [`${place}: wanted ${JSON.stringify(want)}, found ${JSON.stringify(found)}`];
}

/** One of the two forms that say something of a list. */
function inList(want, found, place) {
  const [form, ...rest] = Object.keys(want);
  if (form === "$contains" && rest.length === 0) {
    const missing = want.$contains.filter((one) => found.every((element) => differences(one, element).length > 0));
    return missing.map((one) => `${place}: no element matches ${JSON.stringify(one)}`);
  }
  const codes = found.map((element) => element?.code ?? null);
  const same = form === "$codes" && rest.length === 0 && JSON.stringify(want.$codes) === JSON.stringify(codes);
  return same ? [] : [`${place}: wanted ${JSON.stringify(want)}, found a list with the codes ${codes}`];
}

function inObject(want, found, place) {
  return Object.entries(want).flatMap(([name, value]) => {
    if (name === "$fields") {
      const [wanted, names] = [[...value].sort(), Object.keys(found).sort()].map(String);
      return wanted === names ? [] : [`${place}: wanted the fields ${wanted}, found ${names}`];
    }
    if (!Object.hasOwn(found, name)) return [`${place}: no field ${name}`];
    return differences(value, found[name], `${place}.${name}`);
  });
}
