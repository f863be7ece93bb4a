// Taking away: picture as PNG (twice the pixels) and SVG, facts as CSV and JSON, print; all of what is shown now.
import { kg, look } from "./data.js";
import { announce, byId, el, isRtl, readDate, svg } from "./text.js";
import { filtered, visible } from "./state.js";
import { colour, inks, inLight, OUTLINES } from "./shapes.js";
import { copy } from "./panel.js";
import { isShown, many, pic, viewport } from "./hold.js";
import { query } from "./sparql.js";
import * as table from "./table.js";

const FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const HEAD = 74;
const FOOT = 62;

export function start() {
  const menu = byId("take");
  const opener = byId("open-take");
  const open = (on) => {
    menu.hidden = !on;
    opener.setAttribute("aria-expanded", String(on));
  };
  opener.addEventListener("click", () => open(menu.hidden));
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    open(false);
    opener.focus();
  });
  document.addEventListener("click", (event) => !event.target.closest(".actions") && open(false));
  const deeds = { png, svg: svgFile, csv, json, print: () => window.print(), sparql: (button) => copyOr(query(), button), link: (button) => copyOr(location.href, button) };
  menu.querySelectorAll("[data-take]").forEach((button) => button.addEventListener("click", () => {
    if (!["sparql", "link"].includes(button.dataset.take)) (open(false), opener.focus()); // no key may go to a hidden button
    deeds[button.dataset.take](button);
  }));
  window.addEventListener("beforeprint", beforePrint);
  window.addEventListener("afterprint", afterPrint);
}

const copyOr = (text, button) => (text ? copy(text, button) : announce("Nothing of this selection has an IRI"));

const fileName = (kind) => `${kg.heading.title.normalize("NFKD").replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "torkham"}.${kind}`;

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const anchor = el("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  announce(`${name} saved`);
}

// --- pictures -----------------------------------------------------------------------------------------------------------

const line = (text, x, y, size, ink, weight = 400, anchor = "start") =>
  svg("text", { x, y, "font-family": FONT, "font-size": size, "font-weight": weight, fill: ink, "text-anchor": anchor, ...(isRtl(text) ? { direction: "rtl", "unicode-bidi": "isolate" } : {}) }, text);

/** The first and last date of what is visible. */
function period() {
  let [low, high] = [Infinity, -Infinity];
  kg.facts.days.forEach((days, fact) => {
    if (!visible.fact[fact] || !days) return;
    [low, high] = [Math.min(low, days[0]), Math.max(high, days[1])];
  });
  const iso = (day) => readDate(new Date(day * 86400000).toISOString().slice(0, 10));
  return low > high ? "no dates" : low === high ? iso(low) : `${iso(low)} – ${iso(high)}`;
}

function sources() {
  const used = new Set();
  kg.facts.doc.forEach((doc, fact) => visible.fact[fact] && doc >= 0 && used.add(doc));
  const publishers = [...new Set([...used].map((doc) => kg.docs[doc][2]).filter(Boolean))];
  const names = publishers.length > 6 ? `${publishers.slice(0, 6).join(", ")} and others` : publishers.join(", ");
  return `Source: ${used.size} ${used.size === 1 ? "article" : "articles"}${names ? ` (${names})` : ""}. Read by a machine (Torkham ${kg.heading.version}): check before quoting.`;
}

/** The picture as it is seen now, in light colours, with title, dates, legend and source. */
export function drawing() {
  return inLight(() => {
    const view = viewport();
    const { ink, soft, paper } = inks();
    const [width, height] = [Math.max(view.width, 640), view.height + HEAD + FOOT];
    const clip = svg("g", { transform: `translate(0,${HEAD})`, "clip-path": "url(#frame)" }, ...arrows(view), ...nodes(view), ...texts(view));
    return svg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, role: "img" },
      svg("title", {}, kg.heading.title),
      svg("defs", {}, svg("clipPath", { id: "frame" }, svg("rect", { width, height: view.height }))),
      svg("rect", { width, height, fill: paper }),
      line(kg.heading.title, 20, 34, 22, ink, 700), line(`${period()}${filtered() ? " · a selection" : ""}`, 20, 56, 13, soft),
      clip, ...legend(width, height, ink), line(sources(), 20, height - 12, 11.5, soft));
  });
}

const sx = (view, x) => (x - view.x) * view.scale + view.width / 2;
const sy = (view, y) => (y - view.y) * view.scale + view.height / 2;
const short = (value) => Number(value.toFixed(1));

function arrows(view) {
  const made = [];
  for (const [id, { edgeType, options }] of Object.entries(pic.network.body.edges)) {
    if (!pic.edges.get(id)) continue;
    const points = [0, 0.25, 0.5, 0.75, 1].map((t) => pic.network.canvasToDOM(edgeType.getPoint(t)));
    const [from, , middle, late, to] = points;
    const bend = { x: 2 * middle.x - (from.x + to.x) / 2, y: 2 * middle.y - (from.y + to.y) / 2 };
    const d = `M${short(from.x)},${short(from.y)}Q${short(bend.x)},${short(bend.y)} ${short(to.x)},${short(to.y)}`;
    const { color: { color, opacity }, width, dashes } = pic.edges.get(id);
    made.push(svg("path", { d, fill: "none", stroke: color, "stroke-width": short(Math.max(0.6, width * Math.min(1, view.scale))), "stroke-opacity": opacity, "stroke-dasharray": dashes ? dashes.join(" ") : null }));
    if (options.arrows.to.enabled) made.push(head(late, to, id, color, opacity, view));
  }
  return many() ? [...faint(view), ...made] : made;
}

