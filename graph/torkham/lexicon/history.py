"""Events and terms of office that everybody knows the dates of (``lexicon/en/history.toml``)."""

from datetime import date
from functools import cache

import msgspec

from torkham import resources
from torkham.lexicon.files import load


class KnownEvent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An event of a known day; ``phrases`` name it, a clause of one of ``who`` and one of ``acts`` tells of it."""

    name: str
    date: date
    phrases: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()


class Term(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"since": "from"}):
    """The time in which a known actor held an office; ``until`` is None while it lasts."""

    actor: str
    since: date
    until: date | None = None


class History(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``history.toml``."""

    event: tuple[KnownEvent, ...]
    term: tuple[Term, ...]


@cache
def history() -> History:
    """The shipped ``history.toml``; raises OntologyError where it is malformed."""
    return load(resources.ontology() / "lexicon" / "en" / "history.toml", History)
