"""The questions beyond the contract: each says itself what it answers, and gives the expected rows in two engines."""

import json
import re
from pathlib import Path

import pytest

from fixtures.ontology_answers import in_oxigraph, in_rdflib
from fixtures.richer import richer
from fixtures.small import RUN
from torkham import rdf, resources

QUESTIONS = sorted((resources.ontology() / "questions" / "more").glob("*.rq"))
EXPECTED = json.loads((Path(__file__).parent.parent / "fixtures" / "more_answers.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    written = rdf.write(rdf.describe(*richer(), RUN), tmp_path_factory.mktemp("richer"))
    return [path for path in written if path.suffix == ".ttl"]


@pytest.mark.parametrize("question", QUESTIONS, ids=[path.stem for path in QUESTIONS])
def test_rows(graphs: list[Path], question: Path):
    expected = EXPECTED[question.stem]
    assert expected
    assert in_oxigraph(graphs, question) == expected
    assert in_rdflib(graphs, question) == expected


@pytest.mark.parametrize("question", QUESTIONS, ids=[path.stem for path in QUESTIONS])
def test_head_says_what_is_asked_and_answered(question: Path):
    head = [line for line in question.read_text("utf-8").splitlines() if line.startswith("# ")]
    assert re.fullmatch(rf"# {question.stem}: .+\?", head[0])
    (columns,) = [line.removeprefix("# Columns: ").split(", ") for line in head if line.startswith("# Columns: ")]
    assert columns == list(EXPECTED[question.stem][0])
    (example,) = [line for line in head if line.startswith("# Example: ")]
    assert example.count(" | ") >= len(columns) - 1
