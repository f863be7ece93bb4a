"""Writes build/reference/index.html, the HTML reference of the ontology: pyLODE's page, our diagram, and the values that
pyLODE leaves out; beside it shapes.ttl, all shapes in one file. Run with PYTHONHASHSEED=0 (``make docs``): pyLODE follows
hash order.

pyLODE makes anchors from labels, some twice; here a term's anchor is the end of its IRI, so that the redirect of
https://w3id.org/torkham/ontology#Expulsion arrives there. Raises SystemExit where a term, its definition or its example
is missing from the page.
"""

import re
from html import escape, unescape
from pathlib import Path

import pyoxigraph as ox
import rdflib
from pylode.profiles.ontpub import OntPub
from rdflib import OWL, RDF

ROOT = Path(__file__).resolve().parent.parent
ONTOLOGY = ROOT / "ontology" / "torkham.ttl"
TK = "https://w3id.org/torkham/ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DECLARED = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
VALUES = """PREFIX owl: <http://www.w3.org/2002/07/owl#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?term ?kind ?notation ?definition ?example WHERE {
  ?term a owl:NamedIndividual , ?class ; skos:notation ?notation ; skos:definition ?definition ; skos:example ?example .
  ?class rdfs:subClassOf skos:Concept ; rdfs:label ?kind .
  FILTER NOT EXISTS { ?term a owl:Class }
} ORDER BY ?kind ?term"""
STYLE = """<style>
#content { width: calc(100% - 230px) }
#core svg { width: 100%; height: auto }
#values td { padding: .3em .8em .3em 0 }
</style>
"""
BLOCK = re.compile(r'(<div class="property entity" id=")([^"]+)(">.*?<code>)([^<]+)(</code>)', re.DOTALL)


def page() -> str:
    """The whole reference."""
    html = OntPub(ontology=_ours(), sort_subjects=True).make_html()
    text = _anchored(html if isinstance(html, str) else html.decode("utf-8"))
    diagram = (ROOT / "docs" / "core.svg").read_text(encoding="utf-8")
    core = f'<div class="section" id="core"><h2>The core</h2>\n{diagram}</div>\n'
    values = f'<div class="section" id="values"><h2>Values</h2>\n{_values()}</div>\n'
    text = _before(text, '<div class="section" id="classes">', core)
    text = _before(text, '<div class="section" id="annotationproperties">', values)
    links = "".join(f'<li><h4><a href="#{name}">{title}</a></h4></li>' for name, title in _SECTIONS)
    return text.replace("</head>", f"{STYLE}</head>", 1).replace('<ul class="first">', f'<ul class="first">{links}', 1)


_SECTIONS = (("core", "The core"), ("values", "Values"))


def _ours() -> rdflib.Graph:
    """The ontology without the declarations of other vocabularies' terms, which have references of their own."""
    graph = rdflib.Graph().parse(ONTOLOGY, format="turtle")
    for kind in DECLARED:
        for term in set(graph.subjects(RDF.type, kind)):
            if isinstance(term, rdflib.URIRef) and not term.startswith(TK) and not str(term).startswith(SKOS):
                graph.remove((term, RDF.type, kind))
    return graph


def _anchored(text: str) -> str:
    """Each term's block under the end of its IRI; its second block, among functional properties, under another."""
    names: dict[str, str] = {}

    def named(found: re.Match[str]) -> str:
        start, old, middle, iri, end = found.groups()
        new = iri.partition("#")[2] or old
        if names.setdefault(old, new) != new:
            raise SystemExit(f"the reference has one anchor for {names[old]} and {new}")
        again = new in seen
        seen.add(new)
        return f"{start}{new}{'-functional' if again else ''}{middle}{iri}{end}"

    seen: set[str] = set()
    text = BLOCK.sub(named, re.sub(r'(pyLODE/release/[^"]*") id="version"', r"\1", text))
    return re.sub(r'href="#([^"]+)"', lambda found: f'href="#{names.get(unescape(found[1]), found[1])}"', text)


def _before(text: str, mark: str, extra: str) -> str:
    """A section put before another, or at the end of the page's sections where there is no such section."""
    at = text.find(mark)
    if at < 0:
        at = text.rfind("</div>", 0, text.index('<div id="pylode">'))
    return text[:at] + extra + text[at:]


def _values() -> str:
    store = ox.Store()
    store.bulk_load(path=str(ONTOLOGY), format=ox.RdfFormat.TURTLE)
    head = "<tr><th>kind</th><th>value</th><th>definition</th><th>example</th><th>IRI</th></tr>"
    rows = "".join(_row(solution) for solution in store.query(VALUES))
    return f"<table>{head}{rows}</table>"


def _row(solution: ox.QuerySolution) -> str:
    term = solution["term"].value
    name = term.removeprefix(TK)
    cells = [solution[column].value for column in ("kind", "notation", "definition", "example")]
    linked = f'<td><a href="{term}">tk:{name}</a></td>'
    return f'<tr id="{name}">' + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + linked + "</tr>\n"


def missing(html: str) -> list[str]:
    """What the page does not show of the terms of the ontology: their anchors, definitions and examples."""
    graph = rdflib.Graph().parse(ONTOLOGY, format="turtle")
    text = _plain(re.sub(r"<[^>]+>", " ", html))
    anchors = re.findall(r'\bid="([^"]+)"', html)
    lacking = [f"anchors twice: {name}" for name in sorted(set(anchors)) if anchors.count(name) > 1]
    for term in sorted({s for s in graph.subjects() if str(s).startswith(TK)}):
        if term.removeprefix(TK) not in anchors:
            lacking.append(term)
        for said in ("definition", "example"):
            lacking += [
                f"{term} {said}"
                for words in graph.objects(term, rdflib.URIRef(SKOS + said))
                if _plain(words) not in text
            ]
    return lacking


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unescape(text))


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
