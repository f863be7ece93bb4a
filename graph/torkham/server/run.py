"""Starting the server on a port and ending it cleanly."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from torkham.errors import TorkhamError
from torkham.server.app import application

_LOCAL = ("localhost", "127.0.0.1", "[::1]")


def serve(graph: Path, host: str, port: int, timeout: float, ready: Callable[[], None] = lambda: None) -> None:
    """Serves a graph until Ctrl-C; calls ``ready`` once it listens.

    On a loopback address only calls by a loopback name are answered.

    Raises:
        InputError: the file is no graph.
        TorkhamError: the address cannot be used.
    """
    hosts = _LOCAL if host in ("localhost", "127.0.0.1", "::1") else ("*",)
    size = max(2, min(4, os.cpu_count() or 2))
    app = application(graph, timeout, size, hosts)
    listener = _listen(host, port)
    ready()
    config = uvicorn.Config(
        app,
        log_level="warning",
        timeout_keep_alive=10,
        timeout_graceful_shutdown=3,
        server_header=False,
        h11_max_incomplete_event_size=64_000,
    )
    uvicorn.Server(config).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server(
            (host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=256
        )
    except (OSError, OverflowError) as error:
        raise TorkhamError(
            f"{host}:{port}: cannot be listened on ({error}); choose another --port or --host"
        ) from error
