"""``make bench-query``: the named questions on a large graph, by Torkham, by pyoxigraph alone and by rdflib, in one run.

Usage: python tests/bench/query.py [TRIPLES] [--no-rdflib]. The graph is the hand-made corpus, copied under other document
names until it has so many triples (default 1,500,000). Seconds are of CPU, the best of three. Prints a row for each
question and writes nothing outside build/.
"""

import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[1]))

import pyoxigraph as ox
import rdflib

from fixtures.graphs import small_graph
from torkham import query

T = TypeVar("T")
FOLDER = Path("build/bench")
PATIENCE = 30
"""Seconds after which rdflib is given up on a question."""


def main() -> None:
    triples = int(next((a for a in sys.argv[1:] if a.isdigit()), "1500000"))
    path = FOLDER / f"graph-{triples}.nt"
    if not path.exists():
        _generate(path, triples)
    seconds, opened = _timed(lambda: query.open_graph(path))
    print(f"{path}: opened (and its store made, if that was new) in {seconds:.2f} s")
    parsed = None if "--no-rdflib" in sys.argv else _parse(path)
    print(f"{'question':<12}{'rows':>9}{'torkham s':>11}{'pyoxigraph s':>14}{'ratio':>7}{'rdflib s':>10}")
    for name in query.questions():
        _row(name, path, str(opened.folder), parsed)


def _row(name: str, path: Path, folder: str, parsed: rdflib.Graph | None) -> None:
    sparql = query.question(name).sparql
    direct, own, rows = [], [], 0
    for _ in range(3):
        direct.append(_timed(lambda: _direct(folder, sparql))[0])
        seconds, rows = _timed(lambda: _torkham(path, name))
        own.append(seconds)
    best, theirs = min(own), min(direct)
    slow = _rdflib(parsed, sparql) if parsed is not None else "-"
    print(f"{name:<12}{rows:>9,}{best:>11.3f}{theirs:>14.3f}{best / theirs:>7.2f}{slow:>10}", flush=True)


def _direct(folder: str, sparql: str) -> None:
    answer = ox.Store.read_only(folder).query(sparql)
    assert isinstance(answer, ox.QuerySolutions)
    answer.serialize(format=ox.QueryResultsFormat.CSV)


def _torkham(path: Path, name: str) -> int:
    table = query.ask(query.open_graph(path), name)
    query.write(table, "csv")
    return len(table.rows)


def _parse(path: Path) -> rdflib.Graph:
    seconds, graph = _timed(lambda: rdflib.Graph().parse(path, format="nt"))
    print(f"rdflib parsed it in {seconds:.1f} s")
    return graph


def _rdflib(graph: rdflib.Graph, sparql: str) -> str:
    def give_up(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(PATIENCE)
    try:
        return f"{_timed(lambda: list(graph.query(sparql)))[0]:.1f}"
    except TimeoutError:
        return f"> {PATIENCE}"
    finally:
        signal.alarm(0)


def _timed(call: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    result = call()
    return time.process_time() - start, result


def _generate(path: Path, triples: int) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    graphs: dict[str, list[str]] = {}
    for quad in ox.parse(path=str(small_graph(FOLDER / "small").with_name("graph.trig"))):
        graphs.setdefault(quad.graph_name.value.rpartition("/")[2], []).append(f"{quad.triple} .\n")
    copied = "".join(line for name, lines in graphs.items() if name != "entities" for line in lines)
    with path.open("w", encoding="utf-8") as file:
        file.writelines(graphs["entities"])
        written, number = len(graphs["entities"]), 0
        while written < triples:
            file.write(_renamed(copied, f"{number:05}"))
            written += copied.count(" .\n")
            number += 1
    print(f"{path}: {written:,} triples, {2 * number:,} documents")


def _renamed(lines: str, number: str) -> str:
    """The same triples about documents of another name."""
    for document in ("one", "two"):
        for before, after in (("/", "-"), ("/", ">"), ("-", "-"), ('"', '"')):
            lines = lines.replace(f"{before}{document}{after}", f"{before}{document}{number}{after}")
    for kind in ("event", "policy", "dispute"):
        lines = lines.replace(f"/{kind}/", f"/{kind}/{number}-")
    return lines


if __name__ == "__main__":
    main()
