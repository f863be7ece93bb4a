"""Lemmas where the tagger is in doubt between the forms of a verb."""

import pytest

from torkham.annotate.lemmas import Tables, lemma

TABLES = Tables(
    forms={"VBN": {"flown": "fly"}, "VBD": {"overthrew": "overthrow", "found": "find"}},
    known={
        "verb": frozenset({"fly", "find", "found", "lie", "traffic"}),
        "noun": frozenset({"series", "love", "time"}),
        "adj": frozenset({"human"}),
    },
)


@pytest.mark.parametrize(
    ("word", "tag", "wanted"),
    [("flown", "VBD", "fly"), ("overthrew", "VBP", "overthrow"), ("found", "VB", "found"), ("found", "VBD", "find")],
)
def test_irregular_forms_are_known_under_every_verb_tag(word: str, tag: str, wanted: str) -> None:
    assert lemma(word, tag, TABLES) == wanted


@pytest.mark.parametrize(
    ("word", "tag", "wanted"),
    [
        ("9,56,720", "CD", "956720"),
        ("Seventy", "CD", "seventy"),
        ("XIV", "CD", "XIV"),
        ("policemen", "NNS", "policeman"),
        ("series", "NNS", "series"),
        ("trafficking", "VBG", "traffic"),
        ("lying", "VBG", "lie"),
        ("preceding", "VBG", "precede"),
        ("Peruvian", "JJ", "Peruvian"),
        ("Human", "JJ", "human"),
        ("Dutch", "JJ", "Dutch"),
        ("IDD", "NN", "IDD"),
        ("TIME", "NN", "time"),
        ("loves", "NN", "love"),
        ("news", "NN", "news"),
        ("unrestricted", "VBN", "unrestricted"),
    ],
)
def test_rules_for_what_no_table_lists(word: str, tag: str, wanted: str) -> None:
    assert lemma(word, tag, TABLES) == wanted
