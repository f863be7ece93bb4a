// How the picture is drawn: nodes by their outline, labels in screen space, the many as a backdrop.
import { kg, label, look } from "./data.js";
import { along, around, draw, Room, width, wrap } from "./labels.js";
import { blit, fresh, paint } from "./backdrop.js";
import { edgeLabel, LIGHT, mainGroup, many, pic, touches, viewport } from "./hold.js";
import { byId } from "./text.js";
import { state, visible } from "./state.js";
import { colour, inks, path } from "./shapes.js";

/** vis-network's hook for a node's own shape. */
export function renderer({ ctx, id, x, y, state: { hover } }) {
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
  if (!pic.busy) {
    ctx.lineJoin = "round";
    ctx.fillStyle = paper;
    ctx.strokeStyle = paper;
    ctx.lineWidth = 5 / radius;
    ctx.stroke(shape);
    ctx.fill(shape, "nonzero");
  }
  if (pic.near && !pic.near.has(id)) ctx.globalAlpha = 0.22;
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

/** Draws in pixels of the page, whatever vis-network's own transformation is. */
function onScreen(context, paint_) {
  const ratio = context.canvas.width / context.canvas.clientWidth;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  paint_();
  context.restore();
}

/** Under the picture: the backdrop. */
export function before(context) {
  pic.drawn += 1;
  if (!many()) return;
  const view = viewport();
  if (!pic.busy && !fresh(view)) paint(view, pic.promoted);
  onScreen(context, () => blit(context, view));
}

let placedFor = "";

/** Over the picture: the labels. */
export function after(context) {
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
      draw(context, one, dx, dy, pic.busy && pic.promoted.size > LIGHT ? null : paper);
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
const LOUD = 20; // nodes above this always have their label, on top of other nodes if need be
const LOUDEST = 14;
const STORY = 4; // so many arrows are labelled before the lesser names: they are what the picture is about

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
  placeEdges(edges.slice(0, STORY), room, anchor);
  placeNodes(nodes.slice(LOUDEST).filter((node) => kg.nodes.r[node] >= LARGE || pic.near?.has(node)), room, view, sx, sy, anchor);
  placeEdges(edges.slice(STORY, LOUDEST), room, anchor);
  placeNodes(nodes.slice(LOUDEST).filter((node) => kg.nodes.r[node] < LARGE && !pic.near?.has(node)), room, view, sx, sy, anchor);
  placeEdges(edges.slice(LOUDEST), room, anchor);
}

/** The nodes in the order in which they get labels: what is chosen, its neighbours, the larger. */
function queue() {
  const chosen = state.selected?.node;
  const first = pic.near ? [...pic.near].sort((a, b) => (b === chosen) - (a === chosen) || kg.nodes.r[b] - kg.nodes.r[a]) : [];
  return [...first, ...(pic.near ? pic.bySize.filter((node) => !pic.near.has(node)) : pic.bySize)];
}

const NOTHING = () => false;
const SMALL = (other) => other.small;
const NODES = (other) => other.small !== undefined;

/** Takes the first place that is free; `covers` holds what may be covered in turn, if need be. */
function put(room, boxes, label_, covers = [NOTHING]) {
  const box = covers.map((what) => boxes.find((one) => room.free(one, what))).find(Boolean);
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
    if (!pic.shown[node]) continue;
    const [x, y] = [sx(kg.nodes.x[node]), sy(kg.nodes.y[node])];
    if (x < -40 || y < -40 || x > view.width + 40 || y > view.height + 40) continue;
    tried += 1;
    const size = kg.nodes.r[node] > LOUD ? 14 : kg.nodes.r[node] > 11 ? 12.5 : 11.5;
    const weight = node === chosen || kg.nodes.r[node] > LOUD ? 700 : 500;
    const lines = wrap(label(node), 19);
    const w = Math.max(...lines.map((one) => width(one, size, weight))) + 2;
    const boxes = around(x, y, kg.nodes.r[node] * view.scale, w, lines.length * size * 1.16, node);
    const faded = pic.near && !pic.near.has(node);
    const covers = kg.nodes.r[node] > LOUD ? [NOTHING, SMALL, NODES] : kg.nodes.r[node] > 15 ? [NOTHING, SMALL] : [NOTHING];
    put(room, boxes, { node, lines, size, weight, ink: faded ? soft : ink, at: anchor(kg.nodes.x[node], kg.nodes.y[node]) }, covers);
  }
}

/** The arrows in the order in which they get labels: what is chosen, opened bundles, disputes, the larger bundles. */
function edgeQueue(view) {
  if (view.scale < 0.35) return [];
  const rank = ({ at, fact }) => (fact === null ? 0 : 1000) + (touches(at) ? 500 : 0) + (kg.bundles[at].dispute ? 6 : 0) + kg.bundles[at].facts.length;
  return pic.edges.getIds()
    .map((id) => ({ id, at: Number(id.split(":")[0]), fact: id.includes(":") ? Number(id.split(":")[1]) : null }))
    .filter(({ at }) => !pic.near || touches(at))
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, MOST_EDGE_LABELS);
}

function placeEdges(edges, room, anchor) {
  const [size, weight] = [10.5, 500];
  for (const one of edges) {
    const bundle = kg.bundles[one.at];
    const facts = one.fact === null ? bundle.facts.filter((fact) => visible.fact[fact]) : [one.fact];
    const curve = pic.network.body.edges[one.id]?.edgeType;
    if (!curve || !facts.length) continue;
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

