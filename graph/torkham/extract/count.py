"""A count of people: the quantity, the noun that it counts, and the words whose place in the sentence matters."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from torkham.extract.numbers import Quantity
from torkham.extract.syntax import preposition
from torkham.lexicon.quantities import measures


@dataclass(frozen=True)
class Count:
    """A quantity of people. ``head`` is the noun or pronoun counted, None where the text leaves it out.

    ``tokens`` are the words whose place in the sentence tells what the people do; ``rule`` how it was recognised;
    ``partitive`` that the noun names the whole, of which the number is a part.
    """

    quantity: Quantity
    head: Token | None
    tokens: tuple[Token, ...]
    rule: str
    partitive: bool = False


TALLY = "number of people"
"""The rule of a number told of a noun that counts: 'the number of returnees reached 906,326'."""
SUM = "sum of people"
"""The rule of a number that a participle sums up: 'refugees numbering 300'."""
WHOLE = "whole of a part"
"""The rule of a number of which the text counts a part: '7,000 of the 8,000 residents left'."""
ACTS = "number of acts"
"""The rule of a count whose noun is an act, done to or by one person each: '3,150 arrests of Afghans'."""


@dataclass(frozen=True)
class Seen:
    """What was read before a number: the counts of its sentence, whether the two sentences before have any, where dates begin."""

    counts: list[Count]
    recent: bool
    dates: frozenset[int]


def chain(span: Span, head: Token | None) -> tuple[Token, ...]:
    """The number, the noun, and the words above them that only hold them ('a group of 25 Afghans')."""
    found = list(span) + ([head] if head is not None else [])
    inside = set(range(span.start, span.end))
    for token in tuple(found):
        lower, above = token, token.head
        if span.start <= token.i < span.end and _beyond(above, span, head):
            continue
        while above.i not in {one.i for one in found} and _holds(lower, above, inside):
            found.append(above)
            lower, above = above, above.head
    return tuple(dict.fromkeys(token for token in found if token.pos_ != "PUNCT"))


def _beyond(above: Token, span: Span, head: Token | None) -> bool:
    """'a million people leave', '300,000 hold cards': the number counts neither the leaving nor the cards."""
    if head is not None:
        return above.i > head.i
    return above.i > span.end and span.doc[span.end].pos_ in ("VERB", "AUX")


def _holds(token: Token, above: Token, inside: set[int]) -> bool:
    if above.i in inside or token.dep_ in ("nummod", "compound", "det"):
        return above.pos_ in ("NUM", "NOUN", "PROPN", "PRON", "ADJ") and (
            token.dep_ != "compound" or above.i in inside or token.pos_ == "NUM"
        )
    return token.dep_ == "nmod" and preposition(token) == "of" and above.lemma_.lower() in _holders()


@cache
def _holders() -> frozenset[str]:
    return frozenset(measures().holding) | frozenset(measures().counting)
