// Making elements. Texts are always texts: nothing here reads HTML.

const PROPERTIES = new Set(["checked", "value", "open", "disabled"]);

/** An element with attributes, listeners (`onclick`, …) and children; what is absent is left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (PROPERTIES.has(name)) element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...present(children));
  return element;
}

/** Puts these children in an element, in place of those it had. */
export function fill(element, ...children) {
  element.replaceChildren(...present(children));
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false);
}

let count = 0;

/** An id that nothing else on the page has. */
export function fresh(name) {
  count += 1;
  return `${name}-${count}`;
}

const opened = new Map();

/** A text that opens to more; it stays as it was when the page is drawn again, at first as `start` says. */
export function disclosure(key, summary, content, start = false) {
  const element = h("details", { open: opened.get(key) ?? start }, h("summary", {}, summary), content);
  element.addEventListener("toggle", () => opened.set(key, element.open));
  return element;
}

let pending;

/** Tells who does not see the page what has changed; of several in a row only the last. */
export function announce(text) {
  clearTimeout(pending);
  pending = setTimeout(() => (document.getElementById("announcer").textContent = text), 400);
}
