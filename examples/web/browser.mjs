// Opens the built page in Chromium, and watches what it does there.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";
import { serve } from "./serve.mjs";

const SCREENSHOTS = fileURLToPath(new URL("../../target/screenshots/", import.meta.url));
// A sandbox within a container is refused; the rest keeps the browser from calling home.
const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

let accessibility, browser, site;

before(async () => {
  build();
  // What the build installs is there from here on.
  const { chromium } = await import("playwright-core");
  accessibility = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
  site = await serve();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: QUIET });
  mkdirSync(SCREENSHOTS, { recursive: true });
});
after(async () => {
  await browser?.close();
  site?.close();
});

/** Runs `steps` on the page with the network cut off as soon as it is ready; nothing may be asked for, nothing go wrong. */
export function onPage(name, steps, { width = 1280, part = "intake" } = {}) {
  test(name, async () => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const wrong = [];
    let ready = false;
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && wrong.push(message.text()));
    page.on("request", (request) => {
      if (ready || request.method() !== "GET" || !request.url().startsWith(site.address)) wrong.push(`asked for ${request.url()}`);
    });
    await page.addInitScript(() => {
      globalThis.violations = [];
      addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => violations.push(`${violatedDirective} ${blockedURI}`));
    });
    try {
      await page.goto(`${site.address}#${part}`);
      await page.waitForSelector("[data-ready]", { timeout: 20_000 }).catch(() => wrong.push("the page never got ready"));
      assert.deepEqual(wrong, []);
      ready = true;
      await page.context().setOffline(true);
      await steps(page);
      wrong.push(...(await page.evaluate(() => violations)));
      assert.equal(await page.textContent("#failure"), "");
      assert.deepEqual(wrong, []);
    } finally {
      await page.close();
    }
  });
}

/** The texts of what a selector finds. */
export function lines(page, selector) {
  return page.locator(selector).allInnerTexts();
}

/** Waits until who does not see the page has been told this. */
export function announced(page, pattern) {
  const told = ([source, flags]) => new RegExp(source, flags).test(document.getElementById("announcer").textContent);
  return page.waitForFunction(told, [pattern.source, pattern.flags]);
}

/** What axe has against the page as it is now: the rule and the elements. */
export async function axe(page) {
  await page.evaluate(accessibility);
  const { violations } = await page.evaluate(() => globalThis.axe.run({ preload: false, resultTypes: ["violations"] }));
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

/** Keeps how the whole page looks. */
export async function screenshot(page, name) {
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
}
