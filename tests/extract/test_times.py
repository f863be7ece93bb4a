"""Date expressions: what the words fix, what they count from, and how the fact stands to them."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torkham.extract.timegrammar import edtf, grammar
from torkham.model import Reading

FIXED = [
    ("The order was signed on Wednesday, November 1, 2023, in Islamabad.", "Wednesday, November 1, 2023", "2023-11-01"),
    ("They left on the 1st of Nov after a raid.", "1st of Nov", "XXXX-11-01"),
    ("He arrived on 14 February 2024 in Lesbos.", "14 February 2024", "2024-02-14"),
    ("They have arrived since early October in great numbers.", "early October", "XXXX-10"),
    ("The camp opened in mid-September near the border.", "mid-September", "XXXX-09"),
    ("They were to leave by the end of December.", "the end of December", "XXXX-12"),
    ("It recorded the returns between 1 and 15 November in Herat.", "1 and 15 November", "XXXX-11-01/XXXX-11-15"),
    ("From June 1 to July 5 the number grew.", "June 1 to July 5", "XXXX-06-01/XXXX-07-05"),
    ("She fled in 2021 with her sons.", "2021", "2021"),
    ("Haitians may stay until 2026-02-03 in the country.", "2026-02-03", "2026-02-03"),
    ("Published 2025/04/24 in Dakar.", "2025/04/24", "2025-04-24"),
    ("The visa of 25/04/2025 was void.", "25/04/2025", "2025-04-25"),
    ("The visa of 04.25.2025 was void.", "04.25.2025", "2025-04-25"),
    ("Published 04/05/2025April 5, 2025 in Dakar.", "April 5, 2025", "2025-04-05"),
]
RELATIVE = [
    ("Islamabad announced the drive last month.", "last month", ("month", -1, None)),
    ("Three weeks ago the crossing was closed.", "Three weeks ago", ("week", -3, None)),
    ("Police came to the house yesterday.", "yesterday", ("day", -1, None)),
    ("The minister said Wednesday that they must go.", "Wednesday", (None, None, 2)),
    ("Registration ends by the end of next month.", "the end of next month", ("month", 1, None)),
]
TOLD = [
    ("He was held on March 3. Two days later he was freed.", "Two days later", ("day", 2, 0)),
    ("On 3 May Danish police raided the flat, and the following week she fled.", "the following week", ("week", 1, 0)),
    ("Chad closed the camp on June 9. That night the army came.", "That night", ("day", 0, 0)),
    ("She fled in 2022 and her sister came the following year.", "the following year", ("year", 1, 0)),
    (
        "In May 2016 Kenya said that it would close by the end of June that year.",
        "the end of June that year",
        ("year", 0, 0),
    ),
    ("It sank in 2022, between February and May of that year.", "February and May of that year", ("year", 0, 0)),
    ("In July 2019 he told them to leave by Aug. 20.", "Aug. 20", (None, None, 0)),
    ("In late 2023 Chad gave them until the end of the year.", "the end of the year", ("year", 0, 0)),
    ("They came on Monday, a day after a deadline for them to leave ran out.", "Monday", ("day", 1, "deadline")),
    ("They may stay until March 3. Chad extended the limit by six months.", "six months", ("month", 6, 0)),
    ("Nothing was told. The next day they left.", "The next day", ("day", 1, None)),
    ("The plan ends two weeks from now.", "two weeks from now", ("week", 2, "publication")),
]
RELATIONS = [
    ("They must leave by March 31.", "by"),
    ("They must leave before March 31.", "before"),
    ("They can remain until March 31.", "until"),
    ("They have been held since March 31.", "since"),
    ("They left on March 31.", "on"),
]


LOOKED_BACK = [("Chad had given them until March 31.", True), ("Chad gave them until March 31.", False)]


@pytest.mark.parametrize(("text", "over"), LOOKED_BACK)
def test_the_pluperfect_looks_back(text: str, over: bool, read: Callable[[str], Reading]) -> None:
    assert [time.over for time in read(text).times] == [over]


@pytest.mark.parametrize(("text", "words", "value"), FIXED)
def test_words_that_fix_a_date(text: str, words: str, value: str, read: Callable[[str], Reading]) -> None:
    assert (words, value) in {(time.text, time.edtf) for time in read(text).times}


@pytest.mark.parametrize(("text", "words", "shift"), RELATIVE)
def test_words_that_count_from_another_day(
    text: str, words: str, shift: tuple[str | None, int | None, int | None], read: Callable[[str], Reading]
) -> None:
    assert (words, shift) in {(time.text, (time.unit, time.offset, time.weekday)) for time in read(text).times}


@pytest.mark.parametrize(("text", "words", "shift"), TOLD)
def test_what_was_told_before_is_counted_from(
    text: str, words: str, shift: tuple[str, int, int | str | None], read: Callable[[str], Reading]
) -> None:
    assert (words, shift) in {(time.text, (time.unit, time.offset, time.anchor)) for time in read(text).times}


@pytest.mark.parametrize(("text", "relation"), RELATIONS)
def test_the_preposition_tells_the_relation(text: str, relation: str, read: Callable[[str], Reading]) -> None:
    assert [time.relation for time in read(text).times] == [relation]


@pytest.mark.parametrize(
    "text",
    [
        "Some 2000 refugees may march.",
        "May he return?",
        "It was 15 Hamal 1403 in Kabul.",
        "They stayed for two more months.",
        "Nobody could read 04/05/2025 for sure.",
        "A week after Ankara signed, nothing had changed.",
    ],
)
def test_what_is_no_date(text: str, read: Callable[[str], Reading]) -> None:
    assert read(text).times == ()


def test_a_full_date_beside_the_writer_is_that_of_publication(read_blocks: Callable[..., Reading]) -> None:
    reading = read_blocks(("byline", "By our correspondent | October 22, 2025"), ("paragraph", "They left on Tuesday."))
    assert reading.publication == 0


def test_a_weekday_takes_the_tense_of_its_verb(read: Callable[[str], Reading]) -> None:
    times = read("The ban expired Wednesday, and the court will meet on Friday.").times
    assert [time.tense for time in times] == ["past", "future"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("On Monday, a day before their permits lapse on Feb. 3, a judge stepped in.", (-1, 1)),
        ("Police on Tuesday started arrests, two days after the Aug 31 deadline ran out.", (2, 1)),
        ("Police said on Tuesday that they left on June 30, two days after the Aug 28 raid.", (None, None)),
    ],
)
def test_a_weekday_is_tied_to_the_date_that_it_is_told_from(
    text: str, counted: tuple[int | None, int | None], read: Callable[[str], Reading]
) -> None:
    weekday = read(text).times[0]
    assert (weekday.offset, weekday.anchor) == counted


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%B %-d, %Y", "%-d %B %Y", "%A, %B %-d, %Y", "%Y-%m-%d"]),
)
def test_a_full_date_and_back(day: date, form: str) -> None:
    text = day.strftime(form)
    found = [match for pattern in grammar().patterns.values() if (match := pattern.match(text))]
    longest = max(found, key=lambda match: match.end())
    assert (longest.group(), edtf(longest.groupdict())) == (text, day.isoformat())
