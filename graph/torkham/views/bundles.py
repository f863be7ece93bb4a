"""Parallel facts between two nodes, bundled; and how large a node is drawn."""

from collections import Counter
from math import sqrt

from torkham.views.records import Story

Bundles = dict[tuple[int, int], list[int]]
"""Source and target, and the facts that join them in this direction."""


def bundles(story: Story) -> Bundles:
    """All bundles, ordered by their ends; a fact stands once in a bundle."""
    found: Bundles = {}
    for index, fact in enumerate(story.facts):
        for pair in sorted({(edge.source, edge.target) for edge in fact.edges}):
            found.setdefault(pair, []).append(index)
        if fact.kind == "figure":
            for other in fact.disputes:
                if other > index:
                    pair = fact.nodes("figure")[0], story.facts[other].nodes("figure")[0]
                    found.setdefault(pair, []).append(index)
    return dict(sorted(found.items()))


def said_of(story: Story) -> list[int]:
    """How many facts each node takes part in."""
    counts = Counter(node for fact in story.facts for node in {node for _, node in fact.roles})
    return [counts[node] for node in range(len(story.nodes))]


def radii(story: Story) -> list[int]:
    """The radius of each node in pixels at scale 1: its area grows with how much is said of it; figures stay small."""
    return [
        5 if node.type == "Figure" else min(38, round(6 + 3.1 * sqrt(facts)))
        for node, facts in zip(story.nodes, said_of(story), strict=True)
    ]
