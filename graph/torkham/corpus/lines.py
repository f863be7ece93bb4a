"""A text's stretches: its lines, or, where somebody wrapped them by hand, its paragraphs."""

import re
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_SENTENCE_END = re.compile(r"[.!?:…][\"”’'»)\]]*$")
_MARGIN = 120
"""No typewriter, mail program or terminal wraps at more columns than this."""


class Stretch(NamedTuple):
    """``text[start:end]``, without white space at its ends; offsets in code points."""

    start: int
    end: int


def stretches(text: str) -> list[Stretch]:
    """The text's paragraphs in order: one a line, or several lines each if the text is wrapped at a margin."""
    chunks = list(_chunks(text))
    if not _wrapped(text, chunks):
        return [line for chunk in chunks for line in chunk]
    return [Stretch(chunk[0].start, chunk[-1].end) for chunk in chunks]


def _chunks(text: str) -> Iterator[list[Stretch]]:
    """Runs of lines with no empty line between them."""
    chunk: list[Stretch] = []
    start = 0
    for end, following in _line_ends(text):
        line = text[start:end].strip()
        if line:
            first = text.index(line, start)
            chunk.append(Stretch(first, first + len(line)))
        elif chunk:
            yield chunk
            chunk = []
        start = following
    if chunk:
        yield chunk


def _line_ends(text: str) -> Iterator[tuple[int, int]]:
    for match in _BREAK.finditer(text):
        yield match.span()
    yield len(text), len(text)


def _wrapped(text: str, chunks: list[list[Stretch]]) -> bool:
    """Whether lines end at a margin and not at sentences: then line breaks within a chunk mean nothing."""
    inner = [line for chunk in chunks for line in chunk[:-1]]
    widths = [line.end - line.start for chunk in chunks for line in chunk]
    if len(inner) < 3 or max(widths) > _MARGIN:
        return False
    at_sentence = sum(bool(_SENTENCE_END.search(text[line.start : line.end])) for line in inner)
    return median(line.end - line.start for line in inner) >= 40 and at_sentence * 2 < len(inner)
