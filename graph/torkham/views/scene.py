"""The story as the layout sees it: boxes with room for the labels, and links that pull."""

from math import ceil, log2

import numpy as np

from torkham.views.bundles import bundles, radii
from torkham.views.layout import Scene
from torkham.views.records import Story

_CHARACTER = 6.4
_LINE = 14
_WRAP = 19
"""The page's own label font: mean width, line height, and after how many characters a label is wrapped (three lines)."""
_SPOKEN, _MOST_SPOKEN = 2, 18
"""Bundles of so many facts want room for what their arrow says, the greatest so many of them."""


def scene(story: Story) -> Scene:
    """Boxes in pixels at scale 1; a bundle pulls more the more facts it holds."""
    halves, drops = [], []
    for node, radius in zip(story.nodes, radii(story), strict=True):
        lines = min(3, ceil(len(node.label) / _WRAP)) or 1
        width = min(len(node.label), _WRAP + 2) * _CHARACTER
        halves.append((max(radius, width / 2) + 7, radius + lines * _LINE / 2 + 5))
        drops.append((0.0, lines * _LINE / 2))
    links: dict[tuple[int, int], float] = {}
    heavy: dict[tuple[int, int], int] = {}
    for (source, target), facts in bundles(story).items():
        pair = min(source, target), max(source, target)
        links[pair] = links.get(pair, 0.0) + 1 + log2(len(facts))
        heavy[pair] = heavy.get(pair, 0) + len(facts)
    spoken = sorted((pair for pair in heavy if heavy[pair] >= _SPOKEN), key=lambda pair: (-heavy[pair], pair))
    shape = (len(story.nodes), 2)
    return Scene(
        np.reshape(np.array(halves, float), shape),
        np.reshape(np.array(drops, float), shape),
        links,
        tuple(spoken[:_MOST_SPOKEN]),
        quiet(story),
    )


def quiet(story: Story) -> frozenset[int]:
    """The figures that nothing disputes: the first picture leaves them out, so they take the room that is left."""
    loud = {node for fact in story.facts if fact.disputes for node in fact.nodes("figure")}
    return frozenset(at for at, node in enumerate(story.nodes) if node.type == "Figure" and at not in loud)
