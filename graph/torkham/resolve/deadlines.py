"""The history of deadlines: which date came before, and whether it was set, extended or only repeated."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from torkham.model import Dating, Deadline, DeadlineChange, FactRef, Reading, ResolvedPolicy
from torkham.model.reading import Change
from torkham.resolve.calendar import parse

KeyOf = Callable[[str, int], str]


class _Dated(NamedTuple):
    ref: FactRef
    deadline: Deadline
    date: str
    policy: str | None
    setters: frozenset[str]
    announced: str | None
    previous: str | None


def history(
    readings: Sequence[Reading], datings: Sequence[Dating], policies: Sequence[ResolvedPolicy], key: KeyOf
) -> tuple[DeadlineChange, ...]:
    """A change for each deadline that has a date, in the order of the documents.

    The previous date of an extension is the one that the text names beside it, else the latest earlier deadline of the
    same policy or setter. A 'set' date that another document set before is restated only within one document.
    """
    dated = {(one.document, one.time): one.value for one in datings}
    home = {member: policy.key for policy in policies for member in policy.members}
    found = [one for reading in readings for one in _of(reading, dated, home, key)]
    return tuple(sorted((_change(one, found) for one in found), key=lambda change: change.deadline))


def _of(
    reading: Reading, dated: dict[tuple[str, int], str], home: dict[tuple[str, int], str], key: KeyOf
) -> list[_Dated]:
    document, rows = reading.document, []
    for index, deadline in enumerate(reading.deadlines):
        value = dated.get((document, deadline.time))
        if value is None:
            continue
        rows.append(
            _Dated(
                FactRef(document, "deadline", index),
                deadline,
                value,
                home.get((document, deadline.policy)) if deadline.policy is not None else None,
                frozenset(key(document, one) for one in deadline.set_by),
                dated.get((document, deadline.announced)) if deadline.announced is not None else None,
                dated.get((document, deadline.previous)) if deadline.previous is not None else None,
            )
        )
    return rows


def _change(one: _Dated, all_of_them: list[_Dated]) -> DeadlineChange:
    previous = (
        one.previous
        if one.previous is not None
        else _before(one, all_of_them)
        if one.deadline.change == "extended"
        else None
    )
    return DeadlineChange(
        deadline=one.ref,
        policy=one.policy,
        date=one.date,
        previous=previous,
        change=_kind(one, all_of_them),
        announced=one.announced,
    )


def _kind(one: _Dated, all_of_them: list[_Dated]) -> Change:
    """A date that the same article set before is restated; the first mention of a date that nothing else sets is its setting."""
    if one.deadline.change == "extended":
        return "extended"
    same = [other for other in all_of_them if other.ref.document == one.ref.document and other.date == one.date]
    first = min(same, key=lambda other: (other.deadline.change == "restated", other.deadline.start))
    return one.deadline.change if first is one else "restated"


def _before(one: _Dated, all_of_them: list[_Dated]) -> str | None:
    """The latest deadline before this date of the same policy, or of the same setter in the same article."""
    due = parse(one.date)
    if due is None:
        return None
    related = [other for other in all_of_them if other is not one and _related(one, other)]
    earlier = [days for other in related if (days := parse(other.date)) is not None and days.last < due.first]
    return max(earlier, key=lambda days: days.last).edtf if earlier else None


def _related(one: _Dated, other: _Dated) -> bool:
    same_document = one.ref.document == other.ref.document
    return (one.policy is not None and one.policy == other.policy) or (
        same_document and (not one.setters or not other.setters or bool(one.setters & other.setters))
    )
