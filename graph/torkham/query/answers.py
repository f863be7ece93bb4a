"""The answers to all questions at once, and four more that only the views need."""

import pyoxigraph as ox

from torkham.query.engine import run
from torkham.query.questions import ask, questions
from torkham.query.store import Opened
from torkham.query.table import Cell, Table

_MORE = {
    "passages": """SELECT ?fact ?quote ?offset WHERE {
        ?fact a tk:Fact ; tk:text ?quote ; tk:start ?start ; tk:inSentence ?sentence .
        ?sentence tk:start ?first . BIND (?start - ?first AS ?offset) } ORDER BY ?fact""",
    "identities": """SELECT ?actor ?label ?name ?language ?reason ?document WHERE {
        { ?actor a tk:Actor ; rdfs:label|skos:altLabel ?known .
            BIND (STR(?known) AS ?name) BIND (LANG(?known) AS ?language) }
        UNION { ?identity tk:identifies ?actor ; tk:surfaceForm ?name ; tk:mergeReason ?reason ; tk:inDocument ?in .
            ?in dcterms:identifier ?document . ?actor a tk:Actor }
        ?actor rdfs:label ?own . FILTER (LANG(?own) = "en") BIND (STR(?own) AS ?label)
    } ORDER BY ?actor ?name ?language ?document""",
    "places": """SELECT ?place ?label ?same_as WHERE {
        ?place a tk:Place ; rdfs:label ?own . FILTER (LANG(?own) = "en") BIND (STR(?own) AS ?label)
        OPTIONAL { ?place tk:sameAsList ?same_as } } ORDER BY ?place""",
    "ways": """SELECT ?report ?place ?way WHERE {
        VALUES (?end ?way) { (tk:destination "to") (tk:origin "from") }
        ?report a tk:EventReport ; ?end ?where . ?where rdfs:label ?own .
        FILTER (LANG(?own) = "en") BIND (STR(?own) AS ?place) } ORDER BY ?report ?place ?way""",
}


def answers(opened: Opened) -> dict[str, list[dict[str, Cell]]]:
    """The rows of every named question, and of ``passages`` (where a fact's words stand in their sentence),
    ``identities`` (names of actors with language, reason and document), ``places`` and ``ways`` (which places of a
    report it leads to or comes from)."""
    named = {name: ask(opened, name).records() for name in questions()}
    for name, sparql in _MORE.items():
        table = run(opened, sparql)
        named[name] = table.records() if isinstance(table, Table) else []
    return named


def open_triples(lines: bytes) -> Opened:
    """A graph in memory from N-Triples."""
    store = ox.Store()
    store.bulk_load(lines, format=ox.RdfFormat.N_TRIPLES)
    return Opened(store, False, None)
