"""The shipped English pipeline and lexicon, loaded once, and a way to read one sentence with them."""

from collections.abc import Callable

import pytest

from torkham import annotate, extract, lexicon
from torkham.model import Article, Block, Reading


@pytest.fixture(scope="session")
def read() -> Callable[[str], Reading]:
    """Reads a text of one paragraph."""
    known = lexicon.load()
    annotator = annotate.load(None, known.entries, known.verbs)

    def reading(text: str) -> Reading:
        blocks = (Block(0, len(text), "paragraph"),)
        article = Article(id="a", source="a.txt", text=text, sha256="", blocks=blocks)
        return extract.read(annotator(article), article, known)

    return reading
