// The same library for Node, which does not fetch files: here they are read.
import { readFile } from "node:fs/promises";
import { start } from "./engine.js";

export * from "./index.js";

export default function init(wanted) {
  return start(wanted, (source) => (source instanceof URL && source.protocol === "file:" ? readFile(source) : source));
}
