"""A closed vocabulary: what the data use is defined, and what is defined is used."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from generate_vocabulary import TARGET, generate

from fixtures.graphs import small_graph
from torkham import resources
from torkham.vocabulary import ACTOR_TYPE, EVENT_TYPE, NAMESPACE, POLICY_TYPE, TK

ROOT = Path(__file__).parent.parent.parent

TERMS = {value.removeprefix(NAMESPACE) for name, value in vars(TK).items() if not name.startswith("_")}


def iris(path: Path) -> set[str]:
    return {
        term.value
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
        for term in (quad.subject, quad.predicate, quad.object)
        if isinstance(term, ox.NamedNode)
    }


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_graph(tmp_path_factory.mktemp("small"))


@pytest.fixture(params=["hand-made", "seeds"])
def output(request: pytest.FixtureRequest, graph: Path) -> Path:
    """The two graphs whose vocabulary must be closed."""
    return graph if request.param == "hand-made" else request.getfixturevalue("seeds_graph")[0]


def test_the_module_is_what_the_ontology_says():
    assert TARGET.read_text("utf-8") == generate()


def test_an_unknown_term_is_an_error():
    with pytest.raises(AttributeError):
        getattr(TK, "Explu" + "sion")


def test_every_term_of_ours_in_the_output_is_defined(output: Path):
    own = {iri.removeprefix(NAMESPACE) for iri in iris(output) if iri.startswith(NAMESPACE)}
    assert own - {""} <= TERMS


def test_every_predicate_and_class_of_others_in_the_output_is_declared(output: Path):
    rdf_type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    quads = list(ox.parse(path=str(output), format=ox.RdfFormat.TURTLE))
    used = {quad.predicate.value for quad in quads}
    used |= {quad.object.value for quad in quads if quad.predicate.value == rdf_type}
    builtin = ("http://www.w3.org/2002/07/owl#", "http://www.w3.org/2000/01/rdf-schema#", rdf_type.removesuffix("type"))
    assert {iri for iri in used if not iri.startswith(builtin)} <= iris(resources.ontology() / "torkham.ttl")


def test_every_term_of_the_ontology_is_used_by_the_program_or_an_alignment(graph: Path):
    source = "".join(path.read_text("utf-8") for path in (ROOT / "graph").rglob("*.py") if path != TARGET)
    written = set(re.findall(r"TK\.([A-Za-z_]+)", source))
    written |= {
        f"{role}{end}"
        for role in re.findall(r'write_role\(world, sink, .+?, "(\w+)"', source)
        for end in ("", "Labels")
    }
    families = {name.rpartition("_{")[0] for name in re.findall(r'getattr\(TK, f"(\w+_\{)', source)}
    texts = [*resources.ontology().glob("*.ttl"), *(resources.ontology() / "rules").glob("*.rq")]
    linked = set(
        re.findall(r"tk:([A-Za-z-]+)", "".join(p.read_text("utf-8") for p in texts if p.name != "torkham.ttl"))
    )
    used = {iri.removeprefix(NAMESPACE) for iri in iris(graph)} | written | linked
    used |= {*ACTOR_TYPE, *EVENT_TYPE, *POLICY_TYPE, "cell"}  # tk:cell is there for its sub-properties
    prefixes = tuple(f"{family}_" for family in families)
    assert {term for term in TERMS - used if not term.replace("-", "_").startswith(prefixes)} == set()
