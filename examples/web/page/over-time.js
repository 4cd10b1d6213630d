// The fourth part: registrations of rungs over time, what they are worth, and what may be expected from them.
import { MeedoenError } from "./meedoen/index.js";
import { announce, fill, h } from "./dom.js";
import { inEachLanguage, say, text } from "./language.js";
import { expectations } from "./expectations.js";
import { choice, labelled, part } from "./pieces.js";
import { guess, panelOf, parse, ROLES, synthetic } from "./registrations.js";
import { seen } from "./seen.js";
import { TEXTS } from "./texts.js";

const NEEDED = ["person", "time", "state"];

export function overTime(panel) {
  let columns;
  let roles;
  let isExample = false;
  let found;

  inEachLanguage(draw);

  function draw() {
    const mapping = h("div", { class: "columns" });
    const result = h("div", { id: "panel-result" });
    const view = expectations();
    const take = (table, example) => {
      columns = table;
      roles = guess(table);
      isExample = example;
      calculate();
    };
    const calculate = () => {
      found = undefined;
      fill(mapping, columns && columnsOf(columns, roles, calculate));
      if (!columns) return fill(result);
      if (NEEDED.some((role) => !roles[role])) return refuse([TEXTS.missingColumns]);
      try {
        found = seen(panelOf(columns, roles), roles.group);
        show();
        announce(say(found.quality.text));
      } catch (error) {
        if (!(error instanceof MeedoenError)) throw error;
        refuse(error.problems.map(({ message }) => message));
      }
    };
    const refuse = (messages) => {
      const heading = text("panelProblems", { count: messages.length });
      const lines = messages.map((message) => h("li", {}, say(message)));
      fill(result, h("section", { class: "verdict warning", id: "panel-problems" }, h("h3", {}, heading), h("ol", {}, lines)));
      announce(heading);
    };
    const show = () => {
      view.show(found, isExample);
      fill(result, isExample && h("p", { class: "notice" }, text("synthetic")), view.element);
    };

    fill(
      panel,
      h("h2", {}, text("timeTitle")),
      h("p", { class: "intro" }, text("timeIntro")),
      part(text("registrations"), h("div", { class: "chooser" }, chooser(take)), mapping),
      result,
      h("p", { class: "advice" }, text("advice")),
    );
    if (found) {
      fill(mapping, columnsOf(columns, roles, calculate));
      show();
    } else if (columns) calculate();
  }
}

/** Which column is what, to be changed. */
function columnsOf(columns, roles, changed) {
  const options = [["", text("noColumn")], ...columns.map(({ name }) => [name, name])];
  const field = (role) => {
    const change = (name) => {
      roles[role] = name;
      changed();
      document.getElementById(`column-${role}`).focus();
    };
    return labelled(text(`column-${role}`), choice(`column-${role}`, options, roles[role], change));
  };
  return Object.keys(ROLES).map(field);
}

function chooser(take) {
  const file = h("input", { id: "registrations", type: "file", accept: ".csv,text/csv", "aria-describedby": "registrations-help" });
  file.addEventListener("change", async () => {
    if (file.files.length > 0) take(parse(await file.files[0].text()), false);
  });
  const field = labelled(text("ownRegistrations"), file);
  field.append(h("p", { class: "help", id: "registrations-help" }, text("ownRegistrationsHelp")));
  const example = h("button", { type: "button", id: "synthetic", onclick: () => take(synthetic(), true) }, text("syntheticExample"));
  return [h("div", { class: "buttons" }, example), field];
}
