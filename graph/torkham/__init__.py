"""Torkham: a knowledge graph of forced returns, read from news articles, every fact with its sentence."""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_PUBLIC = ("Explanation", "Graph", "build", "open")


def __getattr__(name: str) -> Any:
    """The public interface (:mod:`torkham.api`), imported when it is first used, so that ``import torkham`` is quick."""
    if name in _PUBLIC:
        return getattr(import_module("torkham.api"), name)
    raise AttributeError(f"module 'torkham' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_PUBLIC})
