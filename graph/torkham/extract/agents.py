"""Who acts in an event that the words leave without an agent: only where this sentence or the one before leaves no doubt."""

import msgspec

from torkham.extract.cast import Cast
from torkham.model import EventReport

_BY_STATES = frozenset({"Expulsion", "DeadlineSet", "DeadlineExtension", "PolicyExpansion", "Arrest"})
"""Events whose agent is a state or one of its bodies."""

_FOR = frozenset({"Expulsion", "DeadlineSet", "DeadlineExtension"})
"""Events whose missing agent may be taken from the sentences around."""

_CUSTODY = frozenset({"Arrest"})
"""Events whose missing agent is who arrests in the sentences around."""


def fill(reports: tuple[EventReport, ...], cast: Cast) -> tuple[EventReport, ...]:
    """The reports, those of expulsions and deadlines with the state that can only be meant."""
    states, holders = _acting(reports, cast), _holding(reports)
    return tuple(_filled(report, holders if report.type in _CUSTODY else states, cast) for report in reports)


def _filled(report: EventReport, acting: dict[int, set[int]], cast: Cast) -> EventReport:
    if report.type not in _FOR | _CUSTODY or report.agent:
        return report
    found = _agent(report, acting, cast)
    return report if found is None else msgspec.structs.replace(report, agent=(found,))


def _holding(reports: tuple[EventReport, ...]) -> dict[int, set[int]]:
    """Who arrests, by sentence."""
    holding: dict[int, set[int]] = {}
    for report in reports:
        if report.type in _CUSTODY:
            holding.setdefault(report.sentence, set()).update(report.agent)
    return holding


def _acting(reports: tuple[EventReport, ...], cast: Cast) -> dict[int, set[int]]:
    """The states that act in events of that kind, by sentence."""
    acting: dict[int, set[int]] = {}
    for report in reports:
        if report.type in _BY_STATES | {"Announcement"}:
            acting.setdefault(report.sentence, set()).update(one for one in report.agent if _is_state(one, cast))
    return acting


def _is_state(index: int, cast: Cast) -> bool:
    return cast.of_type(index) in ("State", "DeFactoAuthority")


def _agent(report: EventReport, acting: dict[int, set[int]], cast: Cast) -> int | None:
    concerned = {*report.patient, *report.addressee}
    for sentences in ((report.sentence,), (report.sentence, report.sentence - 1)):
        states = set().union(*(acting.get(number, set()) for number in sentences)) - concerned
        if len(states) == 1:
            return next(iter(states))
    return _left_country(report, cast) if report.type == "Expulsion" else None


def _left_country(report: EventReport, cast: Cast) -> int | None:
    """The one country in which the sentence places somebody, and which the people are neither nationals of nor sent to."""
    homes = {cast.drafts[index].state for index in report.patient}
    keys: set[str] = set()
    for draft in cast.drafts:
        if draft.is_place and any(cast.sentence_of.get(spot.i) == report.sentence for spot in draft.spots):
            key = cast.lexicon.state_with(draft.known)
            keys |= {key} if key else set()
    reached = {cast.lexicon.state_with(cast.drafts[index].known) for index in report.place}
    left = keys - homes - (reached if len(keys) > 1 else set())
    return cast.state_named(next(iter(left))) if len(left) == 1 and homes - {None} else None
