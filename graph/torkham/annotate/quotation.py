"""A quotation that fills the beginning of a sentence keeps to itself.

The parser is taught by little quoted speech and likes to hang 'the official' of '"…," said the official' on the quoted
verb. A verb of saying may (it is then a parataxis), and punctuation does.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_MARKS = {'"': '"', "“": "”", "‘": "’", "``": "''"}
_LAST = frozenset(",.?!…")
_WORDS = 4
_PENALTY = np.float32(1000)
_VERBS = frozenset({"VERB", "AUX"})


def opening(words: Sequence[str]) -> int:
    """The length in words of the quotation that opens a sentence, its marks included; 0 where there is none."""
    closing = _MARKS.get(words[0]) if words else None
    for i in range(1, len(words)):
        if closing and words[i] in (closing, "”") and words[i - 1] in _LAST:
            return i + 1 if i > _WORDS else 0
    return 0


def keep_apart(scores: NDArray[np.float32], words: Sequence[str], upos: Sequence[str]) -> NDArray[np.float32]:
    """Arc scores (n, n + 1; column 0 is the root) in which an opening quotation and what follows it meet at one verb.

    After it only punctuation and the first verb may hang inside; inside, words may hang outside on verbs only.
    """
    end = opening(words)
    if not end:
        return scores
    after = range(end, len(words))
    verbs = [i for i in after if upos[i] in _VERBS]
    outside = [i for i in after if upos[i] != "PUNCT" and i not in verbs[:1]]
    others = [i + 1 for i in after if i not in verbs]
    apart = scores.copy()
    if outside:
        apart[np.ix_(outside, range(1, end + 1))] -= _PENALTY
    if others:
        apart[np.ix_(range(end), others)] -= _PENALTY
    return apart
