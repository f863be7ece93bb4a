// The many: above some 1,500 nodes all but the promoted ones are painted once into a bitmap that is moved with the view.
import { kg } from "./data.js";
import { colour, inks, path } from "./shapes.js";
import { visible } from "./state.js";

const MARGIN = 0.35;
const GRID = 120;

let bitmap = null;
let cells = null;

/** Forgets the bitmap: what is visible has changed. */
export function stale() {
  bitmap = null;
}

/** Is there a bitmap that fits this view well enough to stay? */
export function fresh(view) {
  if (!bitmap || Math.abs(view.scale / bitmap.scale - 1) > 0.01) return false;
  const [dx, dy] = [(view.x - bitmap.x) * view.scale, (view.y - bitmap.y) * view.scale];
  return Math.abs(dx) < view.width * MARGIN && Math.abs(dy) < view.height * MARGIN;
}

/** Paints all visible nodes that are not `promoted`, and all arrows that do not join two promoted ones. */
export function paint(view, promoted) {
  const ratio = window.devicePixelRatio || 1;
  const [width, height] = [view.width * (1 + 2 * MARGIN), view.height * (1 + 2 * MARGIN)];
  const canvas = bitmap?.canvas ?? document.createElement("canvas");
  canvas.width = Math.ceil(width * ratio);
  canvas.height = Math.ceil(height * ratio);
  bitmap = { canvas, x: view.x, y: view.y, scale: view.scale, width, height };
  const context = canvas.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const sx = (x) => (x - view.x) * view.scale + width / 2;
  const sy = (y) => (y - view.y) * view.scale + height / 2;
  arrows(context, sx, sy, promoted, width, height);
  points(context, sx, sy, promoted, view.scale, width, height);
}

function arrows(context, sx, sy, promoted, width, height) {
  const { x, y } = kg.nodes;
  context.beginPath();
  let drawn = 0;
  kg.bundles.forEach(({ source, target }, at) => {
    if (!visible.bundle[at] || (promoted.has(source) && promoted.has(target))) return;
    const [x1, y1, x2, y2] = [sx(x[source]), sy(y[source]), sx(x[target]), sy(y[target])];
    if ((x1 < 0 && x2 < 0) || (y1 < 0 && y2 < 0) || (x1 > width && x2 > width) || (y1 > height && y2 > height)) return;
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    drawn += 1;
  });
  context.lineWidth = 0.8;
  context.strokeStyle = colour(kg.looks.group.link);
  context.globalAlpha = Math.max(0.05, Math.min(0.6, 900 / (drawn + 1)));
  context.stroke();
  context.globalAlpha = 1;
}

function points(context, sx, sy, promoted, scale, width, height) {
  const { x, y, r, type } = kg.nodes;
  const byType = kg.types.map(() => []);
  for (let node = 0; node < kg.count; node += 1) {
    if (!visible.node[node] || promoted.has(node)) continue;
    const [px, py] = [sx(x[node]), sy(y[node])];
    if (px > -20 && py > -20 && px < width + 20 && py < height + 20) byType[type[node]].push(px, py, r[node] * scale);
  }
  byType.forEach((places, index) => {
    const look = kg.looks.node[kg.types[index]];
    const outline = path(look.shape);
    const shapes = new Path2D();
    for (let at = 0; at < places.length; at += 3) {
      const radius = Math.max(1.6, places[at + 2]);
      if (radius < 3) shapes.rect(places[at] - radius, places[at + 1] - radius, 2 * radius, 2 * radius);
      else shapes.addPath(outline, new DOMMatrix([radius, 0, 0, radius, places[at], places[at + 1]]));
    }
    context.fillStyle = colour(look);
    context.globalAlpha = 0.9;
    context.fill(shapes, "evenodd");
  });
  context.globalAlpha = 1;
}

/** Lays the bitmap under the picture; the context is in pixels of the page. */
export function blit(context, view) {
  if (!bitmap) return;
  const zoom = view.scale / bitmap.scale;
  const [width, height] = [bitmap.width * zoom, bitmap.height * zoom];
  const left = (bitmap.x - view.x) * view.scale + view.width / 2 - width / 2;
  const top = (bitmap.y - view.y) * view.scale + view.height / 2 - height / 2;
  context.fillStyle = inks().paper;
  context.drawImage(bitmap.canvas, left, top, width, height);
}

/** The visible node nearest to a place of the picture, within its radius and some pixels; null when there is none. */
export function hit(x, y, scale) {
  cells ??= grid();
  let best = null;
  let least = Infinity;
  for (let column = Math.floor(x / GRID) - 1; column <= Math.floor(x / GRID) + 1; column += 1) {
    for (let row = Math.floor(y / GRID) - 1; row <= Math.floor(y / GRID) + 1; row += 1) {
      for (const node of cells.get(`${column},${row}`) || []) {
        const away = Math.hypot(kg.nodes.x[node] - x, kg.nodes.y[node] - y) - kg.nodes.r[node];
        if (visible.node[node] && away < Math.min(GRID, 6 / scale) && away < least) [best, least] = [node, away];
      }
    }
  }
  return best;
}

function grid() {
  const made = new Map();
  for (let node = 0; node < kg.count; node += 1) {
    const key = `${Math.floor(kg.nodes.x[node] / GRID)},${Math.floor(kg.nodes.y[node] / GRID)}`;
    if (!made.has(key)) made.set(key, []);
    made.get(key).push(node);
  }
  return made;
}

/** Places have changed: the grid for hits is made anew when it is next needed. */
export function moved() {
  cells = null;
  stale();
}
