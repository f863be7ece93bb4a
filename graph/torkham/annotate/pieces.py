"""Words into word pieces and case shapes, shared by the run-time encoder and the training recipe.

Word pieces follow BERT's uncased tokeniser (Devlin et al. 2019, greedy longest match first; Wu et al. 2016); the case
that it throws away comes back as one of eight *shapes* per word, which the encoder embeds beside the piece.
"""

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

SHAPES = 8
LOWER, TITLE, UPPER, INITIAL, MIXED, DIGITS, OTHER, FRAME = range(SHAPES)
MAX_PIECES = 12


class Encoded(NamedTuple):
    """A row of words for the encoder: piece ids, shape ids, and each word's first and last piece position."""

    ids: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]


def shape(word: str) -> int:
    """The case shape of a word: lower, Title, UPPER, a single capital, mIxed, with digits, or no letter at all."""
    if any(c.isdigit() for c in word):
        return DIGITS
    letters = sum(c.isalpha() for c in word)
    if not letters:
        return OTHER
    if word.islower():
        return LOWER
    if len(word) == 1 or (word.isupper() and letters == 1):
        return INITIAL
    if word.isupper():
        return UPPER
    if word[:1].isupper():
        return TITLE if word[1:].islower() else MIXED
    return MIXED


def _is_punctuation(char: str) -> bool:
    code = ord(char)
    ascii_symbol = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_symbol or unicodedata.category(char).startswith("P")


def _basic(word: str) -> list[str]:
    """Lower-cased, accents stripped, punctuation and CJK signs apart (BERT's basic tokenisation)."""
    parts, current = [], ""
    for char in unicodedata.normalize("NFD", word.lower()):
        category = unicodedata.category(char)
        if category == "Mn":
            continue
        alone = _is_punctuation(char) or 0x4E00 <= ord(char) <= 0x9FFF
        if alone or char.isspace() or category in ("Cc", "Cf"):
            parts += [current] if current else []
            current = ""
            parts += [char] if alone else []
        else:
            current += char
    return [*parts, current] if current else parts


class WordPieces:
    """The vocabulary: one piece per line of ``vocab.txt``, its line number the id."""

    def __init__(self, path: Path) -> None:
        """Read ``path``; raises OSError when it is missing."""
        lines = path.read_text(encoding="utf-8").split("\n")
        self.vocabulary = {piece: number for number, piece in enumerate(lines)}
        self.start, self.end, self.unknown = (self.vocabulary[x] for x in ("[CLS]", "[SEP]", "[UNK]"))
        self._seen: dict[str, list[int]] = {}

    def encode(self, words: Sequence[str]) -> Encoded:
        """The words as one row between [CLS] and [SEP]."""
        row = Encoded([self.start], [FRAME], [], [])
        for word in words:
            pieces = self.pieces(word)
            row.first.append(len(row.ids))
            row.ids.extend(pieces)
            row.last.append(len(row.ids) - 1)
            row.shapes.extend([shape(word)] * len(pieces))
        row.ids.append(self.end)
        row.shapes.append(FRAME)
        return row

    def pieces(self, word: str) -> list[int]:
        """The ids of one word, at least one and at most ``MAX_PIECES`` (of longer ones the last piece is kept)."""
        found = self._seen.get(word)
        if found is None:
            found = [piece for part in _basic(word) for piece in self._split(part)] or [self.unknown]
            if len(found) > MAX_PIECES:
                found = found[: MAX_PIECES - 1] + found[-1:]
            self._seen[word] = found
        return found

    def _split(self, part: str) -> list[int]:
        found: list[int] = []
        start = 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = self.vocabulary.get(part[start:end] if start == 0 else "##" + part[start:end])
                if piece is not None:
                    break
            else:
                return [self.unknown]
            found.append(piece)
            start = end
        return found
