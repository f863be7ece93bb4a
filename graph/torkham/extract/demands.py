"""Appeals without a verb of asking: 'The EU should suspend that support, Human Rights Watch said.'"""

from spacy.tokens import Token

from torkham.extract.cast import Cast
from torkham.extract.fillers import Fillers
from torkham.extract.framing import request_span
from torkham.extract.modality import Modality
from torkham.extract.syntax import arguments, children, is_passive
from torkham.extract.utterances import Utterance
from torkham.model import EventReport

_ASKING = frozenset({"NonGovernmentalOrganization", "IntergovernmentalOrganization", "Coalition", "Person"})
"""Who asks of a state what it should do; a state that says what people must do gives an order."""

_ASKED = frozenset({"State", "DeFactoAuthority", "GovernmentBody", "IntergovernmentalOrganization", "Coalition"})


def find(cast: Cast, spoken: list[Utterance], fillers: Fillers, modality: Modality) -> tuple[EventReport, ...]:
    """An appeal for each utterance whose main clause says what a state or body should or must do."""
    found = (_appeal(cast, one, fillers, modality) for one in spoken)
    return tuple(report for report in found if report is not None)


def _appeal(cast: Cast, said: Utterance, fillers: Fillers, modality: Modality) -> EventReport | None:
    verb = _main_verb(cast, said)
    if verb is None or not any(modality.is_demand(one) for one in children(verb, "aux")) or is_passive(verb):
        return None
    asked = [
        actor for one in arguments(verb) if one.slot == "subject" and one.own for actor in fillers.actors(one.token)
    ]
    asked = [actor for actor in asked if cast.of_type(actor) in _ASKED and actor not in said.speaker]
    if not asked or not all(cast.of_type(actor) in _ASKING for actor in said.speaker):
        return None
    start, end = request_span(verb)
    last = cast.doc[min(end, max(part[1] for part in said.parts)) - 1]
    return EventReport(
        start=verb.idx,
        end=verb.idx + len(verb),
        sentence=said.sentence,
        rule="demand of an utterance",
        type="Appeal",
        modality="actual",
        agent=said.speaker,
        addressee=tuple(dict.fromkeys(asked)),
        request=(cast.doc[start].idx, last.idx + len(last)) if start < last.i else None,
    )


def _main_verb(cast: Cast, said: Utterance) -> Token | None:
    """The verb of the reported words that none of their other words governs."""
    for start, end in said.parts:
        for token in cast.doc[start:end]:
            if token.pos_ == "VERB" and not start <= token.head.i < end:
                return token
            if token.pos_ == "VERB" and token.head == token:
                return token
    return None
