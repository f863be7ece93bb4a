"""Story, layout and presentation -> the pyvis network that writes the page."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from torkham import __version__
from torkham.errors import InputError
from torkham.views.bundles import bundles, radii
from torkham.views.island import columns, dump
from torkham.views.layout import Position, positions
from torkham.views.page import KGNetwork
from torkham.views.records import Story
from torkham.views.register import Answers
from torkham.views.scene import scene
from torkham.views.story import tell
from torkham.views.wording import Wording, load
from torkham.writing import write_whole


def assemble(answers: Answers, *, title: str, layout: Path | None, quality: Mapping[str, float] | None) -> KGNetwork:
    """See :func:`torkham.views.build`."""
    story, wording = tell(answers), load()
    places = positions(scene(story), _remembered(layout, story))
    if layout is not None:
        _remember(layout, story, places)
    network = KGNetwork(heading=title)
    _fill(network, story, wording, places)
    data = columns(story, network.nodes)
    data["heading"] = {
        "title": title,
        "version": __version__,
        "quality": {name: round(float(value), 3) for name, value in sorted((quality or {}).items())},
    }
    data["looks"] = _looks(story, wording)
    network.island = dump(data)
    return network


def _fill(network: KGNetwork, story: Story, wording: Wording, places: list[Position]) -> None:
    """Nodes and bundles as pyvis nodes and edges: anyone who knows pyvis finds them there."""
    for index, (node, radius, (x, y)) in enumerate(zip(story.nodes, radii(story), places, strict=True)):
        look = wording.look(node.type)
        network.add_node(index, node.label, x=x, y=y, size=radius, color=look["light"], shape=look["shape"])
    for (source, target), facts in bundles(story).items():
        network.add_edge(source, target, value=len(facts))


def _looks(story: Story, wording: Wording) -> dict[str, Any]:
    """Only the looks of the types and groups that occur, in the order of the presentation file."""
    used = {node.type for node in story.nodes}
    order = [name for name in wording.tables["node"] if name in used] + sorted(used - wording.tables["node"].keys())
    return {
        "node": {name: wording.look(name) for name in order},
        "group": wording.tables["group"],
        "paper": wording.tables["paper"],
        "dispute": wording.link("dispute"),
        "measure": wording.tables["measure"],
    }


def _remembered(layout: Path | None, story: Story) -> list[Position | None]:
    """The old place of each node, None for new ones; all None where there is no file yet."""
    if layout is None or not layout.exists():
        return [None] * len(story.nodes)
    try:
        places = json.loads(layout.read_text("utf-8"))
        return [(int(at[0]), int(at[1])) if (at := places.get(node.key)) else None for node in story.nodes]
    except (ValueError, TypeError, AttributeError, LookupError, OSError) as error:
        raise InputError(f"{layout}: no layout file ({error}); delete it or name another") from error


def _remember(layout: Path, story: Story, places: list[Position]) -> None:
    named = {node.key: list(place) for node, place in zip(story.nodes, places, strict=True)}
    text = json.dumps(named, ensure_ascii=False, indent=0, sort_keys=True) + "\n"
    write_whole(layout, text.encode("utf-8"), "choose another --layout")
