"""The federated query of the README: it parses, and it works, with a local server in Wikidata's place."""

import re
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.plugins.sparql import prepareQuery

from fixtures.stores import Store

PAGE = Path(__file__).parents[2] / "README.md"
WIKIDATA = "https://query.wikidata.org/sparql"
FOUNDED = """<http://www.wikidata.org/entity/Q132551> <http://www.wikidata.org/prop/direct/P571>
    "1950-12-14T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> ."""


@pytest.fixture(scope="module")
def federated() -> str:
    (found,) = [
        block for block in re.findall(r"```sparql\n(.*?)```", PAGE.read_text("utf-8"), re.S) if "SERVICE" in block
    ]
    return str(found)


def test_two_engines_parse_it(federated: str) -> None:
    prepareQuery(federated)
    assert not list(ox.Store().query(federated.replace(WIKIDATA, "http://127.0.0.1:9/")))


def test_it_adds_what_the_other_side_knows(federated: str, oxigraph: Store, parsed: rdflib.Graph) -> None:
    put = httpx.put(f"{oxigraph.graphs}?default", content=FOUNDED, headers={"Content-Type": "text/turtle"})
    assert put.is_success
    rows = parsed.query(federated.replace(WIKIDATA, oxigraph.query))
    assert [(str(row.label), str(row.founded)[:10]) for row in rows] == [("UNHCR", "1950-12-14")]
