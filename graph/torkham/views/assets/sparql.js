// The selection as a query: it runs on the Turtle that the page was made from, in any SPARQL 1.1 store.
import { kg, iri } from "./data.js";
import { selectedFacts, state } from "./state.js";

const MOST = 400;
const PREFIXES = `PREFIX tk: <https://w3id.org/torkham/ontology#>
`;

const escaped = (address) => encodeURI(decodeURI(address)).replace(/[<>"{}|\\^`]/g, encodeURIComponent);

function reference(key) {
  const address = iri(key);
  try {
    return address ? `<${escaped(address)}>` : null;
  } catch {
    return null;
  }
}

/** The query for what is selected, with the sentence of each fact; null where nothing of it has an IRI. */
export function query() {
  const facts = selectedFacts();
  const named = facts.map((fact) => reference(kg.facts.key[fact])).filter(Boolean);
  const node = state.selected?.node;
  const actor = node === undefined ? null : reference(kg.nodes.key[node]);
  if (named.length > MOST && !actor) return wrapped("");
  if (named.length && named.length <= MOST) return wrapped(`  VALUES ?fact {\n    ${named.join("\n    ")}\n  }\n`);
  return actor ? wrapped(`  ?fact ?role ${actor} .\n`) : null;
}

function wrapped(pattern) {
  return `${PREFIXES}SELECT DISTINCT ?fact ?words ?sentence ?document WHERE {
${pattern}  ?fact a tk:Fact ; tk:text ?words ; tk:inDocument ?document ; tk:inSentence ?place .
  ?place tk:text ?sentence .
}
ORDER BY ?document ?fact
`;
}
