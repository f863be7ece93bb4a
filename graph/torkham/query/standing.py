"""Where a fact of a graph stands in its text: what a correction needs to find it again."""

import msgspec
import pyoxigraph as ox

from torkham.errors import QueryError
from torkham.query.store import Opened
from torkham.query.view import IDENTIFIER, TK, View

_KINDS = {
    "report": "event",
    "statement": "statement",
    "figure": "figure",
    "position": "position",
    "deadline": "deadline",
}


class Standing(msgspec.Struct, frozen=True):
    """A fact's document id, its span ``[start, end)`` in code points, and its kind."""

    document: str
    start: int
    end: int
    kind: str


def standing(opened: Opened, name: str) -> Standing:
    """Where the fact of that IRI stands.

    Raises:
        QueryError: the graph has no such thing, or it is no fact.
    """
    view = View(opened)
    node = view.find(name)
    kind = _KINDS.get(node.value.removeprefix(view.base).partition("/")[0])
    document = view.thing(node, TK + "inDocument")
    if kind is None or document is None:
        raise QueryError(f"{name} is no fact; give the IRI of a report, statement, figure, position or deadline")
    return Standing(
        view.text(document, IDENTIFIER), int(view.text(node, TK + "start")), int(view.text(node, TK + "end")), kind
    )


def actor_key(opened: Opened, name: str) -> str:
    """The key of the actor or place of that IRI or label, as people's judgements name it.

    Raises:
        QueryError: the graph has no such actor.
    """
    view = View(opened)
    node: ox.NamedNode = view.find(name)
    kind, _, key = node.value.removeprefix(view.base).partition("/")
    if kind not in ("actor", "place"):
        raise QueryError(f"{name} is no actor or place")
    return key if kind == "actor" else f"place:{key}"
