"""The word lists: in lower case, each word once where one job is meant, and read as the reader needs them."""

from datetime import date

import pytest

from torkham.lexicon import Lexicon
from torkham.lexicon.history import history


def test_word_lists_hold_no_doubles(lexicon: Lexicon) -> None:
    for words in (lexicon.people.nouns, lexicon.people.households, lexicon.people.statuses, lexicon.roles.compounds):
        assert len(set(words)) == len(words), sorted(word for word in words if words.count(word) > 1)


def test_words_are_in_lower_case(lexicon: Lexicon) -> None:
    lists = (
        lexicon.people.nouns,
        lexicon.people.roles,
        lexicon.roles.heads,
        lexicon.roles.honorifics,
        lexicon.reporting.utterances,
        lexicon.organisations.buildings,
    )
    assert [word for words in lists for word in words if word != word.lower()] == []


@pytest.mark.parametrize(
    ("phrase", "named", "kind"),
    [
        ("sindh police", True, "GovernmentBody"),
        ("ministry of refugees and repatriation", True, "GovernmentBody"),
        ("rights group", False, "NonGovernmentalOrganization"),
        ("balochistan liberation army", True, "ArmedGroup"),
        ("news agency", False, "NewsOrganization"),
        ("coalition", False, "Coalition"),
        ("airline", False, "Company"),
    ],
)
def test_the_head_of_a_phrase_tells_the_type(phrase: str, named: bool, kind: str, lexicon: Lexicon) -> None:
    assert lexicon.organisation_type(phrase.split(), named=named) == kind


def test_terms_of_office_are_those_of_known_persons_and_follow_each_other(lexicon: Lexicon) -> None:
    persons = {entry.key for entry in lexicon.entries if entry.type == "Person"}
    held: dict[str, list[tuple[date, date | None]]] = {}
    for term in history().term:
        held.setdefault(term.actor, []).append((term.since, term.until))
    assert set(held) <= persons
    for terms in held.values():
        days = [day for term in terms for day in term]
        assert None not in days[:-1]
        assert days[:-1] == sorted(day for day in days[:-1] if day)


@pytest.mark.parametrize("lemma", ["say", "tell", "warn", "estimate", "quote", "promise", "deny"])
def test_verbs_of_saying_are_known(lemma: str, lexicon: Lexicon) -> None:
    assert lexicon.is_reporting(lemma)


def test_the_one_spoken_to_is_the_object_of_telling(lexicon: Lexicon) -> None:
    assert {"tell", "inform", "assure", "urge"} <= lexicon.telling
    assert not {"say", "add", "announce"} & lexicon.telling
