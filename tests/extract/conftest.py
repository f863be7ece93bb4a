"""The shipped English pipeline and lexicon, loaded once, and a way to read one sentence with them."""

from collections.abc import Callable

import pytest

from torkham import annotate, corpus, extract, lexicon
from torkham.model import Article, Block, Reading
from torkham.model.article import BlockKind


@pytest.fixture(scope="session")
def read() -> Callable[[str], Reading]:
    """Reads a text of one paragraph."""
    known = lexicon.load()
    annotator = annotate.load(None, known.entries, known.verbs, annotate.Titles(*known.titles))

    def reading(text: str) -> Reading:
        blocks = (Block(0, len(text), "paragraph"),)
        article = Article(id="a", source="a.txt", text=text, sha256="", blocks=blocks)
        return extract.read(annotator(article), article, known)

    return reading


@pytest.fixture(scope="session")
def read_blocks() -> Callable[..., Reading]:
    """Reads blocks, each a kind and a text, one to a line."""
    known = lexicon.load()
    annotator = annotate.load(None, known.entries, known.verbs, annotate.Titles(*known.titles))

    def reading(*parts: tuple[BlockKind, str]) -> Reading:
        blocks, at = [], 0
        for kind, words in parts:
            blocks.append(Block(at, at + len(words), kind))
            at += len(words) + 1
        text = "\n".join(words for _, words in parts)
        article = Article(id="a", source="a.txt", text=text, sha256="", blocks=tuple(blocks))
        return extract.read(annotator(article), article, known)

    return reading


@pytest.fixture(scope="session")
def read_file() -> Callable[[str], Reading]:
    """Reads a text as a file has it: headline, dateline and paragraphs."""
    known = lexicon.load()
    annotator = annotate.load(None, known.entries, known.verbs, annotate.Titles(*known.titles))

    def reading(text: str) -> Reading:
        article = corpus.article("a", text)
        return extract.read(annotator(article), article, known)

    return reading
