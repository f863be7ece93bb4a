"""The word lists: in lower case, each word once where one job is meant, and read as the reader needs them."""

import pytest

from torkham.lexicon import Lexicon


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


@pytest.mark.parametrize("lemma", ["say", "tell", "warn", "estimate", "quote", "promise", "deny"])
def test_verbs_of_saying_are_known(lemma: str, lexicon: Lexicon) -> None:
    assert lexicon.is_reporting(lemma)


def test_the_one_spoken_to_is_the_object_of_telling(lexicon: Lexicon) -> None:
    assert {"tell", "inform", "assure", "urge"} <= lexicon.telling
    assert not {"say", "add", "announce"} & lexicon.telling
