// The evidence: every fact of what is selected, with its sentence verbatim, its article, who says so and when.
import { article, figureOf, inRole, iri, kg, kindOf, label, look, modality, more, relation, sentence, speakers, typeOf } from "./data.js";
import { bdi, byId, capital, el, link, plural, readDate, spaced, svg } from "./text.js";
import { focusOn, select, selectedFacts, state, visible } from "./state.js";
import { attribution, bounds, clause, dated, imprint, measured, named, quoted, voice } from "./wording.js";
import { OUTLINES } from "./shapes.js";
import { query } from "./sparql.js";

const PAGE = 60;
const KINDS = ["event", "deadline", "policy", "position", "figure", "statement"];
const HEADINGS = { event: "What happened", deadline: "Deadlines", policy: "Policies", position: "Offices", figure: "Figures", statement: "What was said" };

/** A small picture of a node's shape. */
export function swatch(type) {
  const found = kg.looks.node[type];
  return svg("svg", { class: "swatch", viewBox: "-1.3 -1.3 2.6 2.6", "aria-hidden": "true" }, svg("path", { d: OUTLINES[found.shape], fill: `var(--node-${kg.types.indexOf(type)})`, "fill-rule": "evenodd" }));
}

/** A node's name as a button that selects it. */
function chip(node) {
  return el("button", { type: "button", class: "node", "data-node": node, onclick: () => select({ node }) }, swatch(typeOf(node)), named(node));
}

/** The one line of a fact, with the names as buttons. */
function headline(fact) {
  const { lead, who, verb, whom, where, to, toward } = clause(fact);
  const event = kindOf(fact) === "event";
  const names = (nodes) => nodes.flatMap((node, at) => [at ? " and " : "", chip(node)]);
  const made = el("p", { class: "line" });
  const says = attribution(fact) && speakers(fact);
  if (says) made.append(...names(says), ` ${says.length > 1 ? "say" : "says"}: `);
  if (lead) made.append(el("strong", {}, bdi(lead)), " ");
  made.append(...(who.length ? names(who) : event ? ["…"] : []), " ", el("em", { class: `verb ${voice(fact)}` }, verb), " ");
  if (whom.length) made.append(to ? "to " : toward ? "for " : "", ...names(whom));
  if (where.length) made.append(who.length && !whom.length ? "" : " · ", ...names(where));
  return made;
}

/** One fact with its evidence. */
function card(fact) {
  const kind = kindOf(fact);
  const details = more(fact);
  const made = el("article", { class: `fact ${voice(fact)}`, "data-fact": fact });
  made.append(headline(fact), marks(fact, details));
  if (kind === "figure") made.append(measure(fact));
  if (details.request) made.append(el("p", { class: "asked" }, "Asked for: ", el("q", { dir: "auto" }, bdi(details.request))));
  if (sentence(fact)) made.append(quoted(sentence(fact), kg.facts.mark[fact]));
  made.append(source(fact));
  const via = inRole(fact, "via");
  if (via.length) made.append(el("p", { class: "via" }, "Relayed by ", ...via.flatMap((node, at) => [at ? " quoting " : "", chip(node)])));
  if (kg.facts.disputes[fact]) made.append(versus(fact));
  return made;
}

function marks(fact, details) {
  const chips = [relation(fact) === "Statement" ? details.mode : relation(fact) === "Figure" ? details.qualifier : spaced(relation(fact))];
  if (modality(fact) !== "actual") chips.push(modality(fact));
  if (dated(fact)) chips.push(dated(fact));
  if (details.status) chips.push(details.status);
  if (details.type) chips.push(spaced(details.type));
  if (details.previous) chips.push(`before: ${readDate(details.previous)}`);
  if (details.announced) chips.push(`announced ${readDate(details.announced)}`);
  return el("p", { class: "chips" }, chips.filter(Boolean).map((text) => el("span", {}, bdi(text))));
}

function measure(fact) {
  const { measure: what, text } = more(fact);
  const who = speakers(fact);
  return el("dl", { class: "measure" },
    el("dt", {}, "Number"), el("dd", { class: "number" }, bdi(text ?? "")),
    el("dt", {}, "Reads as"), el("dd", {}, bounds(fact)),
    el("dt", {}, "Counts"), el("dd", {}, `${measured(what)}: `, ...inRole(fact, "population").map(named)),
    el("dt", {}, "Said by"), el("dd", {}, ...(who.length ? who.map(named) : ["the article itself"])),
    el("dt", {}, "As of"), el("dd", {}, dated(fact) || "no date given"));
}

