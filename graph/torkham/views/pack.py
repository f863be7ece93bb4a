"""Packs the unconnected parts of a picture: the largest on top, the others in rows below."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

_GAP = 24.0


def shelves(parts: Sequence[Points], halves: Sequence[Points]) -> list[Points]:
    """Moves each part (its points, with the half widths and heights of its nodes) to its place; the first is the largest.

    Rows are as wide as the largest part, but not narrower than a square picture of all parts would be.
    """
    boxes = [(points - half).min(axis=0) for points, half in zip(parts, halves, strict=True)]
    sizes = [(points + half).max(axis=0) - low for points, half, low in zip(parts, halves, boxes, strict=True)]
    area = sum(float((size[0] + _GAP) * (size[1] + _GAP)) for size in sizes)
    width = max(float(sizes[0][0]), float(np.sqrt(area) * 1.3))
    placed: list[Points] = []
    x = y = row = 0.0
    for points, low, size in zip(parts, boxes, sizes, strict=True):
        if x and x + size[0] > width:
            x, y, row = 0.0, y + row + _GAP, 0.0
        placed.append(points - low + np.array([x, y]))
        x, row = x + float(size[0]) + _GAP, max(row, float(size[1]))
    return placed
