"""Orders as events: who says that somebody must leave by a date sets a deadline, whatever the verb."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from torkham.extract.deadlinesigns import Sign
from torkham.extract.syntax import arguments, children
from torkham.lexicon.policies import deadlines
from torkham.model import Deadline, EventReport

_TYPES = {"set": "DeadlineSet", "extended": "DeadlineExtension"}
_TOLD = frozenset({"DeadlineSet", "DeadlineExtension", "Announcement", "Ruling"})
"""What already tells of the order: a sentence with one of these needs no other."""

_SPEAKERS = frozenset({"i", "we"})


def find(limits: Iterable[tuple[Deadline, Sign]], events: Sequence[EventReport]) -> tuple[EventReport, ...]:
    """An event for each deadline that is set or extended in a sentence whose ``events`` do not tell of that yet.

    What merely runs out ('their cards expire on Friday'), what one may do until then ('can stay until May') and what one
    is to do oneself ('we must close by May') is none.
    """
    told = {event.sentence for event in events if event.type in _TOLD}
    found: dict[int, EventReport] = {}
    for limit, sign in limits:
        if limit.change in _TYPES and limit.sentence not in told and _is_order(sign):
            found.setdefault(limit.sentence, _report(limit, sign))
    return tuple(found.values())


def _is_order(sign: Sign) -> bool:
    if sign.act is None:
        return sign.word.pos_ in ("VERB", "AUX")
    if sign.act.lemma_.lower() in deadlines().staying:
        return False
    subjects = [one.token for one in arguments(sign.act) if one.slot == "subject"]
    return not any(one.tag_ == "PRP" and one.lower_ in _SPEAKERS for one in subjects)


def _report(limit: Deadline, sign: Sign) -> EventReport:
    trigger = _trigger(sign)
    extension = limit.change == "extended"
    return EventReport(
        start=trigger.idx,
        end=trigger.idx + len(trigger),
        sentence=limit.sentence,
        rule=f"deadline: {limit.rule}",
        attributed_to=limit.attributed_to,
        via=limit.via,
        type=_TYPES[limit.change],
        modality="actual",
        agent=limit.set_by,
        patient=limit.applies_to if extension else (),
        addressee=() if extension else limit.applies_to,
        time=limit.announced,
    )


def _trigger(sign: Sign) -> Token:
    """The word of the order; where there is none, the modal of the act ('must leave') or the act itself."""
    if sign.word != sign.act or sign.act is None:
        return sign.word
    modals = [child for child in children(sign.act, "aux") if child.tag_ == "MD"]
    return modals[0] if modals else sign.act
