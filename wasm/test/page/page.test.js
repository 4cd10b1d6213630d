// The package in a browser: a page that sends nothing anywhere.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { chromium } from "playwright-core";

const PAGE = `<!doctype html><html lang="en"><title>meedoen</title><link rel="icon" href="data:,">
<output></output>
<script type="module">
import init, { ladder } from "./index.js";
await init();
const output = document.querySelector("output");
output.textContent = JSON.stringify(ladder.classify({ contract: false }));
output.dataset.ready = "yes";
</script></html>`;
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm" };
// A sandbox within a container is refused; the rest keeps the browser from calling home.
const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

let server, browser, base;

before(async () => {
  server = createServer(async ({ url }, response) => {
    if (url === "/") return response.writeHead(200, { "content-type": "text/html" }).end(PAGE);
    try {
      const body = await readFile(new URL(`../../pkg${url}`, import.meta.url));
      response.writeHead(200, { "content-type": TYPES[extname(url)] }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  base = `http://127.0.0.1:${server.address().port}/`;
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: QUIET });
});
after(async () => {
  await browser?.close();
  server?.close();
});

test("a page places someone on the ladder and sends nothing", async () => {
  const page = await browser.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && wrong.push(message.text()));
  page.on("request", (request) => {
    const quiet = request.method() === "GET" && (request.url().startsWith(base) || request.url().startsWith("data:"));
    if (!quiet) wrong.push(`sent to ${request.url()}`);
  });
  await page.goto(base);
  await page.waitForSelector("[data-ready]", { timeout: 20_000 }).catch(() => wrong.push("the page never got ready"));
  assert.deepEqual(wrong, []);
  const placement = JSON.parse(await page.textContent("output"));
  assert.equal(placement.rung, null);
  assert.ok(placement.next_question.text.nl);
});
