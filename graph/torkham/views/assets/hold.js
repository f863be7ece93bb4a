// What vis-network holds: the visible nodes and bundles, or of many the promoted ones; only what differs is touched.
import { kg, groupOf, label, modality, speakers } from "./data.js";
import { stale } from "./backdrop.js";
import { byId, isolate, plural } from "./text.js";
import { filtered, state, visible } from "./state.js";
import { colour } from "./shapes.js";
import { voice, VOICES } from "./wording.js";

const WHOLE = 900; // up to so many visible nodes vis-network holds all of them
const PROMOTED = 300; // else so many
export const LIGHT = 90; // more of them are dragged without arrows and halos

export const pic = { network: null, nodes: null, edges: null, promoted: new Set(), shown: new Uint8Array(0), near: null, bySize: [], labels: [], drawn: 0, busy: false };

/** Makes the two data sets, empty. */
export function prepare() {
  pic.bySize = Array.from({ length: kg.count }, (_, node) => node).sort((a, b) => kg.nodes.r[b] - kg.nodes.r[a] || a - b);
  pic.nodes = new vis.DataSet();
  pic.edges = new vis.DataSet();
}

/** Nodes that the picture shows: the visible ones, but names without arrows and figures that nobody disputes only when asked for. */
function shown() {
  const joined = new Uint8Array(kg.count);
  const wanted = (node) => !kg.quiet[node] || state.numbers || Boolean(state.focus) || Boolean(pic.near?.has(node));
  kg.bundles.forEach(({ source, target }, at) => {
    if (visible.bundle[at] && wanted(source) && wanted(target)) joined[source] = joined[target] = 1;
  });
  const out = new Uint8Array(kg.count);
  for (let node = 0; node < kg.count; node += 1) {
    if (visible.node[node] && (joined[node] || (state.lone && wanted(node)) || pic.near?.has(node) || node === state.focus?.node)) out[node] = 1;
  }
  return out;
}

export const isShown = (node) => Boolean(pic.shown[node]);
export const many = () => pic.promoted.size < pic.shownCount;

/** Brings vis-network's nodes and edges up to what is visible. */
export function show() {
  pic.near = state.selected ? neighbours() : null;
  pic.shown = shown();
  pic.shownCount = pic.shown.reduce((sum, flag) => sum + flag, 0);
  pic.promoted = pic.shownCount <= WHOLE ? new Set(pic.bySize.filter((node) => pic.shown[node])) : promote();
  sync(pic.nodes, [...pic.promoted].map((id) => ({ id, x: kg.nodes.x[id], y: kg.nodes.y[id], size: kg.nodes.r[id] })));
  sync(pic.edges, wantedEdges());
  stale();
  describe();
}

const held = new WeakMap();

/** Brings a data set up to what is wanted; only what differs is touched, for each touch costs vis-network time. */
function sync(set, wanted) {
  const before = held.get(set) ?? new Map();
  const now = new Map(wanted.map((item) => [item.id, JSON.stringify(item)]));
  const gone = [...before.keys()].filter((id) => !now.has(id));
  if (gone.length) set.remove(gone);
  const changed = wanted.filter((item) => before.get(item.id) !== now.get(item.id));
  if (changed.length) set.update(changed);
  held.set(set, now);
}

/** The nodes that vis-network holds of the many: what is chosen, what is in view, the largest first. */
function promote() {
  const view = pic.network ? viewport() : null;
  const chosen = new Set(pic.near ? [...pic.near].slice(0, PROMOTED / 2) : []);
  const inside = (node) => {
    if (!view) return true;
    const { x, y } = kg.nodes;
    return Math.abs(x[node] - view.x) * view.scale < view.width / 2 && Math.abs(y[node] - view.y) * view.scale < view.height / 2;
  };
  for (const node of pic.bySize) {
    if (chosen.size >= PROMOTED) break;
    if (pic.shown[node] && inside(node)) chosen.add(node);
  }
  return chosen;
}

function neighbours() {
  const { selected } = state;
  const found = new Set();
  if (selected.node !== undefined) found.add(selected.node);
  const bundles = selected.node !== undefined ? kg.nodeBundles[selected.node] : selected.bundle !== undefined ? [selected.bundle] : bundlesOf(selected.fact);
  for (const at of bundles) {
    if (visible.bundle[at]) found.add(kg.bundles[at].source).add(kg.bundles[at].target);
  }
  if (selected.fact !== undefined) for (let at = 1; at < kg.facts.roles[selected.fact].length; at += 2) found.add(kg.facts.roles[selected.fact][at]);
  return found;
}

