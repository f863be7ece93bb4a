"""``torkham export``: the network for Gephi, Cytoscape and spreadsheets."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from torkham import query, views
from torkham.cli.arguments import GRAPH, say


def export(
    graph: Annotated[Path, typer.Argument(help="The graph: Turtle, TriG, N-Triples, JSON-LD.")] = GRAPH,
    form: Annotated[
        Literal["graphml", "gexf", "csv"], typer.Option("--format", "-f", help="csv has one row for each arrow.")
    ] = "graphml",
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="The file to write; network.<format> if left out.")
    ] = None,
) -> None:
    """Write the network (actors, places, policies, figures and what joins them) for other programs."""
    path = out or Path(f"network.{form}")
    views.write_network(query.answers(query.open_graph(graph)), path, form=form)
    say(f"{path}\n")
