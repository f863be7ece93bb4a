"""``find``: words in labels, other names and sentences, folded, ranked by SQLite's FTS5 (bm25), with their facts."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import msgspec
import pyoxigraph as ox

from torkham.errors import QueryError
from torkham.query.engine import PREFIXES
from torkham.query.folding import fold
from torkham.query.store import Opened
from torkham.query.view import IDENTIFIER, LABEL, TK, TYPE, View

_ALT, _SCHEMA = PREFIXES["skos"] + "altLabel", PREFIXES["schema"]
_INDEX = "text.sqlite"
_THINGS = ("Actor", "Place", "Policy", "Document", "Event")
_CREATE = (
    "CREATE VIRTUAL TABLE hit USING fts5(folded, iri UNINDEXED, kind UNINDEXED, shown UNINDEXED, tokenize='unicode61')"
)
_SEARCH = """SELECT iri, kind, shown,
bm25(hit) + CASE kind WHEN 'sentence' THEN 0 WHEN 'event' THEN -10 ELSE -20 END AS rank
FROM hit WHERE hit MATCH ? ORDER BY rank, iri, shown LIMIT ?"""


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """Something found: a thing by a name of it, or a ``sentence`` with its document and the labels of its facts."""

    iri: str
    kind: str
    text: str
    document: str = ""
    facts: tuple[str, ...] = ()


def find(opened: Opened, words: str, limit: int = 20) -> list[Hit]:
    """What holds all of the words (a phrase in double quotes as one; a word with ``*`` as a beginning), best first.

    Raises:
        QueryError: there is no word to look for.
    """
    terms = _terms(words)
    if not terms:
        raise QueryError("give a word to find")
    view = View(opened)
    with closing(_index(opened, view)) as index:
        found = index.execute(_SEARCH, (terms, limit * 3)).fetchall()
    seen: dict[str, Hit] = {}
    for iri, kind, shown, _ in found:
        if iri not in seen:
            seen[iri] = _hit(view, iri, kind, shown)
    return list(seen.values())[:limit]


def _terms(words: str) -> str:
    """An FTS5 expression in which nothing of what a person typed is an operator."""
    quoted = fold(words).split('"')
    terms = []
    for position, part in enumerate(quoted):
        for term in [part] if position % 2 else part.split():
            letters = "".join(char if char.isalnum() else " " for char in term).strip()
            if letters:
                terms.append(f'"{letters}"' + ("*" if term.endswith("*") and not position % 2 else ""))
    return " ".join(terms)


def _hit(view: View, iri: str, kind: str, shown: str) -> Hit:
    node = ox.NamedNode(iri)
    if kind != "sentence":
        return Hit(iri=iri, kind=kind, text=shown)
    source = view.thing(node, PREFIXES["oa"] + "hasSource")
    facts = {
        view.label(fact)
        for fact in view.subjects(TK + "inSentence", node)
        if any(value.value == TK + "Fact" for value in view.values(fact, TYPE))
    }
    document = view.text(source, IDENTIFIER) if source else ""
    return Hit(iri=iri, kind=kind, text=" ".join(shown.split()), document=document, facts=tuple(sorted(facts)))


def _index(opened: Opened, view: View) -> sqlite3.Connection:
    """The index beside the store, made if need be; in memory where there is no store on disk."""
    if opened.folder is None:
        return _filled(sqlite3.connect(":memory:"), view)
    path = opened.folder / _INDEX
    if not path.is_file():
        _write(path, view)
    return (
        sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        if path.is_file()
        else _filled(sqlite3.connect(":memory:"), view)
    )


def _write(path: Path, view: View) -> None:
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError, sqlite3.OperationalError):
        with closing(_filled(sqlite3.connect(unfinished), view)):
            pass
        unfinished.replace(path)


def _filled(index: sqlite3.Connection, view: View) -> sqlite3.Connection:
    index.execute(_CREATE)
    index.executemany("INSERT INTO hit VALUES (?, ?, ?, ?)", _entries(view))
    index.commit()
    return index


def _entries(view: View) -> Iterator[tuple[str, str, str, str]]:
    for kind in _THINGS:
        for node in view.subjects(TYPE, ox.NamedNode(TK + kind)):
            shown = view.label(node)
            names = {value.value for predicate in (LABEL, _ALT) for value in view.values(node, predicate)}
            yield " \n ".join(fold(name) for name in sorted(names | {shown})), node.value, kind.lower(), shown
    for sentence in view.subjects(TYPE, ox.NamedNode(TK + "Sentence")):
        text = view.text(sentence, TK + "text")
        yield fold(text), sentence.value, "sentence", text
