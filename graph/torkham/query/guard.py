"""What a read-only query must not do: reach out of the graph, or change it."""

import re

from torkham.errors import QueryError

MAX_LENGTH = 1_000_000
"""The longest query, in characters."""

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|<[^<>\"{}|^`\\\x00-\x20]*>"
    r"|#[^\n\r]*"
    r"|[?$]\w+"
    r"|[\w.\-]*:(?:[\w.:\-]|%[0-9A-Fa-f]{2}|\\.)*"
    r"|@[A-Za-z\-]+"
    r"|(?P<word>[A-Za-z_]\w*)"
    r"|.",
    re.S,
)
_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
_FORMS = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}


def check(sparql: str) -> None:
    """Refuses what only a careless or hostile query asks for, before any engine sees it.

    Raises:
        QueryError: the query is too long, an update, or asks other endpoints (SERVICE).
    """
    if len(sparql) > MAX_LENGTH:
        raise QueryError(f"the query has {len(sparql):,} characters; at most {MAX_LENGTH:,} are read")
    first = True
    for word in _words(sparql):
        if word == "SERVICE":
            raise QueryError("SERVICE is refused: a query here asks this graph only")
        if first and word in _UPDATES:
            raise QueryError(f"{word} is refused: the graph is read-only; change its sources and build it again")
        if word in _FORMS:
            first = False


def _words(sparql: str) -> list[str]:
    """The bare words of a query in capitals: no string, IRI, name, variable or comment.

    Code-point escapes come first, as SPARQL 1.1 (section 19.2) has it, so that none hides a word.
    """
    text = _ESCAPE.sub(_unescape, sparql)
    return [match["word"].upper() for match in _TOKEN.finditer(text) if match["word"]]


def _unescape(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
