"""``make bench-query``: questions on a large graph, by Torkham, by pyoxigraph alone and by rdflib, in one run; then a server
with many clients at once.

Usage: python tests/bench/query.py [ARTICLES] [--no-rdflib] [--only-serve]. The graph is a corpus of eight short articles,
copied under other names until there are so many (default 10,000: 1.7 million triples). Seconds are of CPU, the best of
three. Prints a row for each question and writes nothing outside build/.
"""

import re
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[1]))

import httpx
import pyoxigraph as ox
import rdflib

from bench.corpus import DOCUMENTS, eight
from fixtures.serving import running
from fixtures.small import RUN
from torkham import query, rdf, resources

T = TypeVar("T")
FOLDER = Path("build/bench")
PATIENCE = 30
"""Seconds after which rdflib is given up on a question."""
CLIENTS = 50
COPIES_OF_A_POLICY = 50
"""As many copies speak of the same policy; events and disputes are each copy's own."""


def main() -> None:
    articles = int(next((a for a in sys.argv[1:] if a.isdigit()), "10000"))
    path = FOLDER / f"graph-{articles}.nt"
    if not path.exists():
        _generate(path, articles)
    seconds, opened = _timed(lambda: query.open_graph(path))
    print(f"{path}: opened (and its store made, if that was new) in {seconds:.2f} s")
    if "--only-serve" not in sys.argv:
        _table(path, str(opened.folder))
    del opened
    _serve(path)


def _table(path: Path, folder: str) -> None:
    parsed = None if "--no-rdflib" in sys.argv else _parse(path)
    print(f"{'question':<18}{'rows':>9}{'torkham s':>11}{'pyoxigraph s':>14}{'ratio':>7}{'rdflib s':>10}")
    for name, question in query.questions().items():
        _row(name, question.sparql, folder, parsed, lambda name=name: query.ask(query.open_graph(path), name))
    for file in sorted((resources.ontology() / "questions" / "more").glob("*.rq")):
        sparql = file.read_text(encoding="utf-8")
        _row(file.stem, sparql, folder, None, lambda sparql=sparql: query.run(query.open_graph(path), sparql))


def _row(
    name: str, sparql: str, folder: str, parsed: rdflib.Graph | None, ask: Callable[[], query.Table | list[str]]
) -> None:
    direct, own, rows = [], [], 0
    for _ in range(3):
        direct.append(_timed(lambda: _direct(folder, sparql))[0])
        seconds, rows = _timed(lambda: _torkham(ask))
        own.append(seconds)
    best, theirs = min(own), min(direct)
    slow = _rdflib(parsed, sparql) if parsed is not None else "-"
    print(f"{name:<18}{rows:>9,}{best:>11.3f}{theirs:>14.3f}{best / theirs:>7.2f}{slow:>10}", flush=True)


def _direct(folder: str, sparql: str) -> None:
    answer = ox.Store.read_only(folder).query(sparql)
    assert isinstance(answer, ox.QuerySolutions)
    answer.serialize(format=ox.QueryResultsFormat.CSV)


def _torkham(ask: Callable[[], query.Table | list[str]]) -> int:
    table = ask()
    assert isinstance(table, query.Table)
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


def _serve(path: Path) -> None:
    """Each client asks one named question, all at the same time; whatever is no 200 is an error."""
    questions = list(query.questions().values())

    def client(number: int) -> int:
        asked = {"query": questions[number % len(questions)].sparql}
        return httpx.post(f"{url}/sparql", data=asked, headers={"Accept": "text/csv"}, timeout=3600).status_code

    with running(path, PATIENCE) as url:
        start = time.monotonic()
        with ThreadPoolExecutor(CLIENTS) as clients:
            statuses = Counter(clients.map(client, range(CLIENTS)))
        seconds = time.monotonic() - start
    print(f"torkham serve: {CLIENTS} clients at once, a named question each, {seconds:.0f} s: {dict(statuses)}")


def _generate(path: Path, articles: int) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    dataset = rdf.describe(*eight(), RUN)
    shared, copied, policies = _parts(dataset.merged())
    copies = articles // len(DOCUMENTS)
    with path.open("w", encoding="utf-8") as file:
        file.writelines(sorted(shared))
        for number in range(copies):
            file.write(_renamed(copied, number))
            if number % COPIES_OF_A_POLICY == 0:
                file.write(_of_policy(policies, number))
    with path.open(encoding="utf-8") as file:
        print(f"{path}: {sum(1 for _ in file):,} triples, {copies * len(DOCUMENTS):,} documents")


def _parts(triples: Iterable[tuple[str, str, str]]) -> tuple[list[str], str, str]:
    """The lines about what all articles share, about the articles, and about the policies, of which several speak."""
    own = re.compile(rf"/({'|'.join(DOCUMENTS)})[->]|/(event|dispute)/")
    lines = sorted({" ".join(triple) + " .\n" for triple in triples})
    policies = [line for line in lines if "/policy/" in line.split()[0]]
    copied = [line for line in lines if own.search(line) and line not in policies]
    return [line for line in lines if line not in copied and line not in policies], "".join(copied), "".join(policies)


def _renamed(lines: str, number: int) -> str:
    """The same triples about documents of another name."""
    for document in DOCUMENTS:
        for before, after in (("/", "-"), ("/", ">"), ('"', '"')):
            lines = lines.replace(f"{before}{document}{after}", f"{before}{document}{number:05}{after}")
    for kind in ("event", "dispute"):
        lines = lines.replace(f"/{kind}/", f"/{kind}/{number:05}-")
    return _of_policy(lines, number)


def _of_policy(lines: str, number: int) -> str:
    return lines.replace("/policy/", f"/policy/{number // COPIES_OF_A_POLICY:03}-")


if __name__ == "__main__":
    main()
