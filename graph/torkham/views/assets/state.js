// What is chosen, and what is therefore visible. All views show this one selection; it lives in the address' hash.
import { kg, modality, relation } from "./data.js";
import { dayOf, isoDay } from "./text.js";

const FACETS = ["type", "rel", "doc", "mod"];
export const TABS = ["network", "timeline", "figures", "table"];

export const state = fresh();
export const visible = { node: null, fact: null, bundle: null, nodes: 0, facts: 0, bundles: 0 };

const listeners = [];

/** A view asks to be told of changes; `what` is 'filter', 'selection', 'tab' or 'view'. */
export const onChange = (listener) => listeners.push(listener);

function fresh() {
  return {
    tab: "network", selected: null, focus: null, time: null, undated: true, lone: false, numbers: false, view: null, tableOf: "facts",
    off: Object.fromEntries(FACETS.map((facet) => [facet, new Set()])),
  };
}

/** Changes the state, works out what is visible, and tells the views. */
export function change(what, changes = {}) {
  Object.assign(state, changes);
  if (what === "filter") compute();
  listeners.forEach((listener) => listener(what));
  writeHash();
}

export function reset() {
  change("filter", { ...fresh(), tab: state.tab });
  change("selection");
}

export function toggle(facet, name, on) {
  if (on) state.off[facet].delete(name);
  else state.off[facet].add(name);
  change("filter");
}

export const filtered = () => Boolean(state.time || !state.undated || state.focus || FACETS.some((facet) => facet !== "type" && state.off[facet].size));

function factPasses(fact) {
  const { facts } = kg;
  if (state.off.rel.size && state.off.rel.has(relation(fact))) return false;
  if (state.off.mod.size && state.off.mod.has(modality(fact))) return false;
  if (state.off.doc.size && facts.doc[fact] >= 0 && state.off.doc.has(kg.docs[facts.doc[fact]][0])) return false;
  const days = facts.days[fact];
  if (!days) return state.undated;
  return !state.time || (days[0] <= state.time[1] && days[1] >= state.time[0]);
}

/**
 * A fact is visible when it passes the filters and an arrow of it joins two visible nodes; one without arrows when all
 * who stand in it are visible. A node is visible when its type is, and (under filters) a visible fact speaks of it.
 */
export function compute() {
  const { count, total, bundles, facts } = kg;
  const typeOn = kg.types.map((name) => !state.off.type.has(name));
  const node = new Uint8Array(count);
  for (let at = 0; at < count; at += 1) node[at] = typeOn[kg.nodes.type[at]] ? 1 : 0;
  const passes = new Uint8Array(total);
  for (let fact = 0; fact < total; fact += 1) passes[fact] = factPasses(fact) ? 1 : 0;
  if (state.focus) keepNear(node, passes);
  const fact = new Uint8Array(total);
  const bundle = new Uint8Array(bundles.length);
  bundles.forEach(({ source, target, facts: members }, at) => {
    if (!node[source] || !node[target]) return;
    for (const member of members) if (passes[member]) bundle[at] = fact[member] = 1;
  });
  for (let at = 0; at < total; at += 1) {
    if (passes[at] && !facts.edges[at].length && everyoneIn(facts.roles[at], node)) fact[at] = 1;
  }
  if (filtered()) keepSpokenOf(node, fact);
  Object.assign(visible, { node, fact, bundle, nodes: sum(node), facts: sum(fact), bundles: sum(bundle) });
}

const sum = (flags) => flags.reduce((sum, flag) => sum + flag, 0);

function everyoneIn(roles, node) {
  for (let at = 1; at < roles.length; at += 2) if (!node[roles[at]]) return false;
  return true;
}

function keepSpokenOf(node, fact) {
  const spoken = new Uint8Array(kg.count);
  fact.forEach((flag, at) => {
    if (flag) for (let role = 1; role < kg.facts.roles[at].length; role += 2) spoken[kg.facts.roles[at][role]] = 1;
  });
  for (let at = 0; at < kg.count; at += 1) if (!spoken[at] && at !== state.focus?.node) node[at] = 0;
}

/** Everything that is at most `depth` arrows from the node in focus, in either direction, over arrows that pass. */
function keepNear(node, passes) {
  const near = neighbourhood(state.focus.node, state.focus.depth, node, passes);
  for (let at = 0; at < kg.count; at += 1) if (!near.has(at)) node[at] = 0;
}

export function neighbourhood(start, depth, node, passes) {
  const near = new Set([start]);
  let edge = [start];
  for (let step = 0; step < depth; step += 1) {
    const next = [];
    for (const at of edge) {
      for (const index of kg.nodeBundles[at]) {
        const { source, target, facts } = kg.bundles[index];
        const other = source === at ? target : source;
        if (!near.has(other) && node[other] && facts.some((fact) => passes[fact])) (near.add(other), next.push(other));
      }
    }
    edge = next;
  }
  return near;
}

