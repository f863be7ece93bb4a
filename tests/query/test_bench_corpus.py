"""The corpus that the bench copies answers every named question, so that none is measured on nothing."""

from pathlib import Path

import pytest

from bench.corpus import DOCUMENTS, eight
from fixtures.small import RUN
from torkham import query, rdf, validate


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> query.Opened:
    dataset = rdf.describe(*eight(), RUN)
    assert validate.validate(dataset).conforms
    written: Path = rdf.write(dataset, tmp_path_factory.mktemp("bench"))[0]
    return query.open_graph(written)


@pytest.mark.parametrize("name", sorted(query.questions()))
def test_every_question_has_rows(opened: query.Opened, name: str) -> None:
    rows = query.ask(opened, name).rows
    assert rows
    assert name != "sources" or len(rows) == len(DOCUMENTS)
