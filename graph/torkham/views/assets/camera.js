// The camera: fit, centre, zoom, pan; when it has come to rest the labels are placed and the address remembers the view.
import { kg } from "./data.js";
import { moved } from "./backdrop.js";
import { relabel } from "./drawing.js";
import { many, pic, show, viewport } from "./hold.js";
import { byId } from "./text.js";
import { change, state } from "./state.js";

const CALM = matchMedia("(prefers-reduced-motion: reduce)");

let timer = 0;

/** While zooming: soon. */
export function settleSoon() {
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

/** While dragging, nothing is placed anew. */
export function setBusy(on) {
  pic.busy = on;

}

/** A drag is over: of the view, or of nodes. */
export function dragged({ nodes }) {
  for (const [id, place_] of Object.entries(pic.network.getPositions(nodes))) {
    kg.nodes.x[id] = place_.x;
    kg.nodes.y[id] = place_.y;
  }
  if (nodes.length) moved();
  settle();
}

let moving = false;

/** Moves the camera; at once for who asked for less motion. A movement that is under way gives way to the new one. */
function move(position, scale) {
  halt();
  const animation = !CALM.matches && !many() && pic.drawn > 2 ? { duration: 260, easingFunction: "easeInOutQuad" } : false;
  pic.network.moveTo({ position, scale, animation });
  if (!animation) return settle();
  moving = true;
  pic.network.once("animationFinished", arrived);
}

function arrived() {
  moving = false;
  settle();
}

/** vis-network 9.1 lets a second animation start beside the first, which then never ends. */
function halt() {
  if (!moving) return;
  moving = false;
  const { body, view } = pic.network;
  pic.network.off("animationFinished", arrived);
  body.emitter.off("initRedraw", view.viewFunction);
  body.emitter.emit("_stopRendering");
  view.easingTime = 0;
}

/** Shows all that is shown, with room for labels. */
export function fit() {
  halt();
  const { x, y, r } = kg.nodes;
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let node = 0; node < kg.count; node += 1) {
    if (!pic.shown[node]) continue;
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


const SHEET = matchMedia("(max-width: 900px)");

/** On a narrow screen the evidence covers the lower part of the picture: moves the selection out from under it. */
export function reveal() {
  const nodes = state.selected?.node !== undefined ? [state.selected.node] : [...(pic.near ?? [])];
  if (!SHEET.matches || !nodes.length) return;
  const [stage, sheet] = [byId("canvas").getBoundingClientRect(), byId("panel").getBoundingClientRect()];
  const free = Math.max(80, sheet.top - stage.top);
  const { x, y, scale, height } = viewport();
  const middle = nodes.reduce((sum, node) => sum + kg.nodes.y[node], 0) / nodes.length;
  if ((middle - y) * scale + height / 2 > free - 30) move({ x, y: middle + (height - free) / 2 / scale }, scale);
}
