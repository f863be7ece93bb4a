"""The network's decoding: trees, names, batches; and how a pipeline is chosen."""

import itertools
from collections.abc import Callable

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from torkham import resources
from torkham.annotate import load
from torkham.annotate.pieces import LOWER, MIXED, TITLE, UPPER, shape
from torkham.annotate.tagging import NameDecoder
from torkham.annotate.trees import best_tree
from torkham.errors import InputError

TAGS = ["O", "B-ORG", "I-ORG", "L-ORG", "U-ORG", "B-LOC", "I-LOC", "L-LOC", "U-LOC"]


def is_tree(heads: tuple[int, ...]) -> bool:
    """One root, and every word reaches it."""
    for start in range(1, len(heads) + 1):
        word, seen = start, set()
        while word and word not in seen:
            seen.add(word)
            word = heads[word - 1]
        if word:
            return False
    return heads.count(0) == 1


@pytest.mark.parametrize("seed", range(12))
def test_the_best_tree_is_the_best_of_all_trees(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(5, 6)).astype(np.float32)
    trees = [heads for heads in itertools.product(range(6), repeat=5) if is_tree(heads)]
    best = max(trees, key=lambda heads: sum(scores[i, h] for i, h in enumerate(heads)))
    assert tuple(best_tree(scores)) == best


def test_names_are_well_formed_whatever_the_scores() -> None:
    scores = np.zeros((3, len(TAGS)), np.float32)
    scores[0, TAGS.index("B-ORG")] = 3
    scores[1, TAGS.index("L-LOC")] = 2
    scores[2, TAGS.index("L-ORG")] = 1
    assert NameDecoder(TAGS)(scores) == [(0, 3, "ORG")]


def test_case_shapes() -> None:
    assert [shape(word) for word in ("kabul", "Kabul", "KABUL", "iPhone")] == [LOWER, TITLE, UPPER, MIXED]


def test_a_result_does_not_depend_on_the_batch() -> None:
    nlp = spacy.load(resources.english())
    texts = [
        "Iran expelled them.",
        "No.",
        "The men, who were arrested in Quetta in May, have not been charged or tried, their lawyers said on Monday.",
        "KABUL",
        "A. " * 130,
    ]
    alone = [arcs(nlp(text)) for text in texts]
    assert [arcs(doc) for doc in nlp.pipe(texts)] == alone
    assert [arcs(doc) for doc in nlp.pipe(reversed(texts))] == alone[::-1]


def arcs(doc: Doc) -> list[tuple[str, str, int, str]]:
    return [(token.text, token.dep_, token.head.i, token.tag_) for token in doc]


def test_a_long_paragraph_is_read_in_windows(read: Callable[..., Doc]) -> None:
    text = " ".join(f"Officer {chr(65 + i)} saw {i + 2} men." for i in range(26))
    assert len(read(text).spans["sentences"]) == 26


def test_an_unknown_pipeline_is_an_input_error() -> None:
    with pytest.raises(InputError, match="no_such_pipeline: no spaCy pipeline"):
        load("no_such_pipeline")
