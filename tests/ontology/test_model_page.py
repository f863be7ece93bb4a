"""The page 'How to model' and its diagram say what the ontology says."""

import re
import tomllib
from pathlib import Path

import pyoxigraph as ox
import pytest
from draw_model import draw, labels

from torkham import pipeline, rdf, resources
from torkham.rdf.turtle import prefixes
from torkham.vocabulary import NAMESPACE, TK

DOCS = Path(__file__).parent.parent.parent / "docs"
PAGE = (DOCS / "model.md").read_text("utf-8")
BLOCKS = re.findall(r"```turtle\n(.*?)```", PAGE, re.DOTALL)
TERMS = {value for name, value in vars(TK).items() if not name.startswith("_")}


SECTIONS = re.findall(r"^## \d+\. .*?(?=^## )", PAGE, re.DOTALL | re.MULTILINE)


def test_ten_sentences_each_drawn_and_in_turtle():
    assert len(SECTIONS) == 10
    for section in SECTIONS:
        assert re.search(r"^> .+", section, re.MULTILINE)
        assert section.count("```mermaid") == 1
        assert section.count("```turtle") == 1


@pytest.mark.parametrize("section", SECTIONS, ids=[section.split("\n")[0][3:] for section in SECTIONS])
def test_the_triples_are_those_that_torkham_makes_of_the_sentence(section: str, tmp_path: Path):
    sentence = " ".join(line[2:] for line in section.splitlines() if line.startswith("> "))
    article = tmp_path / "one.txt"
    article.write_text(sentence.replace(" … ", "\n\n") + "\n", "utf-8")
    pipeline.write(pipeline.build([article]), tmp_path / "out")
    made = {str(quad.triple) for quad in ox.parse(path=str(tmp_path / "out" / "graph.ttl"))}
    (block,) = re.findall(r"```turtle\n(.*?)```", section, re.DOTALL)
    assert [line for line in triples(block) if line not in made] == []


def triples(block: str) -> list[str]:
    """The triples of a block of the page, whose prefixes are those of our Turtle."""
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes(rdf.BASE).items())
    return [str(quad.triple) for quad in ox.parse(head + block, format=ox.RdfFormat.TURTLE)]


@pytest.mark.parametrize("block", BLOCKS)
def test_turtle_parses_and_uses_known_terms(block: str):
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes(rdf.BASE).items())
    quads = list(ox.parse(head + block, format=ox.RdfFormat.TURTLE))
    used = {term.value for q in quads for term in (q.predicate, q.object) if isinstance(term, ox.NamedNode)}
    assert {iri for iri in used if iri.startswith(NAMESPACE)} <= TERMS


def test_the_diagram_is_drawn_from_the_ontology():
    plan = tomllib.loads((DOCS / "core.toml").read_text("utf-8"))
    assert (DOCS / "core.svg").read_text("utf-8") == draw(plan, labels(resources.ontology() / "torkham.ttl"))
