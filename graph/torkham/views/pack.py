"""Packs the unconnected parts of a picture: the largest in the middle, the others where there is room beside it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

_GAP = 26.0
_STEPS = 61
"""Free places are looked for on a grid of so many steps each way."""
_CROWD = 400
"""A part of more nodes is one box, within which nothing else is placed."""
_WIDE = 1.2
"""Pictures are a little wider than high, like the room that a screen leaves them between legend and evidence."""
_FREE = 60
"""So many parts look for room of their own; the rest, and names that nothing is said of, stand in rows below."""


def pack(parts: Sequence[Points], halves: Sequence[Points]) -> list[Points]:
    """Moves each part (its points, with the half widths and heights of its boxes) to its place; the first is the largest."""
    linked = [at for at, points in enumerate(parts) if len(points) > 1][:_FREE]
    rest = [at for at in range(len(parts)) if at not in set(linked)]
    placed = dict(zip(linked, _beside([parts[at] for at in linked], [halves[at] for at in linked]), strict=True))
    floor = max((float((placed[at] + halves[at]).max(axis=0)[1]) for at in linked), default=0.0)
    left = min((float((placed[at] - halves[at]).min(axis=0)[0]) for at in linked), default=0.0)
    right = max((float((placed[at] + halves[at]).max(axis=0)[0]) for at in linked), default=0.0)
    rows = _rows([parts[at] for at in rest], [halves[at] for at in rest], right - left)
    placed |= {at: points + np.array([left, floor + _GAP]) for at, points in zip(rest, rows, strict=True)}
    return [placed[at] for at in range(len(parts))]


def _beside(parts: list[Points], halves: list[Points]) -> list[Points]:
    """Each part at the free place that makes the whole picture grow least."""
    placed: list[Points] = []
    taken = np.empty((0, 4))
    for points, half in zip(parts, halves, strict=True):
        low, high = (points - half).min(axis=0), (points + half).max(axis=0)
        middle, room = (low + high) / 2, (high - low) / 2 + _GAP / 2
        moved = points - middle + (_place(room, taken) if len(taken) else 0.0)
        placed.append(moved)
        boxes = np.concatenate([moved - half, moved + half], axis=1)
        if len(boxes) > _CROWD:
            boxes = np.concatenate([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])[None, :]
        taken = np.concatenate([taken, boxes])
    return placed


def _place(room: Points, taken: Points) -> Points:
    """The centre of a free box of this size; of all free ones that which keeps the picture small and in proportion."""
    reach = np.abs(taken).max() + 2 * room.max()
    steps = np.linspace(-reach, reach, _STEPS)
    centres = np.stack(np.meshgrid(steps, steps, indexing="ij"), axis=-1).reshape(-1, 2)
    low, high = centres - room, centres + room
    apart = (
        (low[:, None, 0] >= taken[None, :, 2])
        | (high[:, None, 0] <= taken[None, :, 0])
        | (low[:, None, 1] >= taken[None, :, 3])
        | (high[:, None, 1] <= taken[None, :, 1])
    ).all(axis=1)
    size = np.maximum(high, taken[:, 2:].max(axis=0)) - np.minimum(low, taken[:, :2].min(axis=0))
    cost = np.maximum(size[:, 0], size[:, 1] * _WIDE) + 0.05 * np.hypot(centres[:, 0], centres[:, 1])
    best: Points = centres[np.where(apart, cost, np.inf).argmin()]
    return best


def _rows(parts: list[Points], halves: list[Points], width: float) -> list[Points]:
    """Parts side by side in rows, as wide as the picture above them or as a square of their own."""
    lows = [(points - half).min(axis=0) for points, half in zip(parts, halves, strict=True)]
    sizes = [(points + half).max(axis=0) - low for points, half, low in zip(parts, halves, lows, strict=True)]
    area = sum(float((size[0] + _GAP) * (size[1] + _GAP)) for size in sizes)
    width = max(width, float(np.sqrt(area)))
    placed: list[Points] = []
    x = y = row = 0.0
    for points, low, size in zip(parts, lows, sizes, strict=True):
        if x and x + size[0] > width:
            x, y, row = 0.0, y + row + _GAP, 0.0
        placed.append(points - low + np.array([x, y]))
        x, row = x + float(size[0]) + _GAP, max(row, float(size[1]))
    return placed
