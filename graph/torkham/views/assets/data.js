// The data of the page: read once from their script element into columns, and what follows from them.
import { byId, days, fold } from "./text.js";

export const kg = {};

/** Reads and indexes the data; the JSON may be deflated (base64). */
export async function load() {
  const island = byId("kg");
  const raw = island.dataset.encoding === "deflate" ? await inflate(island.textContent) : island.textContent;
  Object.assign(kg, JSON.parse(raw));
  island.textContent = "";
  index();
}

async function inflate(base64) {
  const bytes = Uint8Array.from(atob(base64.trim()), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}

function index() {
  const { nodes, facts } = kg;
  kg.count = nodes.key.length;
  kg.total = facts.kind.length;
  const role = (name) => kg.roles.indexOf(name);
  [kg.SPEAKER, kg.FIGURE] = [role("speaker"), role("figure")];
  kg.nodeFacts = Array.from({ length: kg.count }, () => []);
  facts.roles.forEach((roles, fact) => {
    for (let at = 1; at < roles.length; at += 2) {
      const list = kg.nodeFacts[roles[at]];
      if (list[list.length - 1] !== fact) list.push(fact);
    }
  });
  facts.days = facts.date.map((date, fact) => factDays(kg.texts[date], facts.end[fact], facts.doc[fact]));
  indexBundles();
  kg.byKey = new Map(nodes.key.map((key, node) => [key, node]));
}

/** The days of a fact: its own, else those of its article's publication; null where neither is known. */
function factDays(date, end, doc) {
  const own = days(end && !date.includes("/") ? `${date}/${end}` : date);
  return own || (date ? null : doc >= 0 ? days(kg.docs[doc][3]) : null);
}

function indexBundles() {
  const { facts } = kg;
  const found = new Map();
  kg.bundles = [];
  const add = (source, target, fact, label) => {
    const key = source * kg.count + target;
    let bundle = found.get(key);
    if (!bundle) {
      bundle = { source, target, facts: [], labels: [], dispute: false };
      found.set(key, bundle);
      kg.bundles.push(bundle);
    }
    if (bundle.facts[bundle.facts.length - 1] !== fact) {
      bundle.facts.push(fact);
      bundle.labels.push(label);
    }
    return bundle;
  };
  facts.edges.forEach((edges, fact) => {
    for (let at = 0; at < edges.length; at += 3) add(edges[at], edges[at + 1], fact, kg.texts[edges[at + 2]]);
  });
  for (const [fact, others] of Object.entries(facts.disputes)) {
    for (const other of others) {
      if (other > Number(fact)) {
        const bundle = add(figureOf(Number(fact)), figureOf(other), Number(fact), kg.looks.dispute);
        Object.assign(bundle, { dispute: true, facts: [Number(fact), other], labels: [kg.looks.dispute, kg.looks.dispute] });
      }
    }
  }
  kg.quiet = new Uint8Array(kg.count);
  kg.nodes.type.forEach((type, node) => {
    if (kg.types[type] === "Figure") kg.quiet[node] = kg.nodeFacts[node].some((fact) => facts.disputes[fact]) ? 0 : 1;
  });
  kg.nodeBundles = Array.from({ length: kg.count }, () => []);
  kg.bundles.forEach((bundle, index_) => {
    kg.nodeBundles[bundle.source].push(index_);
    kg.nodeBundles[bundle.target].push(index_);
    bundle.back = found.has(bundle.target * kg.count + bundle.source);
  });
}

/** The nodes that stand in a role of a fact. */
export function inRole(fact, name) {
  const wanted = kg.roles.indexOf(name);
  const roles = kg.facts.roles[fact];
  const nodes = [];
  for (let at = 0; at < roles.length; at += 2) if (roles[at] === wanted) nodes.push(roles[at + 1]);
  return nodes;
}

export const speakers = (fact) => inRole(fact, "speaker");
export const figureOf = (fact) => inRole(fact, "figure")[0];
export const label = (node) => kg.nodes.label[node];
export const labels = (nodes) => nodes.map(label).join(", ");
export const typeOf = (node) => kg.types[kg.nodes.type[node]];
export const look = (node) => kg.looks.node[typeOf(node)];
export const kindOf = (fact) => kg.kinds[kg.facts.kind[fact]];
export const modality = (fact) => kg.mods[kg.facts.mod[fact]];
export const relation = (fact) => kg.rels[kg.facts.rel[fact]];
export const groupOf = (fact) => kg.groups[kg.facts.group[fact]];
export const dateOf = (fact) => kg.texts[kg.facts.date[fact]];
export const sentence = (fact) => kg.texts[kg.facts.sent[fact]];
export const more = (fact) => kg.facts.more[fact] || {};
const isIri = (key) => /^https?:/.test(key);

/** The IRI of a node's or fact's key, or null where it has none (a name that is in no catalogue). */
export function iri(key) {
  if (!key) return null;
  if (isIri(key)) return key;
  return kg.base && !/^[a-z]+:/.test(key) ? kg.base + key : null;
}

/** The article of a fact by name, or null. */
export function article(doc) {
  if (doc < 0 || !kg.docs[doc]) return null;
  const [key, title = "", publisher = "", published = "", basis = "", url = ""] = kg.docs[doc];
  return { key, title: title || key, publisher, published, basis, url };
}

const folded = [];

/** All names of all nodes, folded, for the search; what `prepareSearch` has not reached yet is folded now. */
export function searchIndex() {
  while (folded.length < kg.count) foldNext();
  return folded;
}

function foldNext() {
  const node = folded.length;
  const names = (kg.nodes.names[node] || []).map((name) => name[0]);
  folded.push([kg.nodes.label[node], ...names].map(fold));
}

const whenIdle = window.requestIdleCallback ?? ((task) => setTimeout(() => task({ timeRemaining: () => 8 }), 30));
const SLICE = 200;

/** Folds the names while nobody waits for anything, so that the first search finds them ready. */
export function prepareSearch() {
  whenIdle((deadline) => {
    do {
      for (let left = SLICE; left && folded.length < kg.count; left -= 1) foldNext();
    } while (folded.length < kg.count && deadline.timeRemaining() > 2);
    if (folded.length < kg.count) prepareSearch();
  });
}
