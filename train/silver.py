"""Silver names for EWT train, which has trees but no gold names: borders from its gold tags, classes from the model.

A candidate is a name that the model of an earlier run finds, or a run of proper nouns in which it finds none. A reader
went through the surfaces of all candidates; ``silver.toml`` has those whose class he changed. What stays doubtful, a
low score or borders that cut a run of proper nouns in two, is None: the loss ignores it.
"""

import json
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from torkham.annotate.encoder import Encoder, read
from torkham.annotate.pieces import WordPieces
from torkham.annotate.tagging import NameDecoder
from train.conllu import Sentence
from train.words import Words

SURE, SURELY_NONE, WHOLE = 0.8, 0.9, 0.6
NONE, UNSURE = "O", "unsure"
Scores = NDArray[np.float32]


class Candidate(NamedTuple):
    """Words that may be a name: where, of which class (O: none), and how sure the model is of it."""

    start: int
    end: int
    label: str
    chance: float


class Silver:
    """The model that looks for names, and the reader's corrections."""

    def __init__(self, weights: Path, vocabulary: Path, words: Words) -> None:
        """``weights`` are a ``weights.npz`` with its ``classes.json`` beside it."""
        self._encoder, self._pieces = Encoder(read(weights)), WordPieces(vocabulary)
        self._tags: list[str] = json.loads((weights.parent / "classes.json").read_text(encoding="utf-8"))["ner"]
        self._decode, self._words = NameDecoder(self._tags), words
        lists = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
        self._corrected = {name: label for label, names in lists.items() for name in names.split("\n") if name}

    def mark(self, groups: Iterable[list[Sentence]]) -> None:
        """Fill in ``names`` and ``unsure`` of the sentences that have no names; a group is read at once."""
        for group in groups:
            if all(sentence.names is not None for sentence in group):
                continue
            scores = self._encoder([self._pieces.encode([word for s in group for word in s.words])])[0].ner
            begin = 0
            for sentence in group:
                if sentence.names is None:
                    self._name(sentence, scores[begin : begin + len(sentence.words)])
                begin += len(sentence.words)

    def _name(self, sentence: Sentence, scores: Scores) -> None:
        chances = np.exp(scores - scores.max(1, keepdims=True))
        chances /= chances.sum(1, keepdims=True)
        names, unsure = [], set[int]()
        for candidate in self._candidates(sentence, scores, chances):
            label = self._label(sentence, candidate)
            if label == UNSURE:
                unsure.update(range(candidate.start, candidate.end))
            elif label != NONE:
                names.append((candidate.start, candidate.end, label))
        sentence.names, sentence.unsure = sorted(names), frozenset(unsure)

    def _candidates(self, sentence: Sentence, scores: Scores, chances: Scores) -> Iterator[Candidate]:
        taken = set[int]()
        for start, end, label in self._decode(scores):
            taken.update(range(start, end))
            begin, stop = self._bare(sentence, start, end, label)
            if begin < stop:
                yield Candidate(begin, stop, label, self._chance(chances[begin:stop], label))
        free = [
            i not in taken and word.lower().rstrip(".") not in self._words.titles
            for i, word in enumerate(sentence.words)
        ]
        for run in _runs([proper and free[i] for i, proper in enumerate(_proper(sentence))]):
            yield Candidate(run.start, run.stop, NONE, self._chance(chances[run.start : run.stop], NONE))

    def _bare(self, sentence: Sentence, start: int, end: int, label: str) -> tuple[int, int]:
        """A person's name without title and 's."""
        if label == "PERSON":
            titles = (sentence.words[i].lower().rstrip(".") in self._words.titles for i in range(start, end - 1))
            start += next((i for i, title in enumerate(titles) if not title), end - 1 - start)
            end -= sentence.xpos[end - 1] == "POS"
        return start, end

    def _chance(self, chances: Scores, label: str) -> float:
        of_label = [i for i, tag in enumerate(self._tags) if tag == label or tag[2:] == label]
        return float(chances[:, of_label].sum(1).mean())

    def _label(self, sentence: Sentence, found: Candidate) -> str:
        surface = " ".join(sentence.words[found.start : found.end])
        if surface in self._corrected:
            return self._corrected[surface]
        if found.label == NONE:
            return NONE if found.chance >= SURELY_NONE else UNSURE
        whole = range(found.start, found.end) in _runs(_proper(sentence))
        return found.label if found.chance >= (WHOLE if whole else SURE) else UNSURE


def _proper(sentence: Sentence) -> list[bool]:
    """Which words are proper nouns, or hyphens between two."""
    proper = [tag in ("NNP", "NNPS") for tag in sentence.xpos]
    for i in range(1, len(proper) - 1):
        proper[i] |= sentence.xpos[i] == "HYPH" and proper[i - 1] and proper[i + 1]
    return proper


def _runs(marks: list[bool]) -> list[range]:
    """The maximal runs of marked places."""
    found: list[range] = []
    for i, mark in enumerate(marks):
        if mark and found and found[-1].stop == i:
            found[-1] = range(found[-1].start, i + 1)
        elif mark:
            found.append(range(i, i + 1))
    return found
