// The timeline: deadline histories on one axis, then everything dated, month by month, with the basis of each date.
import { article, dateOf, inRole, kg, kindOf, label, more } from "./data.js";
import { bdi, byId, capital, days, el, isolate, isoDay, plural, readDate, readSpan, spaced, svg } from "./text.js";
import { select, state, visible } from "./state.js";
import { line, listed, named, voice } from "./wording.js";

const MOST = 400;

/** What is dated: visible events and deadlines by their own date, and the publication of the articles. */
function entries() {
  const found = [];
  for (let fact = 0; fact < kg.total; fact += 1) {
    const kind = kindOf(fact);
    if (visible.fact[fact] && (kind === "event" || kind === "deadline") && dateOf(fact)) {
      found.push({ kind, fact, date: dateOf(fact), basis: kg.facts.basis[fact] || "", day: days(dateOf(fact))?.[0] ?? null });
    }
  }
  kg.docs.forEach(([key], doc) => {
    const { published, basis, title } = article(doc);
    const day = days(published)?.[0] ?? null;
    const inside = !state.time || (day !== null && day >= state.time[0] && day <= state.time[1]);
    if (published && inside && !state.off.doc.has(key)) found.push({ kind: "publication", doc, title, date: published, basis, day });
  });
  return found.sort((a, b) => (a.day ?? Infinity) - (b.day ?? Infinity) || a.date.length - b.date.length);
}

export function render() {
  const all = entries();
  const months = new Map();
  for (const entry of all.slice(0, MOST)) {
    const month = entry.day === null ? "Year not known" : readDate(isoDay(entry.day).slice(0, wide(entry) ? 4 : 7));
    if (!months.has(month)) months.set(month, []);
    months.get(month).push(entry);
  }
  byId("view-timeline").replaceChildren(
    el("h2", {}, "Timeline"),
    el("p", { class: "soft" }, `${plural(all.length, "dated entry", "dated entries")}. A date is `, el("span", { class: "basis stated" }, "stated"), " in the text or its metadata, ",
      el("span", { class: "basis resolved" }, "resolved"), " from words such as ‘last Wednesday’, or ", el("span", { class: "basis inferred" }, "inferred"), " from what must be true."),
    ...deadlines(),
    ...[...months].map(([month, list]) => el("section", { class: "month" }, el("h3", {}, month), el("ol", {}, list.map(row)))),
    all.length > MOST ? el("p", { class: "soft" }, `The first ${MOST} are listed; narrow the time or the filters for the rest.`) : "",
  );
}

/** Is the date only known to the year, or longer than some weeks? Then it stands under its first year. */
function wide({ fact, date, day }) {
  const end = fact === undefined ? "" : kg.facts.end[fact];
  return date.length < 7 || (end && days(end) && days(end)[1] - day > 62);
}

function row(entry) {
  const { kind, fact, date, basis } = entry;
  const what = kind === "publication"
    ? el("span", {}, el("span", { class: "soft" }, "Published: "), bdi(entry.title), " ", el("span", { class: "soft" }, article(entry.doc).publisher))
    : el("button", { type: "button", class: `plain happening ${voice(fact)}`, "data-fact": fact, onclick: () => select({ fact }) }, line(fact));
  const end = fact === undefined ? "" : kg.facts.end[fact];
  return el("li", { class: `${kind}${chosen(fact) ? " chosen" : ""}` },
    el("span", { class: "when" }, end ? readSpan(date, end) : readDate(date)),
    el("span", { class: `basis ${basis}`, title: "basis of the date" }, basis || "—"),
    what);
}

function chosen(fact) {
  const { selected } = state;
  if (fact === undefined || !selected) return false;
  return selected.fact === fact || kg.nodeFacts[selected.node]?.includes(fact) || kg.bundles[selected.bundle]?.facts.includes(fact);
}

// --- deadlines: one row a policy, an arrow from each date to the one that replaced it ------------------------------------

function deadlines() {
  const found = entries().filter((entry) => entry.kind === "deadline" && entry.day !== null);
  if (!found.length) return [];
  const byPolicy = new Map();
  for (const entry of found) {
    const policy = inRole(entry.fact, "policy")[0] ?? -1;
    if (!byPolicy.has(policy)) byPolicy.set(policy, []);
    byPolicy.get(policy).push(entry);
  }
  const marks = found.flatMap(({ day, fact }) => [day, days(more(fact).previous)?.[0]]).filter((day) => day !== undefined && day !== null);
  const [low, high] = [Math.min(...marks) - 12, Math.max(...marks) + 12];
  const wide = Math.max(280, Math.min(960, byId("view-timeline").clientWidth - 48));
  const x = (day) => 20 + ((wide - 40) * (day - low)) / (high - low);
  return [el("h3", {}, "Deadlines and how they moved"), ...[...byPolicy].map(([policy, list]) => history(policy, list, x, wide))];
}

const AXIS = 24;

function history(policy, list, x, wide) {
  const name = policy < 0 ? "No policy named" : label(policy);
  const latest = new Map();
  for (const entry of list) latest.set(`${more(entry.fact).previous || ""}>${entry.date}`, entry);
  const all = [...latest.values()];
  const place = lanes(all.map((entry) => x(entry.day)));
  const height = AXIS + 30 + 15 * Math.max(0, ...place);
  return el("figure", { class: "history" },
    el("figcaption", {}, policy < 0 ? name : named(policy)),
    svg("svg", { viewBox: `0 0 ${wide} ${height}`, width: wide, height, role: "img", "aria-label": `${isolate(name)}: ${all.map(told).join("; ")}` },
      svg("path", { class: "axis", d: `M20,${AXIS}H${wide - 20}` }),
      all.map((entry, at) => mark(entry, x, place[at], wide))));
}

function mark(entry, x, lane, wide) {
  const before = days(more(entry.fact).previous)?.[0];
  const at = x(entry.day);
  const moved = before !== undefined && before !== null;
  return svg("g", { class: "deadline", onclick: () => select({ fact: entry.fact }) },
    moved ? svg("path", { class: "moved", d: `M${x(before)},${AXIS}C${x(before)},-2 ${at},-2 ${at},${AXIS - 7}M${at - 4},${AXIS - 12}L${at},${AXIS - 6}L${at + 4},${AXIS - 12}` }) : null,
    svg("circle", { cx: at, cy: AXIS, r: 4.5 }),
    svg("path", { class: "tick", d: `M${at},${AXIS + 5}V${AXIS + 10 + 15 * lane}` }),
    svg("text", { x: at, y: AXIS + 22 + 15 * lane, "text-anchor": at > wide - 60 ? "end" : at < 60 ? "start" : "middle" }, readDate(entry.date)));
}

/** A lane for each label, so that neighbours do not lie on each other. */
function lanes(places) {
  const ends = [];
  const order = places.map((x, at) => [x, at]).sort((a, b) => a[0] - b[0]);
  const made = new Array(places.length).fill(0);
  for (const [x, at] of order) {
    let lane = ends.findIndex((end) => end < x - 62);
    if (lane < 0) lane = ends.length;
    ends[lane] = x + 62;
    made[at] = lane;
  }
  return made;
}

function told({ fact, date }) {
  const { previous, change } = more(fact);
  const who = listed(inRole(fact, "set_by"));
  return [capital(spaced(String(change || "set"))), readDate(date), previous ? `before ${readDate(previous)}` : "", who ? `by ${isolate(who)}` : ""].filter(Boolean).join(" ");
}
