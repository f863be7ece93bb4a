"""Other spaCy pipelines: their arcs and names brought to what Torkham's own gives.

spaCy's English pipelines follow ClearNLP (Choi & Palmer 2012), where prepositions and copulas are heads; Universal
Dependencies make the content words heads. The steps are those of the UD guidelines (https://universaldependencies.org/u/dep/).
"""

from dataclasses import dataclass
from typing import cast

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.tokens import Doc, Span
from thinc.types import Ints2d

CLEARNLP_ONLY = frozenset(("dobj", "pobj", "nsubjpass", "auxpass", "prep", "attr"))
RENAMED = {
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "acomp": "xcomp",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
    "dative": "iobj",
    "ROOT": "root",
}
ENTITIES = {"PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
CLAUSAL = ("VERB", "AUX", "ADJ", "ADV")
PREPOSITIONS = ("prep", "agent", "dative")


@dataclass
class Arcs:
    """The tree being rebuilt: of every token its head (a root is its own) and label."""

    doc: Doc
    heads: list[int]
    labels: list[str]

    def children(self, head: int) -> list[int]:
        """The dependents of a token, in order."""
        return [i for i, h in enumerate(self.heads) if h == head and i != head]

    def child(self, head: int, *labels: str) -> int | None:
        """The first dependent with one of these labels."""
        return next((i for i in self.children(head) if self.labels[i] in labels), None)


def speaks_clearnlp(nlp: Language) -> bool:
    """Whether the pipeline's parser knows labels that only ClearNLP has."""
    known: set[str] = set(getattr(nlp.get_pipe("parser"), "labels", ())) if nlp.has_pipe("parser") else set()
    return bool(CLEARNLP_ONLY & known)


def adapt(doc: Doc, *, clearnlp: bool) -> Doc:
    """The document with Universal Dependencies and our three classes of names, in place."""
    arcs = Arcs(doc, [token.head.i for token in doc], [token.dep_ for token in doc])
    if clearnlp:
        for step in (_prepositions, _copulas, _coordination, _nouns, _infinitives):
            step(arcs)
    labels = [doc.vocab.strings.add(RENAMED.get(label, label)) for label in arcs.labels]
    offsets = np.array(arcs.heads, np.int64) - np.arange(len(doc))
    starts = [token.is_sent_start for token in doc]
    table = np.stack([offsets.view(np.uint64), np.array(labels, np.uint64)], axis=1)
    doc.from_array([HEAD, DEP], cast(Ints2d, table))
    assert [token.is_sent_start for token in doc] == starts, "no step moves a sentence's border"
    names = [(ent.start, ent.end, ENTITIES[ent.label_]) for ent in doc.ents if ent.label_ in ENTITIES]
    doc.set_ents([Span(doc, start, end, label=label) for start, end, label in names])
    return doc


def _prepositions(arcs: Arcs) -> None:
    """The object of a preposition becomes the dependent of what the preposition hung on; the preposition its case."""
    for i, label in enumerate(arcs.labels):
        if label not in PREPOSITIONS or arcs.heads[i] == i:
            continue
        chain, inner = [i], arcs.child(i, "pobj", "pcomp")
        deeper = arcs.child(i, "prep") if inner is None else None
        if deeper is not None:
            chain, inner = [i, deeper], arcs.child(deeper, "pobj", "pcomp")
        if inner is None:
            arcs.labels[i] = "advmod" if label == "prep" else label
            continue
        _raise(arcs, chain, inner, label)


def _raise(arcs: Arcs, chain: list[int], inner: int, label: str) -> None:
    outer = arcs.heads[chain[0]]
    clausal = arcs.doc[outer].pos_ in CLAUSAL
    clause = arcs.labels[inner] == "pcomp"
    plain = ("advcl" if clausal else "acl") if clause else ("obl" if clausal else "nmod")
    for joined in [k for preposition in chain for k in arcs.children(preposition) if k != inner]:
        arcs.heads[joined] = inner
        if arcs.labels[joined] == "conj" and arcs.doc[joined].pos_ == "ADP":
            _raise_conjunct(arcs, joined)
    for preposition in chain:
        arcs.heads[preposition], arcs.labels[preposition] = inner, "mark" if clause else "case"
    arcs.heads[inner], arcs.labels[inner] = outer, "obl:agent" if label == "agent" else plain


def _raise_conjunct(arcs: Arcs, preposition: int) -> None:
    """'in Kabul and in Herat': the second noun is the conjunct."""
    noun = arcs.child(preposition, "pobj")
    if noun is not None:
        arcs.heads[noun], arcs.labels[noun] = arcs.heads[preposition], "conj"
        arcs.heads[preposition], arcs.labels[preposition] = noun, "case"


def _copulas(arcs: Arcs) -> None:
    """The predicate of 'be' becomes the head of its clause."""
    for token in arcs.doc:
        verb = token.i
        if token.lemma_ != "be" or arcs.labels[verb] in ("aux", "auxpass"):
            continue
        predicate = arcs.child(verb, "attr", "acomp")
        if predicate is None and arcs.child(verb, "nsubj") is not None and arcs.child(verb, "ccomp", "xcomp") is None:
            predicate = next((k for k in arcs.children(verb) if arcs.labels[k] == "obl"), None)
        if predicate is None:
            continue
        root = arcs.heads[verb] == verb
        for child in arcs.children(verb):
            arcs.heads[child] = predicate
        arcs.heads[predicate] = predicate if root else arcs.heads[verb]
        arcs.labels[predicate], arcs.labels[verb], arcs.heads[verb] = arcs.labels[verb], "cop", predicate


def _coordination(arcs: Arcs) -> None:
    """All conjuncts hang on the first one, and each conjunction on the conjunct after it."""
    for i, label in enumerate(arcs.labels):
        while label == "conj" and arcs.labels[arcs.heads[i]] == "conj" and arcs.heads[i] != arcs.heads[arcs.heads[i]]:
            arcs.heads[i] = arcs.heads[arcs.heads[i]]
    for i, label in enumerate(arcs.labels):
        if label == "cc":
            before = arcs.heads[i]
            first = arcs.heads[before] if arcs.labels[before] == "conj" else before
            after = [k for k in arcs.children(first) if arcs.labels[k] == "conj" and k > i]
            arcs.heads[i] = min(after, default=arcs.heads[i])


def _nouns(arcs: Arcs) -> None:
    """Bare noun phrases as adverbials, and left-over objects of prepositions."""
    for i, label in enumerate(arcs.labels):
        clausal = arcs.doc[arcs.heads[i]].pos_ in CLAUSAL
        if label == "npadvmod":
            arcs.labels[i] = "obl:unmarked" if clausal else "nmod:unmarked"
        elif label in ("pobj", "attr"):
            arcs.labels[i] = "obl" if clausal else "nmod"
        elif label == "pcomp":
            arcs.labels[i] = "advcl" if clausal else "acl"


def _infinitives(arcs: Arcs) -> None:
    """The 'to' of an infinitive is a mark, not an auxiliary."""
    for token in arcs.doc:
        if arcs.labels[token.i] == "aux" and token.tag_ == "TO":
            arcs.labels[token.i] = "mark"
