// Labels in screen space: each tries some places around its node or on its arrow, and is left out where none is free.
import { isolate } from "./text.js";

const CELL = 48;
const APART = 3;
const ALIEN = 7; // so far from a node that is not its own, or it would be read as that node's
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Naskh Arabic", sans-serif';

export const font = (size, weight) => `${weight} ${size}px ${FONT}`;

const scratch = document.createElement("canvas").getContext("2d");
const widths = new Map();

export function width(text, size, weight) {
  const key = `${size}|${weight}|${text}`;
  let found = widths.get(key);
  if (found === undefined) {
    scratch.font = font(size, weight);
    found = scratch.measureText(text).width;
    if (widths.size > 20000) widths.clear();
    widths.set(key, found);
  }
  return found;
}

/** A label in at most `lines` lines of about `most` characters. */
export function wrap(text, most, lines = 3) {
  const words = text.split(/\s+/).filter(Boolean);
  const made = [];
  let line = "";
  for (const word of words) {
    if (line && line.length + word.length + 1 > most && made.length < lines - 1) {
      made.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  if (line) made.push(line);
  return made.map((one) => isolate(one.length > most + 4 ? `${Array.from(one).slice(0, most + 2).join("").trimEnd()}…` : one));
}

/** What is taken on the screen, in cells so that a look-up costs little. */
export class Room {
  constructor(width_, height) {
    Object.assign(this, { width: width_, height, cells: new Map() });
  }

  static *keys(box) {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) yield x * 4096 + y;
    }
  }

  /** Is there room? What `covers` says of a node may be covered; labels never. */
  free(box, covers = () => false) {
    if (box.left < 2 || box.top < 2 || box.right > this.width - 2 || box.bottom > this.height - 2) return false;
    for (const key of Room.keys(box)) {
      for (const other of this.cells.get(key) || []) {
        const apart = other.owner === undefined || box.owner === undefined || other.small ? APART : ALIEN;
        if (box.left - apart < other.right && box.right + apart > other.left && box.top < other.bottom && box.bottom > other.top && (box.owner === undefined || other.owner !== box.owner) && !covers(other)) return false;
      }
    }
    return true;
  }

  take(box) {
    for (const key of Room.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }
}

/** The places that a label tries around a node: below, above, right, left, then the corners. */
export function around(x, y, radius, w, h, owner) {
  const gap = radius + 3;
  const slant = 0.75 * radius + 2;
  const at = (cx, cy) => ({ left: cx - w / 2, right: cx + w / 2, top: cy - h / 2, bottom: cy + h / 2, owner });
  const [down, up, right, left] = [y + slant + h / 2, y - slant - h / 2, x + slant + w / 2, x - slant - w / 2];
  return [
    at(x, y + gap + h / 2), at(x + gap + w / 2, y), at(x, y - gap - h / 2), at(x - gap - w / 2, y),
    at(right, down), at(right, up), at(left, down), at(left, up), at(x + w / 3, y + gap + h / 2), at(x - w / 3, y + gap + h / 2),
  ];
}

/** The places that a label tries on an arrow: its middle, then nearer to its ends. */
export function along(point, w, h) {
  return [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73].map((at) => {
    const { x, y } = point(at);
    return { left: x - w / 2, right: x + w / 2, top: y - h / 2, bottom: y + h / 2 };
  });
}

function plate(context, { left, top, right, bottom }, dx, dy, paper) {
  context.globalAlpha = 0.85;
  context.fillStyle = paper;
  context.fillRect(left + dx, top + dy, right - left, bottom - top);
  context.globalAlpha = 1;
}

/** Draws a placed label with a halo of the paper's colour, so that lines do not cross its letters; none while dragging. */
export function draw(context, placed, dx, dy, paper) {
  const { lines, size, weight, box, ink } = placed;
  context.font = font(size, weight);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  if (paper) context.strokeStyle = paper;
  const x = (box.left + box.right) / 2 + dx;
  const high = (box.bottom - box.top) / lines.length;
  if (paper && placed.edge) plate(context, box, dx, dy, paper); // its own arrow would strike it through
  context.fillStyle = ink;
  lines.forEach((line, at) => {
    const y = box.top + high * (at + 0.5) + dy;
    if (paper) context.strokeText(line, x, y);
    context.fillText(line, x, y);
  });
}
