"""SHACL (https://www.w3.org/TR/shacl/) with pySHACL over rdflib memory graphs, a shard at a time."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pyshacl
from rdflib import RDF, Graph, Namespace
from rdflib.term import Node, URIRef

from torkham.errors import InputError
from torkham.model import Dataset
from torkham.validate import shapes
from torkham.validate.report import Report, Violation
from torkham.validate.shards import Shard, shards
from torkham.vocabulary import TK

SH = Namespace("http://www.w3.org/ns/shacl#")
_DOCUMENT = URIRef(TK.inDocument)
_IDENTIFIER = URIRef("http://purl.org/dc/terms/identifier")


Apply = Callable[[Callable[[Shard], list[Violation]], Iterable[Shard]], Iterable[list[Violation]]]
"""Applies a function to each of some shards: ``map``, or that of a pool of processes."""


def validate(dataset: Dataset, apply: Apply = map) -> Report:
    """Checks a data set against the shapes of the ontology.

    A violation at a node of a document's graph names that document; all others are the resolution's.
    """
    found = {one for some in apply(_judged, shards(dataset)) for one in some}
    return Report(violations=tuple(sorted(found, key=_order)))


def _judged(shard: Shard) -> list[Violation]:
    data = Graph()
    data.parse(data="".join(f"{s} {p} {o} .\n" for s, p, o in shard.triples), format="ox-nt")
    return list(_owned(_violations(data, _rules()), shard.owners))


@cache
def _rules() -> Graph:
    return shapes.load()


def validate_file(path: Path, rules: Graph | None = None) -> Report:
    """Checks a Turtle file against shapes, by default all of the ontology's; a violation names the document that its
    node says it stands in.

    Raises:
        InputError: the file is missing, is not Turtle, or holds no triple, of which nothing could be said.
    """
    if not path.is_file():
        raise InputError(f"{path}: is no file; give the graph.ttl that torkham build wrote")
    data = Graph()
    try:
        data.parse(path, format="ox-turtle")
    except SyntaxError as error:
        raise InputError(f"{path}: is not Turtle ({error.msg}); give the graph.ttl that torkham build wrote") from error
    if not len(data):
        raise InputError(f"{path}: holds no triple; give the graph.ttl that torkham build wrote")
    found = [
        Violation(document=_document(data, node), node=str(node), path=where, message=message)
        for node, where, message in _violations(data, shapes.load() if rules is None else rules)
    ]
    return Report(violations=tuple(sorted(found, key=_order)))


def _order(violation: Violation) -> tuple[str, ...]:
    return violation.document or "", violation.node, violation.path, violation.message


def _violations(data: Graph, rules: Graph) -> Iterator[tuple[Node, str, str]]:
    """Focus node, path and message of every result, as pySHACL finds them."""
    _, results, _ = pyshacl.validate(data, shacl_graph=rules, inplace=True)
    for result in results.subjects(RDF.type, SH.ValidationResult):
        node = results.value(result, SH.focusNode)
        message = results.value(result, SH.resultMessage)
        if node is not None:
            yield node, str(results.value(result, SH.resultPath) or ""), str(message or "does not fit its shape")


def _owned(results: Iterator[tuple[Node, str, str]], owners: Mapping[str, str | None]) -> Iterator[Violation]:
    for node, path, message in results:
        if node.n3() in owners:
            yield Violation(document=owners[node.n3()], node=str(node), path=path, message=message)


def _document(data: Graph, node: Node) -> str | None:
    document = next(data.objects(node, _DOCUMENT), None)
    name = None if document is None else next(data.objects(document, _IDENTIFIER), None)
    return None if name is None else str(name)
