// The same library for Node, which does not fetch files: here they are read.
import { readFile } from "node:fs/promises";
import load from "./index.js";

export * from "./index.js";

const beside = new URL("./meedoen_wasm_bg.wasm", import.meta.url);

export default async function init(input = beside) {
  await load(input instanceof URL && input.protocol === "file:" ? await readFile(input) : input);
}
