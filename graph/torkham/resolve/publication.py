"""The day of publication as a set of candidates, narrowed by what the article's own dates allow.

Conventions of news that are used, each named in the reasons: a day and month without a year lies within seven months of
publication; the latest year that a report names lies at most five years back; weekdays that one report names lie close
together; the weekday in a report under a dateline is that of the dateline.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

import msgspec

from torkham.model import Deadline, Reading, TimeExpression
from torkham.resolve.calendar import Days, in_year, parse
from torkham.resolve.when import LIMITS, counted, distance, weekday, when

NEAR = 213
MONTH_NEAR = 330
"""Days within which a day or a month without a year lies."""
HORIZON = 5
"""Years within which a report was written after the latest year that it names."""
APART = 700
"""Days without a candidate that part one possible year from the next: leap years, years with the same weekdays."""
LEAP = "XXXX-02-29"
_LATE = 2
"""Days between the first weekday that a report names and the day that a line beside it gives as that of publication."""
WEEKS = 45
"""Days within which a day without a year goes with a full date."""


@dataclass
class Case:
    """One document while its dates are being solved: candidate days of publication (empty: unknown) and the reasons."""

    reading: Reading
    candidates: list[date] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    wire: bool = False
    """Whether the day of publication is told in the dateline of the report itself, not in a line about it."""

    def dated(self, index: int, published: date, depth: int = 0) -> Days | None:
        """What a time expression of this document means if it was published that day."""
        if depth > 5:
            return None
        time = self.reading.times[index]
        if (index in self.due and time.relation == "on") or (time.part == "end" and index in self.limits):
            time = msgspec.structs.replace(time, relation="by")
        elif time.over and time.relation in LIMITS and index not in self.due:
            time = msgspec.structs.replace(time, relation="on")  # 'had crossed by August 31': then it was over
        days = when(time, published, lambda other: self.dated(other, published, depth + 1))
        told = self.limits.get(index)
        set_on = self.dated(told, published, depth + 1) if told is not None and told != index else None
        return _first_after(time, days, set_on) if days and set_on else days

    @cached_property
    def limits(self) -> dict[int, int | None]:
        """The expressions that are dates of deadlines, each with the one that says when it was set."""
        return {one.time: one.announced for one in self.reading.deadlines}

    @cached_property
    def due(self) -> frozenset[int]:
        """The expressions that are limits, whatever their preposition: deadlines, but not those that are told to be over."""
        times, deadlines = self.reading.times, self.reading.deadlines
        over = {one.time for one in deadlines if one.change == "restated" and times[one.time].tense == "past"}
        named = {index for one in deadlines for index in (one.time, one.previous) if index is not None}
        return frozenset(named - (over - {one.previous for one in deadlines}))

    def keep(self, kept: Sequence[date], reason: str, *, convention: bool = False) -> None:
        """Narrow the candidates, and remember why if that changed anything; a convention that leaves none is not followed."""
        if len(kept) < len(self.candidates) and (kept or not convention):
            self.reasons.append(reason)
            self.candidates = list(kept)


def _first_after(time: TimeExpression, days: Days, set_on: Days) -> Days:
    """A limit without year lies after the day on which it was set: 'an order in January, to be carried out by the end of May'."""
    if not _without_year(time) or set_on.first <= days.last <= set_on.last + timedelta(days=365):
        return days
    value = days.edtf[4:]
    options = [parse(f"{number}{value}") for number in (set_on.first.year, set_on.first.year + 1)]
    return next((one for one in options if one and one.last >= set_on.first), days)


def years(case: Case) -> None:
    """Candidates from the years that the text itself names, else from what is known of the events and people it names."""
    known = [(time, days) for time in case.reading.times if time.edtf and (days := parse(time.edtf)) is not None]
    if not known:
        _from_bounds(case)
        return
    named = max(days.first for _, days in known)
    latest = max([named, *_firsts(case)])
    past = [days.first for time, days in known if time.tense == "past" and time.relation not in LIMITS]
    first = max([date(latest.year - HORIZON, 1, 1), *past, *_firsts(case)])
    last = date(latest.year + HORIZON, latest.month, 28)
    case.candidates = spread(first, last)
    case.reasons.append(f"it names {named.year}")


def _from_bounds(case: Case) -> None:
    """All days that lie inside the widest limits of every bound, if there is a first and a last one."""
    firsts = _firsts(case)
    lasts = [
        max(date.fromisoformat(last) for _, last in bound.spans if last)
        for bound in case.reading.bounds
        if all(last for _, last in bound.spans)
    ]
    if firsts and lasts and max(firsts) <= min(lasts):
        case.candidates = spread(max(firsts), min(lasts))
        case.reasons += dict.fromkeys(bound.why for bound in case.reading.bounds)


def _firsts(case: Case) -> list[date]:
    """The days before which the article cannot have appeared, by the events and offices that it speaks of."""
    spans = [bound.spans for bound in case.reading.bounds]
    return [
        min(date.fromisoformat(first) for first, _ in options if first)
        for options in spans
        if all(x for x, _ in options)
    ]


def _within_bounds(case: Case) -> None:
    """Events and offices of known times that the article speaks of; what contradicts the rest is not followed."""
    for bound in case.reading.bounds:
        kept = [one for one in case.candidates if any(_inside(one, span) for span in bound.spans)]
        if bound.time is not None and bound.day is not None:
            day = date.fromisoformat(bound.day)
            kept = [one for one in kept if (days := case.dated(bound.time, one)) and days.first <= day <= days.last]
        case.keep(kept, bound.why, convention=True)


def _inside(day: date, span: tuple[str | None, str | None]) -> bool:
    first, last = span
    return (first is None or date.fromisoformat(first) <= day) and (last is None or day <= date.fromisoformat(last))


def spread(first: date, last: date) -> list[date]:
    """All days from first to last."""
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]


def narrow(case: Case) -> None:
    """Apply every constraint that the article's own dates make: first those that can fix a year, then the finer ones."""
    fix(case)
    refine(case)


