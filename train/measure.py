"""The treebanks' figures of pipelines side by side, from raw text; no torch needed.

    python -m train.measure TREEBANKS [--study FOLDER] [--pipeline FOLDER] [--only NAME]

``--study`` is the folder of the two studies (``../shared/english``); its numpy path is then measured in the same run.
``--only`` is the beginning of a test set's name.
Texts are up to eight sentences of one document (PUD: one). Scores are spaCy's: punctuation arcs do not count.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.pipeline.dep_parser import parser_score
from spacy.scorer import Scorer, get_ner_prf
from spacy.tokens import Doc, Span
from spacy.training import Example

from torkham import resources
from torkham.annotate.known import NameJoiner
from train.conllu import Sentence, iob, treebank
from train.names import UNER

System = Callable[[Iterable[str]], Iterator[Doc]]
PER_TEXT = 8
COLUMNS = ("UPOS", "XPOS", "lemma", "UAS", "LAS", "sentences", "names")
LABELS = (
    "nsubj",
    "nsubj:pass",
    "obj",
    "obl",
    "obl:agent",
    "ccomp",
    "xcomp",
    "advcl",
    "acl",
    "acl:relcl",
    "appos",
    "nummod",
    "conj",
)


def texts(sentences: Iterable[Sentence], most: int) -> Iterator[list[Sentence]]:
    """Sentences grouped as the study did: a new document, or a paragraph after three sentences, begins a text."""
    group: list[Sentence] = []
    for sentence in sentences:
        if group and (len(group) >= most or sentence.opens_document or (sentence.opens and len(group) >= 3)):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def gold(group: list[Sentence], nlp: spacy.Language) -> Doc:
    """The sentences as one gold Doc."""
    words = [word for s in group for word in s.words]
    spaces = [space for s in group for space in s.spaces()]
    offsets = [sum(len(s.words) for s in group[:k]) for k in range(len(group))]
    if not group[0].heads:
        doc = Doc(nlp.vocab, words=words, spaces=spaces)
        names = [(o + a, o + b, label) for o, s in zip(offsets, group, strict=True) for a, b, label in s.names or ()]
        doc.set_ents([Span(doc, a, b, label=label) for a, b, label in names])
        return doc
    column = lambda name: [x for s in group for x in getattr(s, name)]  # noqa: E731
    return Doc(
        nlp.vocab,
        words=words,
        spaces=spaces,
        tags=column("xpos"),
        pos=column("upos"),
        lemmas=column("lemmas"),
        heads=[o + head for o, s in zip(offsets, group, strict=True) for head in s.heads],
        deps=column("labels"),
        sent_starts=[i in offsets for i in range(len(words))],
    )


def score(system: System, docs: list[Doc]) -> dict[str, Any]:
    """The figures of a system on gold documents, in per cent, and words per second of processor time."""
    begun = time.process_time()
    examples = [Example(found, doc) for found, doc in zip(system([doc.text for doc in docs]), docs, strict=True)]
    seconds = time.process_time() - begun
    parts: dict[str, Any] = {}
    if docs[0].has_annotation("DEP"):
        parts |= parser_score(examples)
        for attribute in ("tag", "pos", "lemma"):
            parts |= Scorer.score_token_attr(examples, attribute)
    else:
        parts |= get_ner_prf(examples)
    keys = dict(
        zip(COLUMNS, ("pos_acc", "tag_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f", "ents_f"), strict=True)
    )
    figures: dict[str, Any] = {name: 100 * parts[key] for name, key in keys.items() if parts.get(key) is not None}
    per_label = parts.get("dep_las_per_type") or parts.get("ents_per_type") or {}
    figures["by label"] = {name: round(100 * prf["f"], 1) for name, prf in sorted(per_label.items())}
    figures["words/s"] = sum(map(len, docs)) / seconds
    return figures


def corpora(root: Path, nlp: spacy.Language, only: str) -> Iterator[tuple[str, list[Doc]]]:
    """The test sets; none of their sentences is ever trained on (GUM dev is for looking while training)."""
    sets = {
        "PUD": (root / "UD_English-PUD" / "en_pud-ud-test.conllu", 1),
        "EWT test": (root / "UD_English-EWT" / "en_ewt-ud-test.conllu", PER_TEXT),
        "GUM dev": (root / "UD_English-GUM-openlicence" / "gum-ok-dev.conllu", PER_TEXT),
        "names, PUD": (root / "UNER_English-PUD" / "en_pud-ud-test.iob2", 1),
        "names, EWT test": (root / "UNER_English-EWT" / "en_ewt-ud-test.iob2", 3),
    }
    for name, (path, most) in sets.items():
        if not name.startswith(only):
            continue
        sentences = iob(path, UNER) if path.suffix == ".iob2" else treebank(path)
        yield name, [gold(group, nlp) for group in texts(sentences, most)]


def ours(folder: Path, *, joined: bool) -> System:
    """A pipeline folder of Torkham's; ``joined`` adds the gazetteer (but no known actors)."""
    nlp = spacy.load(folder)
    join = NameJoiner(nlp.make_doc, ())
    return lambda raw: (join(doc) if joined else doc for doc in nlp.pipe(raw))


def study(folder: Path) -> System:
    """The second study's numpy path, with the first study's tokeniser and lemmatiser."""
    sys.path.insert(0, str(folder / "minilm"))
    runtime = __import__("runtime")
    nlp = runtime.load(str(folder / "pipeline"), str(folder / "minilm" / "best"), "model-int8.npz", lemmatizer=True)
    return nlp.pipe


def main(arguments: list[str]) -> None:
    """Print one line per test set and system."""
    parser = argparse.ArgumentParser(prog="train.measure")
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("--study", type=Path)
    parser.add_argument("--pipeline", type=Path, default=resources.english())
    parser.add_argument("--only", default="")
    options = parser.parse_args(arguments)
    systems = {"study": study(options.study)} if options.study else {}
    systems["torkham"] = ours(options.pipeline, joined=True)
    for name, docs in corpora(options.treebanks, spacy.blank("en"), options.only):
        for label, system in systems.items():
            figures = score(system, docs)
            by_label = {k: v for k, v in figures.pop("by label").items() if k in LABELS or "names" in name}
            print(f"{name:16s} {label:8s}", *(f"{k} {v:.2f}" for k, v in figures.items()), by_label, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
