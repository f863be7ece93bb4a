"""When an article can have appeared, by the known events and office-holders that it speaks of.

'Four years after the Taliban seized power, women are …' was written in the fifth year; 'since Assad fell last December' in the
year after; a minister who speaks as minister does so while he is one. Nothing else of an article is dated from it.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from spacy.tokens import Doc, Span

from torkham.extract.fulltext import fulltext
from torkham.extract.timegrammar import any_of, grammar, key_of
from torkham.lexicon.history import KnownEvent, Term, history
from torkham.lexicon.times import Unit
from torkham.lexicon.times import times as words
from torkham.model import Bound, Entity, Position, Statement, TimeExpression

_YEAR, _MONTH = 365.25, 30.4
_ROUNDED = 0.25
"""How much of a year or month less than the told count may have passed: 'four years after' may be three and ten months."""
_NEARLY = 0.6
_AROUND = 75
"""Days around an anniversary in which reports speak of it."""
_LATELY: dict[Unit, int] = {"day": 31, "week": 120, "month": 730, "year": 3650}
"""Days within which 'in the days, weeks, months, years since' an event is said."""
_BESIDE = 14
"""Code points between an event and the date that belongs to it."""
_CLAUSE = r"(?:\W+\w+){0,3}?\W+"


@cache
def _patterns() -> tuple[tuple[KnownEvent, re.Pattern[str]], ...]:
    found = []
    for event in history().event:
        ways = [any_of(event.phrases)] if event.phrases else []
        if event.who:
            ways.append(rf"{any_of(event.who)}{_CLAUSE}{any_of(event.acts)}")
        found.append((event, re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)")))
    return tuple(found)


@cache
def _distance() -> re.Pattern[str]:
    """'more than four years after the', 'seven months since', 'three years of', at the end of what stands before."""
    return re.compile(
        rf"(?i:(?:(?P<more>more\s+than|over|just\s+over)\s+|(?P<less>nearly|almost|just\s+under)\s+)?(?P<count>{grammar().count})"
        r"[\s-]+(?P<unit>years?|months?)\s+(?:after|since|on\s+from|of|into|following|from|on\s+since)\s+(?:the\s+)?)$"
    )


@cache
def _lately() -> re.Pattern[str]:
    """'in the weeks since': what an article says that came out within weeks."""
    units = any_of(name for names in words().units.values() for name in names if name.endswith("s"))
    return re.compile(rf"(?i:in\s+the\s+(?P<units>{units})\s+(?:since|after|following)\s+(?:the\s+)?)$")


@cache
def _anniversary() -> re.Pattern[str]:
    ordinals = any_of(words().ordinals)
    return re.compile(
        rf"(?i:(?P<ordinal>{ordinals}|\d{{1,2}}(?:st|nd|rd|th)|{grammar().count}-year)\s+anniversary\s+of\s+(?:(?:the|their|its|his|her)\s+)?)$"
    )


def find(doc: Doc, times: Sequence[TimeExpression]) -> tuple[Bound, ...]:
    """What the known events in the sentences that are read say of the day of publication, in order."""
    found = [bound for sentence in doc.spans["sentences"] for bound in _of_sentence(doc, sentence, times)]
    return tuple(sorted(found, key=lambda bound: (bound.start, bound.end)))


def _of_sentence(doc: Doc, sentence: Span, times: Sequence[TimeExpression]) -> Iterator[Bound]:
    text = fulltext(doc)
    for event, pattern in _patterns():
        for match in pattern.finditer(text, sentence.start_char, sentence.end_char):
            here = [index for index, time in enumerate(times) if sentence.start_char <= time.start < sentence.end_char]
            if any(_is_of_another_year(times[index], event.date) for index in here):
                continue
            beside = next((index for index in here if 0 <= times[index].start - match.end() <= _BESIDE), None)
            before = text[sentence.start_char : match.start()]
            yield _bound(
                event, match, before, _speaks_of_now(sentence), None if beside is None else (beside, times[beside])
            )


def _bound(
    event: KnownEvent, match: re.Match[str], before: str, now: bool, beside: tuple[int, TimeExpression] | None
) -> Bound:
    start, end = match.span()
    why = f"'{match.group()}' was on {event.date.isoformat()}"
    counted, lately, feast = (pattern.search(before) for pattern in (_distance(), _lately(), _anniversary()))
    first, last = event.date, None
    if counted:
        first, last = _counted(event.date, counted)
        last = last if now else None
    elif lately:
        unit: Unit = key_of(lately["units"], words().units) or "year"
        last = event.date + timedelta(days=_LATELY[unit])
    elif feast:
        day = event.date + timedelta(days=round(_ordinal(feast["ordinal"]) * _YEAR))
        first, last = day - timedelta(days=_AROUND), day + timedelta(days=_AROUND)
    elif beside is not None and _without_year(beside[1]):
        ago = _years_ago(beside[1])
        last = event.date + timedelta(days=round((ago + 1) * _YEAR))
        span = ((event.date + timedelta(days=round(max(0, ago - 1) * _YEAR))).isoformat(), last.isoformat())
        return Bound(start=start, end=end, why=why, spans=(span,), time=beside[0], day=event.date.isoformat())
    told = counted or lately or feast
    start = start - len(told.group()) if told else start
    return Bound(start=start, end=end, why=why, spans=((first.isoformat(), last.isoformat() if last else None),))


def _counted(event: date, match: re.Match[str]) -> tuple[date, date]:
    """First and last day so long after the event, as reporters round."""
    text = match["count"].lower()
    count = int(text) if text.isdigit() else words().numbers[text]
    unit = _YEAR if key_of(match["unit"], words().units) == "year" else _MONTH
    low = count if match["more"] else count - (_NEARLY if match["less"] else _ROUNDED)
    high = count + (_ROUNDED / 3 if match["less"] else 1)
    return event + timedelta(days=round(low * unit)), event + timedelta(days=round(high * unit))


def _ordinal(text: str) -> int:
    lowered = text.lower()
    if lowered in words().ordinals:
        return words().ordinals[lowered]
    number = re.match(r"\d+", lowered)
    return int(number.group()) if number else words().numbers[lowered.removesuffix("-year")]


def _speaks_of_now(sentence: Span) -> bool:
    """Whether its main verb is in the present: 'Four years after …, girls are still barred', 'It has been four years since'."""
    root = sentence.root
    helpers = [child for child in root.children if child.dep_[:3] in ("aux", "cop")]
    return any(one.tag_ in ("VBZ", "VBP") for one in (root, *helpers))


def _years_ago(time: TimeExpression) -> int:
    """How many years back an expression counts; 0 of one that counts none ('last December', 'in March')."""
    return abs(time.offset) if time.unit == "year" and time.offset else 0


def _without_year(time: TimeExpression) -> bool:
    return (time.edtf is not None and time.edtf.startswith("XXXX")) or time.anchor == "publication"


def _is_of_another_year(time: TimeExpression, day: date) -> bool:
    """A full date or year in the sentence that is not the event's: then the words may mean another event of the name."""
    return bool(time.edtf and time.edtf[:4].isdigit() and "/" not in time.edtf and time.edtf[:4] < str(day.year))


