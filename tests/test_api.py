"""The small public interface: what a notebook's user types."""

import subprocess
import sys
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest

import torkham


@pytest.fixture(scope="module")
def graph(graph_file: Path) -> torkham.Graph:
    return torkham.open(graph_file)


def test_questions_come_as_frames_with_whole_numbers(graph: torkham.Graph) -> None:
    figures = graph.ask("figures", actor="UNHCR")
    assert isinstance(figures, pd.DataFrame)
    assert figures["value"].tolist() == [3_700_000]
    assert pd.api.types.is_integer_dtype(figures["value"])


def test_queries_come_as_what_they_are(graph: torkham.Graph) -> None:
    assert graph.query("ASK { ?s a tk:State }") is True
    assert list(graph.query("SELECT ?l { actor:unhcr rdfs:label ?l } ").columns) == ["l"]
    assert len(graph.query("CONSTRUCT { ?s a tk:State } WHERE { ?s a tk:State }")) == 1
    assert len(graph.rdflib) > 100
    assert bool(graph.rdflib.query("ASK { ?s a <https://w3id.org/torkham/ontology#State> }").askAnswer)


def test_things_show_themselves_in_a_notebook(graph: torkham.Graph, tmp_path: Path) -> None:
    assert "urged" in str(graph.explain("UNHCR"))
    assert "<mark>urged</mark>" in graph.explain("UNHCR")._repr_html_()
    assert "Pakistan expels Afghans" in graph._repr_html_()
    assert isinstance(graph.network(), nx.MultiDiGraph)
    graph.view(tmp_path / "page.html")
    assert "UNHCR" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_importing_torkham_imports_nothing_heavy() -> None:
    heavy = "spacy", "pandas", "rdflib", "pyoxigraph", "numpy"
    code = f"import sys, torkham; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
