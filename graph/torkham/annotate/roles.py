"""Arcs and labels together: an arc counts by its likeliest label, too, and a head has one object and one copula.

The network scores arcs and labels apart (Dozat & Manning 2017). An arc for which no label fits is a bad arc; and of two
words that would be the object of one verb, the less likely one goes to its next likely place.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Heads = NDArray[np.int64]
ONCE = ("obj", "iobj", "expl", "aux:pass", "cop", "det", "nmod:poss", "nummod", "case", "cc")
"""Not subjects: where a verb has two, a clause was lost, and neither word is at fault."""
LABELS = np.float32(1.5)
"""How much a label counts beside its arc (GUM dev: LAS 89.70 without, 89.78 for 1, 89.83 for 1.5, 89.85 for 2)."""
NEAR, FAR = np.float32(6), np.float32(-4)
"""Arcs this much less likely than the best one (in nats) have their labels not looked at, and count as with a bad one."""
DEAREST = 5.0
"""A word whose next place is this much less likely stays where it is: some heads do have two."""


class LabelledArcs:
    """The arcs of one sentence: ``arcs[i, j]`` is the log probability of head ``j`` (0: the root) for word ``i``."""

    def __init__(
        self,
        arcs: Scores,
        dependent: Scores,
        head: Scores,
        labels: Callable[[Scores, Scores, NDArray[np.bool_]], Scores],
    ) -> None:
        """``dependent`` and ``head`` are the halves of the label scores, ``labels`` makes log probabilities of them."""
        self.arcs, self._dependent, self._head, self._labels = log_softmax(arcs), dependent, head, labels

    def labels(self, words: Heads, heads: Heads) -> Scores:
        """Log probabilities of the labels of arcs, from words to their heads."""
        return self._labels(self._dependent[words], self._head[heads], heads == 0)

    def weighed(self) -> Scores:
        """The arcs with their likeliest labels."""
        words, heads = np.nonzero(self.arcs > self.arcs.max(1, keepdims=True) - NEAR)
        whole: Scores = self.arcs + FAR
        whole[words, heads] = self.arcs[words, heads] + LABELS * self.labels(words, heads).max(1)
        return whole

    def places(self, word: int) -> Scores:
        """Log probabilities of all heads and labels of a word."""
        heads = np.arange(self.arcs.shape[1])
        whole: Scores = self.labels(np.full_like(heads, word), heads) + self.arcs[word][:, None]
        return whole


class Roles:
    """Knows which labels a head may have only once."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._role = np.array([ONCE.index(label) if label in ONCE else -1 for label in labels])

    def settle(self, heads: Heads, labels: Heads, arcs: LabelledArcs) -> None:
        """Move words in place until no head has a role twice, or only at too high a cost."""
        for _ in range(len(heads)):
            moves = [move for word in self._twice(heads, labels) if (move := self._move(word, heads, labels, arcs))]
            if not moves:
                return
            _, word, heads[word], labels[word] = min(moves)

    def _twice(self, heads: Heads, labels: Heads) -> list[int]:
        """The words that share role and head with another one, of the first such head."""
        places: dict[tuple[int, int], list[int]] = {}
        for word, (head, role) in enumerate(zip(heads.tolist(), self._role[labels].tolist(), strict=True)):
            if role >= 0 and head > 0:
                places.setdefault((head, role), []).append(word)
        return next((words for words in places.values() if len(words) > 1), [])

    def _move(self, word: int, heads: Heads, labels: Heads, arcs: LabelledArcs) -> tuple[float, int, int, int] | None:
        """What the word's best other place costs: (cost, word, head, label); None where all are too dear."""
        scores = arcs.places(word)
        now = scores[heads[word], labels[word]]
        scores[[0, *_below(word, heads)]] = -np.inf
        for other, head in enumerate(heads.tolist()):
            role = self._role[labels[other]]
            if role >= 0 and other != word:
                scores[head, self._role == role] = -np.inf
        head, label = np.unravel_index(scores.argmax(), scores.shape)
        cost = float(now - scores[head, label])
        return (cost, word, int(head), int(label)) if cost < DEAREST else None


def log_softmax(scores: Scores) -> Scores:
    """Log probabilities of the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    whole: Scores = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return whole


def _below(word: int, heads: Heads) -> list[int]:
    """The columns of a word and of all that hangs on it."""
    found = [word + 1]
    for column in found:
        found += (np.flatnonzero(heads == column) + 1).tolist()
    return found
