"""``torkham push``: the graph into somebody's store."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from torkham.errors import TorkhamError


def push(
    endpoint: Annotated[str, typer.Argument(help="The address of a SPARQL 1.1 Graph Store, e.g. …/store or …/data.")],
    graph: Annotated[Path, typer.Option("--graph", "-g", help="The graph with its named graphs, TriG.")] = Path(
        "build/graph.trig"
    ),
) -> None:
    """Load the graph into a store: each named graph is replaced, those of departed documents are deleted.

    User and password come from TORKHAM_PUSH_USER and TORKHAM_PUSH_PASSWORD, a bearer token from TORKHAM_PUSH_TOKEN.
    """
    try:
        from torkham.server.graphstore import Credentials
        from torkham.server.push import push as send
    except ModuleNotFoundError as error:
        raise TorkhamError(f"{error.name} is not installed; pip install 'torkham[push]'") from error
    names = ("TORKHAM_PUSH_USER", "TORKHAM_PUSH_PASSWORD", "TORKHAM_PUSH_TOKEN")
    credentials = Credentials(*(os.environ.get(name, "").strip() for name in names))
    columns = (TextColumn("pushing"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("push")
        done = send(
            graph, endpoint, credentials, lambda _, number, total: bar.update(task, completed=number, total=total)
        )
    typer.echo(f"{done.replaced} named graphs replaced, {done.deleted} deleted")
