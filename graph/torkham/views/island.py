"""The story as the page's data: columns, strings once, written so that no string can leave its script element."""

import base64
import json
import zlib
from collections.abc import Iterable, Sequence
from typing import Any

from torkham.views.records import Fact, Node, Story

KINDS = ("event", "statement", "figure", "position", "deadline", "policy")
ROLES = (
    "agent", "patient", "addressee", "speaker", "via", "place", "told_to",
    "population", "figure", "person", "organisation", "policy", "set_by", "applies_to", "issuer", "targets",
)  # fmt: skip
MODALITIES = ("actual", "planned", "requested", "threatened", "denied", "hypothetical")

_DEFLATE_FROM = 400_000
"""From so many characters on the data are deflated; the browser inflates them in some milliseconds."""


class Strings:
    """Numbers strings in the order of their first use."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        """Starts with the ``known`` ones as 0, 1, 2, …"""
        self._numbers = {string: number for number, string in enumerate(known)}

    def number(self, string: str) -> int:
        """The number of a string; a new one gets the next."""
        return self._numbers.setdefault(string, len(self._numbers))

    def all(self) -> list[str]:
        """The strings by number."""
        return list(self._numbers)


def base(keys: Sequence[str]) -> str:
    """The longest IRI prefix up to a slash that most keys share ('https://…/id/'), or the empty string."""
    iris = sorted(key for key in keys if key.startswith(("http://", "https://")))
    if not iris:
        return ""
    first, last = iris[0], iris[-1]
    same = next((at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first))
    return first[: first.rfind("/", 0, same) + 1]


def columns(story: Story, drawn: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The page's data without its heading: see ``assets/data.js``, which reads it. ``drawn`` are pyvis' nodes."""
    prefix = base([node.key for node in story.nodes] + [fact.key for fact in story.facts])
    texts, types, relations, groups = Strings(), Strings(), Strings(), Strings()
    kinds, roles, modalities = Strings(KINDS), Strings(ROLES), Strings(MODALITIES)
    documents = Strings(document.key for document in story.documents)
    nodes = _nodes(story.nodes, prefix, types) | {
        "x": [node["x"] for node in drawn],
        "y": [node["y"] for node in drawn],
        "r": [node["size"] for node in drawn],
    }
    facts = {
        "kind": [kinds.number(fact.kind) for fact in story.facts],
        "rel": [relations.number(fact.relation) for fact in story.facts],
        "group": [groups.number(fact.group) for fact in story.facts],
        "mod": [modalities.number(fact.modality) for fact in story.facts],
        "key": [fact.key.removeprefix(prefix) for fact in story.facts],
        "verb": [texts.number(fact.verb) for fact in story.facts],
        "doc": [documents.number(fact.document) if fact.document else -1 for fact in story.facts],
        "sent": [texts.number(fact.sentence) for fact in story.facts],
        "date": [texts.number(fact.date) for fact in story.facts],
        "end": _sparse((index, fact.date_end) for index, fact in enumerate(story.facts)),
        "basis": _sparse((index, fact.basis) for index, fact in enumerate(story.facts)),
        "mark": _sparse((index, fact.mark) for index, fact in enumerate(story.facts)),
        "roles": [[value for role, node in fact.roles for value in (roles.number(role), node)] for fact in story.facts],
        "edges": [_edges(fact, texts) for fact in story.facts],
        "more": _sparse((index, {k: v for k, v in f.details.items() if v not in ("", None)})
                        for index, f in enumerate(story.facts)),
        "disputes": _sparse((index, fact.disputes) for index, fact in enumerate(story.facts)),
    }  # fmt: skip
    known = {document.key: document for document in story.documents}
    return {
        "base": prefix,
        "kinds": kinds.all(),
        "roles": roles.all(),
        "types": types.all(),
        "rels": relations.all(),
        "groups": groups.all(),
        "mods": modalities.all(),
        "docs": [
            [key, d.title, d.publisher, d.published, d.basis, d.url] if (d := known.get(key)) else [key]
            for key in documents.all()
        ],
        "texts": texts.all(),
        "nodes": nodes,
        "facts": facts,
    }


def _sparse(pairs: Iterable[tuple[int, Any]]) -> dict[str, Any]:
    return {str(index): value for index, value in pairs if value}


def _edges(fact: Fact, texts: Strings) -> list[int]:
    return [number for edge in fact.edges for number in (edge.source, edge.target, texts.number(edge.label))]


def _nodes(nodes: Sequence[Node], prefix: str, types: Strings) -> dict[str, Any]:
    names = {
        str(index): [[name.text, name.language, name.reason, name.document] for name in node.names]
        for index, node in enumerate(nodes)
        if node.names
    }
    return {
        "key": [node.key.removeprefix(prefix) for node in nodes],
        "label": [node.label for node in nodes],
        "type": [types.number(node.type) for node in nodes],
        "mentions": [node.mentions for node in nodes],
        "names": names,
        "same": _sparse((index, node.same_as) for index, node in enumerate(nodes)),
    }


def dump(data: dict[str, Any]) -> tuple[str, str]:
    """The content of the data's script element and its encoding, 'json' or 'deflate' (base64 of a zlib stream).

    JSON is written with ``<`` and the line separators U+2028 and U+2029 escaped, lone surrogates too: such a text can
    neither close the element nor break the parser.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    if len(text) > _DEFLATE_FROM:
        return base64.b64encode(zlib.compress(text.encode("utf-8", "surrogatepass"), 9)).decode("ascii"), "deflate"
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text.encode("utf-8", "backslashreplace").decode("utf-8"), "json"
