// Puts the page together: reads the data and the address, starts the views, and keeps them in step.
import { kg, load, label, prepareSearch } from "./data.js";
import { announce, byId, days, isoDay, isolate, plural, readDate } from "./text.js";
import { change, compute, focusOn, hashIsOurs, neighbourhood, onChange, readHash, reset, select, state, visible } from "./state.js";
import * as camera from "./camera.js";
import * as hold from "./hold.js";
import * as picture from "./picture.js";
import * as panel from "./panel.js";
import * as search from "./search.js";
import * as facets from "./facets.js";
import * as timebar from "./timebar.js";
import * as tabs from "./tabs.js";
import * as taking from "./export.js";
import { relabel } from "./drawing.js";
import { onScheme } from "./shapes.js";

/** Lets the browser answer before the next step, so that no task of a large graph is long. */
const breath = () => new Promise((go) => setTimeout(go));

async function open() {
  await load();
  await breath();
  const understood = readHash();
  compute();
  colours();
  heading();
  panel.update();
  timebar.start();
  await breath();
  picture.start();
  await breath();
  facets.start();
  search.start();
  tabs.start();
  taking.start();
  onChange(follow);
  controls();
  showFocus();
  if (!understood) tellBadHash();
  if (state.selected) {
    announceSelection();
    camera.reveal();
  }
  window.kg = Object.freeze({ state, visible, data: kg, pic: hold.pic, isShown: hold.isShown, find: search.find, ready: true });
  performance.mark("kgReady");
  window.kgReady = performance.now();
  document.documentElement.dataset.ready = "";
  prepareSearch();
}

/** Each change reaches the views that it concerns. */
function follow(what) {
  if (what === "view" || what === "table") return void (what === "table" && tabs.update(what));
  if (what === "filter") {
    facets.update();
    timebar.update();
    showFocus();
  }
  if (what === "filter" || what === "selection") {
    panel.update();
    if (state.tab === "network") picture.update(what);
    else if (what === "filter") announce(`${plural(visible.nodes, "node")}, ${plural(visible.facts, "fact")} shown`);
  }
  if (what === "selection" && state.selected) {
    announceSelection();
    if (state.tab === "network") camera.reveal();
  }
  tabs.update(what);
}

function announceSelection() {
  const { node, bundle, fact } = state.selected;
  const count = byId("panel").querySelectorAll(".fact").length;
  const what = node !== undefined ? isolate(label(node)) : bundle !== undefined ? `${isolate(label(kg.bundles[bundle].source))} to ${isolate(label(kg.bundles[bundle].target))}` : `fact ${fact}`;
  announce(`${what} selected, ${plural(count, "fact")} with evidence`);
}

