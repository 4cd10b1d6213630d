// Tabs as the ARIA practices describe them: arrows, Home and End move; one tab stop for all.

/** Makes a list of tabs work; the address of the page remembers which one is open. */
export function tabs(list) {
  const all = [...list.querySelectorAll("[role=tab]")];
  const panel = (tab) => document.getElementById(tab.getAttribute("aria-controls"));
  const name = (tab) => tab.id.replace("tab-", "");

  function select(chosen, focus) {
    for (const tab of all) {
      tab.setAttribute("aria-selected", tab === chosen);
      tab.tabIndex = tab === chosen ? 0 : -1;
      panel(tab).hidden = tab !== chosen;
    }
    if (focus) chosen.focus();
    history.replaceState(null, "", `#${name(chosen)}`);
  }

  list.addEventListener("click", ({ target }) => {
    const tab = target.closest("[role=tab]");
    if (tab) select(tab);
  });
  list.addEventListener("keydown", (event) => {
    const at = all.indexOf(document.activeElement);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    select(all[(to + all.length) % all.length], true);
  });
  select(all.find((tab) => `#${name(tab)}` === location.hash) ?? all[0]);
}
