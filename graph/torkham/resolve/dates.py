"""When: publication days solved from constraints, and every time expression worked out from them, each with its basis.

No clock is read: what the articles leave open stays open.
"""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from torkham.model import Article, Dating, Publication, Reading
from torkham.model.resolution import Basis, Precision
from torkham.resolve.anchors import anchored
from torkham.resolve.calendar import Days, between, parse
from torkham.resolve.publication import Case, fix, refine, years

KeyOf = Callable[[str, int], str]
_WIDEST = 124
"""Days that an interval of publication may have: with more than four months it says nothing."""
_YEARS = 800
"""Candidate days among which the finer constraints are worth their while: with more, the year stays open anyway."""


def solve(
    articles: Sequence[Article], readings: Sequence[Reading], key: KeyOf
) -> tuple[tuple[Publication, ...], tuple[Dating, ...]]:
    """Publication dates of all documents, and a dating for each time expression that can be dated.

    Articles and readings are in the same order; ``key`` gives the actor key of a document's entity. A dating keeps
    unknown digits ('XXXX-03-31') where nothing fixes the year.
    """
    cases, bases = [], []
    for article, reading in zip(articles, readings, strict=True):
        case, basis = _alone(article, reading)
        cases.append(case)
        bases.append(basis)
    anchored(cases, key)
    publications = tuple(_publication(case, basis) for case, basis in zip(cases, bases, strict=True))
    datings = [dating for case, found in zip(cases, publications, strict=True) for dating in _datings(case, found)]
    return publications, tuple(datings)


def _alone(article: Article, reading: Reading) -> tuple[Case, Basis]:
    """What metadata and the article's own dates say."""
    case = Case(reading, wire=_in_dateline(article, reading))
    stated = _stated(article, reading)
    if stated is not None:
        days, why = stated
        case.candidates = [days.first] if days.precision == "day" else []
        case.reasons.append(why)
        return case, "stated"
    years(case)
    fix(case)
    if len(case.candidates) <= _YEARS:
        refine(case)
    return case, "inferred"


def _stated(article: Article, reading: Reading) -> tuple[Days, str] | None:
    if article.published and (days := parse(article.published[:10])):
        return days, "the file's metadata or the catalogue states it"
    if reading.publication is not None:
        time = reading.times[reading.publication]
        if time.edtf and (days := parse(time.edtf)):
            return days, f"the text states it: '{time.text}'"
    return None


def _in_dateline(article: Article, reading: Reading) -> bool:
    """Whether the day of publication stands in the dateline with which the report itself begins, on one line with it."""
    if reading.publication is None:
        return False
    at = reading.times[reading.publication].start
    return any(
        block.kind == "dateline"
        and block.start <= at < block.end
        and "\n" not in article.text[block.end : following.start]
        for block, following in pairwise(article.blocks)
    )


def _publication(case: Case, basis: Basis) -> Publication:
    days = hull(case.candidates)
    if days is None:
        why = "nothing in the text or beside it fixes the year"
        return Publication(document=case.reading.document, value=None, basis=None, why=why)
    return Publication(document=case.reading.document, value=days.edtf, basis=basis, why="; ".join(case.reasons))


def hull(candidates: Sequence[date]) -> Days | None:
    """The interval of the candidates, None where there are none or they lie too far apart to say anything."""
    if not candidates or (candidates[-1] - candidates[0]).days > _WIDEST:
        return None
    return between(candidates[0], candidates[-1])


def _datings(case: Case, published: Publication) -> list[Dating]:
    found = [_dating(case, index, published) for index in range(len(case.reading.times))]
    return [dating for dating in found if dating is not None]


def _dating(case: Case, index: int, published: Publication) -> Dating | None:
    time, document = case.reading.times[index], case.reading.document
    if time.edtf and (days := _stated_days(case, index)) is not None:
        value, precision = days.edtf, days.precision
        return Dating(
            document=document,
            time=index,
            value=value,
            precision=precision,
            basis="stated",
            why="the text gives it in full",
        )
    if (
        isinstance(time.anchor, int)
        and (days := _stated_days(case, time.anchor))
        and (own := case.dated(index, days.first))
    ):
        why = f"'{time.text}' counts from '{case.reading.times[time.anchor].text}'"
        return Dating(document=document, time=index, value=own.edtf, precision=own.precision, basis="resolved", why=why)
    if published.value is not None or (time.edtf and case.candidates):  # a wide range may leave no doubt of the year
        days = _common([case.dated(index, one) for one in case.candidates])
        if days is not None:
            basis: Basis = "resolved" if published.basis == "stated" else "inferred"
            written = published.value or f"{case.candidates[0]} to {case.candidates[-1]}"
            why = f"'{time.text}' in an article of {written}" + (
                "" if published.basis == "stated" else f" ({published.why})"
            )
            return Dating(
                document=document, time=index, value=days.edtf, precision=days.precision, basis=basis, why=why
            )
    if time.edtf and "X" in time.edtf:
        why = "the text gives no year, and nothing fixes it"
        value = _last_day(time.edtf) if time.part == "end" and time.relation in ("by", "before", "until") else time.edtf
        return Dating(document=document, time=index, value=value, precision=_precision(value), basis="stated", why=why)
    return None


def _stated_days(case: Case, index: int) -> Days | None:
    time = case.reading.times[index]
    if not time.edtf or "X" in time.edtf:
        return None
    return case.dated(index, date(2000, 1, 1))


def _last_day(value: str) -> str:
    """'XXXX-12' -> 'XXXX-12-31', save for February, whose end needs the year."""
    days = parse(value.replace("XXXX", "2001")) if len(value) == 7 and not value.endswith("-02") else None
    return f"{value}-{days.last.day}" if days else value


def _common(options: list[Days | None]) -> Days | None:
    """What all candidate days of publication agree on: the same days, else the same month or year."""
    known = [days for days in options if days is not None]
    if not known or len(known) < len(options):
        return None
    if all(days == known[0] for days in known):
        return known[0]
    first, last = min(days.first for days in known), max(days.last for days in known)
    if (first.year, first.month) == (last.year, last.month):
        return parse(first.isoformat()[:7])
    if (last - first).days <= 31:
        return between(first, last)
    return parse(first.isoformat()[:4]) if first.year == last.year else None


def _precision(value: str) -> Precision:
    if "/" in value:
        return "interval"
    return "year" if len(value) == 4 else "month" if len(value) == 7 else "day"
