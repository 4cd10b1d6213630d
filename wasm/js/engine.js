// The one module that knows there is WebAssembly below, and that it comes in parts that share one memory.
import * as base from "./base.js";
import { parts } from "./parts.js";

const DEFAULT = "people";
const loading = new Map();
const loaded = new Set();
// What the files loaded so far offer to those that come after.
const shared = {};

/** Loads the parts that are wanted, each once; `open` makes of a source what WebAssembly can be made from. */
export async function start(wanted, open = (source) => source) {
  const chosen = Object.entries({ [DEFAULT]: true, ...wanted }).filter(([, source]) => source);
  const unknown = chosen.find(([name]) => !Object.hasOwn(parts, name));
  if (unknown) throw new Error(`meedoen has no part \`${unknown[0]}\`, only ${Object.keys(parts).join(", ")}`);
  const sources = Object.fromEntries(chosen);
  await Promise.all(chosen.map(([name]) => load(name, sources, open)));
}

/** Loads a file once, and first those it needs; what failed can be tried again. */
function load(name, sources, open) {
  if (!loading.has(name)) {
    const attempt = connect(name, sources, open);
    loading.set(name, attempt);
    attempt.catch(() => loading.delete(name));
  }
  return loading.get(name);
}

async function connect(name, sources, open) {
  const { file, needs } = parts[name];
  const given = Promise.resolve(sources[name] ?? true).then((source) => open(source === true ? file : source));
  const [module] = await Promise.all([given.then(compile), ...needs.map((other) => load(other, sources, open))]);
  const exports = needs.length
    ? (await WebAssembly.instantiate(module, { m: shared })).exports
    : await base.default({ module_or_path: module });
  Object.assign(shared, exports);
  loaded.add(name);
}

async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  const response = source instanceof Response ? source : await fetch(source);
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
  // Not every server says that a file is WebAssembly, which compiling while it comes in asks for.
  return WebAssembly.compile(await response.arrayBuffer());
}

/** Asks the part that has the operation. */
export function run(operation, document) {
  const part = Object.keys(parts).find((name) => parts[name].operations.includes(operation));
  // What no part has, any of them refuses.
  const able = part ?? Object.keys(parts).find((name) => parts[name].operations.length && loaded.has(name));
  if (!loaded.has(able)) throw new Error(`${operation} is not loaded yet: \`await init({ ${part ?? DEFAULT}: true })\` first`);
  return base[able](operation, document);
}

/** The names of all operations, also of parts that are not loaded. */
export function operations() {
  return Object.values(parts).flatMap((part) => part.operations);
}
