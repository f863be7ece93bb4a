"""What the graph knows of one thing, as records: its properties, its facts with their sentences, the judgements."""

import msgspec


class Link(msgspec.Struct, frozen=True, order=True):
    """A value: what to show, and the IRI behind it if it is a thing."""

    text: str
    iri: str | None = None


class Property(msgspec.Struct, frozen=True):
    """A property by its label, with all its values."""

    label: str
    values: tuple[Link, ...]


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """A fact in its sentence. ``start`` and ``end`` mark the fact's words within ``sentence`` (code points).

    ``roles`` says what the thing asked for is in the fact ('agent', 'attributed to'); ``standing`` is false for a fact
    that a person has withdrawn; ``judgements`` hold who corrected it and why.
    """

    fact: Link
    kind: str
    roles: tuple[str, ...]
    document: str
    sentence: str
    start: int
    end: int
    attributed_to: str = ""
    via: str = ""
    date: str = ""
    standing: bool = True
    judgements: tuple[str, ...] = ()


class Identity(msgspec.Struct, frozen=True, order=True):
    """Why what a document calls ``names`` is taken for the thing."""

    document: str
    names: tuple[str, ...]
    reason: str


class Knowledge(msgspec.Struct, frozen=True, kw_only=True):
    """All that the graph knows of ``iri``. ``more`` is the number of facts beyond those listed."""

    iri: str
    label: str
    types: tuple[str, ...]
    properties: tuple[Property, ...]
    evidence: tuple[Evidence, ...]
    identities: tuple[Identity, ...]
    more: int = 0
