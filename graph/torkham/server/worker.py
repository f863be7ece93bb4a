"""A process that answers queries, so that one that takes too long can truly be ended: by ending the process.

Messages back: ``b"R"`` once it is ready; then for each job ``b"K" + text`` the answer's media type, ``b"D" + bytes`` a
piece of it, ``b"."`` its end, and ``b"E" + text`` why there is none or why it breaks off.
"""

import resource
from contextlib import suppress
from io import BufferedWriter, RawIOBase
from multiprocessing.connection import Connection
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal
from typing import Any

import msgspec
import pyoxigraph as ox

from torkham.errors import QueryError, TorkhamError
from torkham.query import BASE, PREFIXES, Opened, check, malformed, open_graph
from torkham.server.media import GRAPHS, RESULTS

_PIECE = 64 * 1024
MEMORY = 4 * 1024**3
"""Bytes that a query may take beyond what the open graph takes; one that asks for more ends its process, not the machine."""


class Job(msgspec.Struct, frozen=True):
    """A query, the media type of its answer for tables and for triples, and the dataset that it is asked of."""

    sparql: str
    table: str
    triples: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


class _Pipe(RawIOBase):
    """A file that sends what is written to it."""

    def __init__(self, connection: Connection) -> None:
        super().__init__()
        self._connection = connection

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, data: Any) -> int:
        """Sends a piece of an answer."""
        self._connection.send_bytes(b"D" + bytes(data))
        return len(data)


def main(connection: Connection, graph: str, pays_from: int, memory: int) -> None:
    """Opens the graph and answers jobs until the connection ends."""
    signal(SIGINT, SIG_IGN)
    opened = open_graph(Path(graph), pays_from)
    _limit(memory)
    connection.send_bytes(b"R")
    while True:
        try:
            job = msgspec.msgpack.decode(connection.recv_bytes(), type=Job)
        except (EOFError, OSError):
            return
        try:
            _answer(connection, opened, job)
            connection.send_bytes(b".")
        except TorkhamError as error:
            connection.send_bytes(b"E" + str(error).encode())
        except (BrokenPipeError, ConnectionResetError):
            return


def _limit(memory: int) -> None:
    with suppress(OSError, ValueError):  # where there is no /proc, the time limit must do
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + memory, most))


def _answer(connection: Connection, opened: Opened, job: Job) -> None:
    """Streams the answer, in the engine's own serialisation."""
    pipe = BufferedWriter(_Pipe(connection), _PIECE)
    try:
        answer = _evaluate(opened, job)
        triples = isinstance(answer, ox.QueryTriples)
        media = job.triples if triples else job.table
        if not media:
            raise QueryError("this form of query has no answer of the media type that is accepted")
        connection.send_bytes(b"K" + media.encode())
        if isinstance(answer, ox.QueryTriples):
            answer.serialize(pipe, format=GRAPHS[media])
        else:
            answer.serialize(pipe, format=RESULTS[media])
    except SyntaxError as error:
        raise QueryError(malformed(error, job.sparql)) from error
    except (ValueError, OSError, RuntimeError) as error:
        raise QueryError(f"the query cannot be answered: {' '.join(str(error).split())}") from error
    pipe.flush()


def _evaluate(opened: Opened, job: Job) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """The protocol's dataset, where one is given, wins over the query's (SPARQL 1.1 Protocol, section 2.1.4)."""
    check(job.sparql)
    if not job.default_graphs and not job.named_graphs:
        return opened.store.query(job.sparql, base_iri=BASE, prefixes=PREFIXES, use_default_graph_as_union=opened.union)
    return opened.store.query(
        job.sparql,
        base_iri=BASE,
        prefixes=PREFIXES,
        default_graph=[ox.NamedNode(iri) for iri in job.default_graphs],
        named_graphs=[ox.NamedNode(iri) for iri in job.named_graphs],
    )
