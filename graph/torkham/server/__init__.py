"""Server: a graph over HTTP, read-only (``serve``), and a graph sent to somebody else's store (``push``)."""

from torkham.server.app import application
from torkham.server.run import serve

__all__ = ["application", "serve"]
