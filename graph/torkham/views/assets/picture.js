// The picture: vis-network for what can be touched, our own layer for labels, the backdrop for the many.
import { kg, groupOf, label, look, modality, relation, speakers } from "./data.js";
import { along, around, draw, Room, width, wrap } from "./labels.js";
import { blit, fresh, hit, moved, paint, stale } from "./backdrop.js";
import { announce, byId, isolate, plural } from "./text.js";
import { change, filtered, focusOn, select, state, visible } from "./state.js";
import { colour, inks, path } from "./shapes.js";
import { voice, VOICES } from "./wording.js";

const WHOLE = 900; // up to so many visible nodes vis-network holds all of them
const PROMOTED = 300; // else so many
const CALM = matchMedia("(prefers-reduced-motion: reduce)");

export const pic = { network: null, nodes: null, edges: null, promoted: new Set(), labels: [], drawn: 0, busy: false };

let drawnNodes = new Uint8Array(0);
let bySize = [];
let near = null;

/** Builds the picture once. */
export function start() {
  bySize = Array.from({ length: kg.count }, (_, node) => node).sort((a, b) => kg.nodes.r[b] - kg.nodes.r[a] || a - b);
  pic.nodes = new vis.DataSet();
  pic.edges = new vis.DataSet();
  show();
  pic.network = new vis.Network(byId("canvas"), { nodes: pic.nodes, edges: pic.edges }, options());
  const canvas = byId("canvas").querySelector("canvas");
  canvas.setAttribute("role", "img");
  pic.network.on("beforeDrawing", before);
  pic.network.on("afterDrawing", after);
  pic.network.on("click", clicked);
  pic.network.on("doubleClick", ({ nodes }) => nodes.length && focusOn(nodes[0], 1));
  pic.network.on("dragStart", () => setBusy(true));
  pic.network.on("dragEnd", dragged);
  pic.network.on("zoom", settleSoon);
  pic.network.on("hoverNode", ({ node }) => tip(node));
  pic.network.on("hoverEdge", ({ edge }) => tipEdge(edge));
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) pic.network.on(event, () => tip(null));
  byId("canvas").addEventListener("pointermove", pointer);
  if (state.view) pic.network.moveTo({ position: { x: state.view[0], y: state.view[1] }, scale: state.view[2] });
  else fit();
}

function options() {
  const many = kg.count > 600;
  return {
    physics: false,
    autoResize: true,
    layout: { improvedLayout: false },
    interaction: {
      hover: kg.count <= WHOLE, keyboard: false, selectConnectedEdges: false, hoverConnectedEdges: false,
      hideEdgesOnDrag: many, hideEdgesOnZoom: many, zoomSpeed: 0.8,
    },
    nodes: { shape: "custom", ctxRenderer: renderer, chosen: false },
    edges: { smooth: false, chosen: false, selectionWidth: 0, arrows: { to: { enabled: true, scaleFactor: 0.6 } }, color: { inherit: false } },
  };
}

// --- what vis-network holds -------------------------------------------------------------------------------------------

/** Nodes that the picture shows: the visible ones, but names without arrows and figures that nobody disputes only when asked for. */
function shown() {
  const joined = new Uint8Array(kg.count);
  const wanted = (node) => !kg.quiet[node] || state.numbers || Boolean(state.focus) || Boolean(near?.has(node));
  kg.bundles.forEach(({ source, target }, at) => {
    if (visible.bundle[at] && wanted(source) && wanted(target)) joined[source] = joined[target] = 1;
  });
  const out = new Uint8Array(kg.count);
  for (let node = 0; node < kg.count; node += 1) {
    if (visible.node[node] && (joined[node] || (state.lone && wanted(node)) || near?.has(node) || node === state.focus?.node)) out[node] = 1;
  }
  return out;
}

export const isShown = (node) => Boolean(drawnNodes[node]);
export const many = () => pic.promoted.size < pic.shownCount;

