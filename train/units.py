"""Training units: up to 100 words of consecutive sentences of one document, with whatever gold they have."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from train import names
from train.conllu import Sentence
from train.silver import Silver
from train.words import Words

MOST_WORDS = 100
MOST_SENTENCES = 8
NEWS, NEWS_TIMES, UNER_TIMES = "GUM_news", 3, 4


@dataclass
class Unit:
    """A row of words. ``heads`` (root: itself) and ``starts`` are None without trees; a name tag None is unknown."""

    words: list[str]
    starts: list[int] | None = None
    heads: list[int] | None = None
    labels: list[str] | None = None
    upos: list[str] | None = None
    xpos: list[str] | None = None
    lemmas: list[str] | None = None
    names: list[str | None] | None = None


def biluo(length: int, spans: Iterable[tuple[int, int, str]]) -> list[str | None]:
    """The tags of a row: B-egin, I-nside, L-ast, U-nit of a name, or O."""
    tags: list[str | None] = ["O"] * length
    for start, end, label in spans:
        tags[start:end] = ["I-" + label] * (end - start)
        tags[start], tags[end - 1] = "B-" + label, "L-" + label
        if end - start == 1:
            tags[start] = "U-" + label
    return tags


def _tags(sentence: Sentence) -> list[str | None]:
    if sentence.names is None:
        return [None] * len(sentence.words)
    tags = biluo(len(sentence.words), sentence.names)
    return [None if i in sentence.unsure else tag for i, tag in enumerate(tags)]


def groups(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Consecutive sentences as long as they fit into one unit and no document or longer paragraph begins."""
    group: list[Sentence] = []
    for sentence in sentences:
        size = sum(len(s.words) for s in group) + len(sentence.words)
        if group and (size > MOST_WORDS or len(group) >= MOST_SENTENCES or (sentence.opens and len(group) > 2)):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def joined(group: list[Sentence]) -> Unit:
    """One unit of a group of sentences that all have trees, or all have none."""
    unit = Unit([word for s in group for word in s.words])
    offsets = [sum(len(s.words) for s in group[:k]) for k in range(len(group))]
    if any(s.names is not None for s in group):
        unit.names = [tag for s in group for tag in _tags(s)]
    if group[0].heads:
        unit.starts = offsets
        unit.heads = [offset + head for offset, s in zip(offsets, group, strict=True) for head in s.heads]
        unit.labels = [x for s in group for x in s.labels]
        unit.upos = [x for s in group for x in s.upos]
        unit.xpos = [x for s in group for x in s.xpos]
        unit.lemmas = [x for s in group for x in s.lemmas]
    return unit


def units(root: Path, words: Words, silver: Silver | None = None) -> tuple[list[Unit], list[Unit]]:
    """All training units, with trees and with names only. EWT test, PUD and UNER's test sets are never opened here.

    ``silver`` names the sentences of EWT train that have no gold names; without it they have none.
    """
    gum = [*names.gum(root, "train", words), *names.gum(root, "test", words)]
    ewt = list(names.ewt(root, "train"))
    if silver is not None:
        silver.mark(groups(ewt))
    ewt += names.ewt(root, "dev")
    news = [sentence for sentence in gum if sentence.document.startswith(NEWS)]
    with_trees = [joined(group) for corpus in (ewt, gum, *[news] * (NEWS_TIMES - 1)) for group in groups(corpus)]
    named = list(names.name_corpora(root)) + UNER_TIMES * list(names.ewt(root, "dev"))
    for sentence in named:
        sentence.heads = []
    return with_trees, [joined(group) for group in groups(named)]
