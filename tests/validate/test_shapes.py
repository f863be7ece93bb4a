"""Each file of shapes accepts its good example and refuses its bad one for exactly the expected reasons."""

import re
from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, Graph, URIRef

from torkham import resources
from torkham.validate import Violation, shapes, validate_file

EXAMPLES = Path(__file__).parent.parent / "shapes"
SHAPES = resources.ontology() / "shapes"
NAMES = sorted(path.stem for path in SHAPES.glob("*.ttl"))


def judged(path: Path) -> list[Violation]:
    """The violations at nodes that the example describes; those that it only links to have nothing but a type."""
    rules = Graph().parse(SHAPES / f"{path.parent.name}.ttl", format="turtle")
    graph = Graph().parse(path, format="turtle")
    described = {str(s) for s, p in graph.subject_predicates() if p != RDF.type and isinstance(s, URIRef)}
    linking = ("reports", "ofDeadline", "corrects")
    return [
        v
        for v in validate_file(path, rules).violations
        if v.node in described and not _only_links(graph, v.node, linking)
    ]


def _only_links(graph: Graph, node: str, linking: tuple[str, ...]) -> bool:
    names = {str(p).rpartition("#")[2] for p in graph.predicates(URIRef(node)) if p != RDF.type}
    return len(names) == 1 and names <= set(linking)


@pytest.mark.parametrize("name", NAMES)
def test_good_example_conforms(name: str):
    assert [v.message for v in judged(EXAMPLES / name / "good.ttl")] == []


@pytest.mark.parametrize("name", NAMES)
def test_bad_example_is_refused_for_the_expected_reasons(name: str):
    path = EXAMPLES / name / "bad.ttl"
    expected = re.findall(r"^# expected: (.+)$", path.read_text("utf-8"), re.MULTILINE)
    assert expected
    assert sorted({v.message for v in judged(path)}) == sorted(expected)


def test_shapes_are_valid_against_the_shapes_of_shacl():
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=shapes.load(), meta_shacl=True)
    assert conforms, text
