"""Any SPARQL 1.1 query on an opened graph: SELECT and ASK give tables, CONSTRUCT and DESCRIBE triples."""

import re
from collections.abc import Iterator

import pyoxigraph as ox

from torkham.errors import QueryError
from torkham.query.guard import check
from torkham.query.store import Opened
from torkham.query.table import Cell, Table

PREFIXES = {
    "tk": "https://w3id.org/torkham/ontology#",
    "actor": "https://w3id.org/torkham/id/actor/",
    "place": "https://w3id.org/torkham/id/place/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "org": "http://www.w3.org/ns/org#",
    "oa": "http://www.w3.org/ns/oa#",
    "time": "http://www.w3.org/2006/time#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "schema": "https://schema.org/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "dcterms": "http://purl.org/dc/terms/",
}
"""Known to every query, so that a short one needs no prologue; one declared in the query wins."""

BASE = "https://w3id.org/torkham/id/"
"""What relative IRIs of a query are below, as in ``DESCRIBE <actor/unhcr>``; a BASE in the query wins."""

_XSD = PREFIXES["xsd"]
_INTEGERS = {
    _XSD + name
    for name in ("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "negativeInteger")
}
_FRACTIONS = {_XSD + name for name in ("decimal", "double", "float")}

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def evaluate(opened: Opened, sparql: str) -> Answer:
    """The engine's own answer to a query, lazily; reaching out of the graph and updates are refused.

    Raises:
        QueryError: the query is refused or malformed; the message says where.
    """
    check(sparql)
    try:
        return opened.store.query(sparql, base_iri=BASE, prefixes=PREFIXES, use_default_graph_as_union=opened.union)
    except SyntaxError as error:
        raise QueryError(malformed(error, sparql)) from error
    except (ValueError, OSError, RuntimeError) as error:
        raise QueryError(f"the query cannot be answered: {' '.join(str(error).split())}") from error


def malformed(error: SyntaxError, sparql: str) -> str:
    """Where a query is no SPARQL 1.1, in a line: the engine's own words list every character that might have come."""
    told = " ".join(str(error.msg).split())
    place = re.match(r"error at (\d+):(\d+): expected (?:one of )?", told)
    if place is None:
        return f"the query is not SPARQL 1.1: {told[:200]}"
    line, column = int(place[1]), int(place[2])
    before = sparql.split("\n")[line - 1][: column - 1][-30:].strip()
    reasons = [part for part in told[place.end() :].split(", ") if re.fullmatch(r"[A-Z][a-z]+( \w+)+", part)]
    return f"the query is not SPARQL 1.1: {': '.join([f'line {line}, column {column}, after {before!r}', *reasons])}"


def run(opened: Opened, sparql: str) -> Table | list[str]:
    """A table for SELECT and ASK, sorted N-Triples lines for CONSTRUCT and DESCRIBE.

    Raises:
        QueryError: the query is refused, malformed or fails.
    """
    answer = evaluate(opened, sparql)
    if isinstance(answer, ox.QueryBoolean):
        return Table(("answer",), [(bool(answer),)])
    try:
        if isinstance(answer, ox.QueryTriples):
            return sorted({f"{triple.subject} {triple.predicate} {triple.object} ." for triple in answer})
        columns = tuple(variable.value for variable in answer.variables)
        return Table(columns, list(_rows(answer, len(columns))))
    except (ValueError, OSError, RuntimeError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error


def _rows(answer: ox.QuerySolutions, width: int) -> Iterator[tuple[Cell, ...]]:
    for solution in answer:
        yield tuple(cell(solution[index]) for index in range(width))


def cell(term: object) -> Cell:
    """A term as a cell: numbers and booleans as such, IRIs and text as text, nothing as None."""
    if term is None:
        return None
    if not isinstance(term, ox.Literal):
        return term.value if isinstance(term, ox.NamedNode) else str(term)
    kind, value = term.datatype.value, term.value
    if kind in _INTEGERS:
        return int(value)
    if kind in _FRACTIONS:
        return float(value)
    if kind == _XSD + "boolean":
        return value in ("true", "1")
    return value or None