/** Brings vis-network's nodes and edges up to what is visible. */
export function show() {
  near = state.selected ? neighbours() : null;
  drawnNodes = shown();
  pic.shownCount = drawnNodes.reduce((sum, flag) => sum + flag, 0);
  pic.promoted = pic.shownCount <= WHOLE ? new Set(bySize.filter((node) => drawnNodes[node])) : promote();
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
  const chosen = new Set(near ? [...near].slice(0, PROMOTED / 2) : []);
  const inside = (node) => {
    if (!view) return true;
    const { x, y } = kg.nodes;
    return Math.abs(x[node] - view.x) * view.scale < view.width / 2 && Math.abs(y[node] - view.y) * view.scale < view.height / 2;
  };
  for (const node of bySize) {
    if (chosen.size >= PROMOTED) break;
    if (drawnNodes[node] && inside(node)) chosen.add(node);
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

function mainGroup(facts) {
  const counts = new Map();
  for (const fact of facts) counts.set(groupOf(fact), (counts.get(groupOf(fact)) || 0) + (modality(fact) === "actual" ? 2 : 1));
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "link";
}

// --- drawing ----------------------------------------------------------------------------------------------------------

function renderer({ ctx, id, x, y, state: { hover } }) {
  const radius = kg.nodes.r[id];
  return {
    drawNode: () => drawNode(ctx, id, x, y, radius, hover),
    nodeDimensions: { width: 2 * radius, height: 2 * radius },
  };
}

function drawNode(ctx, id, x, y, radius, hover) {
  const { paper, ring } = inks();
  const chosen = state.selected?.node === id;
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(radius, radius);
  const shape = path(look(id).shape);
  ctx.lineJoin = "round";
  ctx.fillStyle = paper;
  ctx.strokeStyle = paper;
  ctx.lineWidth = 5 / radius;
  ctx.stroke(shape);
  ctx.fill(shape, "nonzero");
  if (near && !near.has(id)) ctx.globalAlpha = 0.22;
  ctx.fillStyle = colour(look(id));
  ctx.fill(shape, "evenodd");
  if (chosen || hover) {
    ctx.globalAlpha = 1;
    ctx.strokeStyle = ring;
    ctx.lineWidth = (chosen ? 2.5 : 1.5) / radius;
    ctx.stroke(shape);
  }
  ctx.restore();
}

export function viewport() {
  const { x, y } = pic.network.getViewPosition();
  const box = byId("canvas");
  return { x, y, scale: pic.network.getScale(), width: box.clientWidth, height: box.clientHeight };
}

/** Draws in pixels of the page, whatever vis-network's own transformation is. */
function onScreen(context, paint_) {
  const ratio = context.canvas.width / context.canvas.clientWidth;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  paint_();
  context.restore();
}

function before(context) {
  pic.drawn += 1;
  if (!many()) return;
  const view = viewport();
  if (!pic.busy && !fresh(view)) paint(view, pic.promoted);
  onScreen(context, () => blit(context, view));
}

let placedFor = "";

function after(context) {
  const view = viewport();
  const key = [view.x, view.y, view.scale, view.width, view.height].join();
  if (!pic.busy && key !== placedFor) {
    place(view);
    placedFor = key;
  }
  onScreen(context, () => {
    const { paper } = inks();
    for (const one of pic.labels) {
      const dx = (one.at.x - view.x) * view.scale - one.at.sx;
      const dy = (one.at.y - view.y) * view.scale - one.at.sy;
      draw(context, one, dx, dy, pic.busy && many() ? null : paper);
    }
  });
}

/** Places all labels anew at the next drawing. */
export function relabel() {
  placedFor = "";
}

const MOST_NODE_LABELS = 170;
const MOST_EDGE_LABELS = 90;
const LARGE = 11;
const LOUDEST = 14;

function place(view) {
  const room = new Room(view.width, view.height);
  const sx = (x) => (x - view.x) * view.scale + view.width / 2;
  const sy = (y) => (y - view.y) * view.scale + view.height / 2;
  pic.labels = [];
  room.take({ left: view.width - 130, right: view.width, top: view.height - 54, bottom: view.height });
  if (!byId("focusbar").hidden) room.take({ left: 0, right: byId("focusbar").offsetWidth + 20, top: 0, bottom: 48 });
  for (const node of pic.promoted) {
    const [x, y, r] = [sx(kg.nodes.x[node]), sy(kg.nodes.y[node]), kg.nodes.r[node] * view.scale + 1];
    room.take({ left: x - r, right: x + r, top: y - r, bottom: y + r, owner: node, small: kg.nodes.r[node] < LARGE });
  }
  const anchor = (x, y) => ({ x, y, sx: (x - view.x) * view.scale, sy: (y - view.y) * view.scale });
  const [nodes, edges] = [queue(), edgeQueue(view)];
  placeNodes(nodes.slice(0, LOUDEST), room, view, sx, sy, anchor);
  placeNodes(nodes.slice(LOUDEST).filter((node) => kg.nodes.r[node] >= LARGE || near?.has(node)), room, view, sx, sy, anchor);
  placeEdges(edges.slice(0, LOUDEST), room, anchor);
  placeNodes(nodes.slice(LOUDEST).filter((node) => kg.nodes.r[node] < LARGE && !near?.has(node)), room, view, sx, sy, anchor);
  placeEdges(edges.slice(LOUDEST), room, anchor);
}

/** The nodes in the order in which they get labels: what is chosen, its neighbours, the larger. */
function queue() {
  const chosen = state.selected?.node;
  const first = near ? [...near].sort((a, b) => (b === chosen) - (a === chosen) || kg.nodes.r[b] - kg.nodes.r[a]) : [];
  return [...first, ...(near ? bySize.filter((node) => !near.has(node)) : bySize)];
}

function put(room, boxes, label_, bold = false) {
  const box = boxes.find((one) => room.free(one)) ?? (bold ? boxes.find((one) => room.free(one, true)) : undefined);
  if (!box) return false;
  room.take(box);
  pic.labels.push({ ...label_, box });
  return true;
}

function placeNodes(nodes, room, view, sx, sy, anchor) {
  const { ink, soft } = inks();
  const chosen = state.selected?.node;
  let tried = 0;
  for (const node of nodes) {
    if (tried > MOST_NODE_LABELS * 4 || pic.labels.length >= MOST_NODE_LABELS) break;
    if (!drawnNodes[node]) continue;
    const [x, y] = [sx(kg.nodes.x[node]), sy(kg.nodes.y[node])];
    if (x < -40 || y < -40 || x > view.width + 40 || y > view.height + 40) continue;
    tried += 1;
    const size = kg.nodes.r[node] > 20 ? 14 : kg.nodes.r[node] > 11 ? 12.5 : 11.5;
    const weight = node === chosen || kg.nodes.r[node] > 20 ? 700 : 500;
    const lines = wrap(label(node), 19);
    const w = Math.max(...lines.map((one) => width(one, size, weight))) + 2;
    const boxes = around(x, y, kg.nodes.r[node] * view.scale, w, lines.length * size * 1.16, node);
    const faded = near && !near.has(node);
    put(room, boxes, { node, lines, size, weight, ink: faded ? soft : ink, at: anchor(kg.nodes.x[node], kg.nodes.y[node]) }, kg.nodes.r[node] > 15);
  }
}

/** The arrows in the order in which they get labels: what is chosen, opened bundles, disputes, the larger bundles. */
function edgeQueue(view) {
  if (view.scale < 0.35) return [];
  const rank = ({ at, fact }) => (fact === null ? 0 : 1000) + (touches(at) ? 500 : 0) + (kg.bundles[at].dispute ? 6 : 0) + kg.bundles[at].facts.length;
  return pic.edges.getIds()
    .map((id) => ({ id, at: Number(id.split(":")[0]), fact: id.includes(":") ? Number(id.split(":")[1]) : null }))
    .filter(({ at }) => !near || touches(at))
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, MOST_EDGE_LABELS);
}

function placeEdges(edges, room, anchor) {
  const [size, weight] = [10.5, 500];
  for (const one of edges) {
    const bundle = kg.bundles[one.at];
    const facts = one.fact === null ? bundle.facts.filter((fact) => visible.fact[fact]) : [one.fact];
    const curve = pic.network.body.edges[one.id]?.edgeType;
    if (!curve) continue;
    const lines = wrap(edgeLabel(bundle, facts), 22);
    const w = Math.max(...lines.map((text) => width(text, size, weight))) + 2;
    const point = (t) => pic.network.canvasToDOM(curve.getPoint(t));
    const middle = curve.getPoint(0.5);
    const ink = bundle.dispute ? inks().alarm : groupInk(facts);
    put(room, along(point, w, lines.length * size * 1.15), { edge: one.id, lines, size, weight, ink, at: anchor(middle.x, middle.y) });
  }
}

function groupInk(facts) {
  const group = mainGroup(facts);
  return group === "link" ? inks().soft : colour(kg.looks.group[group]);
}

function touches(at) {
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

// --- moving about -------------------------------------------------------------------------------------------------------

let timer = 0;

function settleSoon() {
  pic.busy = many();
  clearTimeout(timer);
  timer = setTimeout(settle, 160);
}

/** The view has come to rest: promote what is in it, place the labels, remember it in the address. */
function settle() {
  pic.busy = false;
  if (many()) show();
  relabel();
  remember();
  pic.network.redraw();
}

function remember() {
  const { x, y, scale } = viewport();
  change("view", { view: [Math.round(x), Math.round(y), Number(scale.toFixed(3))] });
}

function setBusy(on) {
  pic.busy = on;

}

function dragged({ nodes }) {
  for (const [id, place_] of Object.entries(pic.network.getPositions(nodes))) {
    kg.nodes.x[id] = place_.x;
    kg.nodes.y[id] = place_.y;
  }
  if (nodes.length) moved();
  settle();
}

/** Moves the camera; at once for who asked for less motion. */
function move(position, scale) {
  const animation = !CALM.matches && !many() && pic.drawn > 2 ? { duration: 260, easingFunction: "easeInOutQuad" } : false;
  pic.network.moveTo({ position, scale, animation });
  if (animation) pic.network.once("animationFinished", settle);
  else settle();
}

/** Shows all that is shown, with room for labels. */
export function fit() {
  const { x, y, r } = kg.nodes;
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let node = 0; node < kg.count; node += 1) {
    if (!drawnNodes[node]) continue;
    left = Math.min(left, x[node] - r[node]);
    right = Math.max(right, x[node] + r[node]);
    top = Math.min(top, y[node] - r[node]);
    bottom = Math.max(bottom, y[node] + r[node]);
  }
  if (left > right) return;
  const box = byId("canvas");
  const scale = Math.min((box.clientWidth - 90) / (right - left || 1), (box.clientHeight - 76) / (bottom - top || 1), 1.6);
  pic.network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + 16 / scale }, scale: Math.max(scale, 0.01), animation: false });
  settle();
  change("view", { view: null });
}

