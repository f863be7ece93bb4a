"""What only all articles together can tell: who is the same, when it was, who disagrees.

Facts and entities of a reading are referred to by document id and index.
"""

from typing import Literal

import msgspec

from torkham.model.reading import Change, Status

FactKind = Literal["position", "event", "statement", "figure", "deadline"]
Basis = Literal["stated", "resolved", "inferred"]
Precision = Literal["day", "month", "year", "interval"]


class FactRef(msgspec.Struct, frozen=True, order=True):
    """A fact of a reading: ``Reading.<kind>s[index]`` of the document."""

    document: str
    kind: FactKind
    index: int


class Member(msgspec.Struct, frozen=True, order=True):
    """An entity of one reading that is taken for an actor, and why ('same acronym', 'spelling distance 0.96', …)."""

    document: str
    entity: int
    reason: str


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """An actor or place of the corpus. ``key`` is the last part of its IRI: readable, stable when articles are added."""

    key: str
    type: str
    label: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    known: bool = False
    members: tuple[Member, ...] = ()


class Dating(msgspec.Struct, frozen=True, kw_only=True):
    """What a time expression comes to: ``value`` in EDTF (an interval 'a/b' too), its basis, and the reasoning in words."""

    document: str
    time: int
    value: str
    precision: Precision
    basis: Basis
    why: str


class Publication(msgspec.Struct, frozen=True, kw_only=True):
    """When a document was published: ``value`` in EDTF, None when nothing in text or metadata fixes it."""

    document: str
    value: str | None
    basis: Basis | None
    why: str


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that reports say happened. Coreferent reports share it; ``reason`` says why they are one.

    ``contested`` is true where nobody but attributed speakers assert it.
    """

    key: str
    type: str
    reports: tuple[FactRef, ...]
    reason: str
    contested: bool


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """Two figures that cannot both be right, in an editor's sense; ``why`` says what was compared."""

    a: FactRef
    b: FactRef
    why: str


class ResolvedPolicy(msgspec.Struct, frozen=True, kw_only=True):
    """A policy of the corpus; ``members`` are (document, index in ``Reading.policies``)."""

    key: str
    type: str
    label: str
    status: Status
    issuer: tuple[str, ...]
    targets: tuple[str, ...]
    announced: str | None
    members: tuple[tuple[str, int], ...]


class DeadlineChange(msgspec.Struct, frozen=True, kw_only=True):
    """A deadline with its history: which policy (key), the date before it, and how it came about."""

    deadline: FactRef
    policy: str | None
    date: str
    previous: str | None
    change: Change
    announced: str | None


class AppliedCorrection(msgspec.Struct, frozen=True, kw_only=True):
    """A line of ``corrections.tsv``: what was withdrawn or changed, by whom and why. ``fact`` is None if its passage is gone."""

    line: int
    document: str
    start: int
    end: int
    kind: str
    action: str
    value: str
    who: str
    why: str
    fact: FactRef | None


class Resolution(msgspec.Struct, frozen=True, kw_only=True):
    """Everything resolved over all readings of a corpus."""

    actors: tuple[Actor, ...]
    datings: tuple[Dating, ...]
    publications: tuple[Publication, ...]
    events: tuple[Event, ...]
    disputes: tuple[Dispute, ...]
    policies: tuple[ResolvedPolicy, ...]
    deadlines: tuple[DeadlineChange, ...]
    corrections: tuple[AppliedCorrection, ...] = ()
