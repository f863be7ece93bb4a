"""The graph of the five seeds, closed under OWL RL by an engine in Rust: what it adds is meant, and nothing is absurd."""

from collections import defaultdict
from itertools import permutations
from pathlib import Path

import pytest
import rdflib
import reasonable
from rdflib import OWL, RDF, RDFS, URIRef
from rdflib.collection import Collection

from torkham import resources
from torkham.vocabulary import NAMESPACE, TK

BASE = "https://w3id.org/torkham/id/"
FOAF, GEO, SCHEMA = "http://xmlns.com/foaf/0.1/", "http://www.opengis.net/ont/geosparql#", "https://schema.org/"
SEM, WGS = "http://semanticweb.cs.vu.nl/2009/11/sem/", "http://www.w3.org/2003/01/geo/wgs84_pos#"
DCTERMS, PROV = "http://purl.org/dc/terms/", "http://www.w3.org/ns/prov#"

CLASSES = {
    OWL.Thing, FOAF + "Agent", SEM + "Actor", GEO + "Feature", WGS + "SpatialThing", SCHEMA + "CreativeWork",
    SCHEMA + "Event", SCHEMA + "Organization", SCHEMA + "Person", SCHEMA + "Place",
}  # fmt: skip
"""Classes of others that things are found to be in, by the alignments; none of ours, for the build writes those."""

PROPERTIES = {
    RDF.type, OWL.sameAs, TK.attributedTo, TK.cell, TK.kind, TK.partOf, PROV + "wasAttributedTo",
    DCTERMS + "isPartOf", GEO + "sfWithin", SCHEMA + "containedInPlace",
}  # fmt: skip
"""Properties above those that the build writes, and the one that is transitive."""

Triples = set[tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]]


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    merged = rdflib.Graph()
    for name in ("torkham.ttl", "codes.ttl", "alignments.ttl"):
        merged.parse(resources.ontology() / name, format="ox-turtle")
    return merged


@pytest.fixture(scope="module")
def added(ontology: rdflib.Graph, seeds_graph: list[Path]) -> Triples:
    """All that follows of the things of the graph and was not written; the classes without a name are left out."""
    whole = ontology + rdflib.Graph().parse(seeds_graph[0], format="ox-turtle")
    reasoner = reasonable.PyReasoner()
    reasoner.from_graph(whole)
    new = set(reasoner.reason()) - set(whole)
    assert not [triple for triple in new if isinstance(triple[0], rdflib.Literal)]
    return {
        triple for triple in new if str(triple[0]).startswith(BASE) and isinstance(triple[2], URIRef | rdflib.Literal)
    }


def test_only_what_is_meant_is_added(added: Triples):
    assert {str(p) for _, p, _ in added} <= {str(p) for p in PROPERTIES}
    assert {str(o) for _, p, o in added if p == RDF.type} <= {str(kind) for kind in CLASSES}


def test_nothing_is_taken_for_something_else(added: Triples):
    assert [(s, o) for s, p, o in added if p == OWL.sameAs and s != o] == []


def test_nothing_is_in_two_classes_that_exclude_each_other(
    ontology: rdflib.Graph, added: Triples, seeds_graph: list[Path]
):
    pairs = set(ontology.subject_objects(OWL.disjointWith))
    for group in ontology.subjects(RDF.type, OWL.AllDisjointClasses):
        pairs |= set(permutations(Collection(ontology, ontology.value(group, OWL.members)), 2))
    kinds = defaultdict(set)
    for s, o in [*rdflib.Graph().parse(seeds_graph[0], format="ox-turtle").subject_objects(RDF.type)]:
        kinds[s] |= {o, *ontology.transitive_objects(o, RDFS.subClassOf)}
    for s, p, o in added:
        if p == RDF.type:
            kinds[s].add(o)
    assert len(pairs) > 200
    assert [(s, one, other) for s, all_ in kinds.items() for one, other in pairs if {one, other} <= all_] == []
    assert [s for s, all_ in kinds.items() if OWL.Nothing in all_] == []


def test_what_users_of_other_vocabularies_ask_for_is_there(added: Triples):
    def has(subject: str, predicate: str, value: str) -> bool:
        return (URIRef(BASE + subject), URIRef(predicate), URIRef(value)) in added

    assert has("actor/pakistan", RDF.type, FOAF + "Agent")
    assert has("actor/pakistan", RDF.type, SCHEMA + "Organization")
    assert has("place/torkham", GEO + "sfWithin", BASE + "place/afghanistan") or has(
        "place/chaman", GEO + "sfWithin", BASE + "place/pakistan"
    )
    said = {s for s, p, o in added if p == URIRef(TK.attributedTo) and o == URIRef(BASE + "actor/jan-achakzai")}
    assert said
    assert {s for s, p, _ in added if p == URIRef(PROV + "wasAttributedTo")} >= said
    assert sum(1 for _, p, o in added if p == RDF.type and o == URIRef(SCHEMA + "Event")) > 50


def test_a_claim_too_much_would_be_seen(ontology: rdflib.Graph):
    """The rule that made a province a state: a domain of tk:territory that says more than all its uses have."""
    reasoner = reasonable.PyReasoner()
    strict = ontology + rdflib.Graph()
    strict.set((URIRef(TK.territory), RDFS.domain, URIRef(TK.State)))
    strict.add((URIRef(BASE + "actor/balochistan"), URIRef(TK.territory), URIRef(BASE + "place/balochistan")))
    reasoner.from_graph(strict)
    found = {o for s, p, o in reasoner.reason() if s == URIRef(BASE + "actor/balochistan") and p == RDF.type}
    assert URIRef(NAMESPACE + "State") in found
