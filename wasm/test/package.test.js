// The package as npm would publish it, used from a project of its own.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const pkg = fileURLToPath(new URL("../pkg", import.meta.url));
let project;

before(() => {
  project = mkdtempSync(join(tmpdir(), "meedoen-"));
  const modules = join(project, "node_modules");
  mkdirSync(modules);
  const [{ filename }] = JSON.parse(execFileSync("npm", ["pack", pkg, "--json", "--pack-destination", project]));
  execFileSync("tar", ["-xf", join(project, filename), "-C", modules]);
  execFileSync("mv", [join(modules, "package"), join(modules, "meedoen")]);
});
after(() => rmSync(project, { recursive: true, force: true }));

/** What a program prints, as JSON. */
function run(program) {
  writeFileSync(join(project, "program.mjs"), `import init, { MeedoenError, call, ladder, operations } from "meedoen";\n${program}`);
  return JSON.parse(execFileSync("node", ["program.mjs"], { cwd: project }));
}

test("it places someone on the ladder", () => {
  const placement = run(`
    await init();
    const placement = ladder.classify({ contract: false, weeklyUnpaidWorkWithResponsibility: null });
    console.log(JSON.stringify([placement.rung, placement.nextQuestion.text.nl, Object.keys(JSON.parse(JSON.stringify(placement)))]));`);
  assert.equal(placement[0], null);
  assert.match(placement[1], /\?$/);
  assert.ok(placement[2].includes("next_question"));
});

test("it refuses with every problem", () => {
  const refused = run(`
    await init();
    try { call("no.such", {}); } catch (error) {
      const { name, code, message, messages, problems } = error;
      console.log(JSON.stringify({ name, code, message, messages, problems, own: error instanceof MeedoenError }));
    }`);
  assert.equal(refused.name, "MeedoenError");
  assert.equal(refused.code, "unknown-operation");
  assert.equal(refused.message, "the operation `no.such` does not exist");
  assert.equal(refused.messages.en, refused.message);
  assert.equal(refused.problems[0].code, refused.code);
  assert.ok(refused.own);
});

test("it says when it is not loaded yet, and loads once from what it is given", () => {
  const [early, names, same] = run(`
    import { readFile } from "node:fs/promises";
    let early;
    try { operations(); } catch (error) { early = error.message; }
    await init(Promise.reject(new Error("offline"))).catch(() => {});
    const bytes = await readFile(new URL("./node_modules/meedoen/meedoen_wasm_bg.wasm", import.meta.url));
    await Promise.all([init(await WebAssembly.compile(bytes)), init("no:such")]);
    await init();
    console.log(JSON.stringify([early, operations(), typeof call]));`);
  assert.match(early, /await init\(\)/);
  assert.ok(names.includes("ladder.classify"));
  assert.equal(same, "function");
});

test("its manifest is complete", () => {
  const manifest = JSON.parse(readFileSync(join(pkg, "package.json")));
  const { packages } = JSON.parse(execFileSync("cargo", ["metadata", "--no-deps", "--format-version", "1"], { cwd: pkg }));
  assert.equal(manifest.version, packages.find(({ name }) => name === "meedoen").version);
  assert.equal(Object.keys(manifest.exports["."])[0], "types");
  for (const file of Object.values(manifest.exports["."])) assert.ok(readFileSync(join(project, "node_modules", "meedoen", file)).length);
  for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) assert.ok(readFileSync(join(project, "node_modules", "meedoen", licence)).length);
});
