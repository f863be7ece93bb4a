"""Who is who across articles: joined with a reason, never on a guess; people's judgements win."""

import pytest

from fixtures.cast_made import entity, reading
from torkham.lexicon import Lexicon
from torkham.model import Actor, Reading
from torkham.resolve import Judgement
from torkham.resolve.identities import resolve


def actors(lexicon: Lexicon, *readings: Reading, judgements: tuple[Judgement, ...] = ()) -> dict[str, Actor]:
    return {one.key: one for one in resolve(readings, lexicon, judgements)}


@pytest.fixture
def spelt_twice() -> tuple[Reading, ...]:
    return reading("a", entity("Person", "Sarfraz Bugti")), reading("b", entity("Person", "Sarfaraz Bugti"))


def test_spellings_join_and_say_why(lexicon: Lexicon, spelt_twice: tuple[Reading, ...]) -> None:
    (actor,) = actors(lexicon, *spelt_twice).values()
    assert {member.document for member in actor.members} == {"a", "b"}
    assert any("spelling" in member.reason or "known" in member.reason for member in actor.members)


def test_a_judgement_of_different_wins_over_spelling(lexicon: Lexicon) -> None:
    pair = reading("a", entity("Person", "Karem Antoun")), reading("b", entity("Person", "Kareem Antoun"))
    assert len(actors(lexicon, *pair)) == 1
    different = Judgement("karem-antoun", "kareem-antoun", "different", "mn", "father and son")
    found = actors(lexicon, *pair, judgements=(different,))
    assert set(found) == {"karem-antoun", "kareem-antoun"}
    assert any("mn: father and son" in member.reason for actor in found.values() for member in actor.members)


def test_a_judgement_of_same_joins_what_no_rule_would(lexicon: Lexicon) -> None:
    pair = (
        reading("a", entity("NonGovernmentalOrganization", "Cedar Relief")),
        reading("b", entity("NonGovernmentalOrganization", "Arz Aid")),
    )
    same = Judgement("cedar-relief", "arz-aid", "same", "mn", "renamed in 2022")
    assert set(actors(lexicon, *pair)) == {"cedar-relief", "arz-aid"}
    (actor,) = actors(lexicon, *pair, judgements=(same,)).values()
    assert actor.key == "cedar-relief"
    assert [member.reason for member in actor.members if member.document == "b"] == [
        "human judgement of mn: renamed in 2022"
    ]


def test_unsure_leaves_all_as_it_is(lexicon: Lexicon, spelt_twice: tuple[Reading, ...]) -> None:
    unsure = Judgement("sarfaraz-bugti", "sarfraz-bugti", "unsure", "mn", "cannot tell")
    assert actors(lexicon, *spelt_twice, judgements=(unsure,)) == actors(lexicon, *spelt_twice)


@pytest.mark.parametrize("kind", ["UnnamedSource", "Coalition"])
def test_unnamed_speakers_never_leave_their_article(kind: str, lexicon: Lexicon) -> None:
    one = entity(kind, "senior official", mention="nominal")
    assert len(actors(lexicon, reading("a", one), reading("b", one))) == 2


def test_a_surname_alone_joins_nobody_across_articles(lexicon: Lexicon) -> None:
    found = actors(lexicon, reading("a", entity("Person", "Antoun")), reading("b", entity("Person", "Antoun")))
    assert len(found) == 2


def test_a_state_and_its_land_are_two(lexicon: Lexicon) -> None:
    both = reading("a", entity("State", "Pakistan", "pakistan"), entity("Place", "Pakistan", "place:pakistan"))
    found = actors(lexicon, both)
    assert {(key, actor.type) for key, actor in found.items()} == {("pakistan", "State"), ("place:pakistan", "Place")}
    assert not set(found["pakistan"].same_as) & set(found["place:pakistan"].same_as)


def test_the_order_of_articles_changes_nothing(lexicon: Lexicon) -> None:
    readings = [
        reading(name, entity("Person", spelling), entity("Population", "migrants", mention="nominal"))
        for name, spelling in (("a", "Kareem Antoun"), ("b", "Karim Antoun"), ("c", "Karem Antoun"))
    ]
    assert resolve(readings, lexicon, ()) == resolve(readings[::-1], lexicon, ())
