"""Publication dates from constraints, and time expressions from publication dates."""

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixtures.resolve_made import article, deadline, figure, key, policy, reading, time
from torkham.model import Block, Bound, Reading, TimeExpression
from torkham.resolve.calendar import parse
from torkham.resolve.dates import solve
from torkham.resolve.when import when

BEFORE = date(2023, 11, 9)


def dated(expression: TimeExpression, published: date = BEFORE) -> str | None:
    found = when(expression, published, lambda _: None)
    return found.edtf if found else None


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (time("Wednesday", weekday=2, tense="past"), "2023-11-08"),
        (time("Thursday", weekday=3, tense="past"), "2023-11-09"),
        (time("Monday", weekday=0, tense="future"), "2023-11-13"),
        (time("Monday", weekday=0, tense="past", relation="until"), "2023-11-13"),
        (time("Monday", weekday=0, tense="past", relation="until", over=True), "2023-11-06"),
        (time("last month", unit="month", offset=-1, anchor="publication"), "2023-10"),
        (time("yesterday", unit="day", offset=-1, anchor="publication"), "2023-11-08"),
        (time("last week", unit="week", offset=-1, anchor="publication"), "2023-10-30/2023-11-05"),
        (time("October 7", "XXXX-10-07", tense="past"), "2023-10-07"),
        (time("December 13", "XXXX-12-13", tense="past"), "2022-12-13"),
        (time("December 13", "XXXX-12-13", tense="future"), "2023-12-13"),
        (time("the end of December", "XXXX-12", part="end", relation="by"), "2023-12-31"),
        (time("November 1", "XXXX-11-01", relation="by"), "2023-11-01"),
        (time("March 31", "XXXX-03-31", relation="by", tense="future"), "2024-03-31"),
        (time("June 30, 2025", "2025-06-30", relation="until"), "2025-06-30"),
        (time("November", "XXXX-11", relation="since", tense="past"), "2022-11"),
        (time("29 February", "XXXX-02-29", relation="until", tense="future"), "2024-02-29"),
    ],
)
def test_an_expression_in_an_article_of_a_known_day(expression: TimeExpression, value: str) -> None:
    assert dated(expression) == value


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(0, 6))
def test_a_past_weekday_is_one_of_the_last_seven_days(published: date, weekday: int) -> None:
    found = parse(dated(time("Xday", weekday=weekday, tense="past"), published) or "")
    assert found is not None
    assert found.first.weekday() == weekday
    assert timedelta(0) <= published - found.first <= timedelta(days=6)


def test_of_leap_years_it_is_the_one_next_to_the_year_that_the_text_names() -> None:
    leap = time("February 29", "XXXX-02-29", relation="until", tense="present")
    spoken = time("February 3", "XXXX-02-03", tense="past")
    one = reading(times=(leap, spoken, time("2023", "2023", tense="past")))
    (publication,), _ = solve([article()], [one], key)
    assert (publication.value, publication.basis) == ("2024-02-03/2024-02-29", "inferred")


def test_a_deadline_told_by_weekday_is_not_one_that_is_still_to_come() -> None:
    passed, first = time("Monday", weekday=0, tense="past"), time("March 31", "XXXX-03-31", relation="by")
    coming = time("June 30", "XXXX-06-30", tense="future", relation="until")
    one = reading(
        times=(passed, first, coming, time("2023", "2023", tense="past")),
        deadlines=tuple(deadline(index, change="restated") for index in range(3)),
    )
    (publication,), _ = solve([article()], [one], key)
    assert publication.value == "2025-03-31/2025-04-06"


def test_a_day_without_a_year_goes_with_a_full_date_of_the_same_weeks() -> None:
    full, bare = time("Nov. 3, 2023", "2023-11-03", tense="past"), time("Nov. 9", "XXXX-11-09", tense="past")
    (publication,), datings = solve([article()], [reading(times=(full, bare))], key)
    assert publication.value is None  # within months of it
    assert [dating.value for dating in datings] == ["2023-11-03", "2023-11-09"]
    week = time("Monday", weekday=0, tense="past")
    coming = time("Nov. 20", "XXXX-11-20", tense="present", relation="until")
    (publication,), _ = solve([article()], [reading(times=(full, bare, week, coming))], key)
    assert publication.value == "2023-11-09/2023-11-20"


def test_a_weekday_that_is_told_from_a_date_fixes_the_year() -> None:
    tuesday = time("Tuesday", weekday=1, tense="past", unit="day", offset=2, anchor=1)
    one = reading(times=(tuesday, time("Aug 31", "XXXX-08-31", tense="past"), time("2023", "2023", tense="past")))
    (publication,), datings = solve([article()], [one], key)
    assert (publication.value, publication.basis) == ("2025-09-02/2025-09-08", "inferred")
    assert [dating.value for dating in datings[:2]] == ["2025-09-02", "2025-08-31"]


