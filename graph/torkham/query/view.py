"""Looking at a graph one thing at a time: its quads, labels, and which thing a name means."""

import re
from collections.abc import Iterator
from functools import cached_property

import pyoxigraph as ox

from torkham.errors import QueryError
from torkham.query.engine import BASE, PREFIXES
from torkham.query.folding import fold
from torkham.query.store import Opened

TK = PREFIXES["tk"]
LABEL, TYPE = PREFIXES["rdfs"] + "label", PREFIXES["rdf"] + "type"
IDENTIFIER = PREFIXES["dcterms"] + "identifier"
_ALT = PREFIXES["skos"] + "altLabel"


class View:
    """A graph as things with properties; triples of all its named graphs count alike."""

    def __init__(self, opened: Opened) -> None:
        self._store = opened.store

    @cached_property
    def base(self) -> str:
        """What all IRIs of this graph's data begin with."""
        document = next(self.subjects(TYPE, ox.NamedNode(TK + "Document")), None)
        return document.value.rpartition("document/")[0] if document else BASE

    def outgoing(self, node: ox.NamedNode) -> Iterator[tuple[str, ox.NamedNode | ox.Literal]]:
        """The properties of a thing: predicate and value."""
        for quad in self._store.quads_for_pattern(node, None, None, None):
            if isinstance(quad.object, ox.NamedNode | ox.Literal):
                yield quad.predicate.value, quad.object

    def incoming(self, node: ox.NamedNode) -> Iterator[tuple[str, ox.NamedNode]]:
        """What points to a thing: predicate and subject."""
        for quad in self._store.quads_for_pattern(None, None, node, None):
            if isinstance(quad.subject, ox.NamedNode):
                yield quad.predicate.value, quad.subject

    def subjects(self, predicate: str, value: ox.NamedNode | ox.Literal | None = None) -> Iterator[ox.NamedNode]:
        """Everything that has a property, with that value if one is given."""
        for quad in self._store.quads_for_pattern(None, ox.NamedNode(predicate), value, None):
            if isinstance(quad.subject, ox.NamedNode):
                yield quad.subject

    def values(self, node: ox.NamedNode, predicate: str) -> list[ox.NamedNode | ox.Literal]:
        """The values of one property."""
        quads = self._store.quads_for_pattern(node, ox.NamedNode(predicate), None, None)
        return [quad.object for quad in quads if isinstance(quad.object, ox.NamedNode | ox.Literal)]

    def text(self, node: ox.NamedNode, predicate: str) -> str:
        """The value of a property that has one, as text; empty if it has none."""
        return min((value.value for value in self.values(node, predicate)), default="")

    def thing(self, node: ox.NamedNode, predicate: str) -> ox.NamedNode | None:
        """The thing that a property with one value points to."""
        return next((value for value in self.values(node, predicate) if isinstance(value, ox.NamedNode)), None)

    def label(self, node: ox.NamedNode) -> str:
        """The English label, else any, else the end of the IRI."""
        labels = [value for value in self.values(node, LABEL) if isinstance(value, ox.Literal)]
        best = min(labels, key=lambda label: (label.language != "en", label.language or "", label.value), default=None)
        if best:
            return best.value
        own = node.value.removeprefix(self.base)
        return own if own != node.value else re.split(r"[/#]", node.value.rstrip("/#"))[-1]

    def find(self, name: str, by_label: bool = True) -> ox.NamedNode:
        """The thing of that IRI, of that IRI below the graph's base ('actor/unhcr'), prefixed name or label.

        Raises:
            QueryError: nothing, or more than one thing, has that name.
        """
        prefix, _, local = name.partition(":")
        for iri in (name, PREFIXES.get(prefix, "-") + local, self.base + name):
            node = _node(iri)
            if node and self._known(node):
                return node
        if not by_label:
            raise QueryError(f"the graph knows nothing of {name!r}")
        return self._labelled(name)

    def _known(self, node: ox.NamedNode) -> bool:
        return next(self.outgoing(node), None) is not None or next(self.incoming(node), None) is not None

    def _labelled(self, name: str) -> ox.NamedNode:
        wanted = fold(name)
        things: set[str] = set()
        for predicate in (LABEL, _ALT):
            for quad in self._store.quads_for_pattern(None, ox.NamedNode(predicate), None, None):
                if isinstance(quad.object, ox.Literal) and fold(quad.object.value) == wanted:
                    things.add(quad.subject.value if isinstance(quad.subject, ox.NamedNode) else "")
        found = sorted(things - {""})
        actors = [thing for thing in found if thing.startswith(f"{self.base}actor/")]
        for choice in (found, actors):
            if len(choice) == 1:
                return ox.NamedNode(choice[0])
        if not found:
            raise QueryError(f"the graph knows nothing of {name!r}; torkham find searches names and sentences")
        raise QueryError(f"{name!r} is the label of several things: {', '.join(found[:5])}; give the IRI of one")


def base(opened: Opened) -> str:
    """What all IRIs of a graph's data begin with."""
    return View(opened).base


def _node(iri: str) -> ox.NamedNode | None:
    try:
        return ox.NamedNode(iri)
    except ValueError:
        return None
