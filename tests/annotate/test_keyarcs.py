"""Key arcs of news sentences written for this purpose: who does what to whom, who says it, what is counted."""

from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from torkham.annotate import Annotator
from torkham.model import Article

FOLDER = Path(__file__).with_name("keyarcs")
FLOOR = 0.955


def sentences() -> Iterator[tuple[str, str, list[str]]]:
    """(file, text, arcs) of every sentence."""
    for path in sorted(FOLDER.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                text, arcs = line.split("\t")
                yield path.stem, text, [arc.strip() for arc in arcs.split(";")]


def found(doc: Doc, arc: str) -> bool:
    """Whether the document has an arc 'head label dependent', each with alternatives; word#2 is a second occurrence."""
    heads, labels, dependents = (part.split("|") for part in arc.split())
    wanted = [_token(doc, head) for head in heads]
    return any(
        token.dep_ in labels and token.head.i in wanted
        for dependent in dependents
        for token in doc
        if token.i == _token(doc, dependent)
    )


def _token(doc: Doc, word: str) -> int:
    text, _, number = word.partition("#")
    places = [token.i for token in doc if token.text == text]
    assert places, f"{word!r} is no token of {doc.text!r}"
    return places[int(number or 1) - 1]


def test_key_arcs_of_news_sentences(annotator: Annotator) -> None:
    missed, total = [], 0
    for kind, text, arcs in sentences():
        doc = annotator(Article(id=kind, source=kind, text=text, sha256=""))
        total += len(arcs)
        missed += [f"{kind}: {text} -- {arc}" for arc in arcs if not found(doc, arc)]
    assert 1 - len(missed) / total >= FLOOR, f"{len(missed)} of {total} arcs:\n" + "\n".join(missed)