def test_metadata_states_the_day_and_relative_dates_are_resolved_from_it() -> None:
    one = reading(times=(time("last month", unit="month", offset=-1, anchor="publication"), time("2021", "2021")))
    (publication,), datings = solve([article(published="2023-11-09")], [one], key)
    assert (publication.value, publication.basis) == ("2023-11-09", "stated")
    assert [(dating.value, dating.basis) for dating in datings] == [("2023-10", "resolved"), ("2021", "stated")]


def _expired() -> object:
    """A deadline of November 1 that expired Wednesday, in a text that names August 2021."""
    times = (
        time("August 2021", "2021-08", tense="past"),
        time("Wednesday", weekday=2, tense="past"),
        time("November 1", "XXXX-11-01"),
        time("Tuesday", weekday=1, tense="past"),
    )
    figures = (figure(1_700_000, measure="targeted"),)
    return reading(times=times, deadlines=(deadline(1), deadline(2)), figures=figures, policies=(policy(),))


def test_a_weekday_that_must_fall_on_a_date_fixes_the_year() -> None:
    (publication,), datings = solve([article()], [_expired()], key)
    assert (publication.value, publication.basis) == ("2023-11-01/2023-11-06", "inferred")
    assert [dating.value for dating in datings] == ["2021-08", "2023-11-01", "2023-11-01", "2023-10-31"]
    assert "Wednesday" in publication.why


def test_nothing_fixes_the_year_and_so_it_stays_open() -> None:
    times = (time("September 2023", "2023-09", tense="past"), time("March 31", "XXXX-03-31", tense=None))
    (publication,), datings = solve([article()], [reading(times=times, deadlines=(deadline(1),))], key)
    assert (publication.value, publication.basis) == (None, None)
    assert [dating.value for dating in datings] == ["2023-09", "XXXX-03-31"]


def test_the_same_deadline_dated_elsewhere_fixes_the_year() -> None:
    times = (
        time("last month", unit="month", offset=-1, anchor="publication", tense="past"),
        time("November 1", "XXXX-11-01", relation="by"),
        time("November 9", "XXXX-11-09", tense="past"),
    )
    other = reading(
        "b",
        times=times,
        deadlines=(deadline(1, announced=0),),
        figures=(figure(1_700_000, measure="targeted"),),
        policies=(policy(),),
    )
    publications, datings = solve([article(), article("b")], [_expired(), other], key)
    assert (publications[1].value, publications[1].basis) == ("2023-11-09/2023-11-30", "inferred")
    assert [dating.value for dating in datings if dating.document == "b"] == ["2023-10", "2023-11-01", "2023-11-09"]


def test_a_common_date_alone_makes_no_year() -> None:
    times = (time("November 1", "XXXX-11-01", relation="by"), time("November 9", "XXXX-11-09", tense="past"))
    other = reading("b", times=times, deadlines=(deadline(0, set_by=(3,)),), policies=(policy(issuer=(3,)),))
    publications, _ = solve([article(), article("b")], [_expired(), other], key)
    assert publications[1].value is None


def _said_on_friday() -> Reading:
    times = (
        time("March 7", "XXXX-03-07"),
        time("Friday", weekday=4, tense="past"),
        time("2023", "2023", tense="past"),
    )
    return reading(times=times, publication=0)


def test_a_dateline_and_its_weekday_fix_the_year() -> None:
    wire = msgspec.structs.replace(article(), blocks=(Block(0, 5, "dateline"), Block(6, 9, "paragraph")))
    (publication,), _ = solve([wire], [_said_on_friday()], key)
    assert (publication.value, publication.basis) == ("2025-03-07", "inferred")


def test_beside_a_line_that_says_published_the_weekday_may_be_one_of_the_days_before() -> None:
    (publication,), _ = solve([article()], [_said_on_friday()], key)
    assert publication.value is None


def _speaks_of(*spans: tuple[str | None, str | None], **more: Any) -> Bound:
    return Bound(start=0, end=1, why="it speaks of it", spans=spans, **more)


def test_known_events_and_offices_bound_the_day_of_publication() -> None:
    order = time("by November 1", "XXXX-11-01", relation="by", tense="future")
    in_office = _speaks_of(("2023-08-17", "2023-12-15"))
    one = reading(times=(order,), deadlines=(deadline(0, change="set"),), bounds=(in_office,))
    (publication,), (due,) = solve([article()], [one], key)
    assert (publication.value, due.value) == ("2023-08-17/2023-12-15", "2023-11-01")
    assert publication.why == "it speaks of it"


def test_a_date_beside_a_known_event_must_be_that_of_the_event() -> None:
    last = time("last December", "XXXX-12", tense="past")
    lapsed = time("Tuesday, Sept. 30", "XXXX-09-30", weekday=1, tense="past")
    fell = _speaks_of(("2024-12-08", "2025-12-09"), time=0, day="2024-12-08")
    (publication,), _ = solve([article()], [reading(times=(last, lapsed), bounds=(fell,))], key)
    assert publication.value == "2025-09-30/2025-11-26"


