// The four views of one selection: tabs by the pattern of WAI-ARIA (arrow keys move, the view follows).
import { byId } from "./text.js";
import { change, state, TABS } from "./state.js";
import * as figures from "./figures.js";
import * as table from "./table.js";
import * as timeline from "./timeline.js";
import { repaint } from "./picture.js";

const RENDER = { timeline, figures, table };

export function start() {
  for (const name of TABS) {
    const tab = byId(`tab-${name}`);
    tab.addEventListener("click", () => change("tab", { tab: name }));
    tab.addEventListener("keydown", keys);
  }
  update("start");
}

function keys(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const to = event.key === "Home" ? 0 : event.key === "End" ? TABS.length - 1 : step ? (TABS.indexOf(state.tab) + step + TABS.length) % TABS.length : -1;
  if (to < 0) return;
  event.preventDefault();
  change("tab", { tab: TABS[to] });
  byId(`tab-${TABS[to]}`).focus();
}

/** Shows the view that is chosen; only that one is rendered. */
export function update(what) {
  for (const name of TABS) {
    const on = state.tab === name;
    byId(`tab-${name}`).setAttribute("aria-selected", String(on));
    byId(`tab-${name}`).tabIndex = on ? 0 : -1;
    byId(`view-${name}`).hidden = !on;
  }
  document.body.classList.toggle("wide-table", state.tab === "table");
  RENDER[state.tab]?.render();
  if (what === "tab" && state.tab === "network") repaint();
}
