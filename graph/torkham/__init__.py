"""Torkham: a knowledge graph of forced returns, read from news articles, every fact with its sentence."""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from torkham.api import Explanation, Graph, build, open

__all__ = ["Explanation", "Graph", "__version__", "build", "open"]


def __getattr__(name: str) -> Any:
    """The public interface, imported when it is first used, so that ``import torkham`` is quick."""
    if name in __all__:
        from torkham import api

        return getattr(api, name)
    raise AttributeError(f"module 'torkham' has no attribute {name!r}")
