"""The known names: complete, unambiguous, and the same to two Turtle parsers."""

from collections import defaultdict

import pyoxigraph as ox
import pytest
import rdflib

from torkham import resources
from torkham.lexicon import Lexicon

PATH = resources.ontology() / "actors.ttl"
STATES = {"State"}


@pytest.fixture(scope="module")
def lines() -> list[str]:
    return [line for line in PATH.read_text(encoding="utf-8").splitlines() if line.startswith(("actor:", "place:"))]


def test_two_parsers_read_the_same_number_of_triples() -> None:
    assert len(rdflib.Graph().parse(PATH)) == sum(1 for _ in ox.parse(path=str(PATH), format=ox.RdfFormat.TURTLE))


def test_entries_are_sorted(lines: list[str]) -> None:
    subjects = [line.split()[0] for line in lines]
    assert subjects == sorted(set(subjects))


def test_what_is_referred_to_is_there(lexicon: Lexicon) -> None:
    keys = {entry.key for entry in lexicon.entries}
    wanted = {key for one in lexicon.entries for key in (*one.part_of, one.in_country, one.territory) if key}
    assert wanted <= keys


def test_a_name_belongs_to_one_actor_and_one_place(lexicon: Lexicon) -> None:
    owners: dict[tuple[bool, str], set[str]] = defaultdict(set)
    for entry in lexicon.entries:
        for name in (*entry.names, *entry.metonyms):
            owners[entry.type == "Place", name].add(entry.key)
    assert {name: keys for name, keys in owners.items() if len(keys) > 1} == {}


def test_each_state_has_a_territory_and_most_a_demonym(lexicon: Lexicon) -> None:
    states = [entry for entry in lexicon.entries if entry.type in STATES and entry.key != "soviet-union"]
    assert len(states) >= 190
    assert [state.key for state in states if not state.territory] == []
    assert sum(not state.demonyms for state in states) <= 6


@pytest.mark.parametrize(
    ("name", "key"),
    [("Islamabad", "pakistan"), ("Kabul", "taliban"), ("Washington", "united-states"), ("Türkiye", "turkey")],
)
def test_capitals_act_for_their_rulers(name: str, key: str, lexicon: Lexicon) -> None:
    acting = lexicon.acting(name)
    assert acting is not None
    assert acting.key == key


def test_links_are_to_wikidata_and_geonames_only(lexicon: Lexicon) -> None:
    links = [link for entry in lexicon.entries for link in entry.same_as]
    assert len(links) > 400
    assert all(link.startswith(("http://www.wikidata.org/entity/Q", "https://sws.geonames.org/")) for link in links)
    assert len(set(links)) == len(links)


@pytest.mark.parametrize(
    ("key", "people"), [("somalia", "Somalis"), ("slovakia", "Slovaks"), ("united-kingdom", "Britons")]
)
def test_the_usual_name_of_a_people(key: str, people: str, lexicon: Lexicon) -> None:
    assert lexicon.people_of(key) == people
