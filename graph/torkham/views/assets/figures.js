// The figures: what disputes each other side by side, then each measure's figures as bounds on one scale, with their speakers.
import { figureOf, inRole, kg, kindOf, label, more, speakers } from "./data.js";
import { bdi, byId, el, isolate, plural, svg } from "./text.js";
import { select, state, visible } from "./state.js";
import { bounds, dated, imprint, measured, named } from "./wording.js";
import { versus } from "./panel.js";

const MOST = 60;
const number = (cell) => (cell === undefined || cell === null || cell === "" ? null : Number(cell));

export function render() {
  const shown = [];
  for (let fact = 0; fact < kg.total; fact += 1) if (visible.fact[fact] && kindOf(fact) === "figure") shown.push(fact);
  const measures = new Map();
  for (const fact of shown) {
    const name = String(more(fact).measure || "other");
    if (!measures.has(name)) measures.set(name, []);
    measures.get(name).push(fact);
  }
  const disputed = shown.filter((fact) => kg.facts.disputes[fact]?.every((other) => other > fact));
  byId("view-figures").replaceChildren(
    el("h2", {}, "Figures"),
    el("p", { class: "soft" }, `${plural(shown.length, "figure")}. A bar spans what the words allow: ‘more than’ has no upper end, ‘about’ is five per cent either way. Every figure has a speaker; where none is named it is the article’s own.`),
    ...(disputed.length ? [el("h3", {}, "Where they disagree"), ...disputed.map(versus)] : []),
    ...[...measures].sort((a, b) => b[1].length - a[1].length).map(([name, list]) => section(name, list)),
  );
}

/** The scale of a measure: logarithmic, from below its least to above its greatest bound. */
function scale(list) {
  const all = list.flatMap((fact) => [number(more(fact).lower), number(more(fact).upper), number(more(fact).value)]).filter((value) => value > 0);
  if (!all.length) return null;
  const low = Math.floor(Math.log10(Math.min(...all)) - 0.15);
  const high = Math.ceil(Math.log10(Math.max(...all)) + 0.15);
  return { low, high, x: (value) => (100 * (Math.log10(Math.max(value, 10 ** low)) - low)) / (high - low) };
}

function section(name, list) {
  const axis = scale(list);
  const sorted = [...list].sort((a, b) => middle(b) - middle(a));
  return el("section", { class: "measure-section" },
    el("h3", {}, measured(name), el("span", { class: "count" }, String(list.length))),
    axis ? ruler(axis) : null,
    el("ul", { class: "scale" }, sorted.slice(0, MOST).map((fact) => row(fact, axis))),
    list.length > MOST ? el("p", { class: "soft" }, `The ${MOST} greatest of ${list.length}.`) : null);
}

function middle(fact) {
  const { value, lower, upper } = more(fact);
  return number(value) ?? number(lower) ?? number(upper) ?? 0;
}

const short = (power) => (power >= 9 ? `${10 ** (power - 9)} billion` : power >= 6 ? `${10 ** (power - 6)} million` : (10 ** power).toLocaleString("en"));

function ruler({ low, high, x }) {
  const powers = Array.from({ length: high - low + 1 }, (_, at) => low + at);
  return el("div", { class: "ruler", "aria-hidden": "true" }, svg("svg", { viewBox: "0 0 100 10", preserveAspectRatio: "none" }, powers.map((power) => svg("path", { d: `M${x(10 ** power)},0V10` }))),
    powers.map((power) => {
      const tick = el("span", {}, short(power));
      tick.style.left = `${x(10 ** power)}%`;
      return tick;
    }));
}

function row(fact, axis) {
  const { text } = more(fact);
  const who = speakers(fact);
  const chosen = state.selected && (state.selected.node === figureOf(fact) || state.selected.fact === fact || kg.nodeFacts[state.selected.node]?.includes(fact));
  return el("li", { class: `${kg.facts.disputes[fact] ? "disputed" : ""}${chosen ? " chosen" : ""}` },
    el("button", { type: "button", class: "plain", "data-fact": fact, onclick: () => select({ node: figureOf(fact) }) },
      el("span", { class: "number" }, bdi(text ?? "")),
      el("span", {}, inRole(fact, "population").map(label).map(isolate).join(", ")),
      el("span", { class: "who soft" }, el("span", { class: "speaker" }, ...(who.length ? who.flatMap((node, at) => [at ? ", " : "", named(node)]) : ["the article"])), " · ", dated(fact) || imprint(kg.facts.doc[fact]))),
    axis ? bar(fact, axis) : null);
}

function bar(fact, { low, high, x }) {
  const { value, lower, upper } = more(fact);
  const [from, to] = [number(lower), number(upper)];
  const parts = [svg("path", { class: "rail", d: "M0,5H100" })];
  if (from !== null || to !== null) {
    const [left, right] = [from === null ? 0 : x(from), to === null ? 100 : x(to)];
    parts.push(svg("rect", { class: from === null || to === null ? "open" : "span", x: left, y: 2.5, width: Math.max(0.8, right - left), height: 5 }));
  }
  if (number(value) !== null) parts.push(svg("rect", { class: "point", x: Math.max(0, x(number(value)) - 0.35), y: 0, width: 0.7, height: 10 }));
  return svg("svg", { class: "bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", role: "img", "aria-label": `${bounds(fact)}, on a scale from ${(10 ** low).toLocaleString("en")} to ${(10 ** high).toLocaleString("en")}` }, parts);
}
