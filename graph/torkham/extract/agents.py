"""Who acts in an event that the words leave without an agent: only where this sentence or the one before leaves no doubt."""

import msgspec

from torkham.extract.cast import Cast
from torkham.extract.syntax import preposition
from torkham.model import EventReport

DOINGS = frozenset({"Praise", "Accusation"})
"""What is said of somebody by what they did."""

_BY_STATES = frozenset({"Expulsion", "DeadlineSet", "DeadlineExtension", "PolicyExpansion", "Arrest"})
"""Events whose agent is a state or one of its bodies."""

_CUSTODY = frozenset({"Arrest", "Release"})
"""Events whose missing agent is who arrests in the sentences around, else the state."""

_FILLED = frozenset({"Expulsion", "DeadlineSet", "DeadlineExtension"}) | _CUSTODY
"""Events whose missing agent may be taken from the sentences around."""

_REACH = 3
"""How many sentences back an expulsion may have its agent, if the article tells of one only."""

_EVER = -99
"""Stands for all sentences together."""

Acting = dict[int, set[int]]
"""Who acts, by sentence."""


def fill(reports: tuple[EventReport, ...], cast: Cast) -> tuple[EventReport, ...]:
    """The reports, those of expulsions, arrests and deadlines with the state or body that can only be meant.

    In the order of the text: an agent that was filled in counts for the sentence after it.
    """
    states: Acting = {}
    holders: Acting = {}
    for report in reports:
        _note(report, states, holders, cast)
    done: list[EventReport] = []
    for report in reports:
        filled = _filled(report, holders, states, cast)
        _note(filled, states, holders, cast)
        done.append(filled)
    return tuple(done)


def recalled(reports: tuple[EventReport, ...], pronouns: list[bool], cast: Cast) -> tuple[EventReport, ...]:
    """The reports; 'them' whom an appeal is made to are those that the same speaker appealed to before, never a people.

    ``pronouns`` says of each report whether only a pronoun tells who is spoken to.
    """
    asked: dict[tuple[int, ...], tuple[int, ...]] = {}
    done: list[EventReport] = []
    for report, only_pronoun in zip(reports, pronouns, strict=True):
        crowd = all(cast.of_type(one) == "Population" for one in report.addressee)
        again = report.type == "Appeal" and only_pronoun and crowd and report.agent in asked
        if report.type == "Appeal" and report.agent and not crowd:
            asked[report.agent] = report.addressee
        done.append(msgspec.structs.replace(report, addressee=asked[report.agent]) if again else report)
    return tuple(done)


def of_doers(reports: tuple[EventReport, ...], deeds: list[list[int]]) -> tuple[EventReport, ...]:
    """The reports; who condemns or praises a deed speaks of its doer: 'Iran deported them. The UN condemned the deportations'.

    ``deeds`` gives for each report where the words stand for what is praised or condemned.
    """
    doers = {report.start: report.agent for report in reports}
    done: list[EventReport] = []
    for report, starts in zip(reports, deeds, strict=True):
        meant = {actor for start in starts for actor in doers.get(start, ())} - {*report.agent}
        blamed = report.type in DOINGS and not report.patient and meant
        done.append(msgspec.structs.replace(report, patient=tuple(sorted(meant))) if blamed else report)
    return tuple(done)


def of_claimants(reports: tuple[EventReport, ...], claims: list[bool]) -> tuple[EventReport, ...]:
    """The reports; who rejects 'the allegation' contradicts who made it just before.

    ``claims`` says of each report whether the words stand for a claim that is spoken of and not said to be anybody's.
    """
    done: list[EventReport] = []
    last: EventReport | None = None
    for report, claim in zip(reports, claims, strict=True):
        near = last is not None and 0 <= report.sentence - last.sentence <= 1
        meant = {*last.agent} - {*report.agent} if last is not None and near else set()
        contradicted = claim and report.type == "Rejection" and not report.patient and not report.addressee and meant
        done.append(msgspec.structs.replace(report, addressee=tuple(sorted(meant))) if contradicted else report)
        last = report if report.type == "Accusation" else last
    return tuple(done)


def _note(report: EventReport, states: Acting, holders: Acting, cast: Cast) -> None:
    if report.type in _CUSTODY:
        holders.setdefault(report.sentence, set()).update(report.agent)
    if report.type in _BY_STATES | {"Announcement"}:
        for number in (report.sentence, _EVER):
            states.setdefault(number, set()).update(one for one in report.agent if _is_state(one, cast))