def fix(case: Case) -> None:
    """The constraints that tell one year from another: weekdays that must fall on dates, and what was still to come."""
    reading = case.reading
    _within_bounds(case)
    if reading.publication is not None:
        _dateline(case, reading.times[reading.publication])
    for index, time in enumerate(reading.times):
        if _only_weekday(time) and isinstance(time.anchor, int):
            kept = [one for one in case.candidates if _agrees(case, index, one)]
            away = f"{abs(time.offset or 0)} {time.unit}(s) from '{reading.times[time.anchor].text}'"
            case.keep(kept, f"'{time.text}' is {away}")
        elif _only_weekday(time) and time.anchor == "deadline":
            kept = [one for one in case.candidates if _from_deadline(case, time, one)]
            case.keep(kept, f"'{time.text}' is {time.offset} {time.unit}(s) from a deadline", convention=True)
        elif time.edtf == LEAP:
            kept = [one for one in case.candidates if _close(case.dated(index, one), one)]
            case.keep(kept, f"'{time.text}' is of a leap year")
        elif time.edtf and "X" in time.edtf and time.weekday is not None:
            kept = [one for one in case.candidates if _falls(case, time, one)]
            case.keep(kept, f"'{time.text}' falls on that weekday")
        elif time.edtf and time.tense == "future" and time.relation not in LIMITS and (days := parse(time.edtf)):
            case.keep([one for one in case.candidates if one <= days.last], f"'{time.text}' was still to come")
    _beside_full_dates(case)
    _next_to_named(case)
    for named, fixed in _same_deadlines(reading):
        kept = [one for one in case.candidates if case.dated(named, one) == case.dated(fixed, one)]
        names = reading.times[named].text, reading.times[fixed].text
        case.keep(kept, f"the deadline of {names[1]} was {names[0]}")


def _beside_full_dates(case: Case) -> None:
    """A day without a year goes with a full date of the same weeks: 'on Nov. 9' in a report that names 'Nov. 3, 2023'."""
    times = case.reading.times
    full = [
        days.first
        for index, time in enumerate(times)
        if time.tense == "past" and time.relation not in LIMITS and index not in case.due
        if len(time.edtf or "") == 10 and (days := parse(time.edtf or ""))
    ]
    if not full:
        return
    last = max(full)
    for index, time in enumerate(times):
        if not _without_year(time) or len(time.edtf or "") != 10 or time.tense != "past":
            continue
        same = in_year(time.edtf or "", last.year)
        if same is not None and abs((same.first - last).days) <= WEEKS:
            kept = [one for one in case.candidates if case.dated(index, one) == same and last <= one]
            case.keep(kept, f"'{time.text}' goes with the full date {last.isoformat()}", convention=True)


def _next_to_named(case: Case) -> None:
    """Of possible years that lie far apart the first, where it follows the latest year that the report names."""
    gaps = [n for n, (one, other) in enumerate(pairwise(case.candidates), 1) if (other - one).days > APART]
    named = [days.last for time in case.reading.times if time.edtf and (days := parse(time.edtf)) is not None]
    if gaps and named and case.candidates[0].year <= max(named).year + 1:
        case.keep(case.candidates[: gaps[0]], f"of the years that fit it is the one next to {max(named).year}")


