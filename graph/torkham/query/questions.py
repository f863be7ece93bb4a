"""The named questions of ``ontology/questions/*.rq``: asked and filtered. Columns and order are the query's own."""

import csv
import io
import re
from functools import cache
from pathlib import Path

import msgspec
import pyoxigraph as ox

from torkham import resources
from torkham.errors import OntologyError, QueryError
from torkham.query.engine import evaluate
from torkham.query.filters import Filters, apply
from torkham.query.store import Opened
from torkham.query.table import Cell, Table
from torkham.query.view import IDENTIFIER, View

NUMBERS = frozenset({"sentences", "facts", "mentions", "start", "end", "value", "lower", "upper"})
"""Columns that hold integers, in disputes with '_a' or '_b' behind them."""


class Question(msgspec.Struct, frozen=True):
    """A question: its name, what it asks in a line (the file's first comment), and its SPARQL."""

    name: str
    about: str
    sparql: str


@cache
def questions() -> dict[str, Question]:
    """All questions by name, sorted.

    Raises:
        OntologyError: the folder holds none.
    """
    folder = resources.ontology() / "questions"
    found = {path.stem: _question(path) for path in sorted(folder.glob("*.rq"))}
    if not found:
        raise OntologyError(f"{folder}: holds no question; put *.rq files there")
    return found


def question(name: str) -> Question:
    """The question of that name.

    Raises:
        QueryError: there is none; the message lists them.
    """
    known = questions()
    if name not in known:
        raise QueryError(f"there is no question {name!r}; ask one of {', '.join(known)}")
    return known[name]


def _question(path: Path) -> Question:
    text = path.read_text(encoding="utf-8")
    comment = re.match(r"\s*#+\s*(.+)", text)
    return Question(path.stem, comment[1].strip().removeprefix(f"{path.stem}: ") if comment else "", text)


def ask(opened: Opened, name: str, filters: Filters | None = None) -> Table:
    """The rows of a named question, those that the filters let pass, in the question's order.

    Raises:
        QueryError: there is no such question, it fails on this graph, or a filter is malformed or names what the graph
            does not have.
    """
    table = _table(opened, question(name).sparql)
    if filters is None or filters.empty:
        return table
    wanted = filters.actor is not None
    actors = table if name == "actors" else _table(opened, question("actors").sparql) if wanted else None
    found = apply(table, filters, actors)
    if filters.document is not None and not found.rows:
        _check_document(opened, filters.document)
    return found


def _check_document(opened: Opened, document: str) -> None:
    view = View(opened)
    known = {view.text(node, IDENTIFIER) for node in view.subjects(IDENTIFIER)}
    if document not in known:
        raise QueryError(f"the graph has no document {document!r}; torkham ask sources lists them")


def _table(opened: Opened, sparql: str) -> Table:
    """The rows of a SELECT by way of the engine's CSV, which is several times quicker than a term at a time."""
    answer = evaluate(opened, sparql)
    if not isinstance(answer, ox.QuerySolutions):
        raise QueryError("a named question must be a SELECT")
    try:
        data = answer.serialize(format=ox.QueryResultsFormat.CSV)
    except (ValueError, OSError, RuntimeError) as error:
        raise QueryError(f"the question cannot be answered: {error}") from error
    lines = csv.reader(io.StringIO((data or b"").decode("utf-8"), newline=""))
    columns = tuple(next(lines))
    numbers = [column.removesuffix("_a").removesuffix("_b") in NUMBERS for column in columns]
    return Table(columns, [_row(line, numbers) for line in lines if line])


def _row(line: list[str], numbers: list[bool]) -> tuple[Cell, ...]:
    return tuple((int(text) if number else text) if text else None for text, number in zip(line, numbers, strict=True))
