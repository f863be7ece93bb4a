"""The manifests of the W3C's SPARQL 1.1 tests as plain records (https://github.com/w3c/rdf-tests, sparql/sparql11)."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import rdflib
from rdflib.collection import Collection

MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
RDFS = rdflib.RDFS
_OLD_REQUEST = re.compile(r"^ {4}(GET|PUT|POST|DELETE|HEAD) (\S+) HTTP/1\.1$", re.M)


class Request(msgspec.Struct, frozen=True):
    """A request of a manifest and what must come back: classes of statuses ('2'), a truth, a kind of answer."""

    method: str
    target: str
    body: bytes | None
    headers: dict[str, str]
    statuses: frozenset[str]
    boolean: bool | None
    kind: str

    @property
    def updates(self) -> bool:
        """Whether it wants to change something."""
        form = self.body is not None and self.body.startswith(b"update=")
        return form or "update=" in self.target or "sparql-update" in self.headers.get("content-type", "")


class Case(msgspec.Struct, frozen=True):
    """A result test: a query, its data, and the file of the expected answer."""

    name: str
    query: Path
    data: Path
    result: Path


def protocol(manifest: Path) -> Iterator[tuple[str, list[Request]]]:
    """The tests of a manifest that describes HTTP connections, in its order."""
    graph = rdflib.Graph().parse(manifest)
    for test in _entries(graph):
        connection = graph.value(test, MF.action)
        listed = graph.value(connection, HT.requests)
        if listed is not None:
            requests = [_request(graph, node) for node in Collection(graph, listed)]
            yield str(test).rpartition("#")[2], requests


def graphs(manifest: Path) -> dict[str, Path]:
    """The named graphs that the tests of a manifest presuppose."""
    graph = rdflib.Graph().parse(manifest)
    return {
        str(graph.value(data, RDFS.label)): Path(str(graph.value(data, UT.graph)).removeprefix("file://"))
        for data in graph.objects(None, UT.graphData)
    }


def results(manifest: Path) -> Iterator[Case]:
    """The tests of a manifest of result formats."""
    graph = rdflib.Graph().parse(manifest)
    for test in _entries(graph):
        action = graph.value(test, MF.action)
        found = [graph.value(action, QT.query), graph.value(action, QT.data), graph.value(test, MF.result)]
        yield Case(str(test).rpartition("#")[2], *(Path(str(each).removeprefix("file://")) for each in found))


def old_requests(manifest: Path) -> Iterator[tuple[str, str, str]]:
    """Name, method and path of the tests that describe their request in words."""
    graph = rdflib.Graph().parse(manifest)
    for test in _entries(graph):
        for comment in sorted(map(str, graph.objects(test, RDFS.comment))):
            for method, path in _OLD_REQUEST.findall(comment):
                yield str(test).rpartition("#")[2], method, path


def _entries(graph: rdflib.Graph) -> list[rdflib.term.Node]:
    (head,) = graph.objects(None, MF.entries)
    return list(Collection(graph, head))


def _request(graph: rdflib.Graph, node: rdflib.term.Node) -> Request:
    answer, body, listed = graph.value(node, HT.resp), graph.value(node, HT.body), graph.value(node, HT.headers)
    headers = {
        str(graph.value(header, HT.fieldName)).lower(): str(graph.value(header, HT.fieldValue))
        for header in (Collection(graph, listed) if listed is not None else [])
    }
    boolean = graph.value(answer, MF.expectedBoolean)
    return Request(
        str(graph.value(node, HT.methodName)),
        str(graph.value(node, HT.absolutePath)),
        None
        if body is None
        else str(graph.value(body, CNT.chars)).encode(str(graph.value(body, CNT.characterEncoding))),
        headers,
        frozenset(
            found[1] for each in graph.objects(answer, MF.expectedStatus) if (found := re.search(r"Code(\d)", each))
        ),
        None if boolean is None else bool(boolean.toPython()),
        str(graph.value(answer, MF.expectedFormat) or ""),
    )
