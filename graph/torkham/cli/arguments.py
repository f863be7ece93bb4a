"""Arguments that several commands share."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from torkham.query import Format

GRAPH = Path("build/graph.ttl")

GraphOption = Annotated[Path, typer.Option("--graph", "-g", help="The graph: Turtle, TriG, N-Triples, JSON-LD.")]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="table for eyes; csv, json, markdown keep all.")]


def say(text: str) -> None:
    """Writes text to standard output as it is, in UTF-8 whatever the terminal's locale."""
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.flush()