const bundlesOf = (fact) => {
  const found = new Set();
  const { roles } = kg.facts;
  for (let at = 1; at < roles[fact].length; at += 2) for (const index of kg.nodeBundles[roles[fact][at]]) if (kg.bundles[index].facts.includes(fact)) found.add(index);
  return [...found];
};

function wantedEdges() {
  const made = [];
  const open = state.selected?.bundle;
  const chosen = state.selected?.node !== undefined ? new Set(kg.nodeBundles[state.selected.node]) : state.selected ? new Set(open === undefined ? bundlesOf(state.selected.fact) : [open]) : null;
  kg.bundles.forEach((bundle, at) => {
    if (!visible.bundle[at] || !pic.promoted.has(bundle.source) || !pic.promoted.has(bundle.target)) return;
    const facts = bundle.facts.filter((fact) => visible.fact[fact]);
    if (at === open && facts.length > 1 && !bundle.dispute) made.push(...fan(at, bundle, facts));
    else made.push(edge(`${at}`, bundle, facts, chosen && !chosen.has(at), bundle.back ? 0.16 : 0));
  });
  return made;
}

const MOST_OPEN = 9;

/** An opened bundle: each fact an arrow of its own. */
function fan(at, bundle, facts) {
  return facts.slice(0, MOST_OPEN).map((fact, index) => {
    const side = (index - (Math.min(facts.length, MOST_OPEN) - 1) / 2) * 0.17;
    return edge(`${at}:${fact}`, bundle, [fact], false, side || 0.01);
  });
}

const RANK = ["own", "said", "open", "denied"];

function edge(id, bundle, facts, dimmed, bend) {
  const voices = facts.map(voice);
  const best = RANK.find((name) => voices.includes(name)) || "own";
  const paint_ = colour(bundle.dispute ? { light: "#b8321a", dark: "#ff8f78" } : kg.looks.group[mainGroup(facts)]);
  return {
    id, from: bundle.source, to: bundle.target,
    width: Math.min(7, 1.4 + 1.1 * Math.log2(facts.length)),
    color: { color: paint_, opacity: dimmed ? 0.13 : mainGroup(facts) === "link" && !bundle.dispute ? 0.55 : 0.82 },
    dashes: VOICES[best].dashes,
    arrows: bundle.dispute ? { to: { enabled: false } } : { to: { enabled: true, scaleFactor: facts.length > 3 ? 0.4 : 0.6 } },
    smooth: bend ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) } : false,
  };
}

/** The colour group of most of a bundle's facts; those that happened count twice. */
export function mainGroup(facts) {
  const counts = new Map();
  for (const fact of facts) counts.set(groupOf(fact), (counts.get(groupOf(fact)) || 0) + (modality(fact) === "actual" ? 2 : 1));
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "link";
}

export function viewport() {
  const { x, y } = pic.network.getViewPosition();
  const box = byId("canvas");
  return { x, y, scale: pic.network.getScale(), width: box.clientWidth, height: box.clientHeight };
}

/** Is a bundle part of the selection? */
export function touches(at) {
  const { selected } = state;
  if (!selected) return false;
  if (selected.bundle !== undefined) return selected.bundle === at;
  if (selected.node !== undefined) return kg.bundles[at].source === selected.node || kg.bundles[at].target === selected.node;
  return kg.bundles[at].facts.includes(selected.fact);
}

/** What stands on an arrow: the commonest verb, how often, who says so when all of them come from one speaker. */
export function edgeLabel(bundle, facts) {
  if (bundle.dispute) return kg.looks.dispute;
  const counts = new Map();
  facts.forEach((fact) => {
    const text = bundle.labels[bundle.facts.indexOf(fact)];
    counts.set(text, (counts.get(text) || 0) + (voice(fact) === "own" ? 1.01 : 1));
  });
  const [[text, times], ...others] = [...counts].sort((a, b) => b[1] - a[1]);
  const mine = facts.filter((fact) => bundle.labels[bundle.facts.indexOf(fact)] === text);
  const who = mine.every((fact) => voice(fact) === "said") ? new Set(mine.flatMap(speakers)) : new Set();
  const says = who.size === 1 && ![...who].includes(bundle.source) && !text.includes("says") ? `${isolate(label([...who][0]))} says: ` : "";
  return `${says}${text}${Math.floor(times) > 1 ? ` ×${Math.floor(times)}` : ""}${others.length ? ` +${others.length} more` : ""}`;
}

/** The canvas' name for who cannot see it. */
export function describe() {
  const found = `Network of ${plural(pic.shownCount, "node")} and ${plural(visible.bundles, "arrow")} from ${plural(visible.facts, "fact")}${filtered() ? ", filtered" : ""}`;
  byId("canvas").setAttribute("aria-label", found);
  byId("canvas").querySelector("canvas")?.setAttribute("aria-label", found);
}

