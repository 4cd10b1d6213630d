// The one module that knows there is WebAssembly below, and that it comes in parts.
import { parts } from "./parts.js";

const DEFAULT = "people";
const loaded = new Map();

/** Loads the parts that are wanted, each once; `open` makes of a source what WebAssembly can be made from. */
export async function start(wanted, open = (source) => source) {
  const chosen = Object.entries({ [DEFAULT]: true, ...wanted }).filter(([, source]) => source);
  const unknown = chosen.find(([name]) => !Object.hasOwn(parts, name));
  if (unknown) throw new Error(`meedoen has no part \`${unknown[0]}\`, only ${Object.keys(parts).join(", ")}`);
  await Promise.all(chosen.map(([name, source]) => loaded.has(name) || load(name, source, open)));
}

async function load(name, source, open) {
  const { glue, file } = parts[name];
  const [wasm, given] = await Promise.all([glue(), source === true ? file : source]);
  await wasm.default({ module_or_path: await open(given) });
  loaded.set(name, wasm);
}

/** Asks the part that has the operation. */
export function run(operation, document) {
  const part = Object.keys(parts).find((name) => parts[name].operations.includes(operation));
  // What no part has, any of them refuses.
  const wasm = part ? loaded.get(part) : loaded.values().next().value;
  if (!wasm) throw new Error(`${operation} is not loaded yet: \`await init({ ${part ?? DEFAULT}: true })\` first`);
  return wasm.call(operation, document);
}

/** The names of all operations, also of parts that are not loaded. */
export function operations() {
  return Object.values(parts).flatMap((part) => part.operations);
}
