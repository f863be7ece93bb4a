"""Dates of events that stand elsewhere: at the verb of reporting, in the sentence before, or below the headline."""

from collections.abc import Sequence

import msgspec
from spacy.tokens import Doc, Token

from torkham.extract.syntax import children
from torkham.lexicon.times import times as words
from torkham.model import EventReport, Statement, TimeExpression

_SPOKEN = frozenset({"Appeal", "Warning", "Assurance", "Rejection", "Accusation", "Praise", "Announcement"})
"""What somebody does by saying something."""

_LEAD = 4
"""Sentences at the top of an article that tell again what its headline tells."""


def carried(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, a quotation that goes on into the next sentence with the date of its beginning."""
    found: list[Statement] = []
    for one in statements:
        goes_on = bool(found) and one.time is None and _goes_on(found[-1], one)
        found.append(msgspec.structs.replace(one, time=found[-1].time) if goes_on else one)
    return tuple(found)


def _goes_on(before: Statement, one: Statement) -> bool:
    same = before.speaker == one.speaker and before.mode == one.mode == "direct"
    return same and 0 <= one.sentence - before.sentence <= 1


def dated(
    doc: Doc, events: Sequence[EventReport], said: Sequence[Statement], times: Sequence[TimeExpression]
) -> tuple[EventReport, ...]:
    """The events, those without a date of their own with the one that their context gives them."""
    spoken = [_spoken(doc, event, said) if event.time is None else event for event in events]
    released = [_released(doc, event, said, times) if event.time is None else event for event in spoken]
    return tuple(_below(doc, event, released, times) if event.time is None else event for event in released)


def _spoken(doc: Doc, event: EventReport, said: Sequence[Statement]) -> EventReport:
    """What a speaker does by the reported words themselves is done when they are said: '"We urge …," he said on Friday'."""
    if event.type not in _SPOKEN:
        return event
    around = [
        one
        for one in said
        if one.start <= event.start < one.end and set(event.agent) & set(one.speaker) and one.time is not None
    ]
    if len({one.time for one in around}) != 1 or _told_of_the_past(doc, event, around[0]):
        return event
    return msgspec.structs.replace(event, time=around[0].time)


def _released(doc: Doc, event: EventReport, said: Sequence[Statement], times: Sequence[TimeExpression]) -> EventReport:
    """What a body urges or praises in its own release: who 'said today' speaks on that day throughout the text."""
    if event.type not in _SPOKEN or event.modality != "actual" or not event.agent or _told_before(doc, event):
        return event
    today = [
        one.time
        for one in said
        if one.time is not None
        and set(event.agent) == set(one.speaker)
        and (times[one.time].unit, times[one.time].offset) == ("day", 0)
    ]
    return msgspec.structs.replace(event, time=today[0]) if today else event


def _told_before(doc: Doc, event: EventReport) -> bool:
    """Whether the trigger is no verb of the present, nor one of what should be."""
    trigger = _token(doc, event)
    return trigger is None or trigger.tag_ not in ("VBZ", "VBP", "VB") or bool(_helpers(trigger) & set(words().perfect))


def _told_of_the_past(doc: Doc, event: EventReport, statement: Statement) -> bool:
    """'We warned them', 'that it had warned them': said now, done before."""
    trigger = _token(doc, event)
    if trigger is None:
        return True
    return bool(_helpers(trigger) & set(words().perfect)) or (statement.mode == "direct" and trigger.tag_ == "VBD")


def _helpers(verb: Token) -> set[str]:
    return {child.lower_ for child in children(verb, "aux")}


def _token(doc: Doc, event: EventReport) -> Token | None:
    span = doc.char_span(event.start, event.end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def _below(doc: Doc, event: EventReport, events: Sequence[EventReport], times: Sequence[TimeExpression]) -> EventReport:
    """An event of the headline has the date that the first sentences give it: same kind, and one of its actors again."""
    if event.sentence or doc.spans["sentences"][0].label_ != "headline":
        return event
    again = [
        other.time
        for other in events
        if 0 < other.sentence <= _LEAD and other.time is not None and times[other.time].relation == "on"
        if _same(event, other)
    ]
    return msgspec.structs.replace(event, time=again[0]) if again else event


def _same(one: EventReport, other: EventReport) -> bool:
    if one.type != other.type or one.modality != other.modality:
        return False
    whom = {*one.patient, *one.addressee}, {*other.patient, *other.addressee}
    agree = [bool(a & b) for a, b in ((set(one.agent), set(other.agent)), whom) if a and b]
    return bool(agree) and all(agree)
