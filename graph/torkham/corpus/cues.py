"""The layout cues as patterns, compiled once."""

import re
from collections.abc import Iterable
from functools import cache

from torkham.lexicon.layout import layout

_QUOTES = str.maketrans("’‘“”´`", "''\"\"''")
_NUMERIC = re.compile(r"(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d")
_SIGNED = re.compile(rf"(?:[A-Z][\w./&]*\s){{1,3}}[-–—|]\s(?:{_NUMERIC.pattern})")
"""Who wrote it and when, in figures: 'TMP – 13/11/2017'."""
_CLOCK = re.compile(r"\d\s?[ap]\.m\.$")
"""A line that ends with the hour does not end like a sentence: 'By Ann Lee | April 4, 2025, 10:15 a.m.'."""
_DIGITS = 12
"""Groups of figures in two dates with their hours: 'Issued on: 29/10/2023 - 13:40 Modified: 29/10/2023 - 13:41'."""
_TRAIL = re.compile(r"\S+(?: \S+){0,2}(?: [/»›>|] \S+(?: \S+){0,2}){2,}")
"""The way to a page through a site: 'Home / World / Asia'."""
_NOTICE = 400
"""Characters that a notice of a page has at most, cookies included."""
_EDGE = " \t.:!…»>|*•→←-–—_"


def plain(text: str) -> str:
    """The text in lower case with straight quotation marks; every code point keeps its place."""
    lowered = "".join(lower if len(lower := char.lower()) == 1 else char for char in text)
    return lowered.translate(_QUOTES)


def alternatives(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


class Cues:
    """The patterns of ``layout.toml``. All but ``inline`` and the press's expect :func:`plain` text."""

    def __init__(self) -> None:
        words = layout()
        self.teaser = re.compile(rf"\W{{0,3}}(?:{alternatives(words.teaser)})\s*(?:[:|»>]+|\s[-–—]+\s|$)\s*")
        self.video = re.compile(rf"\W{{0,3}}(?:{alternatives(words.video)})\s*(?:[:|]|\s[-–—]\s)\s*")
        self.caption = re.compile(rf"(?:{alternatives(words.caption)})(?:\s*:|\s*[-–—]+\s)\s*")
        self.noise = frozenset(words.noise)
        self.noise_starts = re.compile(alternatives(words.noise_starts))
        self.noise_contains = re.compile(alternatives(words.noise_contains))
        self.byline_starts = re.compile(rf"\(?(?:{alternatives(words.byline_starts)})\b")
        self.byline_short = re.compile(rf"[(\W]{{0,3}}(?:{alternatives(words.byline_short)})\b")
        dated = rf"(?:{alternatives(words.weekdays)}|{alternatives(words.months)}|\d)"
        self.byline_dated = re.compile(rf"[a-z].*\b(?:{alternatives(words.stamping)})\b:?\s+(?:on\s+)?{dated}")
        self.byline_contains = re.compile(alternatives(words.byline_contains))
        self.credit = re.compile(alternatives(words.credit))
        self.published_in = re.compile(rf"(?:{alternatives(words.published_in)})\s+")
        self.month = re.compile(rf"\b(?:{alternatives(words.months)})\b\.?")
        self.date_words = frozenset((*words.months, *words.weekdays, *words.date_words))
        two_words = [cue for cue in words.teaser if " " in cue]
        spellings = {form for cue in two_words for form in (cue.upper(), cue.capitalize(), cue.title())}
        self.inline = re.compile(rf"(?<=[.!?”\"’)])\s*(?:{alternatives(spellings)})\s*:\s*")
        self.press = {name: press.label for press in words.press for name in press.names}
        names = alternatives(self.press)
        self.press_start = re.compile(rf"(?:The )?(?P<name>{names})\b")
        self.press_name = re.compile(rf"(?<![\w/])(?P<name>{names})(?![\w/])")
        stamped = alternatives(word for word in words.byline_short if word not in ("by", "source"))
        self.stamped = re.compile(
            rf"(?:{alternatives(name.lower() for name in self.press)})\s+(?:{stamped})\s+\W{{0,2}}(?=\w*\d|\w+ \d)"
        )
        self.closing = re.compile(rf"(?<=[.!?\"”’])\s*(?:\((?P<a>{names})(?:/\w+)?\)|[–—/-]+\s?(?P<b>{names}))\.?$")


@cache
def cues() -> Cues:
    """The cues of English news pages."""
    return Cues()


def is_noise(line: str) -> bool:
    """Whether a whole line belongs to the page: a button, a cookie line, a rule of dashes."""
    known, words = cues(), plain(line)
    if (not any(char.isalpha() for char in line) and not is_date_line(line)) or words.strip(_EDGE) in known.noise:
        return True
    if _TRAIL.fullmatch(words.strip()) and not is_date_line(line):
        return True
    short = len(line) <= _NOTICE  # an article in one line may hold a button's words, too
    return short and bool(known.noise_starts.match(words) or known.noise_contains.search(words))


def is_date_line(line: str) -> bool:
    """Whether a line tells a date and nothing else."""
    if _NUMERIC.fullmatch(line.strip()) or _SIGNED.fullmatch(line.strip()):
        return True
    words = re.findall(r"[a-z]+|\d+", plain(line))
    named = [word for word in words if word.isalpha()]
    return len(words) < len(named) + _DIGITS and any(w.isdigit() for w in words) and set(named) <= cues().date_words


def is_byline(line: str, finished: bool) -> bool:
    """Whether a line says who wrote or published it; ``finished``: it ends like a sentence."""
    known, words = cues(), plain(line)
    if (known.byline_starts.match(words) or known.stamped.match(words)) and len(words) < 300:
        return True
    if known.byline_dated.match(words) and not finished and len(words) < 100:
        return True
    if known.byline_short.match(words) and (not finished or _CLOCK.search(words)) and len(words) < 100:
        return True
    return len(words) < 300 and bool(known.byline_contains.search(words))
