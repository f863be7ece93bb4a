"""Statements: utterances put in order, quotations carried on over sentences, and whose assertion each word is."""

from collections.abc import Callable
from itertools import takewhile

from spacy.tokens import Token

from torkham.extract.cast import Cast
from torkham.extract.drafts import Voice
from torkham.extract.neighbours import Neighbours
from torkham.extract.quotes import find
from torkham.extract.reporter import Reporter
from torkham.extract.utterances import Utterance
from torkham.model import Position, Statement
from torkham.model.reading import SpeakerKind

TimeOf = Callable[[Token], int | None]
"""Gives the index of the time expression at which a predicate stands."""


class Attribution:
    """Tells of any token whose assertion it is, and through whom it came."""

    def __init__(self, utterances: list[Utterance]) -> None:
        self.utterances = utterances

    def around(self, i: int) -> list[Utterance]:
        """The utterances whose words include token ``i``, outermost first."""
        return sorted((one for one in self.utterances if one.covers(i)), key=lambda one: -one.size)

    def of(self, i: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """(speakers, relays): both empty in the article's own voice."""
        chain = self.around(i)
        if not chain:
            return (), ()
        innermost = chain[-1]
        relays = [speaker for one in chain[:-1] for speaker in one.speaker] + list(innermost.relayed_by)
        return innermost.speaker, tuple(one for one in dict.fromkeys(relays) if one not in innermost.speaker)


def utterances(cast: Cast) -> list[Utterance]:
    """All utterances of the article in reading order, those of continued quotations included."""
    quotes = find(cast.doc)
    reporter = Reporter(cast, quotes)
    found: list[Utterance] = []
    for number, sentence in enumerate(cast.doc.spans["sentences"]):
        told = reporter.sentence(number, sentence)
        found += [one for one in told if one.mode == "direct" or one.size > 1]  # 're-entered' in two words is no report
    return found + Neighbours(cast, quotes, reporter.speakers.topics).quotations(found)


def voices(cast: Cast, spoken: list[Utterance], positions: tuple[Position, ...]) -> list[Voice]:
    """Who says 'I' and 'we' where: a person's 'we' is the organisation that the article gives them, an official's the state."""
    found: list[Voice] = []
    held = {position.person: position.organisation for position in positions}
    for one in spoken:
        speaker = one.speaker[0]
        draft = cast.drafts[speaker]
        together = held.get(speaker, speaker)
        past = cast.lexicon.roles.former
        serves = draft.noun in cast.lexicon.role_nouns and not any(
            word in past for word in draft.label.casefold().split()
        )
        if draft.type == "UnnamedSource" and draft.state and serves:
            together = cast.state_named(draft.state)
        found += [Voice(range(start, end), speaker, together) for start, end in one.parts]
    return found + _signed(cast)


def _signed(cast: Cast) -> list[Voice]:
    """The writers of an open letter: 'We, the undersigned organisations, call on …' are 'we' wherever nobody is quoted."""
    opened = [one for one in cast.doc.spans["sentences"] if [word.lower_ for word in one[:2]] == ["we", ","]]
    asides = [takewhile(lambda word: word.text != ",", one[2:]) for one in opened]
    found = [index for aside in asides for word in aside if (index := cast.actor(word)) is not None]
    return [Voice(range(len(cast.doc)), found[0], found[0])] if found else []


def statements(cast: Cast, spoken: list[Utterance], times: TimeOf) -> tuple[Statement, ...]:
    """The utterances as records, in the order of the text; the span is the longest unbroken stretch of the words.

    Words that are denied begin with the verb that denies them: alone they would say the opposite of what was said.
    """
    found = []
    for one in spoken:
        start, end = max(one.parts, key=lambda part: part[1] - part[0])
        attribution = Attribution([other for other in spoken if other is not one and other.size > one.size]).of(start)
        last = cast.doc[end - 1]
        first = _denial(one.verb) if one.denied and one.verb is not None and one.verb.i < start else cast.doc[start]
        found.append(
            Statement(
                start=first.idx,
                end=last.idx + len(last),
                sentence=one.sentence,
                rule=one.rule,
                speaker=one.speaker,
                speaker_kind=_kind(cast, one.speaker),
                mode=one.mode,
                told_to=one.told_to,
                via=tuple(
                    dict.fromkeys(
                        (*attribution[1], *(who for who in attribution[0] if who not in one.speaker), *one.relayed_by)
                    )
                ),
                time=times(one.verb) if one.verb is not None else None,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.speaker)))


def _denial(verb: Token) -> Token:
    """Where a denial begins, with what helps or negates the verb: 'did not deny that …'."""
    first = verb
    while first.i > 0 and first.nbor(-1).head == verb and first.nbor(-1).dep_ in ("aux", "aux:pass", "advmod"):
        first = first.nbor(-1)
    return first


def _kind(cast: Cast, speaker: tuple[int, ...]) -> SpeakerKind:
    if len(speaker) > 1:
        return "collective"
    draft = cast.drafts[speaker[0]]
    if draft.type == "Person":
        return "named"
    return "unnamed" if draft.type in ("UnnamedSource", "Population") and not draft.plural else "collective"
