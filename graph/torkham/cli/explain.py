"""``torkham explain``: what the graph knows of a thing, and each sentence it rests on."""

from pathlib import Path
from typing import Annotated

import typer

from torkham.cli.arguments import say


def explain(
    thing: Annotated[
        str,
        typer.Argument(metavar="IRI", help="An IRI of the graph, its short form (actor/unhcr), or a label (UNHCR)."),
    ],
    graph: Annotated[Path, typer.Option(help="The graph.")] = Path("build/graph.ttl"),
) -> None:
    """Print what the graph knows of a thing and each sentence it rests on, with the words marked."""
    from torkham import query

    known = query.explain(query.open_graph(graph), thing)
    say(query.to_text(known))
