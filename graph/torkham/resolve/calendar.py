"""Spans of days, and EDTF (https://www.loc.gov/standards/datetime/) read into them and written from them."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from torkham.model.resolution import Precision


@dataclass(frozen=True)
class Days:
    """First and last day of a date that is known to ``precision``."""

    first: date
    last: date
    precision: Precision

    @property
    def edtf(self) -> str:
        """'2023-11-01', '2023-11', '2023' or 'a/b'."""
        if self.precision == "day":
            return self.first.isoformat()
        if self.precision == "month":
            return self.first.isoformat()[:7]
        if self.precision == "year":
            return self.first.isoformat()[:4]
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


def day(value: date) -> Days:
    """One day."""
    return Days(value, value, "day")


def month(year: int, number: int) -> Days:
    """A calendar month; ``number`` may run over the year's end (0 is December of the year before)."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return Days(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]), "month")


def year(number: int) -> Days:
    """A calendar year."""
    return Days(date(number, 1, 1), date(number, 12, 31), "year")


def week(value: date) -> Days:
    """The week, Monday to Sunday, in which a day lies."""
    first = value - timedelta(days=value.weekday())
    return Days(first, first + timedelta(days=6), "interval")


def between(first: date, last: date) -> Days:
    """An interval, or one day where both are the same."""
    return day(first) if first == last else Days(first, last, "interval")


def parse(value: str) -> Days | None:
    """The days of an EDTF value; None where digits are unknown or the day does not exist."""
    if "X" in value:
        return None
    if "/" in value:
        ends = [parse(part) for part in value.split("/")]
        return between(ends[0].first, ends[1].last) if ends[0] and ends[1] and ends[0].first <= ends[1].last else None
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return year(parts[0])
    if len(parts) == 2:
        return month(*parts)
    return day(date(*parts)) if exists(*parts) else None


def exists(number: int, in_year: int, in_month: int) -> bool:
    """Whether a calendar has the day."""
    return 1 <= in_year <= 12 and 1 <= in_month <= calendar.monthrange(number, in_year)[1]


def in_year(value: str, number: int) -> Days | None:
    """A value without year ('XXXX-11-01', 'XXXX-12', 'XXXX-06-01/XXXX-07-05') in a given year.

    The end of an interval that would lie before its start falls into the next year.
    """
    if "/" not in value:
        return parse(value.replace("XXXX", str(number)))
    first, last = value.split("/")
    found = parse(f"{first}/{last}".replace("XXXX", str(number)))
    return found or parse(f"{first.replace('XXXX', str(number))}/{last.replace('XXXX', str(number + 1))}")
