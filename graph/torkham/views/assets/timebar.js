// The time brush: two sliders over a histogram of the facts' dates, and a switch for what has no date.
import { kg } from "./data.js";
import { byId, el, isoDay, plural, readDate, svg } from "./text.js";
import { change, state } from "./state.js";

let range = null;
let parts = null;

/** The first and last day of all dated facts; years that lie far from all others do not stretch the scale. */
function extent() {
  const known = kg.facts.days.filter(Boolean).map((days) => days[0]).sort((a, b) => a - b);
  if (!known.length) return null;
  const last = kg.facts.days.filter(Boolean).reduce((most, days) => Math.max(most, days[1]), -Infinity);
  return [known[0], Math.max(last, known[0] + 1)];
}

/** Days are mapped to the slider by rank, so that crowded months get more room than empty decades. */
function ticks() {
  return [...new Set(kg.facts.days.filter(Boolean).flat())].sort((a, b) => a - b);
}

let stops = [];

export function start() {
  range = extent();
  const box = byId("timebar");
  if (!range) return void (box.hidden = true);
  stops = ticks();
  const slider = (name, label, value) => el("input", { type: "range", id: `time-${name}`, min: 0, max: stops.length - 1, step: 1, value, "aria-label": label, oninput: moved });
  parts = {
    from: slider("from", "From", 0),
    to: slider("to", "To", stops.length - 1),
    text: el("output", { id: "time-text", for: "time-from time-to" }),
    undated: el("input", { type: "checkbox", id: "undated", checked: true, onchange: () => change("filter", { undated: parts.undated.checked }) }),
  };
  const without = kg.facts.days.filter((days) => !days).length;
  box.replaceChildren(
    el("div", { class: "brush" }, histogram(), parts.from, parts.to),
    el("div", { class: "brush-text" }, parts.text, el("label", { class: "option" }, parts.undated, `include undated (${plural(without, "fact")})`)),
  );
  update();
}

function histogram() {
  const bins = new Array(Math.min(60, stops.length)).fill(0);
  const rank = new Map(stops.map((day, at) => [day, at]));
  for (const days of kg.facts.days) if (days) bins[Math.min(bins.length - 1, Math.floor((rank.get(days[0]) / stops.length) * bins.length))] += 1;
  const most = Math.max(...bins);
  return svg("svg", { class: "histogram", viewBox: `0 0 ${bins.length} 1`, preserveAspectRatio: "none", "aria-hidden": "true" },
    bins.map((count, at) => svg("rect", { x: at + 0.1, width: 0.8, y: 1 - Math.sqrt(count / most), height: Math.sqrt(count / most) })));
}

let waiting = 0;

function moved(event) {
  const [from, to] = [Number(parts.from.value), Number(parts.to.value)];
  if (from > to) (event.currentTarget === parts.from ? parts.to : parts.from).value = event.currentTarget.value;
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => {
    const [low, high] = [Number(parts.from.value), Number(parts.to.value)];
    const whole = low === 0 && high === stops.length - 1;
    change("filter", { time: whole ? null : [stops[low], stops[high]] });
  });
}

const nearest = (day) => {
  const at = stops.findIndex((stop) => stop >= day);
  return at < 0 ? stops.length - 1 : at;
};

export function update() {
  if (!range) return;
  const [low, high] = state.time || [stops[0], stops[stops.length - 1]];
  parts.from.value = String(nearest(low));
  parts.to.value = String(nearest(high));
  const texts = [low, high].map((day) => readDate(isoDay(day)));
  parts.from.setAttribute("aria-valuetext", texts[0]);
  parts.to.setAttribute("aria-valuetext", texts[1]);
  parts.text.textContent = `${texts[0]} – ${texts[1]}`;
  parts.undated.checked = state.undated;
}
