"""Quantities: a number with its qualifier, and the bounds that the contract gives it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from torkham.extract.cardinals import Cardinal, Word, read, words_of
from torkham.lexicon.quantities import numbers
from torkham.model.reading import Qualifier

_DASHES = {"-", "–", "—"}
_BEFORE_RANGE = {"between", "from", "ranging"}


@dataclass(frozen=True)
class Quantity:
    """``[start, end)`` holds number and qualifier, ``[number, number_end)`` the number alone; bounds as the contract has them."""

    start: int
    end: int
    number: int
    number_end: int
    value: int | None
    lower: int | None
    upper: int | None
    qualifier: Qualifier


def bounds(value: int, qualifier: Qualifier) -> tuple[int | None, int | None]:
    """The bounds of a qualified number: about 5 % either way, nearly 10 % below, open ends for 'at least' and 'up to'."""
    match qualifier:
        case "about":
            return round(value * 0.95), round(value * 1.05)
        case "nearly":
            return round(value * 0.9), value
        case "at-least" | "more-than":
            return value, None
        case "at-most" | "less-than":
            return None, value
        case _:
            return value, value


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """The quantities of a stretch of text, in order, without overlap; whatever they count."""
    stop = len(text) if end is None else end
    words = words_of(text, start, stop)
    at, since = 0, start
    while at < len(words):
        found = _vague(text, words, at, stop) or _number(text, words, at)
        if found is None:
            at += 1
            continue
        quantity, size = found
        yield _qualified(text, quantity, since, stop)
        at += size
        since = quantity.end


@cache
def _vague_pattern() -> re.Pattern[str]:
    phrases = sorted(numbers().vague, key=lambda phrase: -len(phrase))
    few = "|".join(
        re.escape(word).replace(r"\ ", r"\s+") for word in sorted(numbers().few, key=lambda word: -len(word))
    )
    magnitudes = "|".join(
        phrase.split()[1] if phrase.startswith("few ") and phrase.count(" ") == 1 else phrase[4:]
        for phrase in phrases
        if phrase.startswith("few ")
    )
    plain = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases if not phrase.startswith("few "))
    return re.compile(
        rf"(?<![\w-])(?:(?P<few>{few})\s+(?P<magnitude>{magnitudes})|(?P<plain>{plain}))s?(?![\w-])", re.I
    )


def _vague(text: str, words: list[Word], at: int, stop: int) -> tuple[Quantity, int] | None:
    match = _vague_pattern().match(text, words[at].start, stop)
    if match is None:
        return None
    phrase = match["plain"] or f"few {match['magnitude']}"
    low, high = numbers().vague[" ".join(phrase.lower().split())]
    size = sum(1 for word in words[at:] if word.start < match.end())
    span = (match.start(), match.end())
    return Quantity(*span, *span, None, low, high, "vague"), size


def _number(text: str, words: list[Word], at: int) -> tuple[Quantity, int] | None:
    first = read(words, at)
    if first is None or not _stands_alone(text, words, at, first.size):
        return None
    start, end = words[at].start, words[at + first.size - 1].end
    second = _range_end(text, words, at, first)
    if second is not None:
        joined, last = second
        low = first.value * _inherited(first, last)
        high_end = words[joined + last.size - 1].end
        return Quantity(
            start, high_end, start, high_end, None, round(low), round(last.value), "range"
        ), joined + last.size - at
    if first.value != round(first.value):
        return None
    value = round(first.value)
    return Quantity(start, end, start, end, value, value, value, "exact"), first.size


def _stands_alone(text: str, words: list[Word], at: int, size: int) -> bool:
    """Whether the number is no part of a word, a decimal, a sum of money or a compound ('25-year-old', 'F-16', '9/11')."""
    start, end = words[at].start, words[at + size - 1].end
    if start and (text[start - 1].isalnum() or text[start - 1] in "$€£₹₺/.:'’"):
        return False
    if start > 1 and text[start - 1] == "-" and text[start - 2].isalnum():
        return False
    rest = text[end : end + 2]
    if rest[:1] in {"/", ":", "%", "°"} or (rest[:1] == "." and rest[1:].isdigit()):
        return False
    return not (rest[:1].isalnum() or (rest[:1] in _DASHES and rest[1:].isalpha() and not _postfix(text, end)))


def _postfix(text: str, end: int) -> re.Match[str] | None:
    return _after_pattern().match(text, end)


def _range_end(text: str, words: list[Word], at: int, first: Cardinal) -> tuple[int, Cardinal] | None:
    """The upper end of a range that begins with this number, and the word where it begins."""
    joint = at + first.size
    if joint + 1 >= len(words) or words[joint].text not in numbers().joins:
        return None
    last = read(words, joint + 1)
    if last is None or not _stands_free(text, words, joint + 1, last):
        return None
    before, sign = words[at - 1].text if at else "", words[joint].text
    if sign == "and" and before != "between":
        return None
    if sign == "to" and before == "from" and (at < 2 or words[at - 2].text != "ranging"):
        return None
    low = first.value * _inherited(first, last)
    if sign == "or" and not low < last.value <= 3 * low:
        return None
    return (joint + 1, last) if low < last.value else None


def _stands_free(text: str, words: list[Word], at: int, number: Cardinal) -> bool:
    end = words[at + number.size - 1].end
    return not (text[end : end + 1].isalnum() or text[end : end + 1] in {"/", ":", "%"})


def _inherited(first: Cardinal, last: Cardinal) -> float:
    """'1 to 1.5 million': the first number takes the scale of the last."""
    scale = last.value / last.mantissa if last.mantissa else 1
    return (
        scale
        if scale >= 1000 and first.value < 1000 and first.value == first.mantissa and first.value < last.mantissa
        else 1
    )


@cache
def _before_pattern() -> re.Pattern[str]:
    phrases = [(phrase, kind) for kind, listed in numbers().before.items() for phrase in listed]
    phrases.sort(key=lambda pair: -len(pair[0]))
    joined = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase, _ in phrases)
    return re.compile(
        rf"(?<![\w-])({joined})\s+(?:the\s+|a\s+total\s+of\s+|an\s+estimated\s+|estimated\s+|some\s+|another\s+)?[\"“]?$",
        re.I,
    )


@cache
def _after_pattern() -> re.Pattern[str]:
    phrases = [phrase for listed in numbers().after.values() for phrase in listed]
    phrases.sort(key=lambda phrase: -len(phrase))
    return re.compile(
        r"\s?(" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases) + r")(?![\w-])", re.I
    )


def _kind(phrase: str, table: dict[Qualifier, tuple[str, ...]]) -> Qualifier:
    wanted = " ".join(phrase.lower().split())
    return next(kind for kind, listed in table.items() if wanted in listed)


def _qualified(text: str, found: Quantity, since: int, stop: int) -> Quantity:
    """The quantity with the qualifier before or after it, its span widened over that."""
    if found.qualifier == "range":
        return _widened_range(text, found, since)
    before = _before_pattern().search(text, since, found.start)
    after = None if before else _postfix(text[:stop], found.end)
    if before:
        return _apply(found, _kind(before.group(1), numbers().before), before.start(), found.end)
    if after:
        return _apply(found, _kind(after.group(1), numbers().after), found.start, after.end())
    return found


def _widened_range(text: str, found: Quantity, since: int) -> Quantity:
    match = re.search(
        r"\b(?:between|from|ranging from|anywhere between|anywhere from)\s+$", text[since : found.start], re.I
    )
    return replace(found, start=since + match.start()) if match else found


def _apply(found: Quantity, qualifier: Qualifier, start: int, end: int) -> Quantity:
    if found.value is None:
        return replace(found, start=found.start if qualifier == "exact" else start, end=end)
    if qualifier == "exact":
        return found
    lower, upper = bounds(found.value, qualifier)
    return replace(found, start=start, end=end, lower=lower, upper=upper, qualifier=qualifier)
