"""Deadlines: dates by which somebody must or may do something, and dates that are none."""

from collections.abc import Callable

import pytest

from torkham.model import Reading, TimeExpression

CASES = [
    (
        "Pakistan’s interior ministry on Friday asked all illegal foreigners and Afghan Citizen Card holders "
        "to leave the country before March 31, warning they would otherwise be deported from April 1.",
        ["XXXX-03-31"],
    ),
    (
        "The Pakistan government is enforcing a March 31, 2025 deadline for Afghan Citizen Card holders to "
        "voluntarily exit the country.",
        ["2025-03-31"],
    ),
    ("The federal government on Friday set a March 31 deadline for all Afghan nationals.", ["XXXX-03-31"]),
    (
        "Afghan citizen card holders are advised either to leave the country voluntarily by 31 March or face "
        "deportation from April 1, 2025.",
        ["XXXX-03-31"],
    ),
    (
        "The Pakistan government has announced the 31st of March this year as the deadline for card holders "
        "to voluntarily leave the country.",
        ["XXXX-03-31"],
    ),
    (
        "The Pakistani government has set March 31 as the deadline for Afghan Citizen Card holders to leave.",
        ["XXXX-03-31"],
    ),
    ("Tehran enforces a July 6 deadline for undocumented migrants to leave the country.", ["XXXX-07-06"]),
    ("In the days leading up to the deadline of 6 July, tens of thousands streamed into the country.", ["XXXX-07-06"]),
    (
        "Islamabad extended the stay of Afghan refugees holding Proof of Registration cards until June 30, 2025.",
        ["2025-06-30"],
    ),
    ("Their cards expired on June 30, 2025, and were not renewed.", ["2025-06-30"]),
    ("Temporary protected status for Haitians will expire on February 3, 2026.", ["2026-02-03"]),
    ("The administration had given them until Sept. 2 to leave.", ["XXXX-09-02"]),
    ("Hundreds of thousands of Haitians had left by March 31.", []),
    ("He said the trial would be held by December.", []),
    ("By the end of 2024, some 1.2 million Syrians had returned.", []),
    ("Those who arrived in the country before November 15, 2023 are eligible.", []),
    ("Syrians have until the end of September to register with the authorities.", ["XXXX-09-30"]),
    ("All unregistered foreigners were told to get out by 1 November or be expelled.", ["XXXX-11-01"]),
    ("Pakistan gave Afghans a one-month extension until Feb. 28.", ["XXXX-02-28"]),
    ("They can stay in Germany until 4 March 2026.", ["2026-03-04"]),
    ("The Trump administration told 500,000 migrants to leave by April 24 after ending their parole.", ["XXXX-04-24"]),
    ("Undocumented workers may apply for an amnesty until December 31.", ["XXXX-12-31"]),
    ("PoR cardholders were required to leave by September 1, the ministry said.", ["XXXX-09-01"]),
    ("He was born before March 3 and raised in Kabul until 2001.", []),
    ("The minister said on Monday that deportations would begin after Nov. 1.", []),
    ("Fighting continued until Sunday.", []),
    ("UNHCR urged Pakistan to pause the deportations until 31 May.", []),
    ("Nov. 1 was the deadline set by the caretaker government for undocumented foreigners to leave.", ["XXXX-11-01"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_deadlines(text: str, expected: list[str], read: Callable[[str], Reading]) -> None:
    reading = read(text)
    assert [_day(reading.times[deadline.time]) for deadline in reading.deadlines] == expected


def _day(time: TimeExpression) -> str:
    """The date by which it is; of the end of a month, its last day."""
    return f"{time.edtf}-30" if time.part == "end" else time.edtf or ""


def test_who_sets_it_for_whom(read: Callable[[str], Reading]) -> None:
    reading = read("Pakistan ordered undocumented foreigners on October 3 to leave by November 1.")
    (deadline,) = reading.deadlines
    assert [reading.entities[index].label for index in deadline.set_by] == ["Pakistan"]
    assert [reading.entities[index].label for index in deadline.applies_to] == ["undocumented foreigners"]
    assert deadline.announced is not None
    assert reading.times[deadline.announced].edtf == "XXXX-10-03"


def test_an_extension_says_so(read: Callable[[str], Reading]) -> None:
    (deadline,) = read("Islamabad extended the stay of Afghan refugees until June 30, 2025.").deadlines
    assert deadline.change == "extended"


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Holders of work permits must register with Denmark's migration agency by March 14.", ["DeadlineSet"]),
        ("Chad ordered the refugees to leave by May 5.", ["DeadlineSet"]),
        ("Their residence permits expire on May 5.", []),
        ("Haitians can stay in Chile until May 5.", []),
        ("We must close the camp by May 5.", []),
    ],
)
def test_an_order_sets_a_deadline_once(text: str, types: list[str], read: Callable[[str], Reading]) -> None:
    assert [event.type for event in read(text).events if event.type.startswith("Deadline")] == types
