"""Statements: utterances put in order, quotations carried on over sentences, and whose assertion each word is."""

from collections.abc import Callable

from spacy.tokens import Token

from torkham.extract.cast import Cast
from torkham.extract.drafts import Voice
from torkham.extract.quotes import Quote, find
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
        found += reporter.sentence(number, sentence)
    return found + _continued(cast, quotes, found)


def voices(cast: Cast, spoken: list[Utterance], positions: tuple[Position, ...]) -> list[Voice]:
    """Who says 'I' and 'we' where: a person's 'we' is the organisation that the article gives them, an official's the state."""
    found: list[Voice] = []
    held = {position.person: position.organisation for position in positions}
    for one in spoken:
        speaker = one.speaker[0]
        draft = cast.drafts[speaker]
        together = held.get(speaker, speaker)
        if draft.type == "UnnamedSource" and draft.state and draft.noun in cast.lexicon.role_nouns:
            together = cast.state_named(draft.state)
        found += [Voice(range(start, end), speaker, together) for start, end in one.parts]
    return found


def _continued(cast: Cast, quotes: tuple[Quote, ...], found: list[Utterance]) -> list[Utterance]:
    """Sentences inside a quotation that name no speaker themselves: theirs is who speaks the rest of it."""
    carried: list[Utterance] = []
    sentences = cast.doc.spans["sentences"]
    for number, sentence in enumerate(sentences):
        for quote in quotes:
            start, end = max(quote.start, sentence.start), min(quote.end, sentence.end)
            words = sum(not cast.doc[i].is_punct and not cast.doc[i].is_space for i in range(start, end))
            outside = (
                sum(not cast.doc[i].is_punct and not cast.doc[i].is_space for i in range(sentence.start, sentence.end))
                - words
            )
            if (
                words < 3
                or outside > 0
                or any(one.sentence == number and one.covers((start + end) // 2) for one in found)
            ):
                continue
            owner = _owner(cast, quote, number, found + carried)
            if owner is not None:
                carried.append(
                    Utterance(
                        number,
                        owner.speaker,
                        [_stripped(cast, start, end)],
                        "direct",
                        "quotation carried on",
                        None,
                        owner.told_to,
                        owner.relayed_by,
                    )
                )
    return carried


def _owner(cast: Cast, quote: Quote, number: int, found: list[Utterance]) -> Utterance | None:
    """Whose quotation it is: another sentence of the same quotation, the sentence before, or the one after, in its paragraph."""
    same = [
        one for one in found if any(quote.start <= start < quote.end for start, _ in one.parts) and one.mode == "direct"
    ]
    if same:
        return min(same, key=lambda one: abs(one.sentence - number))
    before = [one for one in found if one.sentence == number - 1 and _same_paragraph(cast, number - 1, number)]
    after = [
        one
        for one in found
        if one.sentence == number + 1 and one.mode == "direct" and _same_paragraph(cast, number, number + 1)
    ]
    if before and not (after and before[-1].mode == "indirect"):
        return before[-1]
    if after:
        return after[0]
    earlier = [one for one in found if one.sentence == number - 1 and one.mode == "direct"]
    return earlier[-1] if earlier else None


def _same_paragraph(cast: Cast, first: int, second: int) -> bool:
    sentences = cast.doc.spans["sentences"]
    if first < 0 or second >= len(sentences):
        return False
    return "\n" not in cast.doc.text[sentences[first].end_char : sentences[second].start_char]


def _stripped(cast: Cast, start: int, end: int) -> tuple[int, int]:
    while start < end and (cast.doc[start].is_space or cast.doc[start].is_quote):
        start += 1
    while end > start and (cast.doc[end - 1].is_space or cast.doc[end - 1].is_quote):
        end -= 1
    return start, end


def statements(cast: Cast, spoken: list[Utterance], times: TimeOf) -> tuple[Statement, ...]:
    """The utterances as records, in the order of the text; the span is the longest unbroken stretch of the words."""
    found = []
    for one in spoken:
        start, end = max(one.parts, key=lambda part: part[1] - part[0])
        attribution = Attribution([other for other in spoken if other is not one and other.size > one.size]).of(start)
        last = cast.doc[end - 1]
        found.append(
            Statement(
                start=cast.doc[start].idx,
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


def _kind(cast: Cast, speaker: tuple[int, ...]) -> SpeakerKind:
    if len(speaker) > 1:
        return "collective"
    draft = cast.drafts[speaker[0]]
    if draft.type == "Person":
        return "named"
    return "unnamed" if draft.type in ("UnnamedSource", "Population") and not draft.plural else "collective"
