"""Dates from other articles: documents that speak of the same policy and the same deadline speak of the same year.

Two documents speak of one episode when they share the issuer and type of a policy (or who set the deadline) and a count
of the people it targets. Within an episode a deadline on the same day and month, give or take a day ('by October 31',
'the November 1 deadline'), is the same deadline; without one, the episode only bounds the years.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from torkham.model import Reading
from torkham.resolve.calendar import Days
from torkham.resolve.publication import Case, narrow, spread

KeyOf = Callable[[str, int], str]
_SAME_DAY = 1
_EPISODE = 730
_SETTLED = 100


def anchored(cases: Sequence[Case], key: KeyOf) -> None:
    """Narrow the cases whose year is open by those whose year is known; repeated, since each settled case may settle others."""
    for _ in range(len(cases)):
        settled = [case for case in cases if _is_settled(case)]
        opened = [case for case in cases if not _is_settled(case)]
        changed = [case for case in opened if _anchor(case, settled, key)]
        if not changed:
            return


def _is_settled(case: Case) -> bool:
    return bool(case.candidates) and (case.candidates[-1] - case.candidates[0]).days <= _SETTLED


def _anchor(case: Case, settled: Sequence[Case], key: KeyOf) -> bool:
    """Whether other documents of the episode settle this one. A deadline that they date differently settles nothing."""
    related = [
        other
        for other in settled
        if other.reading.document != case.reading.document and _one_episode(case.reading, other.reading, key)
    ]
    if not related:
        return False
    days = sorted(day for other in related for day in (other.candidates[0], other.candidates[-1]))
    trial = Case(case.reading, spread(days[0] - timedelta(days=_EPISODE), days[-1] + timedelta(days=_EPISODE)), [])
    if case.candidates:
        trial.candidates = [one for one in trial.candidates if case.candidates[0] <= one <= case.candidates[-1]]
    names = ", ".join(sorted(other.reading.document for other in related))
    trial.reasons.append(f"it speaks of the same measure and numbers as {names}")
    _same_deadline(trial, related, key)
    narrow(trial)
    if not _is_settled(trial):
        return False
    case.candidates, case.reasons = trial.candidates, trial.reasons
    return True


def _one_episode(one: Reading, other: Reading, key: KeyOf) -> bool:
    return bool(_measures(one, key) & _measures(other, key)) and bool(_targeted(one) & _targeted(other))


def _measures(reading: Reading, key: KeyOf) -> set[str]:
    """Who makes people leave: issuers of policies and setters of deadlines."""
    issuers = {key(reading.document, index) for policy in reading.policies for index in policy.issuer}
    return issuers | {key(reading.document, index) for deadline in reading.deadlines for index in deadline.set_by}


def _targeted(reading: Reading) -> set[int]:
    """The numbers, large enough to be telling, of people whom it is to make leave."""
    return {
        figure.value
        for figure in reading.figures
        if figure.measure == "targeted" and figure.value and figure.value >= 1000
    }


def _same_deadline(trial: Case, related: Sequence[Case], key: KeyOf) -> None:
    known = {days.first: other.reading.document for other in related for days in _due(other)}
    for deadline in trial.reading.deadlines:
        time = trial.reading.times[deadline.time]
        if not time.edtf or len(time.edtf) != 10 or not time.edtf.startswith("XXXX"):
            continue
        kept = [one for one in trial.candidates if _matches(trial.dated(deadline.time, one), known)]
        years = {days.first.year for one in kept if (days := trial.dated(deadline.time, one)) is not None}
        if len(years) == 1:
            trial.keep(kept, f"its deadline of {time.text} is the one that is dated elsewhere")


def _due(case: Case) -> list[Days]:
    """The days of a settled document's deadlines."""
    found: list[Days] = []
    for deadline in case.reading.deadlines:
        options = {case.dated(deadline.time, one) for one in case.candidates}
        day = next(iter(options))
        if len(options) == 1 and day is not None and day.precision == "day":
            found.append(day)
    return found


def _matches(days: Days | None, known: dict[date, str]) -> bool:
    return days is not None and any(abs((days.first - day).days) <= _SAME_DAY for day in known)
