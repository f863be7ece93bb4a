"""The graph in real stores and parsers: as many triples everywhere, the same rows for every question."""

import json
import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest

from fixtures.machine import require_tool
from fixtures.richer import richer
from fixtures.small import RUN
from fixtures.stores import Store, isql, rows
from torkham import query, rdf, resources
from torkham.query import Opened

MERGED = "https://w3id.org/torkham/id/graph/merged"
RICHER = "https://w3id.org/torkham/id/graph/richer"
MORE = sorted((resources.ontology() / "questions" / "more").glob("*.rq"))
ANSWERS = json.loads((Path(__file__).parents[1] / "fixtures" / "more_answers.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def loaded(virtuoso: Store, graph_file: Path) -> Store:
    """Virtuoso with graph.ttl in one graph and graph.trig in its own, by its own loader."""
    for name, graph in (("graph.ttl", MERGED), ("graph.trig", "")):
        isql(virtuoso, f"ld_dir ('{graph_file.parent}', '{name}', '{graph}'); rdf_loader_run ();")
    failed = isql(virtuoso, "SELECT ll_file, ll_error FROM DB.DBA.LOAD_LIST WHERE ll_error IS NOT NULL;")
    assert "graph.t" not in failed, failed
    return virtuoso


def _own(opened: Opened, name: str) -> list[tuple[str, ...]]:
    table = query.ask(opened, name)
    return sorted(tuple("" if cell is None else str(cell) for cell in row) for row in table.rows)


@pytest.mark.store
@pytest.mark.parametrize("name", sorted(query.questions()))
def test_virtuoso_gives_the_same_rows(loaded: Store, opened: Opened, name: str) -> None:
    sparql = query.question(name).sparql
    assert rows(loaded, sparql, MERGED) == _own(opened, name)


@pytest.fixture(scope="module")
def loaded_more(virtuoso: Store, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Virtuoso with the richer corpus and the ontology in one graph."""
    for path in rdf.write(rdf.describe(*richer(), RUN), tmp_path_factory.mktemp("richer")):
        if path.suffix == ".ttl":
            isql(virtuoso, f"ld_dir ('{path.parent}', '{path.name}', '{RICHER}'); rdf_loader_run ();")
    return virtuoso


@pytest.mark.store
@pytest.mark.parametrize("question", MORE, ids=[path.stem for path in MORE])
def test_virtuoso_gives_the_rows_of_the_further_questions(loaded_more: Store, question: Path) -> None:
    expected = sorted(tuple(row.values()) for row in ANSWERS[question.stem])
    assert rows(loaded_more, question.read_text("utf-8"), RICHER) == expected


@pytest.mark.store
def test_virtuoso_keeps_the_named_graphs_apart(loaded: Store, graph_file: Path) -> None:
    ours = f"FILTER (STRSTARTS(STR(?g), 'https://w3id.org/') && ?g != <{RICHER}>)"
    count = f"SELECT ?g (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?s ?p ?o }} {ours} }} GROUP BY ?g"
    expected: dict[str, int] = {MERGED: len(list(ox.parse(path=str(graph_file))))}
    for quad in ox.parse(path=str(graph_file.with_name("graph.trig"))):
        expected[quad.graph_name.value] = expected.get(quad.graph_name.value, 0) + 1
    assert {name: int(number) for name, number in rows(loaded, count)} == expected


@pytest.mark.store
@pytest.mark.parametrize(
    "command", [["rapper", "-q", "-i", "turtle", "-o", "ntriples"], ["serdi", "-i", "turtle", "-o", "ntriples"]]
)
def test_other_parsers_read_the_same_triples(graph_file: Path, command: list[str]) -> None:
    require_tool(command[0])
    done = subprocess.run([*command, str(graph_file)], capture_output=True, check=True)
    read = {str(quad.triple) for quad in ox.parse(done.stdout, format=ox.RdfFormat.N_TRIPLES)}
    assert read == {str(quad.triple) for quad in ox.parse(path=str(graph_file))}
