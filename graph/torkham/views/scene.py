"""The story as the layout sees it: boxes with room for the labels, and links that pull."""

from math import ceil, log2

import numpy as np

from torkham.views.bundles import bundles, radii
from torkham.views.layout import Scene
from torkham.views.records import Story

_CHARACTER = 6.4
_LINE = 14
_WRAP = 18
"""The page's own label font: mean width, line height, and after how many characters a label is wrapped (two lines)."""


def scene(story: Story) -> Scene:
    """Boxes in pixels at scale 1; a bundle pulls more the more facts it holds."""
    halves, drops = [], []
    for node, radius in zip(story.nodes, radii(story), strict=True):
        lines = min(2, ceil(len(node.label) / _WRAP)) or 1
        width = min(len(node.label), _WRAP + 2) * _CHARACTER
        halves.append((max(radius, width / 2) + 7, radius + lines * _LINE / 2 + 5))
        drops.append((0.0, lines * _LINE / 2))
    links: dict[tuple[int, int], float] = {}
    for (source, target), facts in bundles(story).items():
        pair = min(source, target), max(source, target)
        links[pair] = links.get(pair, 0.0) + 1 + log2(len(facts))
    shape = (len(story.nodes), 2)
    return Scene(np.reshape(np.array(halves, float), shape), np.reshape(np.array(drops, float), shape), links)
