"""What the parser gets wrong and the words make plain."""

import spacy
from spacy.tokens import Doc

from torkham.annotate.repairs import repaired

WORDS = ["They", "were", "registered", "by", "IOM", ",", "which", "counts", "Afghans", ",", "and", "given", "blankets"]
TAGS = ["PRP", "VBD", "VBN", "IN", "NNP", ",", "WDT", "VBZ", "NNPS", ",", "CC", "VBN", "NNS"]
HEADS = [2, 2, 2, 4, 2, 7, 7, 4, 7, 11, 11, 7, 11]
LABELS = [
    "nsubj:pass",
    "aux:pass",
    "ROOT",
    "case",
    "obl:agent",
    "punct",
    "nsubj",
    "acl:relcl",
    "obj",
    "punct",
    "cc",
    "conj",
    "obj",
]


def test_a_participle_after_a_clause_between_commas_goes_on_with_the_passive_before_it() -> None:
    pos = ["VERB" if tag.startswith("V") else "NOUN" for tag in TAGS]
    doc = repaired(Doc(spacy.blank("en").vocab, WORDS, tags=TAGS, pos=pos, heads=HEADS, deps=LABELS))
    assert doc[11].head.text == "registered"


def test_a_time_beyond_the_main_verb_belongs_to_that_verb() -> None:
    words = ["The", "camp", "will", "close", ",", "officials", "told", "them", "on", "Tuesday"]
    tags = ["DT", "NN", "MD", "VB", ",", "NNS", "VBD", "PRP", "IN", "NNP"]
    heads = [1, 3, 3, 6, 3, 6, 6, 6, 9, 3]
    labels = ["det", "nsubj", "aux", "ccomp", "punct", "nsubj", "ROOT", "iobj", "case", "obl"]
    pos = ["VERB" if tag in ("VB", "VBD") else "NOUN" for tag in tags]
    doc = repaired(Doc(spacy.blank("en").vocab, words, tags=tags, pos=pos, heads=heads, deps=labels))
    assert doc[9].head.text == "told"
