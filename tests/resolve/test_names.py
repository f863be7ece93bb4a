"""Spellings of one name, and different people with names alike."""

import pytest

from torkham.resolve.names import same_person, skeleton, slug


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Anwaarul Haq Kakar", "Anwar-ul-Haq Kakar"),
        ("Anwaar ul Haq Kakar", "Anwaarul Haq Kakar"),
        ("Sarfraz Bugti", "Sarfaraz Bugti"),
        ("Zabihullah Mujahid", "Zabiullah Mujahid"),
        ("Filippo Grandi", "Filippo  GRANDI"),
        ("José Álvarez", "Jose Alvarez"),
    ],
)
def test_one_person_spelt_twice(left: str, right: str) -> None:
    assert same_person(left, right) is not None
    assert same_person(left, right) == same_person(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Mary Smith", "Robert Smith"),
        ("Ahmad Shah", "Ahmad Khan"),
        ("Nawaz Sharif", "Shehbaz Sharif"),
        ("Hamid Karzai", "Hamid Mir"),
        ("Kakar", "Anwar-ul-Haq Kakar"),
        ("Ali Hassan", "Ali Hussein"),
        ("Maria Lopez", "Mario Lopez"),
    ],
)
def test_two_people_with_names_alike(left: str, right: str) -> None:
    assert same_person(left, right) is None


def test_what_spellings_share() -> None:
    assert skeleton("Anwaarul Haq Kakar") == skeleton("Anwar-ul-Haq Kakar")


@pytest.mark.parametrize(
    ("name", "last"), [("U.S. Embassy", "us-embassy"), ("José Álvarez", "jose-alvarez"), ("؟", "unnamed")]
)
def test_names_in_iris_need_no_escaping(name: str, last: str) -> None:
    assert slug(name) == last
