"""A force-directed layout after ForceAtlas2 (Jacomy et al. 2014), dense and in numpy: for up to some hundred nodes."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

_ROUNDS = 240
_GRAVITY = 0.9
_WIDE = 1.35
"""Pictures are wider than high, like the screens they are looked at."""
_EVEN = 0.55
"""0 leaves the forces' own picture, 1 makes it a grid."""
_AIR = 2.2
"""How many times the room of all boxes a picture takes before the boxes are pushed apart."""


def relax(points: Points, links: Sequence[tuple[int, int, float]], halves: Points) -> Points:
    """Moves ``points`` until linked ones are near and all others far, then stretches them to the room they need.

    ``halves`` are half widths and heights of the boxes in pixels. Each round the longest allowed step shrinks, so that
    the picture comes to rest.
    """
    if len(points) < 2:
        return points
    sources = np.array([link[0] for link in links], dtype=np.intp)
    targets = np.array([link[1] for link in links], dtype=np.intp)
    weights = np.array([link[2] for link in links], dtype=np.float64)
    mass = np.sqrt(np.bincount(np.concatenate([sources, targets]), minlength=len(points)) + 1.0)
    points = points / np.abs(points).max() * np.sqrt(len(points))
    for round_ in range(_ROUNDS):
        force = _repulsion(points, mass) - _GRAVITY * mass[:, None] * points / np.sqrt(len(points))
        span = points[targets] - points[sources]
        pull = (weights**0.5 / np.minimum(mass[sources], mass[targets]))[:, None] * span
        np.add.at(force, sources, pull)
        np.add.at(force, targets, -pull)
        step = np.hypot(force[:, 0], force[:, 1])
        limit = 0.6 * np.sqrt(len(points)) * (1 - round_ / _ROUNDS) ** 2 + 0.002
        points = points + force * (np.minimum(0.3 * step, limit) / np.maximum(step, 1e-9))[:, None]
    return _stretched(points, halves)


def _repulsion(points: Points, mass: Points) -> Points:
    """Each pair pushes itself apart with the product of its masses over its distance."""
    norms = (points**2).sum(axis=1)
    squares = np.maximum(norms[:, None] + norms[None, :] - 2 * points @ points.T, 0.01)
    strength = mass[:, None] * mass[None, :] / squares
    np.fill_diagonal(strength, 0.0)
    return np.asarray(points * strength.sum(axis=1)[:, None] - strength @ points)


def _stretched(points: Points, halves: Points) -> Points:
    """The same picture, its longer side across, with about as much room as the boxes need."""
    points = points - points.mean(axis=0)
    axes = np.linalg.svd(points, full_matrices=False)[2]
    points = points @ axes.T
    room = _AIR * 4 * float(halves.prod(axis=1).sum())
    size = np.maximum(np.ptp(points, axis=0), 1e-9)
    wanted = np.array([np.sqrt(room * _WIDE), np.sqrt(room / _WIDE)])
    spread: Points = _evened(points) / size * wanted
    return spread


def _evened(points: Points) -> Points:
    """The same order from left to right and from top to bottom, half way to equal distances: crowds get more room."""
    ranks = np.argsort(np.argsort(points, axis=0, kind="stable"), axis=0, kind="stable") / max(len(points) - 1, 1)
    low, size = points.min(axis=0), np.ptp(points, axis=0)
    evened: Points = (1 - _EVEN) * points + _EVEN * (low + ranks * size)
    return evened
