"""What a time expression comes to if the article was published on a given day."""

from collections.abc import Callable
from datetime import date, timedelta

from torkham.model import TimeExpression
from torkham.resolve.calendar import Days, between, day, in_year, month, parse, week, year

_AHEAD = 300
_SOON = 60
"""Days within which a limit that a report looks back on ('had given them until Nov. 1') may still be to come."""
LIMITS = ("by", "before", "until")
Anchor = Callable[[int], Days | None]
"""Gives the days of another time expression of the article, by index."""


def when(time: TimeExpression, published: date, anchor: Anchor) -> Days | None:
    """The days meant by an expression in an article of that day; None where its words do not say."""
    found = _fixed(time, published, anchor) if time.edtf else _relative(time, published, anchor)
    return found and _end_of(time, found)


def _end_of(time: TimeExpression, found: Days) -> Days:
    """'by the end of December' is its last day."""
    at_end = time.part == "end" and time.relation in LIMITS and found.precision in ("month", "year", "interval")
    return day(found.last) if at_end else found


def _fixed(time: TimeExpression, published: date, anchor: Anchor) -> Days | None:
    value = time.edtf or ""
    if "X" not in value:
        return parse(value)
    if time.unit == "year" and time.offset is not None:
        base = anchor(time.anchor) if isinstance(time.anchor, int) else day(published)
        return in_year(value, base.first.year + time.offset) if base is not None else None
    if isinstance(time.anchor, int):
        told = anchor(time.anchor)
        later = [in_year(value, told.first.year + shift) for shift in (0, 1)] if told is not None else []
        return next((one for one in later if one and told and one.last >= told.first), None)
    years = [in_year(value, published.year + shift) for shift in (-1, 0, 1)]
    return nearest([found for found in years if found], time, published)


def nearest(options: list[Days], time: TimeExpression, published: date) -> Days | None:
    """The occurrence that tense and preposition mean: the last one of the past, the next of the future, else the nearest.

    A limit ('by March 31') may lie on either side, for reports repeat deadlines after they have passed; in the present or
    future tense it is still to come.
    """
    if time.relation in LIMITS and time.over and not any(0 <= (one.last - published).days <= _SOON for one in options):
        return max((one for one in options if one.last < published), key=lambda one: one.last, default=None)
    allowed = options
    coming = [one for one in options if one.last >= published and distance(one, published) <= _AHEAD]
    if time.relation in LIMITS and time.tense in ("future", "present") and coming:
        allowed = coming
    if time.relation not in LIMITS and time.tense == "past":
        whole = time.relation == "since" and time.part is None  # 'since January' is not said in January
        allowed = [one for one in options if one.first <= published]
        if whole:
            allowed = [one for one in allowed if one.precision != "month" or one.last < published]
    elif time.relation not in LIMITS and time.tense == "future":
        allowed = [one for one in options if one.last >= published]
    return min(allowed, key=lambda one: (distance(one, published), one.first), default=None)


def distance(days: Days, published: date) -> int:
    """How many days lie between a date and the day of publication; 0 inside it."""
    if days.first <= published <= days.last:
        return 0
    return min(abs((days.first - published).days), abs((days.last - published).days))


def _relative(time: TimeExpression, published: date, anchor: Anchor) -> Days | None:
    tied = isinstance(time.anchor, int) and counted(time, published, anchor)
    return tied or weekday(time, published) if time.weekday is not None else counted(time, published, anchor)


def counted(time: TimeExpression, published: date, anchor: Anchor) -> Days | None:
    """The days that lie so far from the anchor; None of an expression that does not count."""
    if time.unit is None or time.offset is None or time.anchor is None:
        return None
    base = anchor(time.anchor) if isinstance(time.anchor, int) else day(published)
    if base is None:
        return None
    if time.relation == "since" and time.offset < 0 and time.anchor == "publication" and "ago" not in time.text.lower():
        return between(_moved(published, time.unit, time.offset).first, published)
    if time.relation in LIMITS and time.unit in ("month", "year") and isinstance(time.anchor, int):
        months = time.offset * (12 if time.unit == "year" else 1)
        if base.precision == "day":
            return day(_months_later(base.first, months))
        if base.precision == "month":
            return month(base.first.year, base.first.month + months)
    return _moved(base.first, time.unit, time.offset)


def _months_later(base: date, count: int) -> date:
    """The same day of a later month, or its last one: a month after 31 January is the end of February."""
    target = month(base.year, base.month + count)
    return min(target.last, target.first + timedelta(days=base.day - 1))


def _moved(base: date, unit: str, offset: int) -> Days:
    match unit:
        case "day":
            return day(base + timedelta(days=offset))
        case "week":
            return week(base + timedelta(weeks=offset))
        case "month":
            return month(base.year, base.month + offset)
        case _:
            return year(base.year + offset)


def weekday(time: TimeExpression, published: date) -> Days:
    """A bare weekday: today or the last one, of the future the next one."""
    back = (published.weekday() - (time.weekday or 0)) % 7
    coming = time.tense == "future" or (time.relation in LIMITS and not time.over)
    if coming and back:
        return day(published + timedelta(days=7 - back))
    return day(published - timedelta(days=back))
