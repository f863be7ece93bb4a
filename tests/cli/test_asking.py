"""ask, query, find, serve and push as a person types them."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_ask_alone_lists_the_questions(run: Run) -> None:
    lines = run("ask").stdout.splitlines()
    assert len(lines) == 11
    assert lines[3].split(maxsplit=1)[0] == "disputes"


def test_ask_with_filters_in_every_format(run: Run, graph_file: Path) -> None:
    arguments = ("ask", "figures", "--graph", str(graph_file), "--actor", "unhcr", "--format")
    (record,) = json.loads(run(*arguments, "json").stdout)
    assert (record["value"], record["date"]) == (3_700_000, None)
    (row,) = csv.DictReader(io.StringIO(run(*arguments, "csv").stdout, newline=""))
    assert row == {key: "" if value is None else str(value) for key, value in record.items()}
    assert run(*arguments, "markdown").stdout.count("\n") == 3
    assert "“We will not stop,”" in run("ask", "positions", "-g", str(graph_file)).stdout


def test_query_from_argument_file_and_pipe(run: Run, graph_file: Path, tmp_path: Path) -> None:
    sparql = "SELECT ?s { ?s a tk:State }"
    (tmp_path / "state.rq").write_text(sparql)
    answers = [
        run("query", sparql, "-g", str(graph_file), "-f", "csv"),
        run("query", str(tmp_path / "state.rq"), "-g", str(graph_file), "-f", "csv"),
        run("query", "-", "-g", str(graph_file), "-f", "csv", stdin=sparql),
    ]
    assert {answer.stdout for answer in answers} == {"s\nhttps://w3id.org/torkham/id/actor/pakistan\n"}
    triples = run("query", "DESCRIBE actor:pakistan", "-g", str(graph_file)).stdout.splitlines()
    assert triples == sorted(triples)
    assert all(triple.endswith(" .") for triple in triples)


def test_find_takes_words_and_phrases(run: Run, graph_file: Path) -> None:
    found = json.loads(run("find", "halt all", "deport*", "-g", str(graph_file), "-f", "json").stdout)
    assert [hit["document"] for hit in found if hit["kind"] == "sentence"] == ["one"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("ask", "figgures"), "figures"),
        (("ask", "figures", "--graph", "missing.ttl"), "torkham build"),
        (("query", "SELECT", "--graph", "{graph}"), "SPARQL"),
        (("query", "missing.rq", "--graph", "{graph}"), "missing.rq"),
        (("query", "ASK {{}}", "--graph", "{folder}"), "graph.ttl"),
        (("ask", "figures", "--format", "xml"), "torkham ask --help"),
        (("frobnicate",), "torkham --help"),
        (("ask", "events", "--graph", "{graph}", "--since", "yesterday"), "2023-11-09"),
        (("find", "*", "--graph", "{graph}"), "word"),
        (("serve", "--graph", "missing.ttl"), "torkham build"),
        (("serve", "--graph", "{graph}", "--host", "300.1.1.1"), "--host"),
        (("validate", "missing.ttl"), "torkham build"),
        (("validate", "{folder}/empty.ttl"), "no triple"),
        (("correct", "same", "UNHCR", "actor/unhcr", "--who", "me", "--why", "x", "--graph", "{graph}"), "two actors"),
        (("correct", "withdraw", "UNHCR", "--who", "me", "--why", "x", "--graph", "{graph}"), "no fact"),
        (("push", "http://127.0.0.1:9/", "--graph", "missing.trig"), "torkham build"),
    ],
)
def test_what_goes_wrong_is_one_line_and_exit_code_2(
    run: Run, graph_file: Path, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    (tmp_path / "empty.ttl").touch()
    done = run(*(argument.format(graph=graph_file, folder=tmp_path) for argument in arguments))
    assert done.returncode == 2
    assert not done.stdout
    (line,) = done.stderr.splitlines()
    assert line.startswith("torkham: ")
    assert told in line
