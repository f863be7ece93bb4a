"""What others need to find, cite and reuse the ontology and the data."""

import tomllib
from pathlib import Path

import pyoxigraph as ox
import rdflib
from rdflib.namespace import DCTERMS, OWL, RDF

from fixtures.small import RUN, small
from torkham import rdf, resources
from torkham.rdf.terms import DCAT, VOID
from torkham.vocabulary import VERSION

ROOT = Path(__file__).parent.parent.parent


def test_one_version_everywhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    header = rdflib.Graph().parse(resources.ontology() / "torkham.ttl", format="ox-turtle")
    ontology = rdflib.URIRef("https://w3id.org/torkham/ontology")
    assert str(header.value(ontology, OWL.versionInfo)) == VERSION
    assert str(header.value(ontology, OWL.versionIRI)).endswith(f"/{VERSION}")
    assert str(header.value(ontology, DCTERMS.license)) == "https://creativecommons.org/licenses/by/4.0/"
    assert f"version: {project}\n" in (ROOT / "CITATION.cff").read_text("utf-8")


def test_the_data_set_describes_itself():
    dataset = rdf.describe(*small(), RUN)
    about = {(p[1:-1], o) for s, p, o in dataset.merged() if s == f"<{rdf.BASE}dataset>"}
    counted = next(o for p, o in about if p == VOID + "triples")
    described = [
        t for t in dataset.resolution if "/id/dataset" in t[0] or "/id/run/" in t[0] or "/id/software/" in t[0]
    ]
    assert counted.startswith(f'"{len(dataset.merged()) - len(described)}"')
    assert {o for p, o in about if p == DCAT + "distribution"} == {
        f"<{rdf.BASE}dataset/{name}>" for name in ("graph.ttl", "graph.trig", "graph.jsonld")
    }


def test_codes_and_alignments_travel_with_the_ontology_as_one(tmp_path: Path):
    rdf.write(rdf.describe(*small(), RUN), tmp_path)
    written = named(tmp_path / "ontology.ttl")
    for name in ("torkham.ttl", "codes.ttl", "alignments.ttl"):
        own = named(resources.ontology() / name)
        assert {triple for triple in own if "<https://w3id.org/torkham/alignments> " not in triple} <= written
    assert [triple for triple in written if triple.endswith("<http://www.w3.org/2002/07/owl#Ontology>")] == [
        f"<https://w3id.org/torkham/ontology> <{RDF.type}> <{OWL.Ontology}>"
    ]


def named(path: Path) -> set[str]:
    """The triples of a file in which every end has a name."""
    return {str(quad.triple) for quad in ox.parse(path=str(path)) if "_:" not in str(quad.triple)}
