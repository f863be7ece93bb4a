"""Finding known surfaces in a tokenised text: the longest match at every token, in linear time."""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from spacy.tokens import Doc

T = TypeVar("T")
SHORT = 4
_PLAIN = str.maketrans("’‘“”‑", "''\"\"-")


class Surfaces(Generic[T]):
    """A set of token sequences, each with something known about it."""

    def __init__(self, tokenise: Callable[[str], Doc]) -> None:
        """``tokenise`` is the tokeniser of the texts that will be searched."""
        self._tokenise = tokenise
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}

    def add(self, surface: str, value: T, *, capitals: bool = True) -> None:
        """Know a surface; the first value for a surface wins. Longer ones are found in CAPITALS too."""
        forms = [surface, surface.upper()] if capitals and len(surface) > SHORT else [surface]
        for form in dict.fromkeys(forms):
            words = tuple(token.text for token in self._tokenise(form.translate(_PLAIN)) if not token.is_space)
            entries = self._by_first.setdefault(words[0], []) if words else []
            if words and all(known != words for known, _ in entries):
                entries.append((words, value))
                entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, doc: Doc) -> Iterator[tuple[int, int, T]]:
        """The matches from left to right, none overlapping another: (first token, end token, what is known)."""
        words = [token.text.translate(_PLAIN) for token in doc]
        place = 0
        while place < len(words):
            match = self._at(words, place)
            if match is None:
                place += 1
            else:
                yield (place, place + match[0], match[1])
                place += match[0]

    def _at(self, words: list[str], place: int) -> tuple[int, T] | None:
        for known, value in self._by_first.get(words[place], ()):
            if tuple(words[place : place + len(known)]) == known:
                return len(known), value
        return None


def filled(tokenise: Callable[[str], Doc], entries: Iterable[tuple[str, T]]) -> Surfaces[T]:
    """Surfaces of (surface, value) pairs."""
    surfaces: Surfaces[T] = Surfaces(tokenise)
    for surface, value in entries:
        surfaces.add(surface, value)
    return surfaces
