"""``torkham serve``: the graph over HTTP."""

from contextlib import suppress
from typing import Annotated

import typer

from torkham.cli.arguments import GRAPH, GraphOption
from torkham.errors import TorkhamError


def serve(
    graph: GraphOption = GRAPH,
    host: Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 opens it to the network.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8000,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that a query may take.")] = 30.0,
) -> None:
    """Serve the graph: the network at /, SPARQL with an editor at /sparql, every thing at /id/…; read-only."""
    try:
        from torkham.server.run import serve as run
    except ModuleNotFoundError as error:
        raise TorkhamError(f"{error.name} is not installed; pip install 'torkham[serve]'") from error
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    with suppress(KeyboardInterrupt):  # as it is meant to end
        run(graph, host, port, timeout, lambda: typer.echo(f"{address}  (Ctrl-C ends it)"))
