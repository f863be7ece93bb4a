"""The date grammar: patterns compiled from ``times.toml``, and the EDTF of what each one matches.

EDTF: https://www.loc.gov/standards/datetime/ ; digits that the words leave open are written X.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeVar

from torkham.lexicon.policies import deadlines
from torkham.lexicon.times import times

Key = TypeVar("Key", bound=str)
YEAR = r"(?:19|20)\d\d"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_MONTH, _DAY = r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])"
_LATE_DAY = r"(?:1[3-9]|2\d|3[01])"
"""A day that no month can be: only such figures tell day and month apart, whatever the country."""
_HOUR = r"(?:[01]?\d|2[0-3])"
_CLOCK = (
    rf"(?:(?:{_HOUR}[:.][0-5]\d(?:\s?[ap]\.?m\.?)?|{_HOUR}\s?[ap]\.?m\.?|midnight|noon|midday),?\s+"
    r"(?:[A-Z]{2,4},?\s+)?(?:local\s+time\s+)?(?:on\s+)?)?"
)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the phrases, longest first, with flexible blanks."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


def index_of(word: str, groups: tuple[tuple[str, ...], ...]) -> int:
    """Which group of names a word belongs to (0 for January or Monday)."""
    return next(number for number, names in enumerate(groups) if word.lower() in names)


def key_of(phrase: str, table: Mapping[Key, tuple[str, ...]]) -> Key | None:
    """The key under which a phrase is listed, whatever its blanks and case."""
    wanted = " ".join(phrase.lower().split())
    return next((key for key, phrases in table.items() if wanted in phrases), None)


def _proper(groups: tuple[tuple[str, ...], ...]) -> str:
    """Names are written with a capital, or all in capitals."""
    return any_of(form for names in groups for name in names for form in (name.capitalize(), name.upper()))


def day(text: str | None) -> str:
    """'1st' -> '01'; nothing -> 'XX'."""
    return f"{int(re.sub(r'[a-z]', '', text, flags=re.I)):02}" if text else "XX"


def month(text: str) -> str:
    """'Sept.' -> '09'."""
    return f"{index_of(text, times().months) + 1:02}"


def year(text: str | None) -> str:
    """'2023' -> '2023'; nothing -> 'XXXX'."""
    return text or "XXXX"


class Grammar:
    """The patterns by name, in the order in which they are tried at one place of the text."""

    def __init__(self) -> None:
        words = times()
        self.month = _proper(words.months)
        self.weekday = _proper(words.weekdays)
        self.part = any_of(phrase for phrases in words.parts.values() for phrase in phrases)
        self.unit = any_of(name for names in words.units.values() for name in names)
        self.count = rf"(?:{any_of(words.numbers)}|\d{{1,3}})"
        past, coming, this = (any_of(group) for group in (words.past, words.coming, words.this))
        self.shift = rf"(?:(?P<past>{past})|(?P<coming>{coming})|(?P<this>{this}))"
        self.relation = re.compile(
            rf"(?<![\w-])({any_of(p for phrases in words.relations.values() for p in phrases)})"
            r"\s+(?:at\s+(?:least|most)\s+|about\s+|around\s+|"
            rf"as\s+(?:early|late|recently)\s+as\s+|{_CLOCK})?(?:the\s+)?[\"“'‘(\[]?$",
            re.I,
        )
        self.patterns = {name: re.compile(pattern) for name, pattern in self._sources().items()}

    def _sources(self) -> dict[str, str]:
        words, m, w, part = times(), self.month, self.weekday, f"(?i:{self.part})"
        head = rf"(?:(?<![\w$€£.,/-])|(?<=[/.-]20\d\d))(?:(?P<weekday>{w}),?\s+\(?(?:the\s+)?)?"
        shifts = any_of((*words.past, *words.coming, *words.this))
        of_year = rf"(?:(?P<year>{YEAR})|(?i:(?P<ofyear>{shifts})\s+year)|(?i:(?:of\s+)?(?P<toldyear>{any_of(words.told_year)})))"
        tail = rf"(?:,?\s+{of_year})?(?![\d%]|[.,:/]\d)\b"
        earlier, later, closed = any_of(words.earlier), any_of(words.later), any_of(words.closed)
        lasting = any_of((*(name for names in words.units.values() for name in names), *words.hours))
        length = rf"(?P<count>{self.count})[\s-]+(?P<unit>{lasting})"
        one_unit = any_of(names[0] for names in words.units.values())
        span = rf"(?P<count>{self.count})\s+(?P<unit>{self.unit})"
        dash = r"\s*(?:[-–—]|to|and|through|until|till)\s*"
        span_of = r"(?:(?<=[Bb]etween\s)|(?<=[Ff]rom\s))"
        return {
            "iso": r"(?<![\d-])(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)",
            "year_first": rf"(?<![\d./-])(?P<y>{YEAR})(?P<sep>[./])(?P<m>{_MONTH})(?P=sep)(?P<d>{_DAY})(?![\d./-])",
            "day_first": rf"(?<![\d./-])(?P<d>{_LATE_DAY})(?P<sep>[./-])(?P<m>{_MONTH})(?P=sep)(?P<y>{YEAR})(?![\d./-])",
            "month_first": rf"(?<![\d./-])(?P<m>{_MONTH})(?P<sep>[./-])(?P<d>{_LATE_DAY})(?P=sep)(?P<y>{YEAR})(?![\d./-])",
            "full_months": rf"{span_of}(?P<month>{m})\s+(?P<day>{DAY}),?\s+(?P<year>{YEAR}),?{dash}"
            rf"(?P<month2>{m})\s+(?P<day2>{DAY}),?\s+(?P<year2>{YEAR})\b",
            "full_days": rf"{span_of}(?P<day>{DAY})\s+(?P<month>{m})\s+(?P<year>{YEAR}),?{dash}"
            rf"(?P<day2>{DAY})\s+(?P<month2>{m})\s+(?P<year2>{YEAR})\b",
            "months": rf"(?<!\w)(?P<month>{m})\s+(?P<day>{DAY}){dash}(?P<month2>{m})\s+(?P<day2>{DAY})" + tail,
            "days_month": rf"(?<![\w$.,/-])(?P<day>{DAY}){dash}(?P<day2>{DAY})\s+(?:of\s+)?(?P<month>{m})" + tail,
            "day_months": rf"(?<![\w$.,/-])(?P<day>{DAY})\s+(?P<month>{m}){dash}(?P<day2>{DAY})\s+(?P<month2>{m})"
            + tail,
            "month_days": rf"(?<!\w)(?P<month>{m})\s+(?P<day>{DAY}){dash}(?P<day2>{DAY})" + tail,
            "month_day": head
            + rf"(?P<month>{m})(?:\s+|(?<=\.))(?:the\s+)?(?P<day>{DAY})(?!\s*(?:million|thousand|lakh|people))"
            + tail,
            "day_month": head + rf"(?P<day>{DAY})\s+(?:of\s+)?(?P<month>{m})" + tail,
            "year_range": rf"(?<![\d$€£.,/-])(?P<year>{YEAR})(?:\s*[-–—]\s*|\s+(?:to|and)\s+)(?P<year2>{YEAR})(?![\d%]|[.,]\d)",
            "month_range": rf"(?<!\w)(?P<month>{m})(?:\s*[-–—]\s*|\s+(?:to|and|through|until|till)\s+)(?P<month2>{m}),?\s+"
            rf"(?:of\s+)?(?P<year>{YEAR})\b",
            "month_span": rf"{span_of}(?P<month>{m})\s+(?:and|to|through|until|till)\s+(?P<month2>{m})"
            rf"(?:\s+(?i:(?:of\s+)?(?P<toldyear>{any_of(words.told_year)})))?(?!\s+\d)\b",
            "month_years": rf"(?<!\w)(?P<month>{m})\s+(?P<year>{YEAR})(?:\s*[-–—]\s*|\s+(?:to|through|until|till)\s+)"
            rf"(?P<month2>{m})\s+(?P<year2>{YEAR})\b",
            "month_year": rf"(?<!\w)(?:(?P<part>{part})[\s-]*)?(?P<month>{m}),?\s+(?:of\s+)?{of_year}(?![\d%]|[.,]\d)\b",
            "shifted_month": rf"(?<!\w)(?:(?P<part>{part})\s+)?(?i:{self.shift})\s+(?P<month>{m})\b",
            "part_unit": rf"(?<!\w)(?i:(?P<part>{self.part})[\s-]+(?:(?:of\s+)?{self.shift}\s+|the\s+)?(?P<unit>{self.unit}))\b"
            rf"(?!\s*(?:ago|{later}))",
            "part_told": rf"(?<!\w)(?i:(?P<part>{self.part})\s+(?P<toldyear>{any_of(words.told_year)}))\b",
            "unit_end": r"(?<!\w)(?i:(?:the\s+)?(?P<unit>year|month|week)(?:['’]s\s+|[\s-]+)(?P<unitend>end))\b",
            "share": rf"(?<!\w)(?i:(?:the\s+)?(?:(?P<first>first|opening)|(?P<final>last|final|closing))\s+(?:{self.count}\s+)?"
            rf"(?:{self.unit}|half|quarter)\s+of\s+(?:the|this|the\s+current)\s+(?P<unit>year))\b",
            "part_month": rf"(?<!\w)(?P<part>{part})[\s-]*(?P<month>{m})(?!\w)",
            "ago": rf"(?<![\w.,-])(?i:(?P<count>{self.count})[\s-]+(?P<unit>{self.unit})\s+(?P<ago>{any_of(words.ago)}))\b"
            r"(?!(?<=back)\s+(?:in|to|into|home|across|over)\b)",
            "earlier": rf"(?<![\w.,-])(?i:{span}\s+(?:(?P<earlier>{earlier})|(?P<later>{later})))\b(?!\s+than\b)",
            "closed": rf"(?<![\w.,-])(?i:{span}\s+(?P<closed>{closed}))(?=\s*(?:[.,;:!?)”\"]|$))",
            "hence": rf"(?<![\w.,-])(?i:{span}\s+(?P<hence>{any_of(words.hence)}))\b",
            "told_unit": rf"(?<!\w)(?i:(?:(?P<same>{any_of(words.same)})|(?P<follows>{any_of(words.follows)})|"
            rf"(?P<precedes>{any_of(words.precedes)}))\s+(?P<unit>{one_unit}))\b(?!['’-]\w)",
            "narrated": rf"(?<![\w-])(?i:(?P<narrated>{any_of(words.narrated)}))(?![\w-]|\s+(?:yesterday|tomorrow)\b)",
            "within": rf"(?<!\w)(?i:within\s+(?:the\s+next\s+|a\s+period\s+of\s+)?(?P<span>{length}))\b(?!\s+of\b)",
            "longer": rf"(?<!\w)(?i:(?P<longer>by|for)\s+(?:another\s+|a\s+further\s+)?(?P<span>{length}))"
            r"(?=,?\s+(?:to|until|till)\b)",
            "further": rf"(?<!\w)(?i:(?P<further>by|for)\s+(?:another\s+|a\s+further\s+|an\s+additional\s+)?(?P<span>{length}))\b"
            r"(?!,?\s+(?:to|until|till)\b)",
            "given": rf"(?<![\w.,-])(?i:(?P<span>{length}))"
            r"(?=,?\s+(?:(?:on|starting|beginning|from)\s+(?:on\s+)?\w+,?\s+)?to\s+[a-z]+)",
            "limit": rf"(?<![\w.,-])(?i:(?P<span>{length}))(?=[\s-](?:{any_of(deadlines().spans)})\b)",
            "recent": rf"(?<!\w)(?i:{any_of(words.recent)}\s+(?P<count>{self.count})\s+(?P<unit>{self.unit}))\b",
            "shifted_unit": rf"(?<!\w)(?i:{self.shift}\s+(?!days?\b)(?P<unit>{self.unit}))\b(?!['’-]\w)",
            "shifted_weekday": rf"(?<!\w)(?i:{self.shift})\s+(?P<weekday>{w})\b",
            "day_word": rf"(?<![\w-])(?i:(?P<dayword>{any_of(words.days)}))(?![\w-])",
            "month": rf"(?<![\w-])(?P<month>{m})(?![\w-])",
            "weekday": rf"(?<![\w-])(?P<weekday>{w})(?!\w)",
            "decade": r"(?<![\w$])(?P<decade>(?:19|20)\d0)s\b",
            "part_year": rf"(?<!\w)(?P<part>{part})[\s-]*(?P<year>{YEAR})(?![\d%]|[.,]\d)\b",
            "year": rf"(?<![\w$€£.,/+-])(?P<year>{YEAR})(?![\w%]|[.,:/-]\d)",
        }


@cache
def grammar() -> Grammar:
    """The compiled grammar of the shipped lexicon."""
    return Grammar()


def edtf(found: Mapping[str, str | None]) -> str | None:
    """What the words of a match fix by themselves, in EDTF; None of a purely relative one."""
    if found.get("iso"):
        return found["iso"]
    if found.get("y") and found.get("m"):
        return f"{found['y']}-{int(found['m'] or 0):02}-{int(found['d'] or 0):02}"
    if found.get("decade"):
        first = int(found["decade"] or 0)
        return f"{first}/{first + 9}"
    if not found.get("month"):
        years = [value for value in (found.get("year"), found.get("year2")) if value]
        return "/".join(years) or None
    ends = [_point(found, "month", "day")]
    if found.get("day2") or found.get("month2"):
        last = {
            **found,
            "month": found.get("month2") or found["month"],
            "year": found.get("year2") or found.get("year"),
        }
        ends.append(_point(last, "month", "day2"))
        if found.get("year") and not found.get("year2") and ends[0] > ends[1]:
            ends[0] = _point(
                {**found, "year": str(int(found["year"] or 0) - 1)}, "month", "day"
            )  # 'September 15 to January 10, 2026'
    return "/".join(ends)


def _point(found: Mapping[str, str | None], month_key: str, day_key: str) -> str:
    base = f"{year(found.get('year'))}-{month(found[month_key] or '')}"
    return f"{base}-{day(found[day_key])}" if found.get(day_key) else base
