"""From which of the dates told before a relative expression counts: 'two days later', 'the same week', 'within five days'."""

from collections.abc import Sequence

import msgspec
from spacy.tokens import Doc

from torkham.lexicon.times import Unit
from torkham.model import TimeExpression

_OPENS = 3
"""Tokens before a date with which a sentence opens: 'In late', 'Back in'."""
REACH = 600
"""Code points within which a story goes on from a date that it told."""


def told_before(before: Sequence[TimeExpression], unit: Unit | None, start: int) -> int | None:
    """The index of the last expression before ``start`` that is fine enough to count ``unit`` from, None where none is near.

    A date at which something happened goes before a limit ('by March 31').
    """
    near = [index for index, time in enumerate(before) if start - time.end <= REACH and is_fine(time, unit)]
    happened = [index for index in near if before[index].relation in ("on", "since", "after")]
    return max(happened or near, default=None)


def fronted(doc: Doc, found: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The expressions; in a sentence that opens with a year ('In July 2019 the governor told …') later ones are of its time."""
    opening: dict[int, int] = {}
    for index, time in enumerate(found):
        span = doc.char_span(time.start, time.end, alignment_mode="expand")
        full = bool(time.edtf) and (time.edtf or "X")[:4].isdigit() and "/" not in (time.edtf or "")
        if span is not None and full and time.relation == "on" and span.start - span.sent.start <= _OPENS:
            opening.setdefault(span.sent.start_char, index)
    return tuple(_of_its_time(doc, time, index, opening) for index, time in enumerate(found))


def _of_its_time(doc: Doc, time: TimeExpression, index: int, opening: dict[int, int]) -> TimeExpression:
    span = doc.char_span(time.start, time.end, alignment_mode="expand")
    first = opening.get(span.sent.start_char) if span is not None else None
    bare = time.edtf is not None and time.edtf.startswith("XXXX") and time.unit is None and time.anchor is None
    year_end = time.edtf is None and time.unit == "year" and time.offset == 0 and time.anchor == "publication"
    if first is None or first >= index or not (bare or year_end) or time.tense == "future":
        return time
    return msgspec.structs.replace(time, anchor=first)


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
