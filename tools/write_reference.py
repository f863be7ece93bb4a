"""Writes build/reference/index.html, the HTML reference of the ontology: pyLODE's page, our diagram, and the values that
pyLODE leaves out; beside it shapes.ttl, all shapes in one file. Run with PYTHONHASHSEED=0 (``make docs``): pyLODE follows hash order.

Raises SystemExit where a term of the ontology is missing from the page.
"""

from html import escape
from pathlib import Path

import pyoxigraph as ox
from pylode.profiles.ontpub import OntPub

ROOT = Path(__file__).resolve().parent.parent
ONTOLOGY = ROOT / "ontology" / "torkham.ttl"
TK = "https://w3id.org/torkham/ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
VALUES = """PREFIX owl: <http://www.w3.org/2002/07/owl#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?term ?kind ?notation ?definition ?example WHERE {
  ?term a owl:NamedIndividual , ?class ; skos:notation ?notation ; skos:definition ?definition ; skos:example ?example .
  ?class rdfs:subClassOf skos:Concept ; rdfs:label ?kind .
} ORDER BY ?kind ?term"""


def page() -> str:
    """The whole reference."""
    html = OntPub(ontology=str(ONTOLOGY), sort_subjects=True).make_html()
    text = html if isinstance(html, str) else html.decode("utf-8")
    diagram = (ROOT / "docs" / "core.svg").read_text(encoding="utf-8")
    extra = f'<h2 id="core">The core</h2>\n{diagram}\n<h2 id="values">Values</h2>\n{_values()}'
    return text.replace("</body>", f'<div id="more">{extra}</div></body>', 1)


def _values() -> str:
    store = ox.Store()
    store.bulk_load(path=str(ONTOLOGY), format=ox.RdfFormat.TURTLE)
    head = "<tr><th>of</th><th>value</th><th>definition</th><th>example</th><th>IRI</th></tr>"
    rows = "".join(_row(solution) for solution in store.query(VALUES))
    return f"<table>{head}{rows}</table>"


def _row(solution: ox.QuerySolution) -> str:
    term = solution["term"].value
    cells = [solution[name].value for name in ("kind", "notation", "definition", "example")]
    linked = f'<td><a id="{term.removeprefix(TK)}" href="{term}">{term}</a></td>'
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + linked + "</tr>\n"


def missing(html: str) -> list[str]:
    """Terms of the ontology that the page does not show."""
    quads = ox.parse(path=str(ONTOLOGY), format=ox.RdfFormat.TURTLE)
    defined = {q.subject.value for q in quads if isinstance(q.subject, ox.NamedNode)}
    return sorted(term for term in defined if term.startswith(TK) and term not in html)


def main() -> None:
    """Write the page, unless it lacks something."""
    html = page()
    if lacking := missing(html):
        raise SystemExit(f"the reference lacks {', '.join(lacking)}")
    target = ROOT / "build" / "reference" / "index.html"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(html, encoding="utf-8")
    shapes = sorted((ROOT / "ontology" / "shapes").glob("*.ttl"))
    target.with_name("shapes.ttl").write_text("\n".join(path.read_text("utf-8") for path in shapes), encoding="utf-8")
    print(target.relative_to(ROOT))


if __name__ == "__main__":
    main()