/** A figure beside those that dispute it. */
export function versus(fact) {
  const side = (one) => el("div", { class: "side" },
    el("p", { class: "number" }, bdi(more(one).text ?? "")),
    el("p", {}, bounds(one)),
    el("p", {}, ...(speakers(one).length ? speakers(one).map(named) : ["the article itself"])),
    el("p", { class: "soft" }, dated(one) || imprint(kg.facts.doc[one])),
    el("button", { type: "button", class: "plain", onclick: () => select({ node: figureOf(one) }) }, "Evidence"));
  return el("section", { class: "versus", "aria-label": "Figures that dispute each other" },
    el("h4", {}, "Disputed"),
    el("div", { class: "sides" }, side(fact), ...kg.facts.disputes[fact].map(side)));
}

function source(fact) {
  const found = article(kg.facts.doc[fact]);
  if (!found) return el("p", { class: "source" }, more(fact).documents ? `From ${plural(String(more(fact).documents).split(" | ").length, "article")}` : "");
  return el("p", { class: "source" }, link(found.url, bdi(found.title)), " — ", bdi(imprint(kg.facts.doc[fact])));
}

// --- the three kinds of selection, and none ----------------------------------------------------------------------------

export function update() {
  const { selected } = state;
  const panel = byId("panel");
  panel.replaceChildren(...(selected ? [close(), ...content(selected)] : overview()));
  panel.classList.toggle("open", Boolean(selected));
  panel.scrollTop = 0;
}

function close() {
  return el("button", { type: "button", class: "close", "aria-label": "Close the evidence", onclick: () => select(null) }, "×");
}

function content(selected) {
  if (selected.node !== undefined) return [...nodeHead(selected.node), ...evidence(selectedFacts())];
  if (selected.bundle !== undefined) return [...bundleHead(selected.bundle), ...evidence(selectedFacts())];
  return [el("h2", {}, "One fact"), card(selected.fact), tools()];
}

function nodeHead(node) {
  const type = typeOf(node);
  const address = iri(kg.nodes.key[node]);
  const all = kg.nodeFacts[node].length;
  return [
    el("h2", { class: "name" }, swatch(type), named(node)),
    el("p", { class: "soft" }, `${look(node).label} · ${plural(all, "fact")}${kg.nodes.mentions[node] ? ` · ${plural(kg.nodes.mentions[node], "mention")}` : ""}`),
    names(node),
    links(node),
    address ? el("p", { class: "iri" }, el("code", {}, address), copier(address, "Copy IRI")) : null,
    el("p", { class: "tools" }, el("button", { type: "button", "data-depth": 1, onclick: () => focusOn(node, 1) }, "Neighbours only"), el("button", { type: "button", "data-depth": 2, onclick: () => focusOn(node, 2) }, "Two steps"), sparql()),
    all > selectedFacts().length ? el("p", { class: "soft" }, `${plural(selectedFacts().length, "fact")} of ${all} pass the filters.`) : null,
  ].filter(Boolean);
}

/** All names, each with its language and the reason why it is taken for this node's. */
function names(node) {
  const found = (kg.nodes.names[node] || []).filter((name) => name[0] !== label(node) || name[2]);
  if (!found.length) return null;
  const made = el("details", { class: "names", open: found.length <= 4 }, el("summary", {}, plural(found.length, "other name")));
  const rows = found.map(([text, language, reason, doc]) => el("li", {}, bdi(text, language), reason ? el("span", { class: "soft" }, ` — ${reason}`, doc ? ` (${doc})` : "") : null));
  made.append(el("ul", {}, rows));
  return made;
}

function links(node) {
  const same = kg.nodes.same[node];
  if (!same) return null;
  return el("p", { class: "same" }, "Same as ", same.flatMap((address, at) => [at ? ", " : "", link(address, bdi(elsewhere(address)))]));
}

const CATALOGUES = { "www.wikidata.org": "Wikidata", "sws.geonames.org": "GeoNames" };

