"""The answers to the contract's questions -> the story that all views show."""

from textwrap import shorten

from torkham.views.facts import MAKERS
from torkham.views.records import Document, Fact, Story
from torkham.views.register import Answers, Register, Row, text
from torkham.views.wording import load

_TITLE = 60
"""Characters of the words that stand for a missing headline."""
_DISPUTED = ("document", "sentence", "text")


def tell(answers: Answers) -> Story:
    """Reads the answers of the questions of the contract, and of `passages`, `identities`, `places` and `ways` if given.

    A question that is missing is one without rows. The order of nodes and facts follows from the rows alone.
    """
    register, wording = Register(answers), load()
    rows = [(maker, row) for name, maker in MAKERS.items() for row in answers.get(name, ())]
    facts = [maker(row, register, wording) for maker, row in rows]
    for fact, (_, row) in zip(facts, rows, strict=True):
        fact.mark = _mark(fact, row)
    _mark_by_neighbours(facts, [row for _, row in rows])
    _complete(facts, answers)
    first = _first_words([row for _, row in rows])
    documents = [
        _document(row, first) for row in sorted(answers.get("sources", ()), key=lambda row: text(row, "document"))
    ]
    return Story(register.nodes, facts, documents)


def _document(row: Row, first: dict[str, str]) -> Document:
    """A document; one without a headline is called by its first words."""
    columns = ("document", "title", "publisher", "published", "published_basis", "url")
    document = Document(*(text(row, column) for column in columns))
    document.title = document.title or first.get(document.key, "")
    return document


def _first_words(rows: list[Row]) -> dict[str, str]:
    """Document -> the first words of the earliest sentence that a fact rests on."""
    earliest: dict[str, tuple[int, str]] = {}
    for row in rows:
        offsets, sentence = _offsets(row), text(row, "sentence")
        if offsets and sentence:
            at = (offsets[0], sentence)
            earliest[text(row, "document")] = min(at, earliest.get(text(row, "document"), at))
    return {
        document: f"“{shorten(sentence, _TITLE, placeholder=' …')}”" for document, (_, sentence) in earliest.items()
    }


def _offsets(row: Row) -> tuple[int, int] | None:
    start, end = text(row, "start"), text(row, "end")
    return (int(start), int(end)) if start.isdecimal() and end.isdecimal() else None


def _mark(fact: Fact, row: Row) -> tuple[int, int] | None:
    """Where the fact's words stand in its sentence, if the row itself has the words and they stand there once."""
    words = str(fact.details.get("text") or "")
    if not words or fact.sentence.count(words) != 1:
        return None
    start = fact.sentence.index(words)
    return start, start + len(words)


def _mark_by_neighbours(facts: list[Fact], rows: list[Row]) -> None:
    """Marks the facts whose row has only offsets, where another fact tells at which offset the sentence begins."""
    begins: dict[tuple[str, str], int] = {}
    for fact, row in zip(facts, rows, strict=True):
        offsets = _offsets(row)
        if fact.mark and offsets and offsets[1] - offsets[0] == fact.mark[1] - fact.mark[0]:
            begins[fact.document, fact.sentence] = offsets[0] - fact.mark[0]
    for fact, row in zip(facts, rows, strict=True):
        offsets, begin = _offsets(row), begins.get((fact.document, fact.sentence))
        if fact.mark is None and offsets and begin is not None and offsets[1] - begin <= len(fact.sentence):
            fact.mark = (offsets[0] - begin, offsets[1] - begin)


def _complete(facts: list[Fact], answers: Answers) -> None:
    """Adds what other answers say of the same facts: passages, requests, the basis of dates, disputes."""
    by_key = {fact.key: fact for fact in facts if fact.key}
    for row in answers.get("passages", ()):
        fact, start = by_key.get(text(row, "fact")), text(row, "offset")
        if fact and start.isdecimal():
            fact.mark = (int(start), int(start) + len(text(row, "quote")))
    for row in answers.get("appeals", ()):
        if text(row, "report") in by_key:
            by_key[text(row, "report")].details["request"] = text(row, "request")
    kinds = {"event", "deadline"}
    bases = {
        (text(row, "kind"), text(row, "document"), text(row, "sentence"), text(row, "date")): text(row, "basis")
        for row in answers.get("timeline", ())
        if text(row, "kind") in kinds
    }
    for fact in facts:
        fact.basis = bases.get((fact.kind, fact.document, fact.sentence, fact.date), "")
    _dispute(facts, answers)


def _dispute(facts: list[Fact], answers: Answers) -> None:
    """Joins figures that dispute each other; figures are found again by document, sentence and words."""
    figures: dict[tuple[str, ...], list[int]] = {}
    for index, fact in enumerate(facts):
        if fact.kind == "figure":
            key = (fact.document, fact.sentence, str(fact.details["text"] or ""))
            figures.setdefault(key, []).append(index)
    for row in answers.get("disputes", ()):
        sides = [figures.get(tuple(text(row, f"{name}_{side}") for name in _DISPUTED), []) for side in "ab"]
        for one in sides[0]:
            for other in sides[1]:
                facts[one].disputes.append(other)
                facts[other].disputes.append(one)
