"""Entries of one or several words ('send back', 'express concern'), found again in a parsed sentence by their lemmas."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class Entries(Generic[T]):
    """Values filed under phrases; looked up by the phrase's first lemma, the longest phrases first."""

    def __init__(self, pairs: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = defaultdict(list)
        for phrase, value in pairs:
            first, *rest = phrase.split()
            self._by_first[first].append((tuple(rest), value))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def starting(self, lemma: str) -> Sequence[tuple[tuple[str, ...], T]]:
        """All entries that begin with this lemma, as (the other words, value), longest first."""
        return self._by_first.get(lemma, ())

    def __contains__(self, lemma: object) -> bool:
        return lemma in self._by_first
