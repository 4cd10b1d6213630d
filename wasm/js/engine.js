// The one module that knows there is WebAssembly below.
import load, * as wasm from "./meedoen_wasm.js";

let loading;
let loaded = false;

/** Loads the WebAssembly once; every later call waits for the first. */
export function start(input) {
  loading ??= load(input === undefined ? undefined : { module_or_path: input }).then(
    () => {
      loaded = true;
    },
    (error) => {
      // A download that failed may be tried again.
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

export function engine() {
  if (!loaded) throw new Error("meedoen is not loaded yet: `await init()` first");
  return wasm;
}
