// Search with completion: labels and all other names, in any script, folded.
import { kg, label, look, searchIndex, typeOf } from "./data.js";
import { announce, bdi, byId, el, fold, isolate, plural } from "./text.js";
import { select, state, toggle } from "./state.js";
import { swatch } from "./panel.js";
import { centre } from "./camera.js";
import { isShown } from "./hold.js";

const MOST = 12;
let results = [];
let active = -1;

/** The nodes whose names have the words, those that begin with them and the larger ones first. */
export function find(text) {
  const wanted = fold(text);
  if (!wanted) return [];
  const found = ranked(wanted, (name) => name);
  return found.length ? found : ranked(joined(wanted), joined); // 'sarfraz-bugti', 'وزارت‌داخلہ'
}

const joined = (name) => name.replaceAll(" ", "");

function ranked(wanted, form) {
  const found = [];
  searchIndex().forEach((names, node) => {
    let best = 9;
    names.forEach((full, at) => {
      const name = form(full);
      const where = name.indexOf(wanted);
      if (where < 0) return;
      const rank = where === 0 ? (name.length === wanted.length ? 0 : 1) : name[where - 1] === " " ? 2 : 3;
      best = Math.min(best, rank + (at ? 0.5 : 0));
    });
    if (best < 9) found.push([best, -kg.nodes.r[node], node]);
  });
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]).map(([, , node]) => node);
}

export function start() {
  const field = byId("search");
  field.addEventListener("input", list);
  field.addEventListener("keydown", keys);
  field.addEventListener("blur", () => setTimeout(hide, 150));
  field.addEventListener("focus", () => field.value && list());
}

function list() {
  const text = byId("search").value;
  results = find(text);
  active = -1;
  byId("found").replaceChildren(...results.slice(0, MOST).map(option));
  const open = Boolean(results.length);
  byId("found").hidden = !open;
  byId("search").setAttribute("aria-expanded", String(open));
  byId("search").removeAttribute("aria-activedescendant");
  if (text.trim()) announce(plural(results.length, "result"));
}

function option(node, at) {
  const other = (kg.nodes.names[node] || []).find((name) => fold(name[0]).includes(fold(byId("search").value)));
  const own = fold(label(node)).includes(fold(byId("search").value));
  return el("li", { role: "option", id: `found-${at}`, "aria-selected": "false", onmousedown: (event) => (event.preventDefault(), choose(node)) },
    swatch(typeOf(node)), el("span", {}, bdi(label(node)), !own && other ? el("span", { class: "soft" }, " also ", bdi(other[0], other[1])) : null),
    el("span", { class: "soft" }, look(node).label));
}

function keys(event) {
  const options = [...byId("found").children];
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (!options.length) return;
    active = (active + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length;
    options.forEach((one, at) => one.setAttribute("aria-selected", String(at === active)));
    options[active].scrollIntoView({ block: "nearest" });
    byId("search").setAttribute("aria-activedescendant", options[active].id);
  } else if (event.key === "Enter" && results.length) choose(results[Math.max(0, active)]);
  else if (event.key === "Escape") {
    event.stopPropagation();
    hide();
    byId("search").value = "";
  }
}

function choose(node) {
  hide();
  byId("search").value = label(node);
  if (state.off.type.has(typeOf(node))) toggle("type", typeOf(node), true);
  select({ node });
  if (isShown(node) && state.tab === "network") centre(node);
  announce(`${isolate(label(node))} selected`);
}

function hide() {
  byId("found").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
}
