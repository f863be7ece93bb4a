"""``push``: a graph sent to any store by the SPARQL 1.1 Graph Store HTTP Protocol
(https://www.w3.org/TR/sparql11-http-rdf-update/), each named graph replaced as a whole.

Documents come first, then the graphs of documents that have gone are deleted, and what is common to all comes last: a
push that breaks off is made good by the next one, since the store's old list of documents still stands.
"""

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import msgspec
import pyoxigraph as ox

from torkham.errors import InputError
from torkham.server.graphstore import Credentials, GraphStore

_USED = "http://www.w3.org/ns/prov#used"
_COMMON = ("resolution", "entities")

Step = Callable[[str, int, int], None]
"""Called after each request: which graph, how many are done, how many there are."""


class Pushed(msgspec.Struct, frozen=True):
    """How many named graphs were replaced, and how many of departed documents deleted."""

    replaced: int
    deleted: int


def push(trig: Path, endpoint: str, credentials: Credentials, step: Step = lambda *_: None) -> Pushed:
    """Sends the named graphs of a TriG file to a graph store.

    Raises:
        InputError: the file is missing or no TriG of Torkham's.
        PushError: the store refuses or cannot be reached; what was sent so far stays there.
    """
    graphs = _graphs(trig)
    base = next(name for name in graphs if name.endswith("/graph/entities")).removesuffix("entities")
    with GraphStore(endpoint, credentials) as store:
        common = [base + name for name in _COMMON]
        departed = sorted(_documents(store, base) - set(graphs))
        steps = [("put", name) for name in sorted(set(graphs) - set(common))]
        steps += [("delete", name) for name in departed]
        steps += [("put", name) for name in common if name in graphs]
        for number, (verb, name) in enumerate(steps, start=1):
            if verb == "put":
                store.put(name, graphs[name])
            else:
                store.delete(name)
            step(name, number, len(steps))
    return Pushed(len(graphs), len(departed))


def _graphs(path: Path) -> dict[str, bytes]:
    """The named graphs of a TriG file, each as sorted N-Triples (which are Turtle)."""
    if not path.is_file():
        raise InputError(f"{path}: is not there; make it with torkham build, or name another with --graph")
    lines: dict[str, set[str]] = defaultdict(set)
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TRIG):
            if isinstance(quad.graph_name, ox.NamedNode):
                lines[quad.graph_name.value].add(f"{quad.triple} .\n")
    except SyntaxError as error:
        raise InputError(f"{path}: {error.msg}; build the graph again") from error
    if not any(name.endswith("/graph/entities") for name in lines):
        raise InputError(f"{path}: has no named graph 'entities'; give the graph.trig that torkham build wrote")
    return {name: "".join(sorted(graph)).encode() for name, graph in lines.items()}


def _documents(store: GraphStore, base: str) -> set[str]:
    """The graphs of the documents that the store's graph was made of, by its own provenance."""
    found: set[str] = set()
    for name in _COMMON:
        for triple in store.get(base + name):
            if triple.predicate.value == _USED and isinstance(triple.object, ox.NamedNode):
                found.add(base + triple.object.value.rpartition("/")[2])
    return found