def test_a_known_event_after_the_latest_year_that_is_named_is_nearer_to_publication() -> None:
    named = time("2015", "2015", tense="past")
    lapsed = time("Tuesday, Sept. 30", "XXXX-09-30", weekday=1, tense="past")
    (publication,), _ = solve(
        [article()], [reading(times=(named, lapsed), bounds=(_speaks_of(("2020-08-16", None)),))], key
    )
    assert publication.value is None or publication.value >= "2020"


@pytest.mark.parametrize(
    ("over", "value"), [(True, "2023-11-01"), (False, "2024-11-01")], ids=["had given until", "gives until"]
)
def test_a_limit_on_which_the_sentence_looks_back_has_passed(over: bool, value: str) -> None:
    limit = time("Nov 1", "XXXX-11-01", relation="until", tense="past", over=over)
    assert dated(limit, date(2024, 7, 11)) == value


def test_a_limit_lies_after_the_day_on_which_it_was_set() -> None:
    order, limit = (
        time("January", "XXXX-01", tense="past"),
        time("the end of February", "XXXX-02", relation="by", part="end"),
    )
    one = reading(times=(order, limit), deadlines=(deadline(1, change="set", announced=0),))
    _, datings = solve([msgspec.structs.replace(article(), published="2025-08-26")], [one], key)
    assert [dating.value for dating in datings] == ["2025-01", "2025-02-28"]


def test_a_date_in_a_sentence_that_opens_with_a_year_is_of_its_time() -> None:
    told, limit = time("July 2019", "2019-07", tense="past"), time("Oct. 30", "XXXX-10-30", relation="until", anchor=0)
    _, datings = solve([article()], [reading(times=(told, limit))], key)
    assert [dating.value for dating in datings] == ["2019-07", "2019-10-30"]


def test_a_weekday_told_by_its_distance_from_a_deadline_fixes_the_year() -> None:
    monday = time("Monday", weekday=0, tense="past", unit="day", offset=1, anchor="deadline")
    limit = time("August 31", "XXXX-08-31", relation="until", tense="past")
    times = (monday, limit, time("July 2024", "2024-07", tense="past"))
    (publication,), _ = solve([article()], [reading(times=times, deadlines=(deadline(1, change="set"),))], key)
    assert publication.value == "2025-09-01/2025-09-07"


def test_what_was_over_by_a_day_was_told_after_it() -> None:
    crossed = time("August 31", "XXXX-08-31", relation="by", tense="past", over=True)
    war = _speaks_of(("2025-06-24", "2026-06-24"))
    coming = time("September 22", "XXXX-09-22", relation="until", tense="future")
    (publication,), _ = solve([article()], [reading(times=(crossed, coming), bounds=(war,))], key)
    assert publication.value == "2025-08-31/2025-09-22"


def test_a_month_of_that_year_is_of_the_year_told_before() -> None:
    later = time("November that year", "XXXX-11", unit="year", offset=0, anchor=0)
    _, datings = solve([article()], [reading(times=(time("May 2016", "2016-05", tense="past"), later))], key)
    assert [dating.value for dating in datings] == ["2016-05", "2016-11"]


def test_a_deadline_lies_where_it_is_nearest_even_if_it_was_moved() -> None:
    times = (
        time("30 June", "XXXX-06-30", tense="past"),
        time("the end of the year", unit="year", offset=0, anchor="publication", part="end"),
    )
    one = reading(times=times, deadlines=(deadline(0, change="set"), deadline(1, change="set")))
    _, datings = solve([article(published="2024-06-09")], [one], key)
    assert [dating.value for dating in datings] == ["2024-06-30", "2024-12-31"]


def test_a_month_from_a_day_is_that_day_of_the_next_month() -> None:
    times = (time("31 January", "2024-01-31"), time("one month", unit="month", offset=1, anchor=0, relation="by"))
    _, datings = solve([article(published="2024-02-02")], [reading(times=times)], key)
    assert [dating.value for dating in datings] == ["2024-01-31", "2024-02-29"]


def test_what_counts_from_a_day_that_is_not_told_has_no_date() -> None:
    _, datings = solve(
        [article(published="2024-02-02")], [reading(times=(time("two days later", unit="day", offset=2),))], key
    )
    assert datings == ()


def test_a_span_of_time_counts_from_a_stated_day_whenever_the_article_appeared() -> None:
    told = (time("October 3, 2023", "2023-10-03"), time("28 days", unit="day", offset=28, anchor=0, relation="by"))
    _, datings = solve([article("a")], [reading("a", times=told)], key)
    assert [one.value for one in datings] == ["2023-10-03", "2023-10-31"]
