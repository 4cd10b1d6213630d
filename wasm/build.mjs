// Builds the npm package in `pkg`: node build.mjs
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

// Bytes of each gzipped .wasm: what a page on a slow line may cost.
const LIMIT = 122_000;
// The same for what `init()` loads: the base and the part about people.
const START = 121_000;
// What several parts use and no others is a file of its own, which is loaded before any of them. Where two of these
// lists overlap in more than one part, what they have in common needs a list as well.
const TIME = ["models", "fit", "panels", "panelCharts"];
const SHARED = {
  // What a page about one person never needs: of all other parts.
  common: [
    "process", "reliability", "statistics", "duty", "practice", ...TIME, "groups", "sources", "following", "roads", "plan", "stories",
    "policy", "neighbourhood", "charts", "planCharts", "timeline",
  ],
  numbers: ["reliability", "statistics", "plan", ...TIME],
  samples: ["reliability", "statistics"],
  time: TIME,
  answers: ["models", "fit", "panelCharts"],
  registrations: ["fit", "panels"],
  duties: ["duty", "practice"],
  plans: ["plan", "planCharts"],
  traces: ["roads", "neighbourhood"],
  log: ["process", "following", "timeline"],
  events: ["process", "policy", "following", "roads", "timeline"],
  pictures: ["policy", "timeline"],
  drawing: ["charts", "planCharts", "panelCharts", "timeline", "stories", "policy"],
};
const TARGET = "wasm32-unknown-unknown";
const here = dirname(fileURLToPath(import.meta.url));
const pkg = join(here, "pkg");
const locked = process.env.CI ? ["--locked"] : [];
// The sentences of a panic name source files: not where they were on the machine that built them.
const crates = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
const remap = `--remap-path-prefix=${join(crates, "registry", "src")}=crates`;
// What divides the module needs to know what points where.
const flags = `target.${TARGET}.rustflags=${JSON.stringify([remap, "-Clink-arg=--emit-relocs"])}`;

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: here, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) stop(`${command} ${args[0]} did not finish`);
}

/** Where cargo builds, and the crate of the library. */
function cargoMetadata() {
  const args = ["metadata", "--no-deps", "--format-version", "1", ...locked];
  const metadata = JSON.parse(execFileSync("cargo", args, { cwd: here, maxBuffer: 1 << 26 }));
  return { target: metadata.target_directory, core: metadata.packages.find(({ name }) => name === "meedoen") };
}

/** The manifest of the package: its version and its words are the crate's. */
function manifest({ version, description, license, keywords, authors }) {
  return {
    name: "meedoen",
    version,
    description,
    keywords,
    license,
    author: authors[0],
    type: "module",
    sideEffects: false,
    engines: { node: ">=20" },
    types: "./index.d.ts",
    exports: {
      ".": { types: "./index.d.ts", node: "./node.js", default: "./index.js" },
      "./*.wasm": "./*.wasm",
      "./package.json": "./package.json",
    },
  };
}

function copyBeside(folder, wanted) {
  for (const name of readdirSync(folder).filter(wanted)) cpSync(join(folder, name), join(pkg, name));
}

const optimised = (name) => join(pkg, `${name}_bg.wasm`);

/** Compiles all parts as one module, with the JavaScript around it in `folder`. */
function compile(folder) {
  const only = ["--package", "meedoen-wasm", "--profile", "wasm", "--target", TARGET];
  run("cargo", ["build", "--quiet", ...locked, "--config", flags, ...only]);
  const linked = join(target, TARGET, "wasm", "meedoen_wasm.wasm");
  // The names of functions as the linker wrote them, by which they are found again.
  const options = ["--target", "web", "--no-typescript", "--no-demangle", "--omit-default-module-path"];
  run(join(tools, "debug", "wasm-bindgen"), [...options, "--out-dir", folder, "--out-name", "base", linked]);
  return linked;
}

/** Makes files of what one part uses, of what some share, and of what is left, which all need. */
function divide(linked, folder, parts) {
  const shared = Object.entries(SHARED).map(([name, of]) => `${name}=${of.join()}`);
  run(join(tools, "debug", "split"), [linked, join(folder, "base_bg.wasm"), pkg, ...parts, ...shared]);
}

function optimise(name) {
  // Without --all-features: with it the optimiser writes encodings that browsers refuse.
  const optimiser = join(here, "node_modules", "binaryen", "bin", "wasm-opt");
  // The stack comes first in memory, so at its end nothing lies. What has like names has like code, which is packed
  // better when it stands together.
  const shorter = ["--low-memory-unused", "--flatten", "--rereloop", "-Oz", "-Oz", "--reorder-functions-by-name"];
  const passes = [...shorter, "--strip-debug", "--strip-producers", "--strip-target-features"];
  run("node", [optimiser, ...passes, optimised(name), "-o", optimised(name)]);
}

/** How large the WebAssembly of a part is, in bytes as it travels. */
function measure(part) {
  const bytes = readFileSync(optimised(part));
  const gzip = gzipSync(bytes, { level: 9 }).length;
  console.log(`${part}: ${bytes.length} bytes, ${gzip} gzip, ${brotliCompressSync(bytes).length} brotli`);
  return gzip;
}

/** The operations of each part: the module as a whole says them. */
async function operations(folder) {
  const glue = await import(pathToFileURL(join(pkg, "base.js")));
  glue.initSync({ module: readFileSync(join(folder, "base_bg.wasm")) });
  const found = {};
  for (const line of glue.operations().trim().split("\n")) {
    const [part, operation] = line.split(" ");
    (found[part] ??= []).push(operation);
  }
  return found;
}

/** The source of one entry of `parts.js`: a file, those that are loaded before it, and what it can do. */
function entry(name, can = []) {
  const users = SHARED[name] ?? [name];
  const shared = Object.keys(SHARED).filter((other) => other !== name && users.every((user) => SHARED[other].includes(user)));
  const needs = name === "base" ? [] : ["base", ...shared];
  return `  ${name}: {
    file: new URL("./${name}_bg.wasm", import.meta.url),
    needs: ${JSON.stringify(needs)},
    operations: ${JSON.stringify(can)},
  },`;
}

const { target, core } = cargoMetadata();
const tools = join(target, "wasm-tool");
const whole = join(target, "wasm-whole");
run("cargo", ["build", "--quiet", "--locked", "--manifest-path", "tool/Cargo.toml", "--target-dir", tools]);
const linked = compile(whole);

rmSync(pkg, { recursive: true, force: true });
mkdirSync(pkg, { recursive: true });
copyBeside(join(here, "js"), () => true);
copyBeside(join(here, ".."), (name) => name.startsWith("LICENSE-"));
copyBeside(here, (name) => name === "README.md");
copyBeside(whole, (name) => name === "base.js");
const parts = await operations(whole);
divide(linked, whole, Object.keys(parts));
const names = ["base", ...Object.keys(SHARED), ...Object.keys(parts)];
names.forEach(optimise);
writeFileSync(join(pkg, "parts.js"), `export const parts = {\n${names.map((name) => entry(name, parts[name])).join("\n")}\n};\n`);
writeFileSync(join(pkg, "package.json"), `${JSON.stringify(manifest(core), null, 2)}\n`);

const sizes = new Map(names.map((name) => [name, measure(name)]));
const start = sizes.get("base") + sizes.get("people");
console.log(`init(): ${start} gzip`);
const heavy = names.filter((name) => sizes.get(name) > LIMIT);
if (heavy.length > 0) stop(`larger than ${LIMIT} bytes, gzipped: ${heavy.join(", ")}`);
if (start > START) stop(`init() loads more than ${START} bytes, gzipped`);
