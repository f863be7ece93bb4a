"""Every frame's example tells its event, and what stands under `not` does not: read with the shipped pipeline."""

import pytest

from torkham import annotate, extract, resources
from torkham.annotate import Annotator
from torkham.lexicon import Lexicon, files
from torkham.lexicon.frames import FrameFile
from torkham.model import Article, Block

FOLDER = resources.ontology() / "lexicon" / "en" / "frames"


def sentences() -> list[object]:
    """One case for each sentence of the frames: the text, the event, whether it must be told."""
    cases = []
    for path in sorted(FOLDER.glob("*.toml")):
        for frame in files.load(path, FrameFile).frame:
            never = (frame.not_,) if isinstance(frame.not_, str) else frame.not_
            cases += [
                pytest.param(text, frame.event, text == frame.example, id=text) for text in (frame.example, *never)
            ]
    return cases


@pytest.fixture(scope="module")
def annotator(lexicon: Lexicon) -> Annotator:
    return annotate.load(None, lexicon.entries, lexicon.verbs, annotate.Titles(*lexicon.titles))


@pytest.mark.parametrize(("text", "event", "told"), sentences())
def test_the_sentence_tells_the_event_or_not(
    text: str, event: str, told: bool, annotator: Annotator, lexicon: Lexicon
) -> None:
    article = Article(id="a", source="a.txt", text=text, sha256="", blocks=(Block(0, len(text), "paragraph"),))
    reading = extract.read(annotator(article), article, lexicon)
    assert (event in {report.type for report in reading.events}) == told
