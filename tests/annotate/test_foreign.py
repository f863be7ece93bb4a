"""Pipelines with ClearNLP labels give the arcs of Universal Dependencies."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from torkham.annotate.foreign import adapt

BLANK = spacy.blank("en")


def clearnlp(*rows: str) -> Doc:
    """A Doc of rows 'word UPOS TAG lemma head label', heads counting from 0."""
    columns = list(zip(*(row.split() for row in rows), strict=True))
    words, pos, tags, lemmas, heads, deps = columns
    return Doc(BLANK.vocab, words=words, pos=pos, tags=tags, lemmas=lemmas, heads=[int(h) for h in heads], deps=deps)


def arcs(doc: Doc) -> set[str]:
    return {f"{t.text} {t.dep_} {t.head.text}" for t in doc}


PASSIVE = (
    "Afghans PROPN NNPS Afghan 2 nsubjpass",
    "were AUX VBD be 2 auxpass",
    "expelled VERB VBN expel 2 ROOT",
    "by ADP IN by 2 agent",
    "Pakistan PROPN NNP Pakistan 3 pobj",
    "to ADP IN to 2 prep",
    "Kabul PROPN NNP Kabul 5 pobj",
    "and CCONJ CC and 6 cc",
    "Herat PROPN NNP Herat 6 conj",
    "Monday PROPN NNP Monday 2 npadvmod",
)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            PASSIVE,
            "Afghans nsubj:pass expelled|were aux:pass expelled|expelled root expelled|by case Pakistan|"
            "Pakistan obl:agent expelled|to case Kabul|Kabul obl expelled|and cc Herat|Herat conj Kabul|"
            "Monday obl:unmarked expelled",
        ),
        (
            (
                "Khan PROPN NNP Khan 1 nsubj",
                "is AUX VBZ be 1 ROOT",
                "head NOUN NN head 1 attr",
                "of ADP IN of 2 prep",
                "UNHCR PROPN NNP UNHCR 3 pobj",
                "in ADP IN in 4 prep",
                "Pakistan PROPN NNP Pakistan 5 pobj",
            ),
            "Khan nsubj head|is cop head|head root head|of case UNHCR|UNHCR nmod head|in case Pakistan|"
            "Pakistan nmod UNHCR",
        ),
        (
            (
                "It PRON PRP it 1 nsubj",
                "urged VERB VBD urge 1 ROOT",
                "them PRON PRP they 1 dobj",
                "to PART TO to 4 aux",
                "stop VERB VB stop 1 xcomp",
                "without ADP IN without 4 prep",
                "delaying VERB VBG delay 5 pcomp",
            ),
            "It nsubj urged|urged root urged|them obj urged|to mark stop|stop xcomp urged|without mark delaying|"
            "delaying advcl stop",
        ),
        (
            (
                "Police NOUN NNS police 1 nsubj",
                "fled VERB VBD flee 1 ROOT",
                "out ADP IN out 1 prep",
                "of ADP IN of 2 prep",
                "Kabul PROPN NNP Kabul 3 pobj",
            ),
            "Police nsubj fled|fled root fled|out case Kabul|of case Kabul|Kabul obl fled",
        ),
        (
            (
                "men NOUN NNS man 0 ROOT",
                ", PUNCT , , 0 punct",
                "women NOUN NNS woman 0 conj",
                "and CCONJ CC and 2 cc",
                "children NOUN NNS child 2 conj",
            ),
            "men root men|, punct men|women conj men|and cc children|children conj men",
        ),
    ],
)
def test_clearnlp_arcs_become_universal(rows: tuple[str, ...], expected: str) -> None:
    assert arcs(adapt(clearnlp(*rows), clearnlp=True)) == set(expected.split("|"))


def test_universal_arcs_stay() -> None:
    doc = clearnlp("They PRON PRP they 1 nsubj", "fled VERB VBD flee 1 ROOT", "home NOUN NN home 1 obj")
    assert arcs(adapt(doc, clearnlp=False)) == {"They nsubj fled", "fled root fled", "home obj fled"}


def test_names_are_brought_to_three_classes() -> None:
    doc = clearnlp("Kabul PROPN NNP Kabul 1 nsubj", "fell VERB VBD fall 1 ROOT", "Monday PROPN NNP Monday 1 npadvmod")
    doc.set_ents([Span(doc, 0, 1, label="GPE"), Span(doc, 2, 3, label="DATE")])
    assert [(ent.text, ent.label_) for ent in adapt(doc, clearnlp=True).ents] == [("Kabul", "LOC")]
