"""Date expressions of a text: what their words fix, what they count from, and the tense that the sentence gives them."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec
from spacy.tokens import Doc, Token

from torkham.extract.distances import tied
from torkham.extract.fulltext import fulltext
from torkham.extract.narration import fronted, told_before
from torkham.extract.spans import anchored, is_limit, lasting, prolonged, replaces
from torkham.extract.timegrammar import edtf, grammar, index_of, key_of
from torkham.lexicon.people import people
from torkham.lexicon.quantities import numbers
from torkham.lexicon.times import Part, Relation, Tense, Unit, times
from torkham.model import Block, TimeExpression

Anchor = int | Literal["publication", "deadline"]
Words = dict[str, str | None]
_LOOK_BACK = 40
_DAY_LONG = re.compile(r"-\d\d$")


def find(doc: Doc, blocks: Iterable[Block] = ()) -> tuple[TimeExpression, ...]:
    """The date expressions of the sentences that are read, and of bylines and datelines among ``blocks``, in order.

    Spans leave prepositions out ('November 1', 'the end of December', 'last month'). Durations are none.
    """
    stretches = [(span.start_char, span.end_char) for span in doc.spans["sentences"]]
    blocks = tuple(blocks)
    stretches += [(block.start, block.end) for block in blocks if block.kind in ("byline", "dateline")]
    found: list[TimeExpression] = []
    for start, end in sorted(set(stretches)):
        for match in _matches(doc, start, end):
            found.append(_expression(doc, match, start, found))
    found = [_pictured(time) if _in_caption(time, blocks) else time for time in found]
    return tied(doc, anchored(doc, fronted(doc, found)))


def _in_caption(time: TimeExpression, blocks: Iterable[Block]) -> bool:
    return any(block.kind == "caption" and block.start <= time.start < block.end for block in blocks)


def _pictured(time: TimeExpression) -> TimeExpression:
    """A day in a caption is that of the picture, told in the present: 'Families wait at the border on April 4'."""
    return msgspec.structs.replace(time, tense="past") if _is_day(time) and time.tense == "present" else time


def publication(doc: Doc, found: tuple[TimeExpression, ...], blocks: Iterable[Block] = ()) -> int | None:
    """The index of the date that a line of the text itself states as that of publication, if one does.

    A line that says 'Published' wins over a dateline ('KABUL, Nov. 3 (Reuters)') or a line that is only a date, and that
    over a full date beside the writer's name ('By our correspondent | October 22, 2025').
    """
    said, dated, beside = None, None, None
    for block in blocks:
        if block.kind not in ("byline", "dateline"):
            continue
        inside = [i for i, time in enumerate(found) if block.start <= time.start < block.end and _is_day(time)]
        if not inside:
            continue
        before = fulltext(doc)[block.start : found[inside[0]].start].lower()
        if re.search(rf"\b(?:{'|'.join(map(re.escape, times().published))})\b", before):
            said = inside[0] if said is None else said
        elif block.kind == "dateline":
            dated = inside[0] if dated is None else dated
        elif "X" not in (found[inside[0]].edtf or "X"):
            beside = inside[0] if beside is None else beside
    return next((one for one in (said, dated, beside) if one is not None), None)


def _is_day(time: TimeExpression) -> bool:
    return bool(time.edtf and "/" not in time.edtf and len(time.edtf) == 10)


def _matches(doc: Doc, start: int, end: int) -> Iterator[re.Match[str]]:
    """The first pattern that matches at each place, without overlaps."""
    at = start
    while at < end:
        candidates = [m for pattern in grammar().patterns.values() if (m := pattern.search(fulltext(doc), at, end))]
        usable = [m for m in candidates if _plausible(doc, m)]
        if not candidates:
            return
        if not usable:
            at = min(m.start() for m in candidates) + 1
            continue
        skipped = min(m.start() for m in candidates)
        best = min(usable, key=lambda m: (m.start(), -m.end()))
        if skipped < best.start() and skipped + 1 <= best.start():
            earlier = _first_plausible(doc, skipped + 1, best.start(), end)
            best = earlier or best
        yield best
        at = best.end()


def _first_plausible(doc: Doc, at: int, until: int, end: int) -> re.Match[str] | None:
    """A usable match that an unusable one of the same pattern had hidden."""
    found = [m for p in grammar().patterns.values() for m in p.finditer(fulltext(doc), at, end) if m.start() < until]
    usable = [m for m in found if _plausible(doc, m)]
    return min(usable, key=lambda m: (m.start(), -m.end())) if usable else None


def _plausible(doc: Doc, match: re.Match[str]) -> bool:
    """Whether an ambiguous month ('May', 'March') or four digits ('2000 refugees') are meant as a date here."""
    groups, before = match.groupdict(), fulltext(doc)[max(0, match.start() - _LOOK_BACK) : match.start()]
    name = (groups.get("month") or groups.get("weekday") or "").lower()
    if name in times().ambiguous and {k for k, v in groups.items() if v} <= {"month", "weekday"}:
        return bool(grammar().relation.search(before)) and not match.group().isupper() and _is_name(doc, match)
    if groups.get("span"):
        return is_limit(doc, match)
    if groups.get("day2") and replaces(doc, match):
        return False
    if groups.get("year") and match.group() == groups["year"]:
        return not _counts(doc, match, before)
    return not (
        groups.get("dayword") and match.group().lower() == "today" and fulltext(doc)[match.end() :].startswith("'s")
    )


def _is_name(doc: Doc, match: re.Match[str]) -> bool:
    token = _token(doc, match.start(), match.end())
    return token is None or token.pos_ in ("PROPN", "NOUN", "NUM")


def _counts(doc: Doc, match: re.Match[str], before: str) -> bool:
    """Whether four digits are a number of people, not a year."""
    token = _token(doc, match.start(), match.end())
    if token is None or token.i + 1 >= len(doc):
        return False
    following = token.nbor(1)
    words = set(before.lower().split()[-2:])
    qualified = any(phrase in " ".join(before.lower().split()[-3:]) for phrase in numbers().before["at-least"])
    if qualified or words & {"about", "some", "nearly", "almost", "roughly", "approximately"}:
        return True
    return following.lemma_.lower() in people().all or following.lower_ in numbers().things


def _token(doc: Doc, start: int, end: int) -> Token | None:
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def _expression(doc: Doc, match: re.Match[str], since: int, before: list[TimeExpression]) -> TimeExpression:
    words, start = match.groupdict(), match.start()
    if words.get("weekday") and words.get("month") and "(" in match.group():
        start = match.start("month") if match.start("month") < match.start("day") else match.start("day")
    start = match.start("span") if words.get("span") else start
    weekday, fixed = words.get("weekday"), edtf(words)
    unit, offset, anchor = _shift(doc, words, before, start)
    return TimeExpression(
        start=start,
        end=match.end(),
        text=fulltext(doc)[start : match.end()],
        edtf=fixed,
        weekday=index_of(weekday, times().weekdays) if weekday else None,
        unit=unit,
        offset=offset,
        anchor=anchor,
        tense=_pointed(words) or _tense(doc, start, match.end()),
        part=_part(words),
        relation=_relation(fulltext(doc)[since:start], words),
        over=bool(weekday and words.get("past")) or _looked_back_on(doc, start, match.end()),
    )


def _part(words: Words) -> Part | None:
    if words.get("first") or words.get("final"):
        return "start" if words.get("first") else "late"
    return "end" if words.get("unitend") else key_of(words.get("part") or "", times().parts)


def _shift(
    doc: Doc, words: Words, before: list[TimeExpression], start: int
) -> tuple[Unit | None, int | None, Anchor | None]:
    """Unit, offset and anchor of a relative expression; 'last October' and 'next Friday' have only a direction, their tense."""
    unit = key_of(words.get("unit") or "", times().units)
    if words.get("narrated"):
        return "day", times().narrated[_folded(words["narrated"])], told_before(before, "day", start)
    if unit and any(words.get(key) for key in ("same", "follows", "precedes")):
        step = 1 if words.get("follows") else -1 if words.get("precedes") else 0
        return unit, step, told_before(before, unit, start)
    direction = -1 if words.get("past") else 1 if words.get("coming") else 0
    if words.get("dayword"):
        return "day", times().days[_folded(words["dayword"])], "publication"
    if words.get("span"):
        unit, length, _ = lasting(words)
        return unit, length, prolonged(doc, before, start) if words.get("further") else None
    if words.get("count"):
        return _counted(words, unit, before, start)
    if unit:
        return unit, direction, "publication"
    if words.get("toldyear"):
        return "year", 0, told_before(before, "year", start)
    if words.get("ofyear"):
        return "year", _direction(words["ofyear"] or ""), "publication"
    if words.get("month") and words.get("this"):
        return "year", 0, "publication"
    return None, None, None


def _direction(phrase: str) -> int:
    wanted = " ".join(phrase.lower().split())
    return -1 if wanted in times().past else 1 if wanted in times().coming else 0


def _folded(phrase: str | None) -> str:
    return " ".join((phrase or "").lower().split())


def _counted(
    words: Words, unit: Unit | None, before: list[TimeExpression], start: int
) -> tuple[Unit | None, int, Anchor | None]:
    text = (words["count"] or "").lower()
    count = int(text) if text.isdigit() else times().numbers[text]
    onward = words.get("later") or words.get("hence") or (words.get("closed") or "").lower() == "after"
    told = any(words.get(key) for key in ("earlier", "later", "closed"))
    return unit, count if onward else -count, told_before(before, unit, start) if told else "publication"


def _relation(before: str, words: Words) -> Relation:
    if words.get("span"):
        return "by"
    if words.get("count") and not any(words.get(key) for key in ("ago", "earlier", "later", "hence", "closed")):
        return "since"
    match = grammar().relation.search(before)
    return (key_of(match.group(1), times().relations) if match else None) or "on"


def _pointed(words: Words) -> Tense | None:
    if words.get("weekday") or words.get("month"):
        return "past" if words.get("past") else "future" if words.get("coming") else None
    return None


def _tense(doc: Doc, start: int, end: int) -> Tense | None:
    """The tense of the verb that governs the expression; a verb directly before it governs it whatever the parse says."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    token, first = span.root, span[0]
    near = first.nbor(-1) if first.i else first
    if near.pos_ == "ADP" and near.i:
        near = near.nbor(-1)
    verb = near if near.pos_ == "VERB" and near.sent == token.sent else _verb_above(token)
    if verb is not None and verb.lemma_.lower() in times().following and verb.i < first.i:
        return "past"
    return _tense_of(verb) if verb is not None else None


