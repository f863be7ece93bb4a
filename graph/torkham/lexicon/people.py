"""Nouns for people spoken of as a group (``lexicon/en/people.toml``)."""

from functools import cache

import msgspec

from torkham import resources
from torkham.lexicon.files import load


class PeopleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``nouns`` are lemmas of what is counted one by one (refugee, holder), ``households`` of what holds several (family).

    ``roles`` are lemmas of people by what they do (official, officer, lawyer): they are counted too, but seldom fled.
    ``generic`` nouns say no more than that they are people, ``states`` only what befell them ('11 dead');
    ``statuses`` are adjectives (lower case) that make a group of its own: 'registered refugees' are not 'refugees'.
    ``homelands`` are peoples named after no state (lower case), with the key of the state whose land is their home;
    ``colour`` are adjectives that only describe ('poor refugees' are the same refugees).
    """

    nouns: tuple[str, ...]
    households: tuple[str, ...]
    roles: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    colour: tuple[str, ...] = ()
    homelands: dict[str, str] = msgspec.field(default_factory=dict)

    @property
    def all(self) -> frozenset[str]:
        """Every noun that counts people."""
        return frozenset(self.nouns) | frozenset(self.households) | frozenset(self.roles)


@cache
def people() -> PeopleFile:
    """The shipped file; raises OntologyError where it is malformed."""
    return load(resources.ontology() / "lexicon" / "en" / "people.toml", PeopleFile)