def _filled(report: EventReport, holders: Acting, states: Acting, cast: Cast) -> EventReport:
    if report.type not in _FILLED or report.agent or report.rule.rpartition(":")[2] in cast.lexicon.discourse.lawless:
        return report
    found = _agent(report, holders, cast) if report.type in _CUSTODY else None
    found = _agent(report, states, cast) if found is None else found
    if found is None and report.type in ("Expulsion", "Arrest"):
        found = _left_country(report, cast)
    if found is None and report.type == "Arrest":
        found = _where_held(report, cast)
    if found is None and report.type == "Expulsion":
        found = _spoken_for(report, states, cast)
        found = _the_only_one(report, states, cast) if found is None else found
    return report if found is None else msgspec.structs.replace(report, agent=(found,))


def _is_state(index: int, cast: Cast) -> bool:
    return cast.of_type(index) in ("State", "DeFactoAuthority")


def _agent(report: EventReport, acting: Acting, cast: Cast) -> int | None:
    """The only one who acts in this sentence, or in it and the one before."""
    concerned = {*report.patient, *report.addressee}
    lands = {_land(cast.drafts[index].state, cast) for index in report.patient} - {None}
    found: set[int] = set()
    for number in (report.sentence, report.sentence - 1):
        found |= {one for one in acting.get(number, ()) if _may_act(one, report, lands, cast)} - concerned
        if len(found) == 1:
            return next(iter(found))
    return None


def _where_held(report: EventReport, cast: Cast) -> int | None:
    """The state in whose country people are arrested who are no nationals of it: 'detained in New Delhi'."""
    homes = {cast.drafts[index].state for index in report.patient}
    keys = {cast.country_of(place) for place in report.place}
    key = next(iter(keys)) if len(keys) == 1 else None
    if key is None or key in homes or not report.patient or cast.lexicon.is_held_in_fact(key):
        return None
    return cast.ruler_of(report.place[0])


def _spoken_for(report: EventReport, states: Acting, cast: Cast) -> int | None:
    """The state whose officials tell of it, where the article tells that it does such things."""
    acting = states.get(_EVER, set())
    lands = {_land(cast.drafts[index].state, cast) for index in report.patient} - {None}
    keys = {cast.drafts[speaker].state or cast.drafts[speaker].known for speaker in report.attributed_to}
    spoken = {one for one in acting if cast.drafts[one].known in keys and _may_act(one, report, lands, cast)}
    return next(iter(spoken)) if len(spoken) == 1 and len(report.attributed_to) == 1 else None


def _the_only_one(report: EventReport, states: Acting, cast: Cast) -> int | None:
    """The state that was said to act so a few sentences before, where no other is in the whole article."""
    lands = {_land(cast.drafts[index].state, cast) for index in report.patient} - {None}
    near = set().union(*(states.get(report.sentence - n, set()) for n in range(_REACH + 1)))
    acting = states.get(_EVER, set())
    if len(acting) != 1 or near != acting:
        return None
    one = next(iter(acting))
    return one if _may_act(one, report, lands, cast) and one not in report.patient else None


def _may_act(index: int, report: EventReport, lands: set[str | None], cast: Cast) -> bool:
    """Nobody expels people to a country that is theirs, or out of one that is only held in fact."""
    if report.type != "Expulsion":
        return True
    return cast.of_type(index) == "State" and _land(cast.drafts[index].known, cast) not in lands


def _land(key: str | None, cast: Cast) -> str | None:
    territory = cast.lexicon.territory(key)
    return territory.key if territory is not None else None


def _left_country(report: EventReport, cast: Cast) -> int | None:
    """The one country in which the sentence places somebody, and which the people are neither nationals of nor sent to."""
    homes = {cast.drafts[index].state for index in report.patient}
    left: set[str] = set()
    for draft in cast.drafts:
        spots = [spot for spot in draft.spots if cast.sentence_of.get(spot.i) == report.sentence]
        key = cast.lexicon.state_with(draft.known) if draft.is_place and spots else None
        if key is not None and not any(preposition(spot) in cast.lexicon.discourse.goals for spot in spots):
            left.add(key)
    left -= homes
    return cast.state_named(next(iter(left))) if len(left) == 1 and homes - {None} else None
