"""``push`` into real stores: graphs replaced as a whole, departed documents gone, a second push without effect."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pyoxigraph as ox
import pytest

from fixtures.small import RUN, small
from fixtures.stores import Store, rows
from torkham import rdf
from torkham.errors import TorkhamError
from torkham.server.graphstore import Credentials, PushError
from torkham.server.push import Pushed, push

BASE = "https://w3id.org/torkham/id/graph/"
COUNT = (
    f"SELECT ?g (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER (STRSTARTS(STR(?g), '{BASE}')) }} GROUP BY ?g"
)
NOBODY = Credentials()


def _counts(path: Path) -> dict[str, int]:
    counts: dict[str, int] = {}
    for quad in ox.parse(path=str(path)):
        counts[quad.graph_name.value] = counts.get(quad.graph_name.value, 0) + 1
    return counts


def _stored(store: Store) -> dict[str, int]:
    return {name: int(number) for name, number in rows(store, COUNT)}


@pytest.fixture
def without_two(tmp_path: Path) -> Path:
    """The TriG of a corpus from which document two has gone."""
    dataset = rdf.describe(*small(), RUN)
    return _without(rdf.write(dataset, tmp_path / "smaller")[1])


def _without(trig: Path) -> Path:
    two = "https://w3id.org/torkham/id/document/two"
    store = ox.Store()
    for quad in ox.parse(path=str(trig)):
        if not quad.graph_name.value.endswith("/two") and two not in (
            quad.subject.value,
            getattr(quad.object, "value", ""),
        ):
            store.add(quad)
    store.dump(str(trig), format=ox.RdfFormat.TRIG)
    return trig


def test_a_second_push_changes_nothing_and_departed_documents_go(
    oxigraph: Store, graph_file: Path, without_two: Path
) -> None:
    trig = graph_file.with_name("graph.trig")
    seen: list[tuple[int, int]] = []
    assert push(trig, oxigraph.graphs, NOBODY, lambda _, number, total: seen.append((number, total))) == Pushed(4, 0)
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert _stored(oxigraph) == _counts(trig)
    assert push(trig, oxigraph.graphs, NOBODY) == Pushed(4, 0)
    assert _stored(oxigraph) == _counts(trig)
    assert push(without_two, oxigraph.graphs, NOBODY) == Pushed(3, 1)
    assert _stored(oxigraph) == _counts(without_two)


@pytest.mark.store
def test_virtuoso_takes_it_with_its_digest_authentication(virtuoso: Store, graph_file: Path, without_two: Path) -> None:
    trig = graph_file.with_name("graph.trig")
    with pytest.raises(PushError, match="TORKHAM_PUSH_USER"):
        push(trig, virtuoso.graphs, NOBODY)
    dba = Credentials(user="dba", password="dba")
    push(trig, virtuoso.graphs, dba)
    stored = _stored(virtuoso)
    assert {name: stored[name] for name in _counts(trig)} == _counts(trig)
    assert push(without_two, virtuoso.graphs, dba) == Pushed(3, 1)
    assert f"{BASE}two" not in _stored(virtuoso)


class _Flaky(BaseHTTPRequestHandler):
    """Fails every other time, asks for a password, and remembers what it was sent."""

    graphs: dict[str, bytes] = {}  # noqa: RUF012 - one server, one test
    calls = 0

    def _answer(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if status == 401:
            self.send_header("WWW-Authenticate", 'Basic realm="x"')
        self.end_headers()
        self.wfile.write(body)

    def _handle(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        type(self).calls += 1
        if type(self).calls % 2:
            self._answer(503)
        elif not self.headers.get("Authorization", "").startswith("Basic "):
            self._answer(401)
        elif self.command == "PUT":
            self.graphs[self.path] = body
            self._answer(204)
        else:
            self._answer(404)

    do_GET = do_PUT = do_DELETE = _handle  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Keeps quiet."""


@pytest.fixture
def flaky() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Flaky)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/data?reasoning=no"
    server.shutdown()


def test_a_store_that_stumbles_is_asked_again(flaky: str, graph_file: Path) -> None:
    assert push(graph_file.with_name("graph.trig"), flaky, Credentials(user="u", password="p")) == Pushed(4, 0)
    assert len(_Flaky.graphs) == 4
    assert all("reasoning=no" in path and "graph=https%3A" in path for path in _Flaky.graphs)


def test_a_token_that_cannot_be_sent_is_not_printed(graph_file: Path) -> None:
    with pytest.raises(PushError, match="TORKHAM_PUSH_TOKEN") as raised:
        push(graph_file.with_name("graph.trig"), "http://127.0.0.1:9/store", Credentials(token="secret\nword"))
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize(
    ("file", "endpoint", "told"),
    [
        ("graph.trig", "http://127.0.0.1:9/store", "cannot be reached"),
        ("graph.trig", "nonsense", "cannot be reached"),
        ("graph.ttl", "http://127.0.0.1:9/store", "graph.trig"),
        ("missing.trig", "http://127.0.0.1:9/store", "not there"),
    ],
)
def test_what_goes_wrong_is_told_in_a_line(graph_file: Path, file: str, endpoint: str, told: str) -> None:
    with pytest.raises(TorkhamError, match=told) as raised:
        push(graph_file.with_name(file), endpoint, NOBODY)
    assert "\n" not in str(raised.value)
