"""Named questions, their filters and formats, on the small corpus; the same rows from rdflib, from memory and disk."""

import csv
import io
import json
from pathlib import Path

import pytest
import rdflib

from torkham import query
from torkham.errors import QueryError
from torkham.query import Filters, Opened, Table
from torkham.query.questions import NUMBERS

CONTRACT = {
    "sources": "document title publisher published published_basis sentences facts",
    "actors": "actor label type aliases same_as mentions documents",
    "positions": "position person role organisation document sentence start end",
    "events": "report event type modality date date_end agent patient addressee place attributed_to via document "
    "sentence start end",
    "appeals": "report agent addressee request date attributed_to document sentence start end",
    "statements": "statement speaker speaker_kind mode text told_to via date document sentence start end",
    "figures": "figure text value lower upper qualifier measure population place attributed_to via date document "
    "sentence start end",
    "disputes": "measure population text_a value_a lower_a upper_a date_a attributed_to_a document_a sentence_a text_b "
    "value_b lower_b upper_b date_b attributed_to_b document_b sentence_b",
    "policies": "policy label type issuer announced status targets documents",
    "deadlines": "policy date previous change set_by applies_to announced document sentence start end",
    "timeline": "date date_end precision basis kind label document sentence",
}


def test_the_questions_are_those_of_the_contract() -> None:
    assert set(query.questions()) == set(CONTRACT)
    assert all(question.about for question in query.questions().values())


@pytest.mark.parametrize("name", sorted(CONTRACT))
def test_columns_are_exactly_those_of_the_contract_and_numbers_are_numbers(opened: Opened, name: str) -> None:
    table = query.ask(opened, name)
    assert table.columns == tuple(CONTRACT[name].split())
    assert table.rows
    for record in table.records():
        for column, value in record.items():
            number = column.removesuffix("_a").removesuffix("_b") in NUMBERS
            assert value is None or isinstance(value, int) == number, (column, value)


@pytest.mark.parametrize("name", sorted(CONTRACT))
def test_rdflib_gives_the_same_rows(opened: Opened, parsed: rdflib.Graph, name: str) -> None:
    found = parsed.query(query.question(name).sparql)
    rows = sorted(tuple(None if cell is None else str(cell) for cell in row) for row in found)
    assert rows == sorted(
        tuple(None if cell is None else str(cell) for cell in row) for row in query.ask(opened, name).rows
    )


@pytest.mark.parametrize("name", sorted(CONTRACT))
@pytest.mark.parametrize("file", ["graph.ttl", "graph.trig", "graph.jsonld"])
def test_every_file_gives_the_same_rows_from_disk(opened: Opened, graph_file: Path, name: str, file: str) -> None:
    on_disk = query.open_graph(graph_file.with_name(file), pays_from=0)
    assert on_disk.folder is not None
    assert query.ask(on_disk, name) == query.ask(opened, name)


def _column(table: Table, name: str) -> list[object]:
    return [row[table.columns.index(name)] for row in table.rows]


def test_filters_by_document_actor_and_date(opened: Opened) -> None:
    assert set(_column(query.ask(opened, "events", Filters(document="two")), "document")) == {"two"}
    assert len(query.ask(opened, "disputes", Filters(document="two")).rows) == 1
    by_alias = query.ask(opened, "figures", Filters(actor="un refugee agency"))
    assert _column(by_alias, "attributed_to") == ["UNHCR"]
    assert _column(query.ask(opened, "actors", Filters(actor="Islamabad")), "label") == ["Pakistan"]
    assert _column(query.ask(opened, "sources", Filters(actor="Dawn")), "document") == ["one"]
    later = query.ask(opened, "timeline", Filters(since="2023-12-14", until="2023-12"))
    assert _column(later, "date") == ["2023-12-14", "2023-12-31"]
    assert not query.ask(opened, "figures", Filters(since="2030")).rows


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        (Filters(since="last week"), "not a date"),
        (Filters(until="2023-13"), "not a date"),
        (Filters(since="2024", until="2023-11"), "exchange"),
        (Filters(since=""), "not a date"),
        (Filters(actor="Nobody"), "Nobody"),
        (Filters(actor=""), "no actor"),
        (Filters(document="three"), "no document 'three'"),
    ],
)
def test_a_filter_that_makes_no_sense_is_told(opened: Opened, filters: Filters, told: str) -> None:
    with pytest.raises(QueryError, match=told):
        query.ask(opened, "events", filters)


def test_an_unknown_question_lists_the_known_ones(opened: Opened) -> None:
    with pytest.raises(QueryError, match="figures"):
        query.ask(opened, "figgures")


def test_formats_carry_every_cell() -> None:
    table = Table(("text", "value"), [('a|b\n"c"', 3), (None, None)])
    assert json.loads(query.write(table, "json")) == [{"text": 'a|b\n"c"', "value": 3}, {"text": None, "value": None}]
    assert list(csv.reader(io.StringIO(query.write(table, "csv"), newline=""))) == [
        ["text", "value"],
        ['a|b\n"c"', "3"],
        ["", ""],
    ]
    assert query.write(table, "markdown").splitlines() == [
        "| text | value |",
        "| --- | --- |",
        '| a\\|b "c" | 3 |',
        "|  |  |",
    ]
    assert '"c"' in query.write(table, "table")
    assert query.write(table, "table").endswith("\n2 rows\n")
