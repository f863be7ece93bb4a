"""The part of EDTF (ISO 8601-2) that the contract uses, taken apart for OWL-Time and for cells of tables."""

import re
from calendar import monthrange
from datetime import date

_EPOCH = date(1970, 1, 1)
_KNOWN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def ends(value: str) -> tuple[str, str | None]:
    """The two dates of a closed interval, else the value itself and None: '2023-10/..' stays whole."""
    first, stroke, second = value.partition("/")
    closed = stroke and all(end not in ("", "..") for end in (first, second))
    return (first, second) if closed else (value, None)


def bounds(value: str) -> tuple[date | None, date | None]:
    """The first and the last day that a value can mean; None where it leaves that open ('XXXX-03-31', '../2023')."""
    first, stroke, second = value.partition("/")
    return _span(first)[0], _span(second if stroke else first)[1]


def day_number(day: date) -> int:
    """Days since 1970-01-01, to compare by: date arithmetic is not portable in SPARQL."""
    return (day - _EPOCH).days


def precision(value: str) -> str:
    """How much of a value is known: day, month, year or interval."""
    if "/" in value:
        return "interval"
    return {4: "year", 7: "month"}.get(len(value), "day")


def _span(value: str) -> tuple[date | None, date | None]:
    found = _KNOWN.fullmatch(value)
    if found is None:
        return None, None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        last_month = month or 12
        return first, date(year or 0, last_month, day or monthrange(year or 0, last_month)[1])
    except ValueError:  # '2023-02-30' in a text is nobody's day
        return None, None
