// The page: language, parts, and what to say when something is wrong.
import init, { MeedoenError } from "./meedoen/index.js";
import { duty } from "./duty.js";
import { intake } from "./intake.js";
import { inEachLanguage, language, say, speak, text } from "./language.js";
import { ladder } from "./ladder.js";
import { overTime } from "./over-time.js";
import { examples, process } from "./process.js";
import { tabs } from "./tabs.js";

const all = (selector) => document.querySelectorAll(selector);

function fixedTexts() {
  document.documentElement.lang = language();
  document.title = `${text("title")} – ${text("tagline")}`;
  for (const element of all("[data-text]")) element.textContent = text(element.dataset.text);
  for (const element of all("[data-label]")) element.setAttribute("aria-label", text(element.dataset.label));
  for (const button of all("[data-language]")) button.setAttribute("aria-pressed", button.dataset.language === language());
}

function fail(error) {
  const why = error instanceof MeedoenError ? say(error.messages) : error.message;
  document.getElementById("failure").textContent = text("failed", { why });
}

// What goes wrong later is said as well: a page that stops in silence would look as if nothing stood in the way.
addEventListener("error", ({ error }) => error && fail(error));
addEventListener("unhandledrejection", ({ reason }) => fail(reason));

// On paper nothing can be opened, so everything is.
let closed = [];
addEventListener("beforeprint", () => {
  closed = [...all("details:not([open])")];
  for (const details of closed) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of closed) details.open = false;
});

for (const button of all("[data-language]")) button.addEventListener("click", () => speak(button.dataset.language));
inEachLanguage(fixedTexts);
tabs(document.querySelector("[role=tablist]"));
// Everything the page will need is fetched here; after this it asks nothing of anyone.
const [logs] = await Promise.all([examples(), init({ instruments: true, process: true, following: true, roads: true, policy: true, duty: true, models: true, fit: true, panels: true, charts: true, panelCharts: true, timeline: true })]);
intake(document.getElementById("panel-intake"));
ladder(document.getElementById("panel-ladder"));
duty(document.getElementById("panel-duty"));
process(document.getElementById("panel-process"), logs);
overTime(document.getElementById("panel-time"));
document.body.dataset.ready = "yes";
