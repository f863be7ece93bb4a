"""From reports to events: which reports of actual events tell of the same one, and who vouches for it."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from torkham.model import Dating, Event, EventReport, FactRef, Reading

KeyOf = Callable[[str, int], str]
"""The actor key of a document's entity."""

_PLACED = frozenset({"day", "month"})


def find(readings: Sequence[Reading], datings: Sequence[Dating], key: KeyOf) -> tuple[Event, ...]:
    """The events of a corpus, sorted by key. Reports join where type, who acted and who underwent it agree, and the day
    or month (across articles) or the article itself (within one) is the same; otherwise each report is an event."""
    dated = {(one.document, one.time): one for one in datings}
    groups: dict[tuple[str, ...], list[FactRef]] = defaultdict(list)
    reports: dict[FactRef, EventReport] = {}
    for reading in readings:
        for index, report in enumerate(reading.events):
            if report.modality == "actual":
                ref = FactRef(reading.document, "event", index)
                reports[ref] = report
                dating = dated.get((ref.document, report.time)) if report.time is not None else None
                groups[_signature(ref, report, dating, key)].append(ref)
    return tuple(
        sorted((_event(sign, sorted(refs), reports) for sign, refs in groups.items()), key=lambda event: event.key)
    )


def _signature(ref: FactRef, report: EventReport, dating: Dating | None, key: KeyOf) -> tuple[str, ...]:
    agents = ",".join(sorted(key(ref.document, one) for one in report.agent))
    patients = ",".join(sorted(key(ref.document, one) for one in (*report.patient, *report.addressee)))
    if not agents or (
        not patients and report.type not in ("Return", "Flight", "Arrival", "Announcement", "Takeover", "Withdrawal")
    ):
        return ("alone", ref.document, str(ref.index))
    if dating is not None and dating.precision in _PLACED:
        return ("dated", report.type, agents, patients, dating.value)
    return ("undated", ref.document, report.type, agents, patients)


def _event(sign: tuple[str, ...], refs: list[FactRef], reports: dict[FactRef, EventReport]) -> Event:
    first = reports[refs[0]]
    reasons = {
        "alone": "one report",
        "dated": f"same kind, same actors, same date {sign[-1]}",
        "undated": "same kind and same actors in one article",
    }
    return Event(
        key=f"{refs[0].document}-{first.start}-{first.type}",
        type=first.type,
        reports=tuple(refs),
        reason=reasons[sign[0]] if len(refs) > 1 else "one report",
        contested=all(reports[ref].attributed_to for ref in refs),
    )
