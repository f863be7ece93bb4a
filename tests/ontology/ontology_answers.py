"""Asking the ontology's questions of graph files, in two engines that share no code."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import rdflib

Row = dict[str, str]


def in_rdflib(graphs: Iterable[Path], question: Path) -> list[Row]:
    """The rows of a question, sorted; unbound cells are empty."""
    merged = rdflib.Graph()
    for graph in graphs:
        merged.parse(graph, format="ox-turtle")
    result = merged.query(question.read_text("utf-8"))
    names = [str(name) for name in result.vars or ()]
    return _sorted({name: "" if row[name] is None else str(row[name]) for name in names} for row in result)


def in_oxigraph(graphs: Iterable[Path], question: Path) -> list[Row]:
    """The rows of a question, sorted; unbound cells are empty."""
    store = ox.Store()
    for graph in graphs:
        store.bulk_load(path=str(graph), format=ox.RdfFormat.TURTLE)
    result = store.query(question.read_text("utf-8"))
    names = [variable.value for variable in result.variables]
    return _sorted({name: "" if row[name] is None else row[name].value for name in names} for row in result)


def _sorted(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: list(row.values()))
