"""Where, within a line, a dateline ends, a teaser gives way to the article, and a picture's credit begins."""

import re

from torkham.corpus.cues import cues, plain

_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]{2,}(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’\-]+)*"
_NAME = r"[A-ZÀ-Þ][\w.'’\-]+(?:[ /][A-ZÀ-Þ][\w.'’\-]+){0,3}"
_REGION = rf"(?:,? (?:{_NAME}|[A-Z]\.[A-Z]\.)| \[{_NAME}\])?"
_SHORT_DATE = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})"
_DATE = rf"(?:,? {_SHORT_DATE}(?:,? \d{{4}})?)?"
_AGENCY = r"\((?P<agency>[A-Z][^()]{1,40}|dpa)\)"
_DASH = r"\s*(?:--?|[–—])\s*"
_FULL_DATE = (
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? \d{4})"
)
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_FULL_DATE},? \((?:{_PLACE}|{_NAME}){_REGION}\){_DASH}",
        rf"(?:{_PLACE}|{_NAME}){_REGION} \({_FULL_DATE}\){_DASH}",
        rf"(?:{_PLACE}|{_NAME}){_REGION},? (?:{_FULL_DATE}|{_SHORT_DATE}),? {_AGENCY}\s+(?=[\"“‘'A-Z0-9])",
        rf"(?:{_PLACE}|{_NAME}){_REGION}{_DATE},?\s*{_AGENCY}(?:{_DASH}|:\s*)",
        rf"{_PLACE}{_REGION}{_DATE}(?:\s*:\s+|{_DASH})(?=[\"“‘'A-Z0-9])",
        rf"\({_NAME}{_REGION}{_DATE}\)\s*[-–—]+\s*",
    )
)
_FIRST_DATELINES = tuple(
    re.compile(pattern + r" ?[–—-] ?(?<=[ –—-])(?=[\"“‘A-Z0-9])")
    for pattern in (
        rf"{_NAME}(?:, {_NAME})?{_DATE}(?= ?[–—]| - )",
        rf"{_NAME}(?: ?/ ?{_NAME})?,? \d{{1,2}} [A-Z][a-z]+(?: \d{{4}})?",
        r"\d{1,2} [A-Z][a-z]+ \d{4}",
    )
)
_STAMP = re.compile(
    rf"{_NAME}(?:(?:, | / ?){_NAME})?(?: \([^()]{{2,30}}\)){{0,2}}(?:,|{_DASH}|\s*[|•]\s*)\s*{_FULL_DATE}$"
)
_QUOTE = re.compile(r"(?<=[^\s\"“‘(\[])[\"“](?=[\w\[‘'])|(?<=[\w.!?])“")
_BOUNDARY = re.compile(r"(?<=[a-z0-9)\]?!”’\"])(?=[A-Z“])")
_WORD = re.compile(r"(?<=\s)[\"“‘]?[A-ZÀ-Þ]")
_STOP = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘A-ZÀ-Þ])")
_TITLE = 200
"""Characters that a title has at most."""
_ENDS = re.compile(r"[.!?…][\"”’'»)\]]*$")
_GALLERY = re.compile(r"\d{1,3} ?(?:of|/) ?\d{1,3}\s+(?=[A-Z])")
_BRACKET = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])\.?$")
_LAST_SENTENCE = re.compile(r".*[.!?][\"”’)]*\s+(?=\S)", re.S)


def finished(line: str) -> bool:
    """Whether a line ends like a sentence."""
    return bool(_ENDS.search(line))


def dateline(line: str, first: bool) -> tuple[int, str | None]:
    """The length of the dateline before a paragraph (0: none) and the agency that it names.

    'ISLAMABAD, Nov 2 (Reuters) - ', 'SWABI: ', '(Beirut) – '; at the ``first`` paragraph also 'Geneva – '.
    """
    patterns = _DATELINES + (_FIRST_DATELINES if first else ())
    match = next((match for pattern in patterns if (match := pattern.match(line))), None)
    if match is None or match.end() > 110 or match.end() == len(line):
        return 0, None
    return match.end(), match.groupdict().get("agency")


def is_stamp(line: str) -> bool:
    """Whether a line holds where and when it was written and nothing else: 'Gaziantep (Turkey) (AFP) – 18 November 2025'."""
    return bool(_STAMP.match(line.strip()))


def teaser_end(line: str, start: int) -> int:
    """Where a teaser that begins before ``start`` ends: at a quotation or sentence glued to it, or with the line.

    In a line too long for a title, as of an article without line breaks, also at a sentence after a space.
    """
    quote = _QUOTE.search(line, start)
    if quote and finished(line):
        return quote.start()
    glued = [match.start() for match in _BOUNDARY.finditer(line, start) if _glued(line, start, match.start())]
    if glued or len(line) - start <= _TITLE:
        return glued[0] if glued else len(line)
    words = (match.start() for match in _WORD.finditer(line, start, start + 2 * _TITLE))
    spaced = next((at for at in words if _glued(line, start, at)), None)
    stop = _STOP.search(line, start)
    return spaced or (stop.end() if stop else len(line))


def _glued(line: str, start: int, border: int) -> bool:
    """Whether a title in capitals ends and a sentence begins at ``border``."""
    head, tail = line[start:border].split(), line[border:].split()
    if len(head) < 3 or len(tail) < 8 or not finished(line):
        return False
    return _capitals(head[-6:]) >= 0.5 and _capitals(tail[1:7]) <= 0.5


def _capitals(words: list[str]) -> float:
    return sum(word.lstrip("\"“‘'([#")[:1].isupper() for word in words) / len(words)


def is_capitalised(line: str) -> bool:
    """Whether a line is written like A Title In Capitals."""
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return len(words) >= 2 and _capitals(words) >= 0.75


def caption_cue(line: str) -> int:
    """The length of what stands before a caption ('FILE - ', '3 of 35 '); 0 if nothing does."""
    match = _GALLERY.match(line) or cues().caption.match(plain(line))
    return match.end() if match else 0


def credit_start(line: str) -> int:
    """Where the credit of a picture begins at the end of a caption; the line's length if there is none."""
    end = len(line)
    while (match := _BRACKET.search(line[:end])) and cues().credit.search(plain(match.group())):
        end = match.start()
    if end < len(line):
        return end
    tail = _LAST_SENTENCE.match(line)
    if tail and len(line) - tail.end() <= 80 and _is_credit(line[tail.end() :]):
        return tail.end()
    return 0 if len(line) <= 80 and _is_credit(line) else len(line)


def _is_credit(words: str) -> bool:
    return not finished(words) and bool(cues().credit.search(plain(words)))