def in_office(
    doc: Doc,
    entities: Sequence[Entity],
    positions: Sequence[Position],
    statements: Sequence[Statement],
    times: Sequence[TimeExpression],
    former: Sequence[str],
) -> tuple[Bound, ...]:
    """The terms of office of those who speak in the article, save who is called a ``former`` one.

    Of who is only spoken of with his office, the beginning.
    """
    found: dict[int, Bound] = {}
    for said in statements:
        told_long_ago = said.time is not None and times[said.time].edtf is not None
        for index in () if told_long_ago else said.speaker:
            terms = _terms(entities[index].known)
            if terms and not _was(doc, entities[index], former):
                label = entities[index].label
                spans = tuple(
                    (term.since.isoformat(), term.until.isoformat() if term.until else None) for term in terms
                )
                found.setdefault(
                    index, Bound(start=said.start, end=said.end, why=f"{label} speaks in office", spans=spans)
                )
    for held in positions:
        terms = _terms(entities[held.person].known)
        if terms and held.person not in found and not _was(doc, entities[held.person], former):
            why, since = f"{entities[held.person].label} is in office", min(term.since for term in terms).isoformat()
            found[held.person] = Bound(start=held.start, end=held.end, why=why, spans=((since, None),))
    return tuple(found.values())


def _terms(actor: str | None) -> list[Term]:
    return [term for term in history().term if term.actor == actor]


def _was(doc: Doc, entity: Entity, former: Sequence[str]) -> bool:
    """Whether words before one of its names say that the office is over: 'former US president Joe Biden'."""
    before = [
        fulltext(doc)[max(0, mention.start - 40) : mention.start]
        for mention in entity.mentions
        if mention.kind == "name"
    ]
    return any(re.search(rf"(?<!\w){any_of(former)}(?!\w)[^,;:]*$", text, re.I) for text in before)
