"""What the views draw: nodes, facts and edges, once the answers are read. Nodes and facts are referred to by index."""

from dataclasses import dataclass, field

Cell = str | int | float | None
"""A cell of an answer."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a node; ``reason`` says why it is taken for this node's ('same acronym'), where the graph tells."""

    text: str
    language: str = ""
    reason: str = ""
    document: str = ""


@dataclass(slots=True)
class Node:
    """Something that is drawn: an actor, a place, a policy or a figure. ``key`` is its IRI, or made up from its label."""

    key: str
    label: str
    type: str
    mentions: int = 0
    names: list[Name] = field(default_factory=list)
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """One fact between two nodes, named by what happened ('expelled')."""

    source: int
    target: int
    label: str


@dataclass(slots=True)
class Fact:
    """One row of an answer with its evidence.

    ``verb`` is what its arrow says, in the voice of who does it. ``roles`` are pairs of a role's name and a node.
    ``mark`` is where the fact's words stand in the sentence (code points), None where the answers do not tell.
    ``details`` are further columns as they came.
    """

    kind: str
    relation: str
    group: str
    key: str
    verb: str
    document: str
    sentence: str
    modality: str = "actual"
    date: str = ""
    date_end: str = ""
    basis: str = ""
    mark: tuple[int, int] | None = None
    roles: list[tuple[str, int]] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    details: dict[str, Cell] = field(default_factory=dict)
    disputes: list[int] = field(default_factory=list)

    def nodes(self, role: str) -> list[int]:
        """The nodes that stand in ``role``."""
        return [node for name, node in self.roles if name == role]


@dataclass(slots=True)
class Document:
    """An article as the `sources` question gives it; ``key`` is the name that stands in document cells."""

    key: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    basis: str = ""
    url: str = ""


@dataclass(slots=True)
class Story:
    """Everything that the network, the timeline, the figures and the table show."""

    nodes: list[Node]
    facts: list[Fact]
    documents: list[Document]
