"""Pushes boxes (a node and its label) apart until none overlaps: what makes a picture readable at the first view."""

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

_ROUNDS = 400


def separate(points: Points, halves: Points, pinned: NDArray[np.bool_] | None = None) -> Points:
    """Moves boxes as little as needed so that none overlaps another.

    ``points`` are the centres, ``halves`` half widths and heights. Of a pair both give way by half along the axis
    that needs less; ``pinned`` ones stay and the other gives way alone. Stops when nothing overlaps or after a fixed
    number of rounds.
    """
    if len(points) < 2:
        return points
    points = _unstack(points)
    yields = np.ones(len(points)) if pinned is None else np.where(pinned, 1e-3, 1.0)
    share = yields[:, None] / (yields[:, None] + yields[None, :])
    room = halves[:, None, :] + halves[None, :, :]
    for _ in range(_ROUNDS):
        offsets = points[:, None, :] - points[None, :, :]
        overlap = room - np.abs(offsets)
        hit: NDArray[np.bool_] = np.asarray((overlap > 0.5).all(axis=2))
        np.fill_diagonal(hit, False)
        if not hit.any():
            break
        along_x = overlap[:, :, 0] < overlap[:, :, 1]
        push = np.where(np.stack([along_x, ~along_x], axis=2), overlap * np.sign(offsets), 0.0)
        points = points + 0.6 * (push * (hit * share)[:, :, None]).sum(axis=1)
    return points


def _unstack(points: Points) -> Points:
    """Points that lie on each other have no direction to part in: gives each a tiny one of its own."""
    turn = np.arange(len(points)) * 2.399963
    return points + 1e-3 * np.stack([np.cos(turn), np.sin(turn)], axis=1)
