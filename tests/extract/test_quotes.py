"""Quotations: found where they were put, whatever the words and marks around them."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from fixtures.trees import vocab
from torkham.extract.quotes import Quote, find

MARKS = st.sampled_from([("“", "”"), ('"', '"'), ("«", "»")])
WORDS = st.lists(st.sampled_from(["families", "left", "the", "camp", "their", ",", "2023", "don’t", "ö"]), max_size=8)
PIECES = st.lists(st.tuples(WORDS, MARKS, WORDS.filter(bool)), max_size=4)


def doc_of(*paragraphs: list[str]) -> Doc:
    words = [word for paragraph in paragraphs for word in [*paragraph, "\n"]]
    doc = Doc(vocab(), words=words, spaces=[word != "\n" for word in words])
    starts = [0]
    for paragraph in paragraphs:
        starts.append(starts[-1] + len(paragraph) + 1)
    doc.spans["sentences"] = [doc[a : b - 1] for a, b in pairwise(starts) if b - 1 > a]
    return doc


@settings(deadline=None)
@given(PIECES)
def test_quotes_are_found_where_they_were_put(pieces: list[tuple[list[str], tuple[str, str], list[str]]]) -> None:
    words: list[str] = ["He"]
    expected = []
    for outside, (opening, closing), inside in pieces:
        words += [*outside, opening]
        expected.append(Quote(len(words), len(words) + len(inside), True))
        words += [*inside, closing]
    assert find(doc_of(words)) == tuple(expected)


@settings(deadline=None)
@given(WORDS.filter(bool), WORDS.filter(bool))
def test_an_open_quotation_ends_with_its_paragraph(first: list[str], second: list[str]) -> None:
    assert find(doc_of(["“", *first], ["“", *second, "”"])) == (
        Quote(1, len(first) + 1, False),
        Quote(len(first) + 3, len(first) + len(second) + 3, True),
    )


@pytest.mark.parametrize(
    "words", [["the", "‘", "front", "door", "’", "closed"], ["families", "’", "homes", "and", "camps", "’", "gates"]]
)
def test_names_in_single_marks_and_apostrophes_quote_nobody(words: list[str]) -> None:
    assert find(doc_of(words)) == ()
