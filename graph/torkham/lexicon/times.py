"""How English writes dates (``lexicon/en/times.toml``)."""

from functools import cache
from typing import Literal

import msgspec

from torkham import resources
from torkham.lexicon.files import load

Tense = Literal["past", "present", "future"]
Unit = Literal["day", "week", "month", "year"]
Part = Literal["early", "mid", "late", "start", "end"]
Relation = Literal["on", "since", "by", "before", "after", "until"]


class Times(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``times.toml``; words in lower case.

    ``months`` and ``weekdays`` list the names of each in order, abbreviations too; ``ambiguous`` are month names that
    are also words and need a sign beside them. ``parts`` are phrases before a month or year, ``relations``
    prepositions before a date, ``units`` the nouns of calendar units, ``hours`` those of the hour. ``days``
    are words for days counted from the day of publication. ``past``, ``coming`` and ``this``
    precede a unit, weekday or month ('last', 'next', 'this');
    ``ago`` and ``hence`` follow a duration; ``earlier``, ``later`` and, at the end of a clause, ``closed`` follow one that
    counts from the date told before, as months before ``told_year``, units after ``same``, ``follows`` and ``precedes``
    and the days of ``narrated`` do. ``published`` opens a line that states when the article appeared. ``numbers`` are
    small counts of units, ``ordinals`` those of anniversaries. ``future``
    are auxiliaries of what is to come;
    after a verb in the past only those of ``certain`` still look ahead from the day of publication. ``moments``
    after a date open a clause about that date; ``occurring`` verbs (lemmas) say of an event noun that it took place,
    ``recording`` ones that somebody saw it or brought it about, and ``accompanying`` prepositions that it came with the
    verb; ``lasting`` verbs in a relative clause tell what is so, not what happens on a day;
    ``dated`` nouns are documents whose date is that of the act; ``daytimes`` are parts of the day that is named;
    what is the object of a ``following`` verb is past;
    ``perfect`` auxiliaries put an act before the one that tells of it.
    """

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]
    ambiguous: tuple[str, ...]
    parts: dict[Part, tuple[str, ...]]
    relations: dict[Relation, tuple[str, ...]]
    units: dict[Unit, tuple[str, ...]]
    hours: tuple[str, ...]
    days: dict[str, int]
    past: tuple[str, ...]
    coming: tuple[str, ...]
    this: tuple[str, ...]
    ago: tuple[str, ...]
    earlier: tuple[str, ...]
    later: tuple[str, ...]
    hence: tuple[str, ...]
    closed: tuple[str, ...]
    told_year: tuple[str, ...]
    same: tuple[str, ...]
    follows: tuple[str, ...]
    precedes: tuple[str, ...]
    narrated: dict[str, int]
    recent: tuple[str, ...]
    published: tuple[str, ...]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    future: tuple[str, ...]
    certain: tuple[str, ...]
    moments: tuple[str, ...]
    occurring: tuple[str, ...]
    following: tuple[str, ...]
    recording: tuple[str, ...]
    accompanying: tuple[str, ...]
    lasting: tuple[str, ...]
    dated: tuple[str, ...]
    daytimes: tuple[str, ...]
    perfect: tuple[str, ...]


@cache
def times() -> Times:
    """The shipped ``times.toml``; raises OntologyError where it is malformed."""
    return load(resources.ontology() / "lexicon" / "en" / "times.toml", Times)
