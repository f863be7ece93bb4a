"""Which node a cell means. Cells hold labels; a label can be two actors' (unnamed sources never merge across articles)."""

from collections.abc import Mapping, Sequence

from torkham.views.records import Cell, Name, Node

Row = Mapping[str, Cell]
Answers = Mapping[str, Sequence[Row]]

JOIN = " | "
PLACE = "Place"
POPULATION = "Population"


def text(row: Row, column: str) -> str:
    """A cell as text; unbound and absent are the empty string."""
    value = row.get(column)
    return "" if value is None else str(value)


def parts(row: Row, column: str) -> list[str]:
    """The values of a cell that may hold several."""
    return [part for part in text(row, column).split(JOIN) if part]


def count(row: Row, column: str) -> int:
    """A cell that counts; 0 where it is empty or no number."""
    value = text(row, column)
    return int(value) if value.isdecimal() else 0


class Register:
    """The nodes of a story in the order of their IRIs, found again by the labels in cells."""

    def __init__(self, answers: Answers) -> None:
        """Takes the `actors` and `policies` answers, and `places`, `identities` and `ways` where they are given."""
        self.nodes: list[Node] = []
        self._by_key: dict[str, int] = {}
        self._by_label: dict[tuple[str, str], list[int]] = {}
        self._documents: dict[int, frozenset[str]] = {}
        for row in sorted(answers.get("actors", ()), key=lambda row: text(row, "actor")):
            node = self._add(text(row, "actor"), text(row, "label"), text(row, "type") or "default", "actor")
            self.nodes[node].mentions = count(row, "mentions")
            self.nodes[node].same_as = tuple(parts(row, "same_as"))
            self.nodes[node].names += [Name(alias) for alias in parts(row, "aliases")]
            self._documents[node] = frozenset(parts(row, "documents"))
        for row in sorted(answers.get("places", ()), key=lambda row: text(row, "place")):
            node = self._add(text(row, "place"), text(row, "label"), PLACE, "place")
            self.nodes[node].same_as = tuple(parts(row, "same_as"))
        for row in sorted(answers.get("policies", ()), key=lambda row: text(row, "policy")):
            self._add(text(row, "policy"), text(row, "label"), "Policy", "policy")
        self._name(answers.get("identities", ()))
        self._ways = {(text(row, "report"), text(row, "place")): text(row, "way") for row in answers.get("ways", ())}

    def _name(self, rows: Sequence[Row]) -> None:
        """Adds names with their language and the reason why they are taken for this node's."""
        for row in rows:
            node = self._by_key.get(text(row, "actor"))
            if node is not None:
                name = Name(text(row, "name"), text(row, "language"), text(row, "reason"), text(row, "document"))
                names = [old for old in self.nodes[node].names if old.text != name.text or old.language or old.reason]
                self.nodes[node].names = [*names, name] if name not in names else names

    def _add(self, key: str, label: str, node_type: str, space: str) -> int:
        key = key or f"{space}:{label}"
        if key not in self._by_key:
            self._by_key[key] = len(self.nodes)
            self.nodes.append(Node(key, label, node_type))
            self._by_label.setdefault((space, label), []).append(self._by_key[key])
        return self._by_key[key]

    def figure(self, key: str, label: str) -> int:
        """A figure's own node."""
        return self._add(key, label, "Figure", "figure")

    def actor(self, label: str, document: str) -> int:
        """The actor that ``label`` means in ``document``; one that no row of `actors` has becomes a population."""
        found = self._by_label.get(("actor", label), [])
        here = [node for node in found if document in self._documents.get(node, ())]
        return (here or found or [self._add("", label, POPULATION, "actor")])[0]

    def place(self, label: str) -> int:
        """The place called ``label``."""
        return (self._by_label.get(("place", label)) or [self._add("", label, PLACE, "place")])[0]

    def policy(self, cell: str) -> int:
        """The policy of a cell that holds its IRI or its label."""
        if cell in self._by_key:
            return self._by_key[cell]
        return (self._by_label.get(("policy", cell)) or [self._add("", cell, "Policy", "policy")])[0]

    def actors(self, row: Row, column: str) -> list[int]:
        """The actors that stand in a cell."""
        return [self.actor(label, text(row, "document")) for label in parts(row, column)]

    def way(self, row: Row, place: int) -> str:
        """Whether the event of a row of `events` leads 'to' that place or comes 'from' it; empty if nothing says so."""
        return self._ways.get((text(row, "report"), self.nodes[place].label), "")

    def places(self, row: Row) -> list[int]:
        """The places that stand in the cell `place`."""
        return [self.place(label) for label in parts(row, "place")]
