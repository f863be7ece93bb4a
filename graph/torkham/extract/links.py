"""What figures, deadlines and policies ask of the rest of the reading: who a word stands for, who says it, and when."""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

Speakers = tuple[tuple[int, ...], tuple[int, ...]]
"""Whose assertion it is, and who relayed it, outermost first; both empty in the article's own voice."""


@dataclass(frozen=True)
class Links:
    """Answers by token: ``actor`` and ``place`` with the index of an entity, ``time`` (of a predicate) with that of a date,
    ``times`` with those of all its dates.

    ``said_by`` takes the index of a token, ``nation`` an adjective or compound that names a state ('Pakistani plan'),
    ``people`` a noun that counts people, also where the parse hides it. ``kind`` takes an entity and gives its type,
    ``country`` a place and gives the key of its state.
    """

    actor: Callable[[Token], int | None]
    place: Callable[[Token], int | None]
    said_by: Callable[[int], Speakers]
    time: Callable[[Token], int | None]
    times: Callable[[Token], list[int]]
    nation: Callable[[Token], int | None]
    kind: Callable[[int], str]
    people: Callable[[Token], int | None]
    country: Callable[[int], str | None]