/** 'Wikidata Q843': whose catalogue, and the name there. */
function elsewhere(address) {
  const [, , host = "", ...path] = address.split("/").filter((part, at) => part || at === 1);
  return `${CATALOGUES[host] ?? host} ${path.pop() ?? ""}`.trim();
}

function bundleHead(at) {
  const { source: from, target, facts, dispute } = kg.bundles[at];
  const back = kg.bundles.findIndex((other) => other.source === target && other.target === from);
  return [
    el("h2", { class: "pair" }, chip(from), dispute ? " ≠ " : " → ", chip(target)),
    el("p", { class: "soft" }, `${plural(facts.filter((fact) => visible.fact[fact]).length, "fact")} in this direction`),
    el("p", { class: "tools" }, back >= 0 ? el("button", { type: "button", onclick: () => select({ bundle: back }) }, "The other direction") : null, sparql()),
  ];
}

function evidence(facts) {
  const made = [];
  for (const kind of KINDS) {
    const these = facts.filter((fact) => kindOf(fact) === kind);
    if (!these.length) continue;
    const list = el("div", { class: "cards" });
    made.push(el("h3", {}, HEADINGS[kind], el("span", { class: "count" }, String(these.length))), list);
    extend(list, these, 0);
  }
  return made.length ? made : [el("p", { class: "soft" }, "No fact passes the filters.")];
}

function extend(list, facts, from) {
  list.append(...facts.slice(from, from + PAGE).map(card));
  const left = facts.length - from - PAGE;
  if (left <= 0) return;
  const button = el("button", { type: "button", class: "plain", onclick: () => (button.remove(), extend(list, facts, from + PAGE)) }, `Show ${Math.min(left, PAGE)} of ${left} more`);
  list.append(button);
}

/** Without a selection: what is said most, and what is disputed. */
function overview() {
  const strong = kg.bundles
    .map((bundle, at) => ({ at, bundle, facts: bundle.facts.filter((fact) => visible.fact[fact]) }))
    .filter(({ at, bundle, facts }) => visible.bundle[at] && !bundle.dispute && facts.some((fact) => kindOf(fact) === "event"))
    .sort((a, b) => b.facts.length - a.facts.length)
    .slice(0, 8);
  const disputed = Object.keys(kg.facts.disputes).map(Number).filter((fact) => visible.fact[fact] && kg.facts.disputes[fact].every((other) => other > fact)).slice(0, 4);
  return [
    el("h2", {}, "What is said most"),
    el("p", { class: "soft" }, "Click a name or an arrow to read the sentences behind it."),
    el("ol", { class: "most" }, strong.map(({ at, bundle, facts }) => el("li", {}, el("button", { type: "button", class: "plain", onclick: () => select({ bundle: at }) },
      party(bundle.source), el("em", {}, ` ${verbs(bundle, facts)} `), party(bundle.target), el("span", { class: "count" }, plural(facts.length, "fact")))))),
    ...(disputed.length ? [el("h2", {}, "Where figures disagree"), ...disputed.map(versus)] : []),
  ];
}

const party = (node) => el("span", { class: "party" }, swatch(typeOf(node)), named(node));

function verbs(bundle, facts) {
  const counts = new Map();
  facts.forEach((fact) => {
    const text = bundle.labels[bundle.facts.indexOf(fact)];
    counts.set(text, (counts.get(text) || 0) + 1);
  });
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, 2).map(([text]) => text).join(", ");
}

// --- taking a selection away --------------------------------------------------------------------------------------------

const tools = () => el("p", { class: "tools" }, sparql());
const sparql = () => el("button", { type: "button", class: "sparql", onclick: (event) => copy(query(), event.currentTarget) }, "Copy as SPARQL");
const copier = (text, title) => el("button", { type: "button", class: "plain", onclick: (event) => copy(text, event.currentTarget) }, title);

/** Puts text into the clipboard; where the browser does not let the page, into a field to copy from by hand. */
export async function copy(text, button) {
  const said = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = said), 1500);
  } catch {
    const field = el("textarea", { class: "copy", readonly: true, rows: 8, "aria-label": said }, text);
    button.parentElement.after(field);
    field.select();
  }
  byId("live").textContent = "Copied";
}