export function zoom(factor) {
  const { x, y, scale } = viewport();
  move({ x, y }, Math.max(0.01, Math.min(6, scale * factor)));
}

export function pan(dx, dy) {
  const { x, y, scale } = viewport();
  move({ x: x + dx / scale, y: y + dy / scale }, scale);
}

/** Brings a node into the middle, near enough to read. */
export function centre(node) {
  const { scale } = viewport();
  move({ x: kg.nodes.x[node], y: kg.nodes.y[node] }, Math.max(scale, many() ? 1 : Math.min(scale, 1)));
}

// --- touching -----------------------------------------------------------------------------------------------------------

function clicked({ nodes, edges, pointer: at }) {
  if (nodes.length) return select({ node: Number(nodes[0]) });
  if (many()) {
    const node = hit(at.canvas.x, at.canvas.y, pic.network.getScale());
    if (node !== null) return select({ node });
  }
  if (edges.length) {
    const [bundle, fact] = String(edges[0]).split(":");
    return fact === undefined ? select({ bundle: Number(bundle) }) : select({ fact: Number(fact) });
  }
  return state.selected ? select(null) : null;
}

let pointerAt = [0, 0];

function pointer(event) {
  const box = byId("stage").getBoundingClientRect();
  pointerAt = [event.clientX - box.left, event.clientY - box.top];
}