def _looked_back_on(doc: Doc, start: int, end: int) -> bool:
    """'had given them until November 1': the verb above the expression is in the pluperfect, and no order comes after it."""
    span = doc.char_span(start, end, alignment_mode="expand")
    verb = _verb_above(span.root) if span is not None and len(span) else None
    if verb is None or (verb.tag_ in ("VB", "VBP") and verb.head.tag_ != "VBN"):
        return False
    verb = verb.head if verb.tag_ in ("VB", "VBP") else verb
    return verb.tag_ == "VBN" and any(child.lower_ == "had" for child in verb.children if child.dep_ == "aux")


def _verb_above(token: Token) -> Token | None:
    return next((one for one in token.ancestors if one.pos_ in ("VERB", "AUX")), None)


def _tense_of(verb: Token) -> Tense | None:
    helpers = [child.lower_ for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop", "mark")]
    above = _verb_above(verb)
    told = above is not None and above.tag_ in ("VBD", "VBN")
    if verb.head.lower_ in ("was", "were", "had") and "to" in helpers:
        return "past"
    if any(word in times().future for word in helpers) and not {"was", "were", "had"} & set(helpers):
        return None if told and not any(word in times().certain for word in helpers) else "future"
    if verb.tag_ in ("VBD", "VBN") or any(word in ("was", "were", "had", "did", "have", "has") for word in helpers):
        return "past"
    if verb.tag_ == "VBG" and not helpers:
        return "past" if (above := _verb_above(verb)) is not None and _tense_of(above) == "past" else "present"
    return "present"
