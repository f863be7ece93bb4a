"""Readings survive JSON, and point at words of their own text."""

from pathlib import Path

import msgspec
import pytest

from torkham import pipeline, resources
from torkham.errors import OutputError
from torkham.model import Article, Reading
from torkham.pipeline import Build


@pytest.fixture(scope="module")
def made() -> Build:
    folder = resources.seeds()
    if folder is None:
        pytest.skip("an installed Torkham has no seeds")
    return pipeline.build([folder])


def test_readings_serialise_to_json_and_back(made: Build) -> None:
    for reading in made.readings:
        assert msgspec.json.decode(msgspec.json.encode(reading), type=Reading) == reading


def test_every_fact_lies_in_its_sentence_and_every_mention_in_the_text(made: Build) -> None:
    texts = {article.id: article.text for article in made.articles}
    for reading in made.readings:
        for fact in (*reading.events, *reading.statements, *reading.figures, *reading.positions, *reading.deadlines):
            sentence = reading.sentences[fact.sentence]
            assert sentence.start <= fact.start < fact.end <= sentence.end, (reading.document, fact)
        spans = [(one.start, one.end) for entity in reading.entities for one in entity.mentions]
        assert all(texts[reading.document][start:end].strip() for start, end in spans)


def test_a_build_that_cannot_write_its_page_leaves_the_old_graph(made: Build, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("old")
    (tmp_path / "graph.html").mkdir()
    with pytest.raises(OutputError, match="choose another --out"):
        pipeline.write(made, tmp_path)
    assert (tmp_path / "graph.ttl").read_text() == "old"
    assert {path.name for path in tmp_path.iterdir()} == {"graph.ttl", "graph.html"}


def test_an_article_reads_the_same_alone_and_among_others(made: Build) -> None:
    article: Article = made.articles[2]
    (alone,) = pipeline.build([article]).readings
    assert alone == made.readings[2]
