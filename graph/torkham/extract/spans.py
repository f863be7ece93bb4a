"""Spans of time as limits: 'within five days', '28 days to leave', 'a 72-hour ultimatum', and the day they count from."""

import re
from collections.abc import Sequence

import msgspec
from spacy.tokens import Doc, Span, Token

from torkham.extract.fulltext import fulltext
from torkham.extract.narration import REACH, is_fine
from torkham.extract.syntax import children
from torkham.extract.timegrammar import key_of
from torkham.lexicon.policies import deadlines
from torkham.lexicon.times import Unit, times
from torkham.model import TimeExpression

_DAY = 24
_WEEK = 7
_ENDS = 6
"""The first of the expiring verbs: what a span of time counts to, not from ('a one-month deadline that expired Wednesday')."""
_REACH = 10
"""Tokens before a span of time among which the verb that grants it stands."""
_YEAR_ONLY = 4
"""Digits of a date that tells its year and no month."""
_RUNS_OUT = 4
"""Tokens before a date among which the verb stands that lets something run out on it."""
_CLAUSE = 25
"""Tokens before two dates among which the verb that moves a limit stands, and its limit."""


def lasting(words: dict[str, str | None]) -> tuple[Unit | None, int | None, None]:
    """Unit and length of a span of time, in days where it is told in weeks or whole days of hours; no anchor yet.

    By what a limit is prolonged counts back from the new one.
    """
    text, name = (words["count"] or "").lower(), (words["unit"] or "").lower()
    count = int(text) if text.isdigit() else times().numbers[text]
    count = -count if words.get("longer") else count
    if name in times().hours:
        return ("day", count // _DAY, None) if count % _DAY == 0 else (None, None, None)
    unit = key_of(name, times().units)
    return ("day", count * _WEEK, None) if unit == "week" else (unit, count, None)


def is_limit(doc: Doc, match: re.Match[str]) -> bool:
    """Whether '28 days to leave' is what somebody is given; 'within five days' and 'a 10-day deadline' always are limits."""
    if match.groupdict().get("longer") or match.groupdict().get("further"):
        return any(token.lemma_.lower() in deadlines().extending for token in _before(doc, match))
    if match.group().lower() != match.group("span").lower() or fulltext(doc)[match.end() :][:1] == "-":
        return True
    if not re.match(r",?\s+(?:to|on|starting|beginning|from)\s", fulltext(doc)[match.end() :]):
        return True
    return any(token.lemma_.lower() in deadlines().granting for token in _before(doc, match))


def prolonged(doc: Doc, before: Sequence[TimeExpression], start: int) -> int | None:
    """What 'extended by six months' counts from: the limit told last, or the day on which something was told to run out."""
    at = doc.char_span(start, start + 1, alignment_mode="expand")
    if at is not None and any(one.lower_ == "had" for one in doc[max(at.sent.start, at.start - _REACH) : at.start]):
        return None  # 'had extended them by three months': what is told before came later
    papers = at is not None and _prolongs_papers(at)
    for index in range(len(before) - 1, -1, -1):
        time = before[index]
        if start - time.end > REACH:
            return None
        words = {token.lemma_.lower() for token in _tokens_before(doc, time, _RUNS_OUT)}
        ends = words & {*deadlines().expiring, *deadlines().nouns, *deadlines().named}
        limit = time.relation in ("by", "until", "before") and not papers
        if limit or (time.relation == "on" and ends and is_fine(time, "month")):
            return index
    return None


def _prolongs_papers(span: Span) -> bool:
    """'extends the cards for a year', 'the visas were renewed for a month': from the day on which they expire, not another."""
    words = deadlines()
    verbs = [one for one in span.doc[span.sent.start : span.start] if one.lemma_.lower() in words.extending]
    things = children(verbs[-1], "obj", "nsubj:pass") if verbs else []
    return any(one.lemma_.lower() in words.papers for one in things)


def _tokens_before(doc: Doc, time: TimeExpression, reach: int) -> list[Token]:
    span = doc.char_span(time.start, time.end, alignment_mode="expand")
    return list(doc[max(span.sent.start, span.start - reach) : span.start]) if span is not None else []


def replaces(doc: Doc, match: re.Match[str]) -> bool:
    """'brought the deadline forward from June 30 to May 1', 'extended from 1 May to 1 June': two dates, no period."""
    if not fulltext(doc)[: match.start()].rstrip().lower().endswith("from"):
        return False
    words, before = deadlines(), [token.lemma_.lower() for token in _before(doc, match, _CLAUSE)]
    limits = (*words.nouns, *words.papers, *words.facilities, *words.named)
    moved = any(lemma in (*words.extending, *words.advancing) for lemma in before)
    return moved and any(lemma in limits for lemma in before)


def _before(doc: Doc, match: re.Match[str], reach: int = _REACH) -> list[Token]:
    span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
    return list(doc[max(span.sent.start, span.start - reach) : span.start]) if span is not None else []


def anchored(doc: Doc, found: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The expressions, each span of time counting from the day that its sentence names, if it names one."""
    return tuple(_anchored(doc, time, found) for time in found)


def _anchored(doc: Doc, time: TimeExpression, found: Sequence[TimeExpression]) -> TimeExpression:
    if time.relation != "by" or time.unit is None or time.edtf or time.anchor is not None or not time.offset:
        return time
    span = doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is None or any(token.lemma_.lower() in deadlines().expiring[:_ENDS] for token in span.sent):
        return time
    if time.offset > 0 and _prolongs_papers(span):
        return time  # 'renewed for a year in July': from when they expire
    relations = ("until", "by") if time.offset < 0 else ("on", "since")
    days = [
        (abs(other.start - time.start), index)
        for index, other in enumerate(found)
        if span.sent.start_char <= other.start < span.sent.end_char
        if other.relation in relations
        and is_fine(other, time.unit if time.unit == "year" else "day")
        and other is not time
        if time.unit != "year" or len(other.edtf or "") != _YEAR_ONLY
    ]
    return msgspec.structs.replace(time, anchor=min(days)[1]) if days else time
