"""``torkham view``: the network of a graph as one offline page."""

from pathlib import Path
from typing import Annotated

import typer

from torkham import query, views
from torkham.cli.arguments import GRAPH, say


def view(
    graph: Annotated[Path, typer.Argument(help="The graph: Turtle, TriG, N-Triples, JSON-LD.")] = GRAPH,
    out: Annotated[Path, typer.Option("--out", "-o", help="The page to write.")] = Path("view.html"),
    layout: Annotated[
        Path | None, typer.Option(help="A JSON file of places: old names stay near theirs, new ones are added to it.")
    ] = None,
    title: Annotated[str, typer.Option(help="The heading of the page.")] = "Torkham",
) -> None:
    """Make the network of a graph as one HTML file that needs no network and no other file."""
    views.write_html(query.answers(query.open_graph(graph)), out, title=title, layout=layout, quality=views.measured())
    say(f"{out}\n")
