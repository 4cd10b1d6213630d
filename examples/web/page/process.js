// The third part: what the log of a co-creation process says.
import { cocreation, MeedoenError } from "./meedoen/index.js";
import { announce, fill, h } from "./dom.js";
import { lastDay } from "./events.js";
import { inEachLanguage, say, text } from "./language.js";
import { labelled, part } from "./pieces.js";
import { processView } from "./process-view.js";
import { TEXTS } from "./texts.js";

/** The logs that come with the page. */
export async function examples() {
  const load = async (name) => {
    const response = await fetch(`logs/${name}.json`);
    if (!response.ok) throw new Error(`logs/${name}.json: ${response.status}`);
    return response.json();
  };
  return Promise.all(["houten", "galerijflats", "uithoorn", "spanje", "estland", "finland"].map(load));
}

/** Every problem of a log, nothing when it can be read. */
function refusal(log) {
  try {
    cocreation.check(log);
    return undefined;
  } catch (error) {
    if (error instanceof MeedoenError) return error.problems;
    throw error;
  }
}

export function process(panel, logs) {
  const kinds = cocreation.eventKinds();
  let log;
  let asOf;
  let problems;

  inEachLanguage(draw);

  function draw() {
    const result = h("div", { id: "result" });
    const date = h("input", { id: "as-of", type: "date", value: asOf ?? "", onchange: ({ target }) => target.value && show(target.value) });
    const dateField = labelled(text("until"), date);
    const view = processView(kinds);

    const show = (day) => {
      asOf = day ?? asOf;
      dateField.hidden = !log;
      date.value = asOf ?? "";
      if (problems) return refused();
      if (!log) return fill(result);
      view.show(log, asOf);
      fill(result, view.element);
    };
    const refused = () => {
      const lines = problems.map((problem) => h("li", {}, say(problem.message)));
      const heading = text("problems", { count: problems.length });
      fill(result, h("section", { class: "verdict warning", id: "problems" }, h("h3", {}, heading), h("ol", {}, lines)));
      announce(heading);
    };
    const take = (found) => {
      problems = refusal(found);
      log = problems ? undefined : found;
      show(log && lastDay(log.events));
    };

    fill(
      panel,
      h("h2", {}, text("processTitle")),
      h("p", { class: "intro" }, text("processIntro")),
      part(text("logbook"), h("div", { class: "chooser" }, chooser(take, (found) => refuse(found, show))), dateField),
      result,
      h("p", { class: "advice" }, text("advice")),
    );
    show();
  }

  function refuse(message, show) {
    log = undefined;
    problems = [{ message }];
    show();
  }

  function chooser(take, refuseFile) {
    const button = (example) => h("button", { type: "button", onclick: () => take(example) }, say(example.title));
    const file = h("input", { id: "file", type: "file", accept: ".json,application/json", "aria-describedby": "file-help" });
    file.addEventListener("change", async () => {
      if (file.files.length === 0) return;
      const content = await file.files[0].text();
      let found;
      try {
        found = JSON.parse(content);
      } catch {
        return refuseFile(TEXTS.notJson);
      }
      take(found);
    });
    const field = labelled(text("ownLog"), file);
    field.append(h("p", { class: "help", id: "file-help" }, text("ownLogHelp")));
    return [h("p", { class: "label", id: "examples" }, text("exampleLog")), h("div", { class: "buttons", role: "group", "aria-labelledby": "examples" }, logs.map(button)), field];
  }
}
