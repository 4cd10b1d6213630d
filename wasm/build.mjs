// Builds the npm package in `pkg`: node build.mjs
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const LIMIT = 120_000; // bytes of the gzipped .wasm: what a page on a slow line may cost
const TARGET = "wasm32-unknown-unknown";
const here = dirname(fileURLToPath(import.meta.url));
const pkg = join(here, "pkg");
const wasm = join(pkg, "meedoen_wasm_bg.wasm");
const locked = process.env.CI ? ["--locked"] : [];

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: here, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) stop(`${command} ${args[0]} did not finish`);
}

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
      "./meedoen_wasm_bg.wasm": "./meedoen_wasm_bg.wasm",
      "./package.json": "./package.json",
    },
  };
}

function copyBeside(folder, wanted) {
  for (const name of readdirSync(folder).filter(wanted)) cpSync(join(folder, name), join(pkg, name));
}

const { target, core } = cargoMetadata();
const tools = join(target, "wasm-tool");
run("cargo", ["build", "--quiet", "--locked", "--manifest-path", "tool/Cargo.toml", "--target-dir", tools]);
run("cargo", ["build", "--quiet", ...locked, "--profile", "wasm", "--target", TARGET, "--package", "meedoen-wasm"]);

rmSync(pkg, { recursive: true, force: true });
mkdirSync(pkg, { recursive: true });
run(join(tools, "debug", "wasm-bindgen"), [
  ...["--target", "web", "--no-typescript", "--remove-name-section", "--remove-producers-section"],
  ...["--out-dir", pkg, join(target, TARGET, "wasm", "meedoen_wasm.wasm")],
]);
// Without --all-features: with it the optimiser writes encodings that browsers refuse.
run("node", [join(here, "node_modules", "binaryen", "bin", "wasm-opt"), "-Oz", wasm, "-o", wasm]);

copyBeside(join(here, "js"), () => true);
copyBeside(join(here, ".."), (name) => name.startsWith("LICENSE-"));
copyBeside(here, (name) => name === "README.md");
writeFileSync(join(pkg, "package.json"), `${JSON.stringify(manifest(core), null, 2)}\n`);

const bytes = readFileSync(wasm);
if (!WebAssembly.validate(bytes)) stop(`${wasm} is not valid WebAssembly`);
const gzip = gzipSync(bytes, { level: 9 }).length;
console.log(`wasm: ${bytes.length} bytes, ${gzip} gzip, ${brotliCompressSync(bytes).length} brotli`);
if (gzip > LIMIT) stop(`the gzipped WebAssembly has ${gzip} bytes, ${LIMIT} is the limit`);
