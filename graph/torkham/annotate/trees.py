"""From arc scores to a tree: the best one with a single root (Chu & Liu 1965, Edmonds 1967; McDonald et al. 2005)."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Heads = NDArray[np.int64]
ROOT_PENALTY = 1000.0


def best_tree(scores: NDArray[np.float32]) -> Heads:
    """The heads of ``n`` words from ``scores`` (n, n + 1): column 0 is the root, word ``i`` is column ``i + 1``.

    Returns heads in the numbering of the columns; exactly one is 0. The maximum spanning arborescence is only sought
    where the greedy choice is no tree.
    """
    heads: Heads = scores.argmax(1)
    if (heads == 0).sum() == 1 and _reaches_root(heads):
        return heads
    size = len(scores)
    full = np.full((size + 1, size + 1), -np.inf)
    full[1:] = scores
    full[0, 0] = 0.0
    full[1:, 0] -= ROOT_PENALTY
    return arborescence(full)[1:]


def _reaches_root(heads: Heads) -> bool:
    up = np.concatenate([[0], heads])
    for _ in range(len(heads).bit_length() + 1):
        up = up[up]
    return not up.any()


def arborescence(scores: Scores) -> Heads:
    """The maximum spanning arborescence of a graph: ``scores[i, j]`` is that of head ``j`` for ``i``; 0 is the root.

    Returns the head of every node, -1 for the root.
    """
    size = len(scores)
    scores = scores.copy()
    scores[np.arange(size), np.arange(size)] = -np.inf
    heads = scores.argmax(1)
    heads[0] = -1
    cycle = _cycle(heads)
    return heads if cycle is None else _expand(scores, heads, np.array(cycle))


def _cycle(heads: Heads) -> list[int] | None:
    colour = np.zeros(len(heads), int)
    for start in range(1, len(heads)):
        path, node = [], start
        while node > 0 and not colour[node]:
            colour[node] = start
            path.append(node)
            node = int(heads[node])
        if node > 0 and colour[node] == start:
            return path[path.index(node) :]
    return None


def _expand(scores: Scores, heads: Heads, cycle: Heads) -> Heads:
    """Contract the cycle to one node, solve the smaller graph, and break the cycle where its head enters."""
    inside = np.zeros(len(scores), bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    size = len(rest)
    small = np.full((size + 1, size + 1), -np.inf)
    small[:size, :size] = scores[np.ix_(rest, rest)]
    leaving = scores[np.ix_(rest, cycle)]
    small[:size, size] = leaving.max(1)
    entering = scores[np.ix_(cycle, rest)] - scores[cycle, heads[cycle]][:, None]
    small[size, :size] = entering.max(0)
    solved = arborescence(small)
    whole = np.empty(len(scores), np.int64)
    whole[cycle] = heads[cycle]
    for i in range(1, size):
        whole[rest[i]] = rest[solved[i]] if solved[i] < size else cycle[leaving[i].argmax()]
    whole[0] = -1
    head = solved[size]
    whole[cycle[entering[:, head].argmax()]] = rest[head]
    return whole
