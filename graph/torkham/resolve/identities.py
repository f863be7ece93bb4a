"""Who is who across articles: entities of all readings joined to actors, each join with its reason.

Known actors join by key, persons by transliteration-aware spelling, organisations and populations by name. Unnamed
sources and ad-hoc groups never leave their article. People's judgements win; keys follow a total order of names.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from torkham.lexicon import Lexicon
from torkham.model import Actor, Entity, Member, Reading
from torkham.resolve.judgements import Judgement
from torkham.resolve.names import folded, same_person, slug

_LOCAL = ("UnnamedSource", "Coalition")
Ref = tuple[str, int]
"""A document id and the index of an entity in its reading."""


class Identities:
    """A union of entities: who was joined with whom, and why."""

    def __init__(self, readings: Sequence[Reading], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.entities: dict[Ref, Entity] = {
            (reading.document, index): entity for reading in readings for index, entity in enumerate(reading.entities)
        }
        self.groups: dict[str, list[Ref]] = defaultdict(list)
        self.reasons: dict[Ref, str] = {}
        for ref in sorted(self.entities):
            self._place(ref)
        self._join_spellings()

    def _place(self, ref: Ref) -> None:
        entity = self.entities[ref]
        key, reason = self._own_key(ref, entity)
        self.groups[key].append(ref)
        self.reasons[ref] = reason

    def _own_key(self, ref: Ref, entity: Entity) -> tuple[str, str]:
        place = "place:" if entity.type == "Place" else ""
        if entity.known is not None:
            return entity.known, "known name"
        unnamed = entity.type not in ("Population", "Person") and not _is_name(entity)
        if entity.type in _LOCAL or unnamed:
            return f"{place}{slug(entity.label)}-{slug(ref[0])}", "spoken of in one article only"
        if entity.type == "Person" and " " not in entity.label:
            return f"{slug(entity.label)}-{slug(ref[0])}", "only a surname, in one article"
        return f"{place}{slug(entity.label)}", "same name" if entity.type != "Population" else "same description"

    def _join_spellings(self) -> None:
        persons = sorted(key for key, refs in self.groups.items() if self._type(refs) == "Person")
        for n, left in enumerate(persons):
            for right in persons[n + 1 :]:
                if left in self.groups and right in self.groups:
                    self._join_if_same(left, right)

    def _join_if_same(self, left: str, right: str) -> None:
        scores = [same_person(a, b) for a in self._names(left) for b in self._names(right) if " " in a and " " in b]
        best = max((score for score in scores if score is not None), default=None)
        if best is not None:
            known = [key for key in (left, right) if self.lexicon.name(key)]
            kept = known[0] if known else min(left, right)
            self.join(left if kept == right else right, kept, f"spelling of the name, similarity {best:.2f}")

    def join(self, moved: str, kept: str, reason: str) -> None:
        """Make one group of two."""
        for ref in self.groups.pop(moved):
            self.groups[kept].append(ref)
            self.reasons[ref] = reason

    def judge(self, judgements: Iterable[Judgement]) -> None:
        """Apply what people have judged; 'different' splits what only spelling had joined, 'unsure' leaves all as it is."""
        for one in judgements:
            why = f"human judgement of {one.who}: {one.why}"
            if (
                one.judgement == "same"
                and one.left in self.groups
                and one.right in self.groups
                and one.left != one.right
            ):
                self.join(one.right, one.left, why)
            elif one.judgement == "different":
                self._split(one, why)

    def _split(self, one: Judgement, why: str) -> None:
        for kept, apart in ((one.left, one.right), (one.right, one.left)):
            moved = [ref for ref in self.groups.get(kept, []) if self._own_key(ref, self.entities[ref])[0] == apart]
            if kept != apart and moved:
                self.groups[kept] = [ref for ref in self.groups[kept] if ref not in moved]
                self.groups[apart] = moved
                self.reasons.update(dict.fromkeys(moved, why))

    # -- describing a group ---------------------------------------------------------------------------------------------

    def _type(self, refs: list[Ref]) -> str:
        return self.entities[refs[0]].type

    def _names(self, key: str) -> list[str]:
        known = self.lexicon.name(key)
        return sorted(
            {name for ref in self.groups[key] for name in self.entities[ref].names} | set(known.names if known else ())
        )

    def actors(self) -> tuple[Actor, ...]:
        """All actors and places, sorted by key."""
        return tuple(self._actor(key) for key in sorted(self.groups))

    def _actor(self, key: str) -> Actor:
        refs = sorted(self.groups[key])
        known = self.lexicon.name(key)
        names = self._spoken(refs)
        label = known.label if known else self._label(refs)
        aliases = {name for name in names if name != label} | (set(known.names) - {label} if known else set())
        return Actor(
            key=key,
            type=known.type if known else self._common_type(refs),
            label=label,
            aliases=tuple(sorted(aliases)),
            same_as=known.same_as if known else (),
            known=known is not None,
            members=tuple(Member(document, entity, self.reasons[document, entity]) for document, entity in refs),
        )

    def _spoken(self, refs: list[Ref]) -> list[str]:
        return sorted({name for ref in refs for name in self.entities[ref].names if folded(name)})

    def _label(self, refs: list[Ref]) -> str:
        """The label used by most mentions, then the longest, then the first in the alphabet."""
        weight: dict[str, int] = defaultdict(int)
        for ref in refs:
            weight[self.entities[ref].label] += len(self.entities[ref].mentions)
        return min(weight, key=lambda label: (-weight[label], -len(label), label))

    def _common_type(self, refs: list[Ref]) -> str:
        weight: dict[str, int] = defaultdict(int)
        for ref in refs:
            weight[self.entities[ref].type] += len(self.entities[ref].mentions)
        return min(weight, key=lambda kind: (-weight[kind], kind))


def _is_name(entity: Entity) -> bool:
    return any(mention.kind == "name" for mention in entity.mentions) or entity.label[:1].isupper()


def resolve(readings: Sequence[Reading], lexicon: Lexicon, judgements: Iterable[Judgement]) -> tuple[Actor, ...]:
    """The actors of a corpus."""
    identities = Identities(readings, lexicon)
    identities.judge(judgements)
    return identities.actors()
