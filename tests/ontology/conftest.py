"""The hand-made graph, written once for all tests of the ontology."""

from pathlib import Path

import pytest
from fixtures.small import RUN, small

from torkham import rdf


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """graph.ttl of the hand-made corpus."""
    return rdf.write(rdf.describe(*small(), RUN), tmp_path_factory.mktemp("small"))[0]
