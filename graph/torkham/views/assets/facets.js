// The legend that filters: types, what happened, who says it and how, sources; each with its count, 'n of N'.
import { kg, groupOf, modality, relation } from "./data.js";
import { bdi, byId, el, svg } from "./text.js";
import { change, state, toggle, visible } from "./state.js";
import { relationLabel, voice, VOICES } from "./wording.js";
import { swatch } from "./panel.js";

let counters = [];

export function start() {
  const types = Object.keys(kg.looks.node);
  byId("filters").replaceChildren(
    el("p", { class: "how" }, "An arrow’s colour says what happened, its line who says so."),
    lines(),
    group("type", "Who and what", types, (name) => [swatch(name), kg.looks.node[name].label], true),
    group("rel", "What happened", relations(), (name) => [stroke(name), relationLabel(name)], true),
    group("mod", "Happened or not", kg.mods.filter((name) => totals("mod")[name]), (name) => [relationLabel(name)], false),
    group("doc", "Sources", kg.docs.map((doc) => doc[0]), docLabel, kg.docs.length <= 8),
    el("fieldset", { class: "drawn" }, el("legend", {}, "In the picture"),
      drawn("numbers", "every figure", kg.quiet.reduce((sum, flag) => sum + flag, 0)),
      drawn("lone", "names without arrows", kg.nodeBundles.filter((list) => !list.length).length)),
  );
  update();
}

/** A switch for what is visible (in counts and tables) but only drawn when asked for. */
function drawn(name, text, count) {
  return el("label", { class: "option" }, el("input", { type: "checkbox", id: name, onchange: (event) => change("filter", { [name]: event.currentTarget.checked }) }), text, el("span", { class: "count" }, String(count)));
}

const docLabel = (key) => {
  const [, title, publisher] = kg.docs.find((doc) => doc[0] === key);
  return [el("span", {}, bdi(title || key), publisher ? el("span", { class: "soft" }, " ", bdi(publisher)) : null)];
};

/** Event types in the order of their colour groups, then the other kinds of facts. */
function relations() {
  const groups = Object.keys(kg.looks.group);
  const of = new Map();
  for (let fact = 0; fact < kg.total; fact += 1) of.set(relation(fact), groupOf(fact));
  return [...of].sort((a, b) => groups.indexOf(a[1]) - groups.indexOf(b[1]) || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}

function stroke(name) {
  const fact = kg.facts.rel.indexOf(kg.rels.indexOf(name));
  return svg("svg", { class: "swatch", viewBox: "0 0 20 20", "aria-hidden": "true" }, svg("path", { d: "M1,10H12M11,5L19,10L11,15Z", stroke: `var(--group-${groupOf(fact)})`, fill: `var(--group-${groupOf(fact)})`, "stroke-width": 3 }));
}

/** How the lines read: the article's own voice, somebody's, not (yet) so, denied. */
function lines() {
  const used = new Set();
  for (let fact = 0; fact < kg.total && used.size < Object.keys(VOICES).length; fact += 1) used.add(voice(fact));
  return el("ul", { class: "lines" }, Object.entries(VOICES).filter(([name]) => used.has(name)).map(([, { label, dashes }]) =>
    el("li", {}, svg("svg", { viewBox: "0 0 44 8", "aria-hidden": "true" }, svg("path", { d: "M1,4H43", stroke: "currentColor", "stroke-width": 2, "stroke-dasharray": dashes ? dashes.join(" ") : "none" })), label)));
}

function group(facet, title, names, labelled, open) {
  if (!names.length) return null;
  const made = el("details", { class: "facet", open });
  const boxes = names.map((name) => {
    const box = el("input", { type: "checkbox", "data-facet": facet, "data-name": name, onchange: () => toggle(facet, name, box.checked) });
    const count = el("span", { class: "count" });
    counters.push({ facet, name, box, count });
    return el("label", { class: "option" }, box, ...labelled(name), count);
  });
  const all = (on) => () => {
    names.forEach((name) => (on ? state.off[facet].delete(name) : state.off[facet].add(name)));
    change("filter");
  };
  made.append(el("summary", {}, title), el("div", { role: "group", "aria-label": title }, boxes),
    el("p", { class: "all" }, el("button", { type: "button", class: "plain", onclick: all(true) }, "all"), el("button", { type: "button", class: "plain", onclick: all(false) }, "none")));
  return made;
}

function totals(facet, only = null) {
  const counts = {};
  const add = (name) => (counts[name] = (counts[name] || 0) + 1);
  if (facet === "type") kg.nodes.type.forEach((type, node) => (!only || only.node[node]) && add(kg.types[type]));
  else {
    for (let fact = 0; fact < kg.total; fact += 1) {
      if (only && !only.fact[fact]) continue;
      if (facet === "rel") add(relation(fact));
      else if (facet === "mod") add(modality(fact));
      else if (kg.facts.doc[fact] >= 0) add(kg.docs[kg.facts.doc[fact]][0]);
    }
  }
  return counts;
}

let whole = null;

/** Counts and ticks after a change. */
export function update() {
  whole ??= Object.fromEntries(["type", "rel", "mod", "doc"].map((facet) => [facet, totals(facet)]));
  const now = Object.fromEntries(Object.keys(whole).map((facet) => [facet, totals(facet, visible)]));
  for (const { facet, name, box, count } of counters) {
    box.checked = !state.off[facet].has(name);
    count.textContent = `${now[facet][name] || 0} of ${whole[facet][name] || 0}`;
  }
  for (const name of ["numbers", "lone"]) byId(name).checked = state[name];
}
