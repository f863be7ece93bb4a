"""EDTF dates as the first and the last day that they may be (part of https://www.loc.gov/standards/datetime/)."""

import re
from calendar import monthrange
from datetime import date

from torkham.errors import QueryError

_DATE = re.compile(r"(\d{4})(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?")


def span(edtf: str | None) -> tuple[date, date] | None:
    """The first and the last day of '2023-11-01', '2023-10', '2021', '2023-XX-XX' or an interval 'a/b'.

    None where nothing is known, not even the year ('XXXX-03-31').
    """
    if not edtf:
        return None
    parts = [_simple(part) for part in edtf.split("/")]
    known = [part for part in parts if part]
    if len(known) < len(parts):
        return None
    return min(first for first, _ in known), max(last for _, last in known)


def parse(text: str) -> tuple[date, date]:
    """A date that a person gave, as its first and last day.

    Raises:
        QueryError: it is none; the message says how to write one.
    """
    known = span(text)
    if known is None:
        raise QueryError(f"{text!r} is not a date; write 2023-11-09, 2023-11 or 2023")
    return known


def _simple(text: str) -> tuple[date, date] | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part and part.isdigit() else None for part in match.groups())
    try:
        if month is None:
            return date(year or 0, 1, 1), date(year or 0, 12, 31)
        first, last = (day, day) if day else (1, monthrange(year or 0, month)[1])
        return date(year or 0, month, first), date(year or 0, month, last)
    except ValueError:
        return None
