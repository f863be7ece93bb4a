"""Where each node stands: seeded, integer, the same for the same graph; near its old place when articles are added.

One connected part after the other is laid out by forces, its labels are pushed apart, and the parts are packed into
one picture. Large parts are first cut into communities (Louvain), which are laid out one by one and packed as well.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from torkham.views.boxes import separate
from torkham.views.forces import relax
from torkham.views.pack import pack

Points = NDArray[np.float64]
Position = tuple[int, int]

SEED = 1893
_WHOLE = 260
"""Up to so many nodes a connected part is laid out as a whole."""
_LABELLED = 400
"""Up to so many nodes a picture has room for all labels, and they are pushed apart."""
_WORDS = (58.0, 11.0)
"""Half width and half height of what stands on an arrow."""


@dataclass(frozen=True)
class Scene:
    """What the layout needs to know: the box of each node with its label (half width, half height, and how far the
    box's centre lies below the node's), weighted links by index, the links that want room for
    what stands on them, and the nodes that come last.
    """

    halves: Points
    drop: Points
    links: Mapping[tuple[int, int], float]
    spoken: tuple[tuple[int, int], ...] = ()
    quiet: frozenset[int] = frozenset()


def positions(scene: Scene, old: Sequence[Position | None]) -> list[Position]:
    """The place of every node in pixels at scale 1. Nodes with an ``old`` place stay near it."""
    count = len(scene.halves)
    if not count:
        return []
    if not any(place is not None for place in old):
        old = _first(scene)
    return _integers(_grown(scene, old))


def _first(scene: Scene) -> list[Position | None]:
    """The first picture: everything but what comes last."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(node for node in range(len(scene.halves)) if node not in scene.quiet)
    for (source, target), weight in scene.links.items():
        if source in graph and target in graph:
            graph.add_edge(source, target, weight=weight)
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part[0]))
    placed = [_part(graph.subgraph(part).copy(), part, scene) for part in parts]
    sizes = [scene.halves[part] + scene.drop[part] for part in parts]
    found: list[Position | None] = [None] * len(scene.halves)
    for part, moved in zip(parts, pack(placed, sizes), strict=True):
        for node, place in zip(part, _integers(moved), strict=True):
            found[node] = place
    return found


def _integers(points: Points) -> list[Position]:
    return [(int(x), int(y)) for x, y in np.rint(points)]


def _part(graph: "nx.Graph[int]", part: list[int], scene: Scene) -> Points:
    """One connected part, centred on the origin."""
    if len(part) == 1:
        return np.zeros((1, 2))
    if len(part) > _WHOLE:
        return _communities(graph, part, scene)
    return _whole(part, scene, _inside(part, scene))


def _inside(part: list[int], scene: Scene) -> list[tuple[int, int, float]]:
    """The links within a part, its nodes numbered from 0."""
    number = {node: index for index, node in enumerate(part)}
    return [(number[s], number[t], weight) for (s, t), weight in scene.links.items() if s in number and t in number]


def _whole(part: list[int], scene: Scene, links: list[tuple[int, int, float]]) -> Points:
    """All nodes at once; an arrow that wants room for its words has a box in its middle while the places are sought."""
    number = {node: index for index, node in enumerate(part)}
    spoken = [(number[s], number[t]) for s, t in scene.spoken if s in number and t in number]
    halves = np.concatenate([scene.halves[part], np.tile(_WORDS, (len(spoken), 1))])
    drop = np.concatenate([scene.drop[part], np.zeros((len(spoken), 2))])
    held = [(end, len(part) + at, 2.0) for at, pair in enumerate(spoken) for end in pair]
    points = relax(_start(len(halves)), links + held, halves)
    if len(part) <= _LABELLED:
        points = separate(points + drop, halves) - drop
    return _centred(points[: len(part)])


def _centred(points: Points) -> Points:
    """The same points about the origin."""
    centred: Points = points - (points.min(axis=0) + points.max(axis=0)) / 2
    return centred


def _start(count: int) -> Points:
    """A seeded disc."""
    disc: Points = np.random.default_rng(SEED).normal(size=(count, 2)) * 40 * np.sqrt(count)
    return disc


def _communities(graph: "nx.Graph[int]", part: list[int], scene: Scene) -> Points:
    """Communities as discs, the discs placed by the links between them."""
    found = nx.community.louvain_communities(graph, weight="weight", seed=SEED)
    if len(found) == 1:
        return _whole(part, scene, _inside(part, scene))
    groups = sorted((sorted(group) for group in found), key=lambda group: (-len(group), group[0]))
    member = {node: index for index, group in enumerate(groups) for node in group}
    between: dict[tuple[int, int], float] = {}
    for (source, target), weight in scene.links.items():
        if source in member and target in member and member[source] != member[target]:
            pair = min(member[source], member[target]), max(member[source], member[target])
            between[pair] = between.get(pair, 0.0) + weight
    inner = [_part(graph.subgraph(group).copy(), group, scene) for group in groups]
    rooms = np.array([np.abs(points).max(axis=0) + 40 for points in inner])
    links = [(source, target, weight) for (source, target), weight in between.items()]
    centres = separate(relax(_start(len(groups)) * 4, links, rooms), rooms)
    number = {node: index for index, node in enumerate(part)}
    points = np.zeros((len(part), 2))
    for group, local, centre in zip(groups, inner, centres, strict=True):
        points[[number[node] for node in group]] = local + centre
    return _centred(points)


def _grown(scene: Scene, old: Sequence[Position | None]) -> Points:
    """Old nodes where they were; new ones beside the middle of their neighbours, then all labels pushed apart."""
    known = [node for node, place in enumerate(old) if place is not None]
    points = np.zeros((len(old), 2))
    for node in known:
        points[node] = old[node]
    neighbours: dict[int, list[int]] = {}
    for source, target in scene.links:
        neighbours.setdefault(source, []).append(target)
        neighbours.setdefault(target, []).append(source)
    middle = points[known].mean(axis=0) if known else np.zeros(2)
    jitter = np.random.default_rng(SEED).normal(size=(len(old), 2)) * 60
    fixed = set(known)
    for node, place in enumerate(old):
        if place is None:
            near = [other for other in neighbours.get(node, ()) if other in fixed]
            points[node] = (points[near].mean(axis=0) if near else middle) + jitter[node]
    if len(old) <= _LABELLED:
        pinned = np.array([place is not None for place in old])
        points = separate(points + scene.drop, scene.halves, pinned) - scene.drop
    return points
