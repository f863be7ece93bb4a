"""The W3C's own tests of the SPARQL 1.1 protocol and of result formats, asked of ``torkham serve``: ``make w3c``.

The tests are not part of this repository: ``TORKHAM_W3C`` names a copy of https://github.com/w3c/rdf-tests. What changes
something must be refused, and leave everything as it was. ``tests/server`` has cases of our own for the same clauses.
"""

import csv
import io
import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
import rdflib

from fixtures.serving import running
from w3c import manifests
from w3c.manifests import Case, Request

SUITE = Path(os.environ["TORKHAM_W3C"]).resolve() / "sparql" / "sparql11"
PROTOCOL, STORE = SUITE / "protocol" / "manifest.ttl", SUITE / "graph-store-protocol"
RESULTS = [
    case for folder in ("csv-tsv-res", "json-res") for case in manifests.results(SUITE / folder / "manifest.ttl")
]
CONNECTIONS = dict(manifests.protocol(PROTOCOL))
STORES = {
    name: all for kind in ("direct", "indirect") for name, all in manifests.protocol(STORE / f"manifest-{kind}.ttl")
}
OLD = list(manifests.old_requests(SUITE / "http-rdf-update" / "manifest.ttl"))
MEDIA = {".csv": "text/csv", ".tsv": "text/tab-separated-values", ".srj": "application/sparql-results+json"}
NUMERIC = {f"http://www.w3.org/2001/XMLSchema#{name}" for name in ("integer", "negativeInteger", "decimal", "double")}
SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """A function that gives the address of a server over a file; each file is served once."""
    with ExitStack() as stack:
        known: dict[Path, str] = {}

        def address(path: Path) -> str:
            if path not in known:
                known[path] = stack.enter_context(running(path, 30))
            return known[path]

        yield address


@pytest.fixture(scope="session")
def url(serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A server over the named graphs of the protocol's tests."""
    store = ox.Store()
    for name, path in manifests.graphs(PROTOCOL).items():
        store.load(path=str(path), format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(name))
    assert len(store) == 3
    trig = tmp_path_factory.mktemp("w3c") / "protocol.trig"
    store.dump(str(trig), format=ox.RdfFormat.TRIG)
    return serve(trig)


def _ask(address: str, request: Request) -> httpx.Response:
    return httpx.request(request.method, address, content=request.body, headers=request.headers, timeout=30)


def _truth(answer: httpx.Response) -> bool:
    media = ox.QueryResultsFormat.from_media_type(answer.headers["content-type"].partition(";")[0])
    return bool(ox.parse_query_results(answer.content, format=media))


@pytest.mark.parametrize("name", CONNECTIONS)
def test_protocol(url: str, name: str) -> None:
    refused = False
    for request in CONNECTIONS[name]:
        answer = _ask(url + request.target.replace("/sparql/", "/sparql", 1), request)
        if request.updates:
            refused = True
            assert answer.status_code // 100 == 4
            continue
        assert str(answer.status_code)[0] in request.statuses, answer.text
        if request.boolean is not None:
            assert _truth(answer) is (request.boolean and not refused)
        elif request.kind == "tabular":
            media = answer.headers["content-type"].partition(";")[0]
            assert ox.parse_query_results(answer.content, format=ox.QueryResultsFormat.from_media_type(media))
        elif request.kind == "RDF":
            rdflib.Graph().parse(data=answer.content, format=answer.headers["content-type"].partition(";")[0])
        elif request.kind == "boolean":
            _truth(answer)


def _rows(text: bytes, suffix: str) -> object:
    """An answer as values that compare: each row by its variables, whose order means nothing.

    Blank nodes are all alike. Numbers compare by value: the store keeps ``1.0E6`` as ``1000000`` and derived integer
    types as xsd:integer, neither of which Torkham writes (docs/stores.md).
    """
    if suffix == ".csv":
        rows = csv.DictReader(io.StringIO(text.decode(), newline=""))
        return [{name: _cell(cell) for name, cell in row.items()} for row in rows]
    found = ox.parse_query_results(text, format=ox.QueryResultsFormat.from_extension(suffix[1:]))
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    names = [variable.value for variable in found.variables]
    return [{name: _term(row[name]) for name in names} for row in found]


def _cell(cell: str) -> str | float:
    try:
        return float(cell)
    except ValueError:
        return "_:" if cell.startswith("_:") else cell


def _term(term: object) -> str | tuple[str, float]:
    if isinstance(term, ox.Literal) and term.datatype.value in NUMERIC:
        return ("number", float(term.value))
    return "_:" if isinstance(term, ox.BlankNode) else str(term)


@pytest.mark.parametrize("case", RESULTS, ids=lambda case: case.name)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_results(serve, case: Case, method: str) -> None:
    headers = {"Accept": MEDIA[case.result.suffix]}
    parameters = {"query": case.query.read_text(encoding="utf-8")}
    given = {"params": parameters} if method == "GET" else {"data": parameters}
    answer = httpx.request(method, f"{serve(case.data)}/sparql", headers=headers, **given)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(MEDIA[case.result.suffix])
    assert _rows(answer.content, case.result.suffix) == _rows(case.result.read_bytes(), case.result.suffix)


@pytest.mark.parametrize("name", STORES)
def test_nothing_can_be_put_into_the_graph(url: str, name: str) -> None:
    for request in STORES[name]:
        if request.method not in ("GET", "HEAD"):
            query = request.target.partition("?")[2]
            answer = _ask(f"{url}/sparql" + (f"?{query}" if query else "/person/1.ttl"), request)
            assert answer.status_code // 100 == 4, request
    _untouched(url)


@pytest.mark.parametrize(("name", "method", "path"), OLD, ids=[name for name, _, _ in OLD])
def test_nothing_could_be_put_into_the_graph(url: str, name: str, method: str, path: str) -> None:
    if method not in ("GET", "HEAD"):
        target = path.replace("$GRAPHSTORE$", "/sparql").replace("$HOST$", "localhost")
        assert httpx.request(method, url + target, headers={"Content-Type": "text/turtle"}).status_code // 100 == 4
    _untouched(url)


def _untouched(url: str) -> None:
    count = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    answer = httpx.get(f"{url}/sparql", params={"query": count}, headers={"Accept": "text/csv"})
    assert answer.text.split() == ["n", "3"]


def test_service_description(url: str) -> None:
    """returns-rdf, has-endpoint-triple, conforms-to-schema."""
    answer = httpx.get(f"{url}/sparql", headers={"Accept": "text/turtle, application/rdf+xml"})
    graph = rdflib.Graph().parse(data=answer.content, format=answer.headers["content-type"].partition(";")[0])
    (service,) = graph.subjects(rdflib.RDF.type, SD.Service)
    assert list(graph.objects(service, SD.endpoint)) == [rdflib.URIRef(f"{url}/sparql")]
    assert SD.SPARQL11Query in set(graph.objects(service, SD.supportedLanguage))
    assert len(set(graph.objects(service, SD.resultFormat))) > 4
