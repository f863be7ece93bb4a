// The table of all facts (and of all names): the same selection for keyboard, screen reader, print and spreadsheet.
import { article, dateOf, iri, kg, label, look, modality, relation, sentence, speakers, typeOf } from "./data.js";
import { bdi, byId, el, plural, readDate, readSpan } from "./text.js";
import { change, select, selectedFacts, state, visible } from "./state.js";
import { imprint, listed, named, reading, relationLabel } from "./wording.js";
import { swatch } from "./panel.js";

const PAGE = 100;
let page = 0;
let order = { facts: ["", 1], nodes: ["facts", -1] };

const FACTS = [
  ["reading", "What", (fact) => reading(fact)],
  ["relation", "Kind", (fact) => relationLabel(relation(fact))],
  ["modality", "Happened?", (fact) => modality(fact)],
  ["speaker", "Who says so", (fact) => listed(speakers(fact))],
  ["date", "Date", (fact) => dateOf(fact)],
  ["sentence", "Sentence", (fact) => sentence(fact)],
  ["source", "Source", (fact) => article(kg.facts.doc[fact])?.title ?? ""],
];

const NODES = [
  ["label", "Name", (node) => label(node)],
  ["type", "Type", (node) => look(node).label],
  ["facts", "Facts", (node) => kg.nodeFacts[node].filter((fact) => visible.fact[fact]).length],
  ["mentions", "Mentions", (node) => kg.nodes.mentions[node]],
  ["names", "Other names", (node) => (kg.nodes.names[node] || []).map((name) => name[0]).join(" | ")],
];

/** The rows in the order of the table: indices of facts or nodes. */
function rows() {
  const facts = state.tableOf === "facts";
  const list = facts ? selectedFacts() : Array.from({ length: kg.count }, (_, node) => node).filter((node) => visible.node[node]);
  const [by, way] = order[state.tableOf];
  const column = (facts ? FACTS : NODES).find(([name]) => name === by);
  if (!column) return list;
  const value = new Map(list.map((at) => [at, column[2](at)]));
  return list.sort((a, b) => way * compare(value.get(a), value.get(b)) || a - b);
}

const compare = (a, b) => (typeof a === "number" ? a - b : String(a).localeCompare(String(b), "en"));

export function render(all = false) {
  const list = rows();
  const most = all ? 2000 : PAGE;
  const pages = Math.max(1, Math.ceil(list.length / most));
  page = all ? 0 : Math.min(page, pages - 1);
  const part = list.slice(page * most, (page + 1) * most);
  byId("view-table").replaceChildren(
    el("div", { class: "table-head" }, el("h2", {}, state.selected ? "Facts of the selection" : "All facts"), kinds(), state.selected && state.tableOf === "facts" ? el("button", { type: "button", class: "plain", onclick: () => select(null) }, "Show all facts") : null,
      el("p", { class: "soft", id: "table-count" }, state.tableOf === "facts" ? `${plural(list.length, "fact")} of ${kg.total}` : `${plural(list.length, "name")} of ${kg.count}`)),
    table(part, list.length, page * most),
    pages > 1 ? pager(pages) : "",
  );
}

function kinds() {
  const button = (name, text) => el("button", { type: "button", "aria-pressed": String(state.tableOf === name), onclick: () => ((page = 0), change("table", { tableOf: name })) }, text);
  return el("div", { class: "kinds", role: "group", "aria-label": "What the table lists" }, button("facts", "Facts"), button("nodes", "Names"));
}

function table(part, total, from) {
  const columns = state.tableOf === "facts" ? FACTS : NODES;
  const [by, way] = order[state.tableOf];
  const head = columns.map(([name, title]) => el("th", { scope: "col", role: "columnheader", "aria-sort": by === name ? (way > 0 ? "ascending" : "descending") : "none" },
    el("button", { type: "button", onclick: () => sort(name) }, title, el("span", { "aria-hidden": "true" }, by === name ? (way > 0 ? " ↑" : " ↓") : ""))));
  return el("div", { class: "wide", role: "region", "aria-label": "Table", tabindex: 0 },
    el("table", { role: "table", "aria-rowcount": total + 1 },
      el("caption", { class: "unseen" }, state.tableOf === "facts" ? "Facts with their sentences" : "Actors, places, policies and figures"),
      el("thead", { role: "rowgroup" }, el("tr", { role: "row", "aria-rowindex": 1 }, head)),
      el("tbody", { role: "rowgroup" }, part.map((at, index) => (state.tableOf === "facts" ? factRow(at, from + index) : nodeRow(at, from + index))))));
}