def refine(case: Case) -> None:
    """The constraints within a year, by the conventions of news; they cannot tell one year from another by themselves."""
    reading = case.reading
    replaced = {one.previous for one in reading.deadlines}
    for index, time in enumerate(reading.times):
        if _without_year(time) and index not in replaced:
            kept = [one for one in case.candidates if _close(case.dated(index, one), one)]
            case.keep(kept, f"'{time.text}' lies within months of it", convention=True)
            if time.relation == "until" and time.tense in ("present", "future"):
                kept = [one for one in case.candidates if (days := case.dated(index, one)) and one <= days.last]
                case.keep(kept, f"'until {time.text}' was still to come", convention=True)
    for deadline in reading.deadlines:
        kept = [one for one in case.candidates if _in_order(case, deadline, one)]
        case.keep(kept, f"'{reading.times[deadline.time].text}' was announced before it came", convention=True)
    yearless = [n for n, time in enumerate(reading.times) if _without_year(time) and time.relation != "since"]
    _close_together(case, yearless, "the dates without a year that it names")
    past = [index for index, time in enumerate(reading.times) if _only_weekday(time) and time.tense == "past"]
    _close_together(case, past, "the weekdays that it names")


def _dateline(case: Case, stated: TimeExpression) -> None:
    """The text states day and month, not the year: the weekday of a wire's first sentence must fall on it.

    Beside a line that says 'Published', the first weekday may also be one of the days before.
    """
    value = stated.edtf or ""
    kept = [one for one in case.candidates if (days := in_year(value, one.year)) is not None and days.first == one]
    case.keep(kept, f"the dateline says {stated.text}")
    first = case.reading.sentences[0].end if case.reading.sentences else 0
    second = case.reading.sentences[min(2, len(case.reading.sentences) - 1)].end if case.reading.sentences else first
    weekdays = [
        time for time in case.reading.times if time.weekday is not None and time.edtf is None and time.start < second
    ]
    if weekdays:
        day, late = weekdays[0].weekday or 0, 0 if case.wire else _LATE
        kept = [one for one in case.candidates if (one.weekday() - day) % 7 <= late]
        case.keep(kept, f"that day is '{weekdays[0].text}'" + (" or soon after" if late else ""))


def _falls(case: Case, time: TimeExpression, published: date) -> bool:
    days = when(time, published, lambda index: case.dated(index, published))
    return days is not None and days.first.weekday() == time.weekday


def _from_deadline(case: Case, time: TimeExpression, published: date) -> bool:
    """Whether a weekday lies as far from one of the deadlines without a year as the text says."""
    due = [case.dated(n, published) for n in case.limits if _without_year(case.reading.times[n])]
    steps = timedelta(days=(time.offset or 0) * (7 if time.unit == "week" else 1))
    told = weekday(time, published).first
    return any(days is not None and days.precision == "day" and days.first + steps == told for days in due)


def _agrees(case: Case, index: int, published: date) -> bool:
    """Whether a weekday is the day that lies so far from a date."""
    time = case.reading.times[index]
    days = counted(time, published, lambda other: case.dated(other, published))
    return days is not None and days == weekday(time, published)


def _without_year(time: TimeExpression) -> bool:
    return bool(time.edtf and time.edtf.startswith("XXXX") and time.unit is None and time.anchor is None)


def _close(days: Days | None, published: date) -> bool:
    return days is not None and distance(days, published) <= (MONTH_NEAR if days.precision == "month" else NEAR)


def _same_deadlines(reading: Reading) -> list[tuple[int, int]]:
    """A deadline told by weekday and one told by day and month, where the article knows only one such date."""
    weekdays = [one.time for one in reading.deadlines if _only_weekday(reading.times[one.time])]
    fixed = {
        reading.times[one.time].edtf: one.time
        for one in reading.deadlines
        if _without_year(reading.times[one.time]) and reading.times[one.time].tense != "future"
    }
    days = [index for value, index in fixed.items() if value and len(value) == 10]
    return [(weekday, days[0]) for weekday in weekdays] if len(days) == 1 else []


def _only_weekday(time: TimeExpression) -> bool:
    return time.weekday is not None and time.edtf is None


def _in_order(case: Case, deadline: Deadline, published: date) -> bool:
    """A deadline is announced before it comes, and the announcement before it is reported."""
    if deadline.announced is None:
        return True
    announced, due = case.dated(deadline.announced, published), case.dated(deadline.time, published)
    return announced is None or due is None or announced.first < due.last


def _close_together(case: Case, times: list[int], what: str) -> None:
    """Keep the candidates for which dates of one kind lie closest together."""
    if len({case.reading.times[index].text for index in times}) < 2 or not case.candidates:
        return

    def width(published: date) -> int:
        days = [days.first for index in times if (days := case.dated(index, published)) is not None]
        return (max(days) - min(days)).days if days else 0

    best = min(width(one) for one in case.candidates)
    case.keep([one for one in case.candidates if width(one) == best], f"{what} lie close together")
