"""From which of the dates told before a relative expression counts: 'two days later', 'the same week', 'within five days'."""

from collections.abc import Sequence

from torkham.lexicon.times import Unit
from torkham.model import TimeExpression

REACH = 600
"""Code points within which a story goes on from a date that it told."""


def told_before(before: Sequence[TimeExpression], unit: Unit | None, start: int) -> int | None:
    """The index of the last expression before ``start`` that is fine enough to count ``unit`` from, None where none is near.

    A date at which something happened goes before a limit ('by March 31').
    """
    near = [index for index, time in enumerate(before) if start - time.end <= REACH and is_fine(time, unit)]
    happened = [index for index in near if before[index].relation in ("on", "since", "after")]
    return max(happened or near, default=None)


def is_fine(time: TimeExpression, unit: Unit | None) -> bool:
    """Whether an expression tells the day (of a week or day to be counted), the month, or the year."""
    if time.edtf and "/" in time.edtf:
        return False
    if (time.edtf and len(time.edtf) == 10) or time.weekday is not None or time.unit == "day":
        return True
    if unit == "month":
        return bool(time.edtf and len(time.edtf) == 7) or time.unit == "month"
    if unit == "week":
        return time.unit == "week"
    return unit == "year" and (bool(time.edtf) or time.unit is not None)
