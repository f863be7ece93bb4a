"""The questions beyond the contract, asked of the graph of the seeds: what a reader of the articles would answer."""

import tomllib
from pathlib import Path

import pytest

from fixtures.ontology_answers import in_oxigraph
from torkham import resources

QUESTIONS = resources.ontology() / "questions" / "more"
ROWS = tomllib.loads((Path(__file__).parent / "seeds_answers.toml").read_text("utf-8"))["row"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["question"])
def test_the_graph_of_the_seeds_answers(seeds_graph: list[Path], row: dict[str, str]):
    cells = {column: words for column, words in row.items() if column != "question"}
    found = in_oxigraph(seeds_graph, QUESTIONS / f"{row['question']}.rq")
    assert [one for one in found if all(words in one[column] for column, words in cells.items())], cells


def test_every_question_is_asked_of_the_seeds_but_that_for_corrections_which_nobody_has_made_there():
    asked = {row["question"] for row in ROWS}
    assert {path.stem for path in QUESTIONS.glob("*.rq")} - asked == {"corrections"}
