// The pages are true in JavaScript: their snippets print what stands below them.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFile, writeFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "..");
function block(page, language) {
  const found = page.match(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "m"));
  assert.ok(found, `the page has no block of ${language}`);
  return found[1];
}

async function printed(page) {
  const folder = await mkdtemp(join(tmpdir(), "readme-"));
  const entry = pathToFileURL(join(root, "wasm/pkg/node.js")).href;
  const file = join(folder, "snippet.mjs");
  await writeFile(file, block(page, "js").replace('"meedoen"', JSON.stringify(entry)));
  const lines = [];
  const { log } = console;
  console.log = (...words) => lines.push(words.join(" "));
  try {
    await import(pathToFileURL(file).href);
  } finally {
    console.log = log;
    await rm(folder, { recursive: true });
  }
  return `${lines.join("\n")}\n`;
}

for (const name of ["README.md", "wasm/README.md"]) {
  test(`the JavaScript snippet of ${name} prints the answer below it`, async () => {
    const page = await readFile(join(root, name), "utf8");
    assert.equal(await printed(page), block(page, "text"));
  });
}
