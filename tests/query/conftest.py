"""The small corpus as a graph on disk, once for all query tests."""

from pathlib import Path

import pytest
import rdflib

from fixtures.small import RUN, small
from torkham import query, rdf


@pytest.fixture(scope="session")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph")
    rdf.write(rdf.describe(*small(), RUN), folder)
    return folder / "graph.ttl"


@pytest.fixture(scope="session")
def opened(graph_file: Path) -> query.Opened:
    return query.open_graph(graph_file)


@pytest.fixture(scope="session")
def parsed(graph_file: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(graph_file)
