"""Which date belongs to which predicate: each time expression is tied to the nearest predicate above it."""

from spacy.tokens import Doc, Token

from torkham.extract.syntax import is_clause
from torkham.model import TimeExpression


class Timing:
    """Gives the time expression at which a verb or event noun stands."""

    def __init__(self, doc: Doc, times: tuple[TimeExpression, ...]) -> None:
        self.times = times
        self._tied: dict[int, int] = {}
        for index, time in enumerate(times):
            span = doc.char_span(time.start, time.end, alignment_mode="expand")
            if span is None:
                continue
            for token in _above(span.root):
                self._tied.setdefault(token.i, index)

    def of(self, predicate: Token) -> int | None:
        """The index of its time expression: its own, or that of the verb it is coordinated with."""
        token = predicate
        for _ in range(3):
            if token.i in self._tied:
                return self._tied[token.i]
            if token.dep_ != "conj" or token.head == token:
                return None
            token = token.head
        return None

    def event(self, predicate: Token) -> int | None:
        """As :meth:`of`, but not a date by or until which something is to be done: that is a deadline, no date of the event."""
        index = self.of(predicate)
        return None if index is not None and self.times[index].relation in ("by", "until", "before") else index


def _above(root: Token) -> list[Token]:
    """The nouns above a date up to and with the first clause."""
    found = []
    for token in root.ancestors:
        found.append(token)
        if is_clause(token):
            break
    return found
