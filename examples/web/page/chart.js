// A chart of the library, drawn by Vega without evaluating any text as a program.
import { h } from "./dom.js";
import { text } from "./language.js";

/** A place for a chart; `draw` shows a specification in it, or nothing. */
export function chart() {
  // The chart keeps its width: what does not fit can be scrolled to, also with the keyboard.
  const element = h("figure", { class: "chart", role: "group", tabindex: "0", hidden: true });
  let shown;
  let drawing = 0;
  let finish = () => {};

  async function draw(specification) {
    const wanted = JSON.stringify(specification ?? null);
    if (wanted === shown) return;
    shown = wanted;
    drawing += 1;
    const mine = drawing;
    element.hidden = !specification;
    if (!specification) return;
    element.setAttribute("aria-label", text("chart", { title: [specification.title.text].flat().join(" ") }));
    const next = h("div");
    const result = await globalThis.vegaEmbed(next, specification, {
      ast: true,
      renderer: "svg",
      actions: false,
      defaultStyle: false,
      tooltip: { disableDefaultStyle: true },
    });
    // While this one was being made, a later one may have been asked for.
    if (mine !== drawing) return result.finalize();
    finish();
    finish = () => result.finalize();
    element.replaceChildren(next);
  }
  return { element, draw };
}
