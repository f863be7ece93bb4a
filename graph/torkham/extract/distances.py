"""Weekdays that are also told by their distance from a date: 'on Monday, a day before the permits expire on Feb. 3'.

Weekday and date then tie each other, and so the year: what the solver of dates lives on.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

import msgspec
from spacy.tokens import Doc, Token

from torkham.extract.fulltext import fulltext
from torkham.extract.syntax import is_clause
from torkham.extract.timegrammar import grammar, key_of
from torkham.lexicon.policies import deadlines
from torkham.lexicon.times import times
from torkham.model import TimeExpression

_NEAR = 5
"""Tokens after a distance among which the deadline stands that it is measured from."""


@cache
def _pattern() -> re.Pattern[str]:
    words = grammar()
    return re.compile(rf"(?<!\w)(?i:(?P<count>{words.count})\s+(?P<unit>{words.unit})\s+(?P<way>before|after))\b")


def tied(doc: Doc, found: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The expressions; a weekday with such a distance has it as its unit and offset, the date as its anchor."""
    tie = {
        weekday: (match, fixed)
        for match in _pattern().finditer(fulltext(doc))
        for weekday, fixed in _ends(doc, match, found)
    }
    return tuple(_with(time, *tie[index]) if index in tie else time for index, time in enumerate(found))


def _to_deadline(doc: Doc, match: re.Match[str]) -> bool:
    """'a day after a deadline for cardholders ran out': whatever date that is."""
    span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
    if span is None:
        return False
    after = doc[span.end : min(span.end + _NEAR, span.sent.end)]
    return any(one.lower_ in deadlines().named or one.lower_ in ("period", "ultimatum") for one in after)


def _ends(
    doc: Doc, match: re.Match[str], found: Sequence[TimeExpression]
) -> Iterator[tuple[int, int | Literal["deadline"]]]:
    """The weekday that the words before the distance name, and the date that those after it name, in one sentence."""
    span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
    if span is None:
        return
    here = [index for index, time in enumerate(found) if span.sent.start_char <= time.start < span.sent.end_char]
    dates: list[int | Literal["deadline"]] = [
        n for n in here if found[n].start >= match.end() and re.fullmatch(r"[\dX]{4}-\d\d-\d\d", found[n].edtf or "")
    ]
    if not dates and _to_deadline(doc, match):
        dates = ["deadline"]
    for index in here:
        time = found[index]
        if dates and time.weekday is not None and time.edtf is None and time.end <= match.start():
            beside = re.fullmatch(r"[\s,–—-]*(?:(?:just|only|exactly)\s+)?", fulltext(doc)[time.end : match.start()])
            if beside or _of_one_clause(doc, time, span[-2]):
                yield index, dates[0]


def _of_one_clause(doc: Doc, weekday: TimeExpression, unit: Token) -> bool:
    """Whether the clause that the distance measures off belongs to the verb of the weekday."""
    span = doc.char_span(weekday.start, weekday.end, alignment_mode="expand")
    above_unit = unit.head.head if unit.head.dep_ in ("mark", "case") else unit.head  # 'two days' on 'after'
    measured = above_unit if unit.dep_.startswith("obl") and is_clause(above_unit) else unit
    if span is None or measured.dep_ in ("acl", "acl:relcl"):
        return False
    verb = next((one for one in span.root.ancestors if is_clause(one)), None)
    clauses = (one for one in measured.ancestors if is_clause(one))
    above = next(
        (one for one in clauses if one.dep_ not in ("acl:relcl", "xcomp")), None
    )  # 'men whose permits had lapsed'
    return verb is not None and verb in (above, measured)


def _with(time: TimeExpression, match: re.Match[str], fixed: int | Literal["deadline"]) -> TimeExpression:
    text = match["count"].lower()
    count = int(text) if text.isdigit() else times().numbers[text]
    unit = key_of(match["unit"], times().units)
    offset = count if match["way"].lower() == "after" else -count
    return msgspec.structs.replace(time, unit=unit, offset=offset, anchor=fixed)