/** The head of an arrow, at the border of its node. */
function head(late, to, id, color, opacity, view) {
  const angle = Math.atan2(to.y - late.y, to.x - late.x);
  const back = kg.nodes.r[pic.edges.get(id).to] * view.scale + 1;
  const at = (along, aside) => `${short(to.x - (back + along) * Math.cos(angle) - aside * Math.sin(angle))},${short(to.y - (back + along) * Math.sin(angle) + aside * Math.cos(angle))}`;
  return svg("path", { d: `M${at(0, 0)}L${at(8, 3.4)}L${at(8, -3.4)}Z`, fill: color, "fill-opacity": opacity });
}

function faint(view) {
  const d = kg.bundles.map(({ source, target }, at) => (visible.bundle[at] ? `M${short(sx(view, kg.nodes.x[source]))},${short(sy(view, kg.nodes.y[source]))}L${short(sx(view, kg.nodes.x[target]))},${short(sy(view, kg.nodes.y[target]))}` : "")).join("");
  return [svg("path", { d, fill: "none", stroke: colour(kg.looks.group.link), "stroke-width": 0.6, "stroke-opacity": 0.12 })];
}

function nodes(view) {
  const made = [];
  for (let node = 0; node < kg.count; node += 1) {
    if (!isShown(node)) continue;
    const [x, y, r] = [sx(view, kg.nodes.x[node]), sy(view, kg.nodes.y[node]), Math.max(1.5, kg.nodes.r[node] * view.scale)];
    made.push(svg("path", { "data-node": kg.nodes.key[node], d: OUTLINES[look(node).shape] || OUTLINES.circle, "fill-rule": "evenodd", fill: colour(look(node)), stroke: inks().paper, "stroke-width": short(1.2 / r), transform: `translate(${short(x)},${short(y)}) scale(${short(r * 10) / 10})` }));
  }
  return made;
}

function texts(view) {
  const { paper, ink } = inks();
  return pic.labels.flatMap((one) => one.lines.map((text, at) => {
    const high = (one.box.bottom - one.box.top) / one.lines.length;
    const made = line(text, short((one.box.left + one.box.right) / 2), short(one.box.top + high * (at + 0.5) + one.size * 0.35), one.size, one.edge === undefined ? ink : lightInk(one), one.weight, "middle");
    made.setAttribute("paint-order", "stroke");
    made.setAttribute("stroke", paper);
    made.setAttribute("stroke-width", "3");
    return made;
  }));
}

const lightInk = (one) => pic.edges.get(one.edge)?.color.color ?? inks().soft;

/** The types and the colours of the arrows that the picture shows, in as many rows as they need. */
function legend(width, height, ink) {
  const shown = new Set();
  for (let node = 0; node < kg.count; node += 1) if (isShown(node)) shown.add(kg.types[kg.nodes.type[node]]);
  const made = [];
  let [x, y] = [20, height - 48];
  for (const name of Object.keys(kg.looks.node)) {
    if (!shown.has(name)) continue;
    const { label, shape } = kg.looks.node[name];
    const room = 22 + label.length * 6.2;
    if (x + room > width - 20) [x, y] = [20, y + 17];
    made.push(svg("path", { d: OUTLINES[shape] || OUTLINES.circle, "fill-rule": "evenodd", fill: colour(kg.looks.node[name]), transform: `translate(${x + 6},${y}) scale(5.5)` }), line(label, x + 17, y + 4, 11.5, ink));
    x += room + 8;
  }
  return made;
}

function svgText() {
  return new XMLSerializer().serializeToString(drawing());
}

function svgFile() {
  save(new Blob([svgText()], { type: "image/svg+xml" }), fileName("svg"));
}

/** The same picture in pixels, twice as many as on the page. */
async function png() {
  const made = drawing();
  const [width, height] = ["width", "height"].map((name) => Number(made.getAttribute(name)));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(made))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  const ratio = 2 * Math.max(1, window.devicePixelRatio || 1);
  [canvas.width, canvas.height] = [width * ratio, height * ratio];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => save(blob, fileName("png")), "image/png");
}

// --- facts --------------------------------------------------------------------------------------------------------------

/** A cell of CSV (RFC 4180); one that a spreadsheet would run as a formula gets an apostrophe. */
function cell(value) {
  const text = /^[=+\-@\t\r]/.test(String(value)) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csv() {
  const rows = table.records();
  const columns = Object.keys(rows[0] ?? { fact: "" });
  const text = [columns.join(","), ...rows.map((row) => columns.map((name) => cell(row[name])).join(","))].join("\r\n");
  save(new Blob(["\ufeff", text, "\r\n"], { type: "text/csv;charset=utf-8" }), fileName("csv"));
}

function json() {
  save(new Blob([JSON.stringify(table.records(), null, 1), "\n"], { type: "application/json" }), fileName("json"));
}

// --- print --------------------------------------------------------------------------------------------------------------

/** On paper: the picture as a drawing, then the table; the canvas itself stays on the screen. */
function beforePrint() {
  afterPrint();
  const sheet = el("div", { id: "sheet" });
  if (!byId("view-network").hidden) sheet.append(drawing());
  byId("main").before(sheet);
  table.render(true);
}

function afterPrint() {
  byId("sheet")?.remove();
}

