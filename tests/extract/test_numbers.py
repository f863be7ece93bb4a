"""Numbers as newspapers write them, with the bounds of the contract."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torkham.extract.cardinals import read, words_of
from torkham.extract.numbers import find
from torkham.lexicon.quantities import numbers

CASES = [
    ("9,56,720 people", "9,56,720", 956_720, 956_720, 956_720, "exact"),
    ("10 lakh 4 thousand 742 refugees", "10 lakh 4 thousand 742", 1_004_742, 1_004_742, 1_004_742, "exact"),
    ("1.5 crore people", "1.5 crore", 15_000_000, 15_000_000, 15_000_000, "exact"),
    ("Nearly half a million Syrians", "Nearly half a million", 500_000, 450_000, 500_000, "nearly"),
    ("two and a half million Haitians", "two and a half million", 2_500_000, 2_500_000, 2_500_000, "exact"),
    ("a quarter of a million people", "a quarter of a million", 250_000, 250_000, 250_000, "exact"),
    ("some 1.7m foreigners", "some 1.7m", 1_700_000, 1_615_000, 1_785_000, "about"),
    ("at least three dozen men", "at least three dozen", 36, 36, None, "at-least"),
    ("no more than 4.5 million", "no more than 4.5 million", 4_500_000, None, 4_500_000, "at-most"),
    ("fewer than 785,000 of them", "fewer than 785,000", 785_000, None, 785_000, "less-than"),
    ("300,000+ returnees", "300,000+", 300_000, 300_000, None, "more-than"),
    ("5,000 or more families", "5,000 or more", 5_000, 5_000, None, "at-least"),
    ("between 500,000 and 1,000,000 refugees", "between 500,000 and 1,000,000", None, 500_000, 1_000_000, "range"),
    ("1 to 1.5 million Rohingya", "1 to 1.5 million", None, 1_000_000, 1_500_000, "range"),
    ("7,000–10,000 a day", "7,000–10,000", None, 7_000, 10_000, "range"),
    ("tens of thousands of Afghans", "tens of thousands", None, 20_000, 99_999, "vague"),
    ("several hundred families", "several hundred", None, 200, 999, "vague"),
    ("scores of people", "scores", None, 40, 99, "vague"),
]


@pytest.mark.parametrize(("text", "words", "value", "lower", "upper", "qualifier"), CASES)
def test_a_number_has_its_words_its_value_and_its_bounds(
    text: str, words: str, value: int | None, lower: int | None, upper: int | None, qualifier: str
) -> None:
    (found,) = find(text)
    assert text[found.start : found.end] == words
    assert (found.value, found.lower, found.upper, found.qualifier) == (value, lower, upper, qualifier)


@pytest.mark.parametrize("text", ["$5 million", "a 25-year-old man", "an F-16", "9/11", "50%", "3:45", "v2.0.1"])
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    assert list(find(text)) == []


def test_a_change_from_one_number_to_another_is_no_range() -> None:
    assert [quantity.value for quantity in find("rose from 300 to 3,500")] == [300, 3_500]


def spelled(number: int) -> str:
    """A number in English words, by its hundreds, thousands and millions."""
    names = {value: name for name, value in numbers().units.items()}
    if number >= 1000:
        scale, name = (1_000_000, "million") if number >= 1_000_000 else (1_000, "thousand")
        rest = number % scale
        return f"{spelled(number // scale)} {name}" + (f" {spelled(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{names[number // 100]} hundred" + (f" and {spelled(rest)}" if rest else "")
    if number in names:
        return names[number]
    return f"{names[number // 10 * 10]}-{names[number % 10]}"


@given(st.integers(1, 999_999_999))
def test_words_and_back(number: int) -> None:
    words = words_of(spelled(number))
    found = read(words, 0)
    assert found is not None
    assert (found.value, found.size) == (number, len(words))


@given(st.integers(1_000, 99_99_99_999))
def test_western_and_south_asian_grouping_and_back(number: int) -> None:
    digits = str(number)
    head, pairs = digits[:-3], []
    while head:
        pairs.append(head[-2:])
        head = head[:-2]
    for text in (f"{number:,}", ",".join([*reversed(pairs), digits[-3:]])):
        (found,) = find(text)
        assert found.value == number
