"""Quotations: stretches of a paragraph between quotation marks, also of several sentences, also left open."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from torkham.extract.fulltext import fulltext

_OPEN = {"“": "”", "„": "“", "«": "»", "‘": "’"}
_NAME = 2
"""Words of a name that stands in marks because it was changed."""
_SHORT = 4
"""Words in single marks up to this many are names or scare quotes, not utterances."""


@dataclass(frozen=True)
class Quote:
    """Tokens ``[start, end)`` between the marks, the marks left out; ``closed`` is False where no mark ends it."""

    start: int
    end: int
    closed: bool

    def covers(self, token: Token) -> bool:
        """Whether a token lies inside."""
        return self.start <= token.i < self.end


def find(doc: Doc) -> tuple[Quote, ...]:
    """All quotes of the read sentences, paragraph by paragraph: a quote that is not closed ends with its paragraph."""
    found: list[Quote] = []
    for start, end in _paragraphs(doc):
        found += _in_paragraph(doc, start, end)
    return tuple(found)


def _paragraphs(doc: Doc) -> list[tuple[int, int]]:
    """Token spans of read sentences with no line break between them."""
    spans: list[tuple[int, int]] = []
    for sentence in doc.spans["sentences"]:
        if (
            spans
            and "\n" not in fulltext(doc)[doc[spans[-1][1] - 1].idx : sentence.start_char]
            and sentence.start == spans[-1][1]
        ):
            spans[-1] = (spans[-1][0], sentence.end)
        else:
            spans.append((sentence.start, sentence.end))
    return spans


def _in_paragraph(doc: Doc, start: int, end: int) -> list[Quote]:
    found: list[Quote] = []
    opened: int | None = None
    closing = ""
    for i in range(start, end):
        if opened is None:
            closing = _closing_mark(doc[i], start)
            opened = i + 1 if closing else None
        elif _closes(doc[i], closing):
            found.append(Quote(opened, i, True))
            opened = None
    if opened is not None and opened < end and closing not in ("’", "'"):
        found.append(Quote(opened, end, False))
    return [
        quote
        for quote in found
        if quote.end > quote.start and (_is_double(doc, quote) or quote.end - quote.start > _SHORT)
        if not _is_name(doc, quote)
    ]


def _is_name(doc: Doc, quote: Quote) -> bool:
    """'"Rima", a mother of four, told …': a changed name in marks is nobody's words."""
    words = doc[quote.start : quote.end]
    return len(words) <= _NAME and words[-1].text[-1:].isalnum() and all(one.ent_type_ == "PERSON" for one in words)


def _closes(token: Token, closing: str) -> bool:
    same = token.text == closing or (closing == "”" and token.text in ('"', "''"))
    return same and (closing not in ("’", "'") or _closes_single(token))


def _is_double(doc: Doc, quote: Quote) -> bool:
    """Whether the quote stands in double marks."""
    return doc[quote.start - 1].text not in ("‘", "'")


def _closing_mark(token: Token, start: int) -> str:
    """The mark that would close a quote opened by this token; empty where it opens none."""
    if token.text in _OPEN:
        return _OPEN[token.text]
    if token.text in ('"', "``", "''"):
        return '"'
    before = token.i == start or bool(token.nbor(-1).whitespace_) or token.nbor(-1).text in "([—–"
    return "'" if token.text == "'" and before and not token.whitespace_ else ""


def _closes_single(token: Token) -> bool:
    """A single mark closes a quote only before a space or punctuation, never as an apostrophe."""
    return token.i + 1 == len(token.doc) or bool(token.whitespace_) or token.nbor().is_punct