function sort(name) {
  const [by, way] = order[state.tableOf];
  order = { ...order, [state.tableOf]: [name, by === name ? -way : 1] };
  page = 0;
  render();
  byId("view-table").querySelector('th:not([aria-sort="none"]) button')?.focus();
}

/** A cell; `of` names its column where a narrow screen shows the rows as cards. Roles are said, for cards are no table's display. */
const cell = (of, ...children) => el("td", { role: "cell", "data-of": of }, ...children);
const first = (...children) => el("th", { role: "rowheader", scope: "row" }, ...children);

function factRow(fact, index) {
  const who = speakers(fact);
  const end = kg.facts.end[fact];
  const date = el("td", { class: "nowrap", role: "cell", "data-of": dateOf(fact) ? "Date" : null }, end ? readSpan(dateOf(fact), end) : readDate(dateOf(fact)));
  return el("tr", { role: "row", "aria-rowindex": index + 2, "data-fact": fact },
    first(el("button", { type: "button", class: "plain", onclick: () => select({ fact }) }, bdi(reading(fact)))),
    cell("Kind", relationLabel(relation(fact))), cell("Happened?", modality(fact)),
    cell("Who says so", who.length ? who.flatMap((node, at) => [at ? ", " : "", named(node)]) : "the article"),
    date, el("td", { class: "quote", role: "cell" }, bdi(sentence(fact), "en")),
    cell("Source", bdi(article(kg.facts.doc[fact])?.title ?? ""), " ", el("span", { class: "soft" }, bdi(imprint(kg.facts.doc[fact])))));
}

function nodeRow(node, index) {
  const other = (kg.nodes.names[node] || []).flatMap((name, at) => [at ? ", " : "", bdi(name[0], name[1])]);
  return el("tr", { role: "row", "aria-rowindex": index + 2, "data-node": node },
    first(el("button", { type: "button", class: "plain", onclick: () => select({ node }) }, swatch(typeOf(node)), named(node))),
    cell("Type", look(node).label), cell("Facts", String(NODES[2][2](node))), cell("Mentions", String(kg.nodes.mentions[node] || "")),
    cell(other.length ? "Other names" : null, other));
}

function pager(pages) {
  const go = (to) => ((page = to), render(), byId("view-table").scrollTo(0, 0));
  return el("p", { class: "pager" },
    el("button", { type: "button", disabled: page === 0, onclick: () => go(page - 1) }, "Previous"), `Page ${page + 1} of ${pages}`,
    el("button", { type: "button", disabled: page === pages - 1, onclick: () => go(page + 1) }, "Next"));
}

/** The facts as flat records, with the evidence: what CSV and JSON hold, row for row what the table shows. */
export function records() {
  const kept = state.tableOf;
  state.tableOf = "facts";
  const facts = rows();
  state.tableOf = kept;
  return facts.map((fact) => {
    const found = article(kg.facts.doc[fact]);
    return {
      fact: iri(kg.facts.key[fact]) || "", what: plainText(reading(fact)), kind: relation(fact), modality: modality(fact), speaker: listed(speakers(fact)),
      date: dateOf(fact), date_end: kg.facts.end[fact] || "", date_basis: kg.facts.basis[fact] || "", sentence: sentence(fact),
      document: found?.key ?? "", title: found?.title ?? "", publisher: found?.publisher ?? "", published: found?.published ?? "", url: found?.url ?? "",
    };
  });
}

const plainText = (text) => text.replace(/[\u2066-\u2069]/g, "");
