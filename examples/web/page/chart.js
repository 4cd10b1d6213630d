// A chart of the library, drawn by Vega without evaluating any text as a program.
import { h } from "./dom.js";
import { text } from "./language.js";

/** A place for a chart; `draw` shows a specification in it, or nothing. */
export function chart() {
  const element = h("figure", { class: "chart", role: "group", hidden: true });
  // Where the chart does not fit, what is outside can be scrolled to, also with the keyboard.
  new ResizeObserver(() => {
    if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
    else element.removeAttribute("tabindex");
  }).observe(element);
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
    // A layer in which there is nothing to see has nothing to say.
    for (const layer of next.querySelectorAll("[role=graphics-symbol]:empty")) layer.setAttribute("aria-hidden", "true");
    // While this one was being made, a later one may have been asked for.
    if (mine !== drawing) return result.finalize();
    finish();
    finish = () => result.finalize();
    element.replaceChildren(next);
  }
  return { element, draw };
}
