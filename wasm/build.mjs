// Builds the npm package in `pkg`: node build.mjs
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

// Bytes of each gzipped .wasm: what a page on a slow line may cost. These parts are larger still, and do not grow.
const LIMIT = 120_000;
const LARGER = { models: 125_000, fit: 220_000, panels: 168_000 };
const TARGET = "wasm32-unknown-unknown";
const here = dirname(fileURLToPath(import.meta.url));
const pkg = join(here, "pkg");
const locked = process.env.CI ? ["--locked"] : [];
// The sentences of a panic name source files: not where they were on the machine that built them.
const crates = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
const remap = `--remap-path-prefix=${join(crates, "registry", "src")}=crates`;
const flags = `target.${TARGET}.rustflags=${JSON.stringify([remap])}`;

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: here, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) stop(`${command} ${args[0]} did not finish`);
}

// A part has a name of JavaScript, and its feature that name as Cargo writes names: `panelCharts`, `panel-charts`.
const partOf = (feature) => feature.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
const featureOf = (part) => part.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Where cargo builds, the crate of the library, and the parts that the package has: the features of its crate. */
function cargoMetadata() {
  const args = ["metadata", "--no-deps", "--format-version", "1", ...locked];
  const metadata = JSON.parse(execFileSync("cargo", args, { cwd: here, maxBuffer: 1 << 26 }));
  const crate = (wanted) => metadata.packages.find(({ name }) => name === wanted);
  const parts = crate("meedoen-wasm").features.default.map(partOf);
  return { target: metadata.target_directory, core: crate("meedoen"), parts };
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

const compiled = (part) => join(target, TARGET, `${part}.wasm`);
const optimised = (part) => join(pkg, `${part}_bg.wasm`);

function compile(part) {
  const only = ["--package", "meedoen-wasm", "--no-default-features", "--features", featureOf(part)];
  run("cargo", ["build", "--quiet", ...locked, "--config", flags, "--profile", "wasm", "--target", TARGET, ...only]);
  cpSync(join(target, TARGET, "wasm", "meedoen_wasm.wasm"), compiled(part));
}

/** Writes the WebAssembly of a part and the JavaScript around it. */
function wrap(part) {
  run(join(tools, "debug", "wasm-bindgen"), [
    ...["--target", "web", "--no-typescript", "--remove-name-section", "--remove-producers-section"],
    ...["--omit-default-module-path", "--out-dir", pkg, "--out-name", part, compiled(part)],
  ]);
  // Without --all-features: with it the optimiser writes encodings that browsers refuse.
  const optimiser = join(here, "node_modules", "binaryen", "bin", "wasm-opt");
  const passes = ["--flatten", "--rereloop", "-Oz", "-Oz"];
  run("node", [optimiser, ...passes, optimised(part), "-o", optimised(part)]);
}

/** How large the WebAssembly of a part is, in bytes as it travels. */
function measure(part) {
  const bytes = readFileSync(optimised(part));
  const gzip = gzipSync(bytes, { level: 9 }).length;
  console.log(`${part}: ${bytes.length} bytes, ${gzip} gzip, ${brotliCompressSync(bytes).length} brotli`);
  return gzip;
}

/** The source of one entry of `parts.js`. The names of its operations come from the part itself. */
async function entry(part) {
  const glue = await import(pathToFileURL(join(pkg, `${part}.js`)));
  glue.initSync({ module: readFileSync(optimised(part)) });
  return `  ${part}: {
    glue: () => import("./${part}.js"),
    file: new URL("./${part}_bg.wasm", import.meta.url),
    operations: ${JSON.stringify(glue.operations().split("\n"))},
  },`;
}

const { target, core, parts } = cargoMetadata();
const tools = join(target, "wasm-tool");
run("cargo", ["build", "--quiet", "--locked", "--manifest-path", "tool/Cargo.toml", "--target-dir", tools]);
parts.forEach(compile);

rmSync(pkg, { recursive: true, force: true });
mkdirSync(pkg, { recursive: true });
copyBeside(join(here, "js"), () => true);
copyBeside(join(here, ".."), (name) => name.startsWith("LICENSE-"));
copyBeside(here, (name) => name === "README.md");
parts.forEach(wrap);
const entries = await Promise.all(parts.map(entry));
writeFileSync(join(pkg, "parts.js"), `export const parts = {\n${entries.join("\n")}\n};\n`);
writeFileSync(join(pkg, "package.json"), `${JSON.stringify(manifest(core), null, 2)}\n`);

const heavy = parts.filter((part) => measure(part) > (LARGER[part] ?? LIMIT));
if (heavy.length > 0) stop(`larger than ${LIMIT} or ${JSON.stringify(LARGER)} bytes, gzipped: ${heavy.join(", ")}`);
