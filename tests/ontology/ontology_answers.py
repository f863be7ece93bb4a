"""Asking the ontology's questions of a graph file, in two engines."""

from pathlib import Path

import pyoxigraph as ox
import rdflib

Row = dict[str, str]


def in_rdflib(graph: Path, question: Path) -> list[Row]:
    result = rdflib.Graph().parse(graph, format="turtle").query(question.read_text("utf-8"))
    names = [str(name) for name in result.vars or ()]
    return _sorted({name: "" if row[name] is None else str(row[name]) for name in names} for row in result)


def in_oxigraph(graph: Path, question: Path) -> list[Row]:
    store = ox.Store()
    store.bulk_load(path=str(graph), format=ox.RdfFormat.TURTLE)
    result = store.query(question.read_text("utf-8"))
    names = [variable.value for variable in result.variables]
    return _sorted({name: "" if row[name] is None else row[name].value for name in names} for row in result)


def _sorted(rows) -> list[Row]:
    return sorted(rows, key=lambda row: list(row.values()))
