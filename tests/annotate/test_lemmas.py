"""Lemmas where the tagger is in doubt between the forms of a verb."""

import pytest

from torkham.annotate.lemmas import Tables, lemma

TABLES = Tables(
    forms={"VBN": {"flown": "fly"}, "VBD": {"overthrew": "overthrow", "found": "find"}},
    known={"verb": frozenset({"fly", "find", "found"}), "word": frozenset()},
)


@pytest.mark.parametrize(
    ("word", "tag", "wanted"),
    [("flown", "VBD", "fly"), ("overthrew", "VBP", "overthrow"), ("found", "VB", "found"), ("found", "VBD", "find")],
)
def test_irregular_forms_are_known_under_every_verb_tag(word: str, tag: str, wanted: str) -> None:
    assert lemma(word, tag, TABLES) == wanted
