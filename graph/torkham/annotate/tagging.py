"""From name scores to names: the best sequence of B-I-L-U-O tags that is well formed (Viterbi 1967)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FORBIDDEN = np.float32(-1e4)
CLOSED = "OLU"


class NameDecoder:
    """Knows which tag may follow which; tags are 'O' or one of B, I, L, U, a hyphen and the class of the name."""

    def __init__(self, tags: Sequence[str]) -> None:
        self._tags = tags
        may = [[_may_follow(a, b) for b in tags] for a in tags]
        self._steps = np.where(np.array(may), np.float32(0), FORBIDDEN)
        self._first = np.where([tag[0] in "OBU" for tag in tags], np.float32(0), FORBIDDEN)
        self._last = np.where([tag[0] in CLOSED for tag in tags], np.float32(0), FORBIDDEN)

    def __call__(self, scores: NDArray[np.float32]) -> list[tuple[int, int, str]]:
        """The names of one row of words, as (start, end, class); ``scores`` is (words, tags)."""
        best = scores[0] + self._first
        back = np.zeros(scores.shape, int)
        for i in range(1, len(scores)):
            ways = best[:, None] + self._steps
            back[i] = ways.argmax(0)
            best = ways.max(0) + scores[i]
        path = [int((best + self._last).argmax())]
        for i in range(len(scores) - 1, 0, -1):
            path.append(int(back[i, path[-1]]))
        return self._spans(path[::-1])

    def _spans(self, path: list[int]) -> list[tuple[int, int, str]]:
        found, start = [], 0
        for i, number in enumerate(path):
            tag = self._tags[number]
            start = i if tag[0] in "BU" else start
            if tag[0] in "LU":
                found.append((start, i + 1, tag[2:]))
        return found


def _may_follow(before: str, after: str) -> bool:
    if before[0] in CLOSED:
        return after[0] in "OBU"
    return after[0] in "IL" and after[2:] == before[2:]
