"""What each stretch of a text is: headline, byline, dateline, caption, paragraph, teaser or noise.

First every line by itself, by its cues; then what only its neighbours tell: lists of links, kickers, repetitions.
Blocks never overlap, stand in order, and hold no white space at their ends.
"""

from collections.abc import Iterator

from torkham.corpus.cues import cues, is_byline, is_date_line, is_noise, plain
from torkham.corpus.lines import stretches
from torkham.corpus.pieces import caption_cue, credit_start, dateline, finished, is_capitalised, is_stamp, teaser_end
from torkham.corpus.surroundings import in_context
from torkham.model import Block
from torkham.model.article import BlockKind

_TITLE_WORDS = 25
_ABBREVIATION = 2


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order; every code point that is not white space lies in one."""
    found: list[Block] = []
    for start, end in stretches(text):
        first = not any(block.kind == "paragraph" for block in found)
        found += _trimmed(text, _line(text[start:end], start, first))
    return tuple(in_context(text, found))


def headline(text: str, marks: tuple[Block, ...]) -> str | None:
    """The headline above the first paragraph: the first of four words or more, else the first."""
    titles = []
    for block in marks:
        if block.kind == "paragraph":
            break
        if block.kind == "headline":
            titles.append(" ".join(text[block.start : block.end].split()))
    return next((title for title in titles if len(title.split()) >= 4), titles[0] if titles else None)


def _trimmed(text: str, pieces: Iterator[Block]) -> Iterator[Block]:
    for piece in pieces:
        words = text[piece.start : piece.end]
        start = piece.start + len(words) - len(words.lstrip())
        end = piece.end - len(words) + len(words.rstrip())
        if start < end:
            yield Block(start, end, piece.kind)


def _line(line: str, at: int, first: bool) -> Iterator[Block]:
    """The blocks of one line that stands at offset ``at``; ``first``: no paragraph came before."""
    known, words = cues(), plain(line)
    if match := known.teaser.match(words):
        yield from _teaser(line, at, match.end(), first)
    elif match := known.video.match(words):
        yield from _video(line, at, match.end(), first)
    elif is_noise(line):
        yield Block(at, at + len(line), "noise")
    elif is_date_line(line) or (first and is_stamp(line)):
        yield Block(at, at + len(line), "dateline")
    elif is_byline(line, finished(line)):
        yield Block(at, at + len(line), "byline")
    elif (cue := caption_cue(line)) and credit_start(line) > 0:
        yield Block(at, at + cue, "noise")
        yield from _caption(line[cue:], at + cue)
    else:
        yield from _prose(line, at, first)


def _teaser(line: str, at: int, start: int, first: bool) -> Iterator[Block]:
    end = teaser_end(line, start)
    yield Block(at, at + end, "teaser")
    if end < len(line):
        yield from _line(line[end:], at + end, first)


def _video(line: str, at: int, start: int, first: bool) -> Iterator[Block]:
    end = teaser_end(line, start)
    if finished(line[start:end]):
        yield Block(at, at + start, "noise")
        yield from _caption(line[start:end], at + start)
    else:
        yield Block(at, at + end, "teaser")
    if end < len(line):
        yield from _line(line[end:], at + end, first)


def _caption(line: str, at: int) -> Iterator[Block]:
    credit = credit_start(line)
    yield Block(at, at + credit, "caption")
    yield Block(at + credit, at + len(line), "noise")


def _prose(line: str, at: int, first: bool) -> Iterator[Block]:
    if credit_start(line) < len(line):
        yield from _caption(line, at)
        return
    if match := cues().inline.search(line):
        yield from _prose(line[: match.start()], at, first)
        yield from _teaser(line[match.start() :], at + match.start(), match.end() - match.start(), False)
        return
    start, _ = dateline(line, first)
    closing = cues().closing.search(line, start)
    end = closing.start() if closing else len(line)
    yield Block(at, at + start, "dateline")
    yield Block(at + start, at + end, _kind(line[start:end]) if not start else "paragraph")
    yield Block(at + end, at + len(line), "noise")


def _kind(line: str) -> BlockKind:
    """Headline or paragraph: a headline is short, begins like a title and does not end like a sentence."""
    begins = line.lstrip("\"“‘'([#¿¡")[:1]
    if len(line.split()) > _TITLE_WORDS or not (begins.isupper() or begins.isdigit() or _unicased(begins)):
        return "paragraph"
    if line.endswith((":", ";", ",")) or (finished(line) and not _title_anyway(line)):
        return "paragraph"
    return "headline"


def _unicased(char: str) -> bool:
    return char.isalpha() and char.lower() == char.upper()


def _title_anyway(line: str) -> bool:
    """A Title In Capitals may ask, exclaim or end in an abbreviation ('… Resettled In U.S.')."""
    last = line.rsplit(maxsplit=1)[-1]
    return is_capitalised(line) and (line[-1] in "?!" or last.count(".") >= _ABBREVIATION)
