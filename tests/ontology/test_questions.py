"""Every question of the contract gives the expected rows, in two engines that share no code."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from fixtures.graphs import small_graph
from fixtures.ontology_answers import Row, in_oxigraph, in_rdflib
from torkham import resources

QUESTIONS = sorted((resources.ontology() / "questions").glob("*.rq"))
EXPECTED = json.loads((Path(__file__).parent.parent / "fixtures" / "small_answers.json").read_text("utf-8"))
COLUMNS = {
    "sources": "document, title, publisher, published, published_basis, sentences, facts",
    "actors": "actor, label, type, aliases, same_as, mentions, documents",
    "positions": "position, person, role, organisation, document, sentence, start, end",
    "events": "report, event, type, modality, date, date_end, agent, patient, addressee, place, attributed_to, via, "
    "document, sentence, start, end",
    "appeals": "report, agent, addressee, request, date, attributed_to, document, sentence, start, end",
    "statements": "statement, speaker, speaker_kind, mode, text, told_to, via, date, document, sentence, start, end",
    "figures": "figure, text, value, lower, upper, qualifier, measure, population, place, attributed_to, via, date, "
    "document, sentence, start, end",
    "disputes": "measure, population, text_a, value_a, lower_a, upper_a, date_a, attributed_to_a, document_a, "
    "sentence_a, text_b, value_b, lower_b, upper_b, date_b, attributed_to_b, document_b, sentence_b",
    "policies": "policy, label, type, issuer, announced, status, targets, documents",
    "deadlines": "policy, date, previous, change, set_by, applies_to, announced, document, sentence, start, end",
    "timeline": "date, date_end, precision, basis, kind, label, document, sentence",
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_graph(tmp_path_factory.mktemp("small"))


def test_the_questions_are_those_of_the_contract():
    assert {path.stem for path in QUESTIONS} == set(COLUMNS)


@pytest.mark.parametrize("engine", [in_rdflib, in_oxigraph], ids=["rdflib", "oxigraph"])
@pytest.mark.parametrize("question", QUESTIONS, ids=[path.stem for path in QUESTIONS])
def test_rows(graph: Path, question: Path, engine: Callable[[list[Path], Path], list[Row]]):
    rows = engine([graph], question)
    assert rows == EXPECTED[question.stem]
    assert list(rows[0]) == COLUMNS[question.stem].split(", ")