/** The colours of types and groups as variables, light and dark; on paper always light. */
function colours() {
  const rules = (scheme) => [
    ...Object.entries(kg.looks.node).map(([name, look]) => `--node-${kg.types.indexOf(name)}:${look[scheme]}`),
    ...Object.entries(kg.looks.group).map(([name, look]) => `--group-${name}:${look[scheme]}`),
  ].join(";");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:root{${rules("light")}} @media screen and (prefers-color-scheme: dark){:root{${rules("dark")}}}`);
  document.adoptedStyleSheets = [sheet];
  onScheme(() => state.tab === "network" && picture.repaint());
}

function heading() {
  const actors = kg.nodes.type.filter((type) => !["Figure", "Policy", "Place"].includes(kg.types[type])).length;
  const known = kg.docs.map((doc) => days(doc[3])).filter(Boolean);
  const month = (day) => readDate(isoDay(day).slice(0, 7));
  const ends = known.length ? [Math.min(...known.map((span) => span[0])), Math.max(...known.map((span) => span[1]))].map(month) : [];
  const time = ends.length ? `, ${ends[0] === ends[1] ? ends[0] : ends.join(" to ")}` : "";
  byId("sum").textContent = `${plural(actors, "actor")} and ${plural(kg.total, "fact")} from ${plural(kg.docs.length, "article")}${time}`;
  const measured = Object.entries(kg.heading.quality);
  byId("quality").textContent = measured.length ? `Measured on articles it had not seen: ${measured.map(([name, value]) => `${Math.round(100 * value)} of 100 ${name}`).join(", ")} are right.` : "";
}

function tellBadHash() {
  const message = "The address after # means nothing in this file: this is the default view.";
  announce(message);
  byId("quality").after(Object.assign(document.createElement("span"), { id: "bad-hash", textContent: ` ${message}` }));
}

function showFocus() {
  const bar = byId("focusbar");
  bar.hidden = !state.focus;
  if (!state.focus) return;
  const back = Object.assign(document.createElement("button"), { type: "button", textContent: "Show all", onclick: () => (focusOn(null), camera.fit()) });
  const { node, depth } = state.focus;
  bar.replaceChildren(`${isolate(label(node))} and what is ${depth === 1 ? "one step" : "two steps"} away `, back);
}

// --- keys and buttons ---------------------------------------------------------------------------------------------------

function controls() {
  byId("reset").addEventListener("click", () => (reset(), byId("search").value = "", camera.fit()));
  byId("zoom-in").addEventListener("click", () => camera.zoom(1.35));
  byId("zoom-out").addEventListener("click", () => camera.zoom(1 / 1.35));
  byId("zoom-fit").addEventListener("click", () => camera.fit());
  byId("open-filters").addEventListener("click", toggleFilters);
  byId("canvas").addEventListener("keydown", canvasKeys);
  document.addEventListener("keydown", pageKeys);
  window.addEventListener("hashchange", () => hashIsOurs() || followHash());
  new ResizeObserver(() => state.tab === "network" && relabel()).observe(byId("stage"));
  onChange((what) => what === "filter" && state.focus && state.tab === "network" && camera.fit());
}

function followHash() {
  if (!readHash()) announce("The address after # means nothing in this file: this is the default view.");
  change("filter");
  change("selection");
}

function toggleFilters() {
  const on = document.body.classList.toggle("filters-open");
  byId("open-filters").setAttribute("aria-expanded", String(on));
}

function pageKeys(event) {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key === "/" && !typing) {
    event.preventDefault();
    byId("search").focus();
  } else if (event.key === "Escape" && !(typing && event.target.type === "search")) {
    if (state.focus) (focusOn(null), camera.fit());
    else if (state.selected) (select(null), byId("canvas").focus());
  }
}

/** Arrow keys walk to the nearest node in that direction; with shift they move the view. */
function canvasKeys(event) {
  const way = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
  if (way && event.shiftKey) camera.pan(way[0] * 80, way[1] * 80);
  else if (way) walk(way);
  else if (event.key === "+" || event.key === "=") camera.zoom(1.35);
  else if (event.key === "-") camera.zoom(1 / 1.35);
  else if (event.key === "0") camera.fit();
  else if (event.key === "Enter" && state.selected) byId("panel").focus();
  else if (event.key.toLowerCase() === "f" && !event.ctrlKey && !event.metaKey && state.selected?.node !== undefined) focusOn(state.selected.node, state.focus?.depth === 1 ? 2 : 1);
  else return;
  event.preventDefault();
}

function walk([dx, dy]) {
  const from = state.selected?.node;
  if (from === undefined) return select({ node: largest() });
  const near = neighbourhood(from, 1, visible.node, visible.fact);
  const { x, y } = kg.nodes;
  const reach = (node) => {
    const [ax, ay] = [x[node] - x[from], y[node] - y[from]];
    const along = ax * dx + ay * dy;
    return along <= 0 ? Infinity : Math.hypot(ax, ay) * (1 + 2 * Math.abs(ax * dy - ay * dx) / along) * (near.has(node) ? 0.6 : 1);
  };
  let [best, least] = [null, Infinity];
  for (let node = 0; node < kg.count; node += 1) {
    if (node === from || !hold.isShown(node)) continue;
    const found = reach(node);
    if (found < least) [best, least] = [node, found];
  }
  return best === null ? null : select({ node: best });
}

const largest = () => kg.nodes.r.reduce((best, radius, node) => (hold.isShown(node) && (best < 0 || radius > kg.nodes.r[best]) ? node : best), -1);

open();
