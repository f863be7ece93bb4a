"""Which date belongs to which predicate: each time expression is tied to the nearest predicate above it.

A clause may also have its date from outside: 'in August, when mobs attacked shops' is about August, and a participle
('stormed a barracks on Sunday, killing 14') shares the date of its verb.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from torkham.extract.syntax import children, is_clause
from torkham.lexicon.times import times as words
from torkham.model import TimeExpression

_LIMITS = ("by", "until", "before")


class Timing:
    """Gives the time expression at which a verb or event noun stands."""

    def __init__(self, doc: Doc, times: tuple[TimeExpression, ...]) -> None:
        self.times = times
        self._tied: dict[int, list[int]] = {}
        for index, time in enumerate(times):
            span = doc.char_span(time.start, time.end, alignment_mode="expand")
            if span is None:
                continue
            for token in (*_above(span.root), *_when(span)):
                self._tied.setdefault(token.i, []).append(index)

    def of(self, predicate: Token) -> int | None:
        """The index of its time expression: its own, or that of the verb it is coordinated with."""
        return next((found[0] for found in self._chain(predicate, ("conj",)) if found), None)

    def event(self, predicate: Token) -> int | None:
        """As :meth:`of`, but not a date by or until which something is to be done: that is a deadline, no date of the event.

        A participle takes the date of the verb before it, an event noun that of the verb that says it took place.
        """
        for found in self._chain(_occurrence(predicate), ("conj", "advcl")):
            happened = [index for index in found if self.times[index].relation not in _LIMITS]
            if found:
                return min(happened, key=lambda index: self.times[index].relation == "since", default=None)
        return None

    def _chain(self, token: Token, labels: tuple[str, ...]) -> Iterator[list[int]]:
        """The expressions tied to a predicate, then those tied to each one that it shares its circumstances with."""
        for _ in range(3):
            yield self._tied.get(token.i, [])
            shares = token.dep_ == "conj" or (token.dep_ in labels and _participle(token))
            if not shares or token.head == token:
                return
            token = token.head


def _participle(token: Token) -> bool:
    """'…, killing 14 soldiers': a participle after its verb, without a conjunction that would set it apart in time."""
    return token.tag_ == "VBG" and token.i > token.head.i and not children(token, "mark", "aux", "advmod")


def _occurrence(predicate: Token) -> Token:
    """The verb that says that a noun's event took place ('the roundups began on Sunday'); else the word itself."""
    subject = predicate.pos_ == "NOUN" and predicate.dep_ in ("nsubj", "nsubj:pass")
    return predicate.head if subject and predicate.head.lemma_.lower() in words().occurring else predicate


def _above(root: Token) -> list[Token]:
    """The nouns above a date up to and with the first clause; an auxiliary stands for its verb."""
    found = []
    for token in root.ancestors:
        found.append(token)
        if is_clause(token) and token.dep_ not in ("aux", "aux:pass", "cop"):
            break
    return found


def _when(span: Span) -> list[Token]:
    """The predicate of 'in August, when …' after a date."""
    rest = [token for token in span.doc[span.end : min(span.end + 2, span.sent.end)] if not token.is_punct]
    if not rest or rest[0].lower_ not in words().moments:
        return []
    clause = next((token for token in rest[0].ancestors if is_clause(token)), None)
    return [clause] if clause is not None and clause.i > span.end else []