/** The facts of the selection that are visible; without a selection all visible ones. */
export function selectedFacts() {
  const { selected } = state;
  const all = selected?.bundle !== undefined ? kg.bundles[selected.bundle].facts : selected?.fact !== undefined ? [selected.fact] : selected ? kg.nodeFacts[selected.node] : null;
  if (all) return all.filter((fact) => visible.fact[fact]);
  const facts = [];
  for (let fact = 0; fact < kg.total; fact += 1) if (visible.fact[fact]) facts.push(fact);
  return facts;
}

export const select = (selected) => change("selection", { selected });
export const focusOn = (node, depth) => change("filter", { focus: node === null ? null : { node, depth } });

// --- the hash -------------------------------------------------------------------------------------------------------

/** The state as the part of the address after '#'; the default state is the empty string. */
export function hash() {
  const out = new URLSearchParams();
  if (state.tab !== "network") out.set("tab", state.tab);
  if (state.tableOf !== "facts") out.set("table", state.tableOf);
  const { selected } = state;
  if (selected?.node !== undefined) out.set("node", kg.nodes.key[selected.node]);
  if (selected?.bundle !== undefined) {
    const { source, target } = kg.bundles[selected.bundle];
    out.append("edge", kg.nodes.key[source]);
    out.append("edge", kg.nodes.key[target]);
  }
  if (selected?.fact !== undefined) out.set("fact", String(selected.fact));
  if (state.focus) {
    out.set("focus", kg.nodes.key[state.focus.node]);
    out.set("depth", String(state.focus.depth));
  }
  for (const facet of FACETS) for (const name of [...state.off[facet]].sort()) out.append(`no-${facet}`, name);
  if (state.time) out.set("time", state.time.map(isoDay).join("/"));
  if (!state.undated) out.set("undated", "0");
  if (state.lone) out.set("lone", "1");
  if (state.numbers) out.set("numbers", "1");
  if (state.view) out.set("view", state.view.join(","));
  return out.toString();
}

let written = "";

function writeHash() {
  written = hash();
  const address = written ? `#${written}` : "#";
  try {
    history.replaceState(null, "", address);
  } catch {
    written = location.hash.slice(1); // a page inside a notebook's frame has no address of its own
  }
}

export const hashIsOurs = () => location.hash.slice(1) === written;

/** Reads the state from the address. Returns false, with the default state, when the hash means nothing here. */
export function readHash() {
  const text = location.hash.slice(1);
  Object.assign(state, fresh());
  if (!text) return true;
  try {
    Object.assign(state, parse(new URLSearchParams(text)));
    return true;
  } catch {
    Object.assign(state, fresh());
    return false;
  }
}

const need = (good, value) => {
  if (!good) throw new RangeError("a hash that means nothing here");
  return value;
};

function parse(given) {
  const read = fresh();
  const known = new Set(["tab", "table", "node", "edge", "fact", "focus", "depth", "time", "undated", "lone", "numbers", "view", ...FACETS.map((facet) => `no-${facet}`)]);
  for (const name of given.keys()) need(known.has(name));
  const nodeOf = (key) => need(kg.byKey.has(key), kg.byKey.get(key));
  if (given.has("tab")) read.tab = need(TABS.includes(given.get("tab")), given.get("tab"));
  if (given.has("table")) read.tableOf = need(["facts", "nodes"].includes(given.get("table")), given.get("table"));
  if (given.has("node")) read.selected = { node: nodeOf(given.get("node")) };
  if (given.has("edge")) read.selected = { bundle: bundleOf(...given.getAll("edge").map(nodeOf)) };
  if (given.has("fact")) read.selected = { fact: need(kg.facts.kind[Number(given.get("fact"))] !== undefined, Number(given.get("fact"))) };
  if (given.has("focus")) read.focus = { node: nodeOf(given.get("focus")), depth: need(/^[12]$/.test(given.get("depth")), Number(given.get("depth"))) };
  for (const facet of FACETS) given.getAll(`no-${facet}`).forEach((name) => read.off[facet].add(name));
  if (given.has("time")) read.time = span(given.get("time"));
  read.undated = given.get("undated") !== "0";
  read.lone = given.get("lone") === "1";
  read.numbers = given.get("numbers") === "1";
  if (given.has("view")) {
    const numbers = given.get("view").split(",").map(Number);
    read.view = need(numbers.length === 3 && numbers.every(Number.isFinite) && numbers[2] > 0, numbers);
  }
  return read;
}

function span(text) {
  const found = text.split("/").map(dayOf);
  return need(found.length === 2 && found.every(Number.isFinite) && found[0] <= found[1], found);
}

function bundleOf(source, target) {
  const found = kg.bundles.findIndex((bundle) => bundle.source === source && bundle.target === target);
  return need(found >= 0, found);
}