function tip(node) {
  tell(node === null ? "" : `${isolate(label(node))} · ${look(node).label} · ${plural(kg.nodeFacts[node].filter((fact) => visible.fact[fact]).length, "fact")}`);
}

function tipEdge(id) {
  const [at, fact] = String(id).split(":").map(Number);
  const bundle = kg.bundles[at];
  const facts = fact === undefined ? bundle.facts.filter((one) => visible.fact[one]) : [fact];
  const kinds = [...new Set(facts.map(relation))].join(", ");
  tell(`${isolate(label(bundle.source))} ${edgeLabel(bundle, facts)} ${isolate(label(bundle.target))} · ${plural(facts.length, "fact")} (${kinds})`);
}

function tell(text) {
  const box = byId("tip");
  box.hidden = !text;
  box.textContent = text;
  if (!text) return;
  const { clientWidth, clientHeight } = byId("stage");
  box.style.left = `${Math.min(pointerAt[0] + 14, clientWidth - Math.min(320, box.offsetWidth) - 8)}px`;
  box.style.top = `${Math.min(pointerAt[1] + 18, clientHeight - box.offsetHeight - 8)}px`;
}

/** The canvas' name for who cannot see it. */
function describe() {
  const found = `Network of ${plural(pic.shownCount, "node")} and ${plural(visible.bundles, "arrow")} from ${plural(visible.facts, "fact")}${filtered() ? ", filtered" : ""}`;
  byId("canvas").setAttribute("aria-label", found);
  byId("canvas").querySelector("canvas")?.setAttribute("aria-label", found);
}

/** After a change of the filters or the selection. */
export function update(what) {
  show();
  relabel();
  if (what === "filter") announce(`${plural(visible.nodes, "node")}, ${plural(visible.facts, "fact")} shown`);
  pic.network.redraw();
}

/** After a change of the page's colours or size. */
export function repaint() {
  show();
  relabel();
  pic.network?.redraw();
}
