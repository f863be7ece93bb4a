"""All records of a corpus with the look-ups that describing them needs, and the IRI of each fact and actor."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from torkham.model import Actor, Article, Dating, Fact, FactRef, Publication, Reading, Resolution
from torkham.model.resolution import FactKind
from torkham.rdf.iri import Minter
from torkham.rdf.taxonomy import Taxonomy

KINDS: tuple[FactKind, ...] = ("position", "event", "statement", "figure", "deadline")
_NAMES = {"position": "end", "event": "type", "statement": "mode", "figure": "measure", "deadline": "end"}
_WITHDRAW = "withdraw"
_ONLY_WHEN_USED = ("Population", "UnnamedSource", "Coalition")


def facts(reading: Reading, kind: FactKind) -> Sequence[Fact]:
    """The facts of one kind of a reading."""
    return {
        "position": reading.positions,
        "event": reading.events,
        "statement": reading.statements,
        "figure": reading.figures,
        "deadline": reading.deadlines,
    }[kind]


@dataclass
class World:
    """Articles, readings and resolution, indexed once."""

    articles: dict[str, Article]
    readings: dict[str, Reading]
    resolution: Resolution
    taxonomy: Taxonomy
    mint: Minter
    actors: dict[str, Actor] = field(init=False)
    fact_iris: dict[FactRef, str] = field(init=False)
    used: set[str] = field(init=False, default_factory=set)
    """Keys of the actors that the graph holds: all named ones, of the others those that stand in a cell."""

    publications: dict[str, Publication] = field(init=False)
    policy_indices: dict[str, list[int]] = field(init=False)
    """The policies of each reading that are policies of the corpus."""
    passages: set[str] = field(init=False, default_factory=set)
    """IRIs of the passages that are written already."""
    days: set[date] = field(init=False, default_factory=set)
    """The days for which the graph holds an instant."""

    def __post_init__(self) -> None:
        self.publications = {one.document: one for one in self.resolution.publications}
        self.policy_indices = defaultdict(list)
        for document, index in (member for policy in self.resolution.policies for member in policy.members):
            self.policy_indices[document].append(index)
        self.actors = {actor.key: actor for actor in self.resolution.actors}
        self._keys = {(m.document, m.entity): a.key for a in self.resolution.actors for m in a.members}
        self._datings = {(d.document, d.time): d for d in self.resolution.datings}
        self._withdrawn = {c.fact for c in self.resolution.corrections if c.action == _WITHDRAW and c.fact is not None}
        self.fact_iris = {ref: self._mint(ref, fact) for ref, fact in self._all_facts()}
        self.used = {a.key for a in self.resolution.actors if a.type not in _ONLY_WHEN_USED and self._has_name(a)}

    def _has_name(self, actor: Actor) -> bool:
        """Whether some text calls an actor by a name, and not only 'the agency'."""
        entities = (self.readings[member.document].entities[member.entity] for member in actor.members)
        return any(mention.kind == "name" for entity in entities for mention in entity.mentions)

    def _all_facts(self) -> Iterator[tuple[FactRef, Fact]]:
        for document, reading in self.readings.items():
            for kind in KINDS:
                for index, fact in enumerate(facts(reading, kind)):
                    yield FactRef(document, kind, index), fact

    def _mint(self, ref: FactRef, fact: Fact) -> str:
        kind = "report" if ref.kind == "event" else ref.kind
        return self.mint.unique(kind, ref.document, fact.start, getattr(fact, _NAMES[ref.kind]))

    def withdrawn(self, ref: FactRef) -> bool:
        """Whether a person has withdrawn a fact."""
        return ref in self._withdrawn

    def standing(self, document: str, kind: FactKind) -> Iterator[tuple[FactRef, Fact]]:
        """The facts of one kind of a document that nobody has withdrawn."""
        for index, fact in enumerate(facts(self.readings[document], kind)):
            if not self.withdrawn(ref := FactRef(document, kind, index)):
                yield ref, fact

    def actor(self, document: str, entity: int) -> Actor:
        """The actor or place that an entity of a reading is. An entity that is none is a defect of resolution."""
        return self.actors[self._keys[document, entity]]

    def filling(self, document: str, entities: Iterable[int]) -> list[Actor]:
        """The actors in a role, each once, in the order of the text; they are in use from now on."""
        found = {actor.key: actor for actor in (self.actor(document, entity) for entity in entities)}
        self.used.update(found)
        return list(found.values())

    def named(self, keys: Iterable[str]) -> list[Actor]:
        """The actors with these keys; they are in use from now on."""
        found = [self.actors[key] for key in dict.fromkeys(keys)]
        self.used.update(actor.key for actor in found)
        return found

    def iri(self, actor: Actor) -> str:
        """The IRI of an actor or place."""
        return self.mint.actor(actor.key, actor.type)

    def dating(self, document: str, time: int | None) -> Dating | None:
        """What a time expression comes to, if anything."""
        return None if time is None else self._datings.get((document, time))


def cell(actors: Iterable[Actor], in_order: bool = False) -> str | None:
    """A table cell: the preferred labels, sorted unless their order means something."""
    labels = list(dict.fromkeys(actor.label for actor in actors))
    return " | ".join(labels if in_order else sorted(labels)) or None
