"""The files: the same triples in every form and for every parser, the same bytes every time, all or nothing."""

import json
import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from fixtures.graphs import small_graph
from fixtures.machine import require_tool
from fixtures.small import RUN, small
from torkham import rdf
from torkham.errors import OutputError
from torkham.rdf import terms
from torkham.rdf.turtle import Compactor


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_graph(tmp_path_factory.mktemp("small")).parent


def triples(path: Path) -> set[str]:
    return {str(quad.triple) for quad in ox.parse(path=str(path))}


def test_all_forms_hold_the_same_triples(folder: Path):
    expected = {f"{s} {p} {o}" for s, p, o in rdf.describe(*small(), RUN).merged()}
    assert triples(folder / "graph.ttl") == expected
    assert triples(folder / "graph.trig") == expected
    assert triples(folder / "graph.jsonld") == expected
    assert len(rdflib.Graph().parse(folder / "graph.ttl")) == len(expected)


@pytest.mark.store
@pytest.mark.parametrize(
    "command",
    [("rapper", "-q", "-i", "turtle", "-o", "ntriples"), ("serdi", "-i", "turtle", "-o", "ntriples")],
    ids=lambda c: c[0],
)
def test_parsers_of_other_families_agree(folder: Path, command: tuple[str, ...]):
    require_tool(command[0])
    done = subprocess.run([*command, str(folder / "graph.ttl")], capture_output=True, text=True, check=True)
    assert len(done.stdout.splitlines()) == len(triples(folder / "graph.ttl"))


def test_the_same_bytes_every_time(folder: Path, tmp_path: Path):
    again = small_graph(tmp_path / "elsewhere").parent
    for name in ("graph.ttl", "graph.trig", "graph.jsonld", "ontology.ttl"):
        assert (again / name).read_bytes() == (folder / name).read_bytes()


def test_named_graphs(folder: Path):
    names = {quad.graph_name.value.rpartition("/")[2] for quad in ox.parse(path=str(folder / "graph.trig"))}
    assert names == {"one", "two", "entities", "resolution"}


def test_jsonld_is_json_with_one_object_for_each_thing(folder: Path):
    things = json.loads((folder / "graph.jsonld").read_text("utf-8"))["@graph"]
    assert len(things) == len({thing["@id"] for thing in things})


def test_a_folder_that_cannot_be_written_keeps_its_old_files(folder: Path, tmp_path: Path):
    small_graph(tmp_path)
    before = (tmp_path / "graph.ttl").read_bytes()
    (tmp_path / "graph.jsonld").unlink()
    (tmp_path / "graph.jsonld").mkdir()
    with pytest.raises(OutputError, match="cannot be written"):
        rdf.write(rdf.describe(*small(), RUN), tmp_path)
    assert (tmp_path / "graph.ttl").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_only_plain_local_names_are_shortened():
    compact = Compactor(rdf.BASE)
    assert compact.iri(f"<{rdf.BASE}place/torkham>") == "place:torkham"
    assert compact.iri(f"<{rdf.BASE}document/a%20b>") == f"<{rdf.BASE}document/a%20b>"
    assert compact.iri(f"<{rdf.BASE}document/a.b>") == f"<{rdf.BASE}document/a.b>"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives(words: str):
    line = f"<urn:a> <urn:b> {Compactor(rdf.BASE).term(terms.text(words))} ."
    assert next(iter(ox.parse(line, format=ox.RdfFormat.TURTLE))).object.value == words
