"""Cardinal numbers as newspapers write them: digits, words, lakh and crore, half a million, two and a half million."""

import re
from dataclasses import dataclass

from torkham.lexicon.quantities import numbers

WORD = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:,\d+)*(?:\.\d+)?|[A-Za-z]+|½|¼|¾|\S")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}$")
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_ARTICLES = {"a", "an"}


@dataclass(frozen=True)
class Word:
    """A word, number or sign of the text with its offsets."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Cardinal:
    """A number and how many words it takes; ``mantissa`` is what stands before its last scale (1.2 of 1.2 million)."""

    value: float
    size: int
    mantissa: float


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch of text, offsets into the whole."""
    return [
        Word(m.group().lower(), m.start(), m.end())
        for m in WORD.finditer(text, start, len(text) if end is None else end)
    ]


def digits(text: str) -> float | None:
    """'9,56,720' -> 956720; '33 000' -> 33000; '1.7' -> 1.7; None where the commas group nothing."""
    text = re.sub(r"\s", "", text)
    if "," in text and not _GROUPED.match(text.split(".", maxsplit=1)[0]):
        return None
    return float(text.replace(",", "")) if text[:1].isdigit() else None


def read(words: list[Word], at: int) -> Cardinal | None:
    """The longest number that begins at word ``at``, if one does."""
    return _part_of_scale(words, at) or _sum(words, at)


def _get(words: list[Word], at: int) -> str:
    return words[at].text if 0 <= at < len(words) else ""


def _part_of_scale(words: list[Word], at: int) -> Cardinal | None:
    """'half a million', 'a quarter of a million', 'three quarters of a million', 'half a dozen', 'half-a-million'."""
    known, start, times = numbers(), at, 1.0
    if _get(words, at) in _ARTICLES or _get(words, at) in known.units:
        times = known.units.get(_get(words, at), 1)
        at += 1
    at += _get(words, at) == "-"
    if _get(words, at) not in known.fractions:
        return None
    value = times * known.fractions[_get(words, at)]
    at += 1
    while _get(words, at) in {"of", "a", "an", "-", "one"}:
        at += 1
    scale = known.scales.get(_get(words, at)) or known.packs.get(_get(words, at))
    return Cardinal(round(value * scale), at + 1 - start, value) if scale else None


def _sum(words: list[Word], at: int) -> Cardinal | None:
    """Numbers with falling scales: '10 lakh 4 thousand 742', 'two million three hundred thousand', 'a million and a half'."""
    start, total, last, mantissa = at, 0.0, float("inf"), 0.0
    while True:
        here = at + (_get(words, at) in {"and", "-"} and total > 0)
        group = _group(words, here, first=total == 0)
        if group is None:
            break
        value, size = group
        scale, used = _scale(words, here + size)
        if scale >= last or (total > 0 and scale == 1 and value >= last):
            break
        total, last, at, mantissa = total + value * scale, scale, here + size + used, value
        if scale == 1:
            break
    if at == start:
        return None
    if last not in (1, float("inf")) and [_get(words, at + i) for i in range(3)] == ["and", "a", "half"]:
        total, at = total + last / 2, at + 3
    return (
        Cardinal(round(total), at - start, mantissa)
        if abs(total - round(total)) < 1e-6
        else Cardinal(total, at - start, mantissa)
    )


def _scale(words: list[Word], at: int) -> tuple[float, int]:
    """The product of the scales that follow ('hundred thousand'), a letter on the digits ('1.7m') or a dozen, and their words."""
    known, scale, used = numbers(), 1.0, 0
    while True:
        here = at + used + (_get(words, at + used) == "-" and _get(words, at + used + 1) in known.scales)
        word = _get(words, here)
        glued = (
            0 < here < len(words) and words[here - 1].end == words[here].start and words[here - 1].text[-1:].isdigit()
        )
        factor = known.scales.get(word) or known.packs.get(word) or (known.letters.get(word) if glued else None)
        if not factor:
            return scale, used
        scale, used = scale * factor, here + 1 - at


def _group(words: list[Word], at: int, *, first: bool) -> tuple[float, int] | None:
    """A number without a large scale: digits, 'twenty-five', 'three hundred and twelve', 'a' before a scale, 'two and a half'."""
    known, word = numbers(), _get(words, at)
    if word[:1].isdigit():
        value = digits(word)
        return None if value is None else _with_half(words, at, value, 1)
    if word in _SIGNS and _scale(words, at + 1)[1]:
        return _SIGNS[word], 1
    if word in _ARTICLES and first and (_get(words, at + 1) in known.packs or _get(words, at + 1) in known.scales):
        return 1, 1
    if word not in known.units:
        return None
    value, size = _spelled(words, at)
    return _with_half(words, at, value, size)


def _spelled(words: list[Word], at: int) -> tuple[float, int]:
    """Units, tens and hundreds in words, from ``at``."""
    known, start = numbers(), at
    value, at = float(known.units[_get(words, at)]), at + 1
    value, at = _plus_unit(words, at, value)
    if _get(words, at) == "hundred" and _get(words, at + 1) not in known.scales:
        value, at = value * 100, at + 1
        here = at + (_get(words, at) == "and")
        if _get(words, here) in known.units:
            rest, size = _spelled(words, here)
            if rest < 100:
                value, at = value + rest, here + size
    return value, at - start


def _plus_unit(words: list[Word], at: int, value: float) -> tuple[float, int]:
    here = at + (_get(words, at) == "-")
    unit = numbers().units.get(_get(words, here), 0)
    return (value + unit, here + 1) if 20 <= value < 100 and value % 10 == 0 and 0 < unit < 10 else (value, at)


def _with_half(words: list[Word], at: int, value: float, size: int) -> tuple[float, int]:
    """'two and a half million', '2½ million': the half counts only before a scale."""
    if _get(words, at + size) in _SIGNS and _scale(words, at + size + 1)[1]:
        return value + _SIGNS[_get(words, at + size)], size + 1
    rest = [_get(words, at + size + i) for i in range(7)]
    plain = [word for word in rest if word != "-"][:3]
    used = next((i for i, word in enumerate(rest) if word == "half"), None)
    if plain == ["and", "a", "half"] and used is not None and _scale(words, at + size + used + 1)[1]:
        return value + 0.5, size + used + 1
    return value, size
