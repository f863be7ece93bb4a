// The picture: vis-network for what can be touched, our own layer for labels, the backdrop for the many.
import { kg, label, look, relation } from "./data.js";
import { hit } from "./backdrop.js";
import { after, before, relabel, renderer } from "./drawing.js";
import { dragged, fit, setBusy, settleSoon } from "./camera.js";
import { describe, edgeLabel, LIGHT, many, pic, prepare, show } from "./hold.js";
import { announce, byId, isolate, plural } from "./text.js";
import { focusOn, select, state, visible } from "./state.js";

/** Builds the picture once. */
export function start() {
  prepare();
  show();
  pic.network = new vis.Network(byId("canvas"), { nodes: pic.nodes, edges: pic.edges }, options());
  const canvas = byId("canvas").querySelector("canvas");
  canvas.setAttribute("role", "img");
  describe();
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
  const crowded = pic.promoted.size > LIGHT;
  return {
    physics: false,
    autoResize: true,
    layout: { improvedLayout: false },
    interaction: {
      hover: !many(), keyboard: false, selectConnectedEdges: false, hoverConnectedEdges: false,
      hideEdgesOnDrag: crowded, hideEdgesOnZoom: crowded, zoomSpeed: 0.8,
    },
    nodes: { shape: "custom", ctxRenderer: renderer, chosen: false },
    edges: { smooth: false, chosen: false, selectionWidth: 0, arrows: { to: { enabled: true, scaleFactor: 0.6 } }, color: { inherit: false } },
  };
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
