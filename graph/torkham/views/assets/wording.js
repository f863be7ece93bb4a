// How a fact reads, as text and as elements.
import { kg, article, dateOf, inRole, kindOf, label, labels, modality, more, speakers } from "./data.js";
import { bdi, capital, el, isolate, readDate, readSpan, spaced } from "./text.js";

/** Who, verb, whom: the parts of a fact's one-line reading. */
export function clause(fact) {
  const verb = kg.texts[kg.facts.verb[fact]];
  const kind = kindOf(fact);
  if (kind === "event") {
    return { who: inRole(fact, "agent"), verb, whom: [...inRole(fact, "patient"), ...inRole(fact, "addressee")], where: inRole(fact, "place") };
  }
  if (kind === "figure") return { lead: String(more(fact).text ?? ""), who: [], verb, whom: inRole(fact, "population"), where: inRole(fact, "place") };
  if (kind === "statement") return { who: speakers(fact), verb: "said", whom: inRole(fact, "told_to"), to: true, where: [] };
  if (kind === "position") return { who: inRole(fact, "person"), verb, whom: inRole(fact, "organisation"), where: [] };
  if (kind === "deadline") return { who: inRole(fact, "set_by"), verb, whom: inRole(fact, "applies_to"), toward: true, where: [] };
  return { who: inRole(fact, "issuer"), verb, whom: inRole(fact, "policy"), where: [] };
}

/** A fact in one line of text, without its speaker. */
export function reading(fact) {
  const { lead, who, verb, whom, where, to, toward } = clause(fact);
  const joined = (nodes) => nodes.map((node) => isolate(label(node))).join(" and ");
  const parts = [lead, who.length ? joined(who) : kindOf(fact) === "event" ? "…" : "", verb];
  if (whom.length) parts.push(to ? "to" : toward ? "for" : "", joined(whom));
  if (where.length) parts.push(who.length && !whom.length ? joined(where) : `(${joined(where)})`);
  return parts.filter(Boolean).join(" ");
}

/** 'UNHCR says', or the empty string for the article's own voice and for utterances, which name who speaks anyway. */
export function attribution(fact) {
  const who = kindOf(fact) === "statement" ? [] : speakers(fact);
  return who.length ? `${who.map((node) => isolate(label(node))).join(" and ")} ${who.length > 1 ? "say" : "says"}` : "";
}

/** The whole line: 'UNHCR says: Pakistan expelled Afghans'. */
export function line(fact) {
  const says = attribution(fact);
  return says ? `${says}: ${reading(fact)}` : reading(fact);
}

/** Fact -> the class of its line: solid is the article's own voice, everything else looks different. */
export function voice(fact) {
  const how = modality(fact);
  if (how === "denied") return "denied";
  if (how !== "actual") return "open";
  return speakers(fact).length && kindOf(fact) !== "statement" ? "said" : "own";
}

export const VOICES = {
  own: { label: "in the article’s own words", dashes: false },
  said: { label: "somebody says so", dashes: [9, 5] },
  open: { label: "planned, asked, threatened", dashes: [2, 5] },
  denied: { label: "denied", dashes: [12, 4, 2, 4] },
};

/** The sentence with the fact's words marked; offsets are code points. */
export function quoted(text, mark, language = "en") {
  const quote = el("blockquote", { dir: "auto", lang: language });
  if (!mark) return (quote.append(text), quote);
  const points = Array.from(text);
  const cut = (from, to) => points.slice(from, to).join("");
  quote.append(cut(0, mark[0]), el("mark", {}, cut(mark[0], mark[1])), cut(mark[1]));
  return quote;
}

/** The date of a fact with its basis, in words. */
export function dated(fact) {
  const basis = kg.facts.basis[fact];
  const end = kg.facts.end[fact];
  const date = end ? readSpan(dateOf(fact), end) : readDate(dateOf(fact));
  return date && basis ? `${date} (${basis})` : date;
}

/** 'RFE/RL, 9 November 2023 (inferred)'. */
export function imprint(doc) {
  const found = article(doc);
  if (!found) return "";
  const date = found.published ? `${readDate(found.published)}${found.basis ? ` (${found.basis})` : ""}` : "date not known";
  return [found.publisher, date].filter(Boolean).join(", ");
}

/** The bounds of a figure in words. */
export function bounds(fact) {
  const { value, lower, upper } = more(fact);
  const number = (cell) => Number(cell).toLocaleString("en");
  const has = (cell) => cell !== undefined && cell !== null && cell !== "";
  if (has(value) && String(value) === String(lower) && String(value) === String(upper)) return number(value);
  if (has(lower) && has(upper)) return `between ${number(lower)} and ${number(upper)}`;
  if (has(lower)) return `${number(lower)} or more`;
  if (has(upper)) return `${number(upper)} or less`;
  return has(value) ? number(value) : "no bounds";
}

/** The name of a node as an element in its own direction and language. */
export function named(node) {
  const name = (kg.nodes.names[node] || []).find((one) => one[0] === label(node) && one[1]);
  return bdi(label(node), name?.[1]);
}

/** What a figure counts people as: 'in-pipeline' is read 'Waiting for resettlement or a visa'. */
export const measured = (name) => capital(kg.looks.measure[name] ?? spaced(String(name ?? "")));

export const relationLabel = (name) => capital(spaced(name));
export const listed = (nodes) => labels(nodes);
