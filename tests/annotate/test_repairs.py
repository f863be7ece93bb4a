"""What the parser gets wrong and the words make plain."""

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Token

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


BAG = [
    ("officials", "NNS", "NOUN"), ("Briefing", "NN", "NOUN"), ("said", "VBD", "VERB"), ("retired", "VBD", "VERB"),
    ("left", "VBN", "VERB"), ("saying", "VBG", "VERB"), ("facing", "VBG", "VERB"), ("handed", "VBD", "VERB"),
    ("give", "VB", "VERB"), ("call", "VB", "VERB"), ("had", "VBD", "AUX"), ("number", "NN", "NOUN"), ("over", "RB", "ADV"),
    ("back", "RB", "ADV"), ("what", "WP", "PRON"), ("who", "WP", "PRON"), ("it", "PRP", "PRON"), ("that", "IN", "SCONJ"),
    ("as", "IN", "SCONJ"), ("IOM", "NNP", "PROPN"), ("'s", "POS", "PART"), ("585", "CD", "NUM"), ("(", "-LRB-", "PUNCT"),
    ("%", "NN", "SYM"), (")", "-RRB-", "PUNCT"), (",", ",", "PUNCT"), (":", ":", "PUNCT"), ("•", "NFP", "PUNCT"),
    ("and", "CC", "CCONJ"),
]  # fmt: skip
"""Words that the repairs look for, with their tags."""
NAMES = [
    "nsubj",
    "nsubj:pass",
    "obj",
    "iobj",
    "obl",
    "obl:unmarked",
    "nmod",
    "nmod:desc",
    "nummod",
    "appos",
    "acl",
    "acl:relcl",
    "advcl",
    "advmod",
    "amod",
    "ccomp",
    "xcomp",
    "conj",
    "parataxis",
    "case",
    "mark",
    "compound",
    "compound:prt",
    "flat",
    "det",
    "aux",
    "aux:pass",
    "cc",
    "punct",
]


@st.composite
def trees(draw: st.DrawFn) -> Doc:
    """Any words of the bag in any tree, as no parser but any parser could make it."""
    words = draw(st.lists(st.sampled_from(BAG), min_size=2, max_size=14))
    order = draw(st.permutations(range(len(words))))
    heads = [0] * len(words)
    labels = ["root"] * len(words)
    heads[order[0]] = order[0]
    for rank, at in enumerate(order[1:], 1):
        heads[at] = order[draw(st.integers(0, rank - 1))]
        labels[at] = draw(st.sampled_from(NAMES))
    forms, tags, pos = zip(*words, strict=True)
    lemmas = [{"handed": "hand", "said": "say"}.get(form, form) for form in forms]
    vocab = spacy.blank("en").vocab
    return Doc(vocab, list(forms), tags=list(tags), pos=list(pos), lemmas=lemmas, deps=labels, heads=heads)


def _climbs(token: Token, most: int) -> bool:
    for _ in range(most):
        token = token.head
    return token.head == token


@given(trees())
def test_whatever_is_repaired_a_tree_stays_a_tree(doc: Doc) -> None:
    repaired(doc)
    assert all(_climbs(token, len(doc)) for token in doc)
