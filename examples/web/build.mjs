// Puts the page, the npm package and the drawing libraries together in `dist`, a folder that any web server
// can serve, also without a network: node build.mjs
//
// Opened as a file (file://) the page does not run: browsers load modules and WebAssembly from a server only.
// `node serve.mjs` is one that is enough.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const modules = join(here, "node_modules");
const pkg = join(here, "..", "..", "wasm", "pkg");
const DRAWING = ["vega", "vega-lite", "vega-embed"];

/** Installs what the lock file names, unless that has been done. */
function install() {
  const done = join(modules, ".package-lock.json");
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(join(here, "package-lock.json")).mtimeMs) return;
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: here, stdio: "inherit" });
}

export function build() {
  if (!existsSync(join(pkg, "index.js"))) throw new Error("the npm package is not there yet: `make npm` builds it");
  install();
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(join(dist, "vega"), { recursive: true });
  cpSync(join(here, "page"), dist, { recursive: true });
  cpSync(join(here, "logs"), join(dist, "logs"), { recursive: true });
  cpSync(pkg, join(dist, "meedoen"), { recursive: true, filter: (name) => !/\.d\.ts$|node\.js$/.test(name) });
  for (const name of DRAWING) {
    cpSync(join(modules, name, "build", `${name}.min.js`), join(dist, "vega", `${name}.min.js`));
    cpSync(join(modules, name, "LICENSE"), join(dist, "vega", `${name}.LICENSE`));
  }
  return dist;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`the page is in ${build()}`);
