"""Reasoners agree: the ontology and the data are consistent, no class is empty, and what follows is what is meant."""

import io
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import owlready2
import owlrl
import pyoxigraph as ox
import pytest
import rdflib
from rdflib import RDF, URIRef

from fixtures.graphs import small_graph
from fixtures.machine import require_tool
from torkham import resources
from torkham.vocabulary import TK

XSD_DATE = "http://www.w3.org/2001/XMLSchema#date"
NAMES = ("torkham.ttl", "codes.ttl", "alignments.ttl")
BASE = "https://w3id.org/torkham/id/"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_graph(tmp_path_factory.mktemp("small"))


def triples(*paths: Path) -> Iterator[ox.Triple]:
    """All triples; xsd:date is left out, because OWL 2's datatype map lacks it and HermiT refuses it."""
    for path in paths:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            if not (isinstance(quad.object, ox.Literal) and quad.object.datatype.value == XSD_DATE):
                yield quad.triple


def reasoned(*paths: Path, more: str = "") -> owlready2.World:
    """A world in which HermiT has classified everything."""
    data = ox.serialize(triples(*paths), format=ox.RdfFormat.N_TRIPLES) + more.encode()
    world = owlready2.World()
    ontology = world.get_ontology("https://w3id.org/torkham/ontology#").load(
        fileobj=io.BytesIO(data), format="ntriples"
    )
    with ontology:
        owlready2.sync_reasoner_hermit(world, debug=0)
    return world


@pytest.mark.java
def test_hermit_finds_no_class_that_must_be_empty():
    require_tool("java")
    assert list(reasoned(*(resources.ontology() / name for name in NAMES)).inconsistent_classes()) == []


@pytest.mark.java
@pytest.mark.parametrize("name", ["torkham.ttl", "ontology.ttl"])
def test_the_owl_api_finds_it_in_the_profile_owl_2_dl(name: str, graph: Path):
    """Protégé's own parsers and profile checker, by way of Pellet's command: the source, and the file that a build writes."""
    java, jars = require_tool("java"), (Path(owlready2.__file__).parent / "pellet").glob("*.jar")
    path = resources.ontology() / name if name == "torkham.ttl" else graph.with_name(name)
    command = [java, "-cp", os.pathsep.join(map(str, sorted(jars))), "pellet.Pellet", "info", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    assert "(<https://w3id.org/torkham/ontology>)" in done.stdout
    assert "OWL Profile = OWL 2 DL" in done.stdout


@pytest.mark.java
def test_hermit_finds_the_ontology_and_the_graph_of_the_seeds_consistent(seeds_graph: list[Path]):
    require_tool("java")
    world = reasoned(*(resources.ontology() / name for name in NAMES), seeds_graph[0])
    assert list(world.inconsistent_classes()) == []


@pytest.mark.java
def test_hermit_refuses_a_person_who_is_a_place():
    require_tool("java")
    odd = "".join(f"<urn:x> <{RDF.type}> <{kind}> .\n" for kind in (TK.Person, TK.Place))
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        reasoned(resources.ontology() / "torkham.ttl", more=odd)


@pytest.fixture(scope="module")
def inferred(graph: Path) -> rdflib.Graph:
    """The data with the ontology, closed under OWL RL."""
    merged = rdflib.Graph()
    for path in (*(resources.ontology() / name for name in NAMES), graph):
        merged.parse(path, format="ox-turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(merged)
    return merged


def test_owl_rl_adds_what_is_meant(inferred: rdflib.Graph):
    unhcr = URIRef(BASE + "actor/unhcr")
    for kind in (
        "http://xmlns.com/foaf/0.1/Agent",
        "http://semanticweb.cs.vu.nl/2009/11/sem/Actor",
        "https://schema.org/Organization",
    ):
        assert (unhcr, RDF.type, URIRef(kind)) in inferred
    statement = URIRef(BASE + "statement/one-119-direct")
    assert (statement, URIRef(TK.attributedTo), URIRef(BASE + "actor/sarfraz-bugti")) in inferred


def test_owl_rl_adds_nothing_absurd(inferred: rdflib.Graph, graph: Path):
    asserted = rdflib.Graph().parse(graph, format="ox-turtle")
    for kind in (TK.EventReport, TK.Event, TK.Person, TK.Place, TK.Policy, TK.Figure, TK.Statement, TK.Document):
        assert set(inferred.subjects(RDF.type, URIRef(kind))) == set(asserted.subjects(RDF.type, URIRef(kind))), kind
    sem_event = URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/Event")
    assert set(inferred.subjects(RDF.type, sem_event)) == set(asserted.subjects(RDF.type, sem_event))
    nothing = URIRef("http://www.w3.org/2002/07/owl#Nothing")
    assert list(inferred.subjects(RDF.type, nothing)) == []
    same = URIRef("http://www.w3.org/2002/07/owl#sameAs")
    assert [(s, o) for s, o in inferred.subject_objects(same) if s != o and str(s).startswith(BASE)] == []
