"""Arguments of predicates, on parses written by hand: one construction of English each."""

import pytest

from fixtures.trees import tree, word
from torkham.extract.mending import mended
from torkham.extract.nominalisations import governing_verb, noun_arguments
from torkham.extract.syntax import arguments, conjuncts, is_passive, preposition

ACTIVE = """
Pakistan Pakistan PROPN NNP nsubj 2
deported deport VERB VBD root 0
families family NOUN NNS obj 2
to to ADP IN case 5
Kabul Kabul PROPN NNP obl 2
"""
PASSIVE = """
Families family NOUN NNS nsubj:pass 3
were be AUX VBD aux:pass 3
deported deport VERB VBN root 0
by by ADP IN case 5
police police NOUN NNS obl:agent 3
"""
RELATIVE = """
Families family NOUN NNS nsubj 6
that that PRON WDT nsubj 4
had have AUX VBD aux 4
fled flee VERB VBN acl:relcl 1
Kabul Kabul PROPN NNP obj 4
returned return VERB VBD root 0
"""
RELATIVE_OBJECT = """
the the DET DT det 2
list list NOUN NN root 0
Pakistan Pakistan PROPN NNP nsubj 4
rejected reject VERB VBD acl:relcl 2
"""
REDUCED = """
Families family NOUN NNS nsubj 5
deported deport VERB VBN acl 1
by by ADP IN case 4
Iran Iran PROPN NNP obl:agent 2
arrived arrive VERB VBD root 0
"""
SHARED = """
Police police NOUN NNS nsubj 2
raided raid VERB VBD root 0
homes home NOUN NNS obj 2
and and CCONJ CC cc 5
arrested arrest VERB VBD conj 2
migrants migrant NOUN NNS obj 5
"""
SHARED_PASSIVE = """
Migrants migrant NOUN NNS nsubj:pass 3
were be AUX VBD aux:pass 3
arrested arrest VERB VBN root 0
and and CCONJ CC cc 5
deported deport VERB VBN conj 3
"""
CONTROL = """
UNHCR UNHCR PROPN NNP nsubj 2
urged urge VERB VBD root 0
Iran Iran PROPN NNP obj 2
to to PART TO mark 5
stop stop VERB VB xcomp 2
deportations deportation NOUN NNS obj 5
"""
SUBJECT_CONTROL = """
Iran Iran PROPN NNP nsubj 2
plans plan VERB VBZ root 0
to to PART TO mark 4
deport deport VERB VB xcomp 2
migrants migrant NOUN NNS obj 4
"""
RAISED_OBJECT = """
Police police NOUN NNS nsubj 2
arrested arrest VERB VBD root 0
and and CCONJ CC cc 4
deported deport VERB VBD conj 2
migrants migrant NOUN NNS obj 4
"""


@pytest.mark.parametrize(
    ("rows", "verb", "expected"),
    [
        pytest.param(ACTIVE, "deported", {"subject": "Pakistan", "object": "families", "to": "Kabul"}, id="active"),
        pytest.param(PASSIVE, "deported", {"subject": "police", "object": "Families"}, id="passive"),
        pytest.param(RELATIVE, "fled", {"subject": "Families", "object": "Kabul"}, id="relative"),
        pytest.param(RELATIVE_OBJECT, "rejected", {"subject": "Pakistan", "object": "list"}, id="relative, object gap"),
        pytest.param(REDUCED, "deported", {"subject": "Iran", "object": "Families"}, id="reduced relative"),
        pytest.param(SHARED, "arrested", {"subject": "Police", "object": "migrants"}, id="shared subject"),
        pytest.param(SHARED_PASSIVE, "deported", {"object": "Migrants"}, id="shared subject of passives"),
        pytest.param(CONTROL, "stop", {"subject": "Iran", "object": "deportations"}, id="object control"),
        pytest.param(SUBJECT_CONTROL, "deport", {"subject": "Iran", "object": "migrants"}, id="subject control"),
        pytest.param(RAISED_OBJECT, "arrested", {"subject": "Police", "object": "migrants"}, id="raised object"),
    ],
)
def test_arguments_of_a_verb(rows: str, verb: str, expected: dict[str, str]) -> None:
    found = arguments(word(tree(rows), verb))
    assert {one.slot: one.token.text for one in found if one.slot != "clause"} == expected


def test_an_agent_below_another_noun_is_the_passives() -> None:
    doc = tree("""
    Families family NOUN NNS nsubj:pass 3
    were be AUX VBD aux:pass 3
    arrested arrest VERB VBN root 0
    in in ADP IN case 5
    raids raid NOUN NNS obl 3
    by by ADP IN case 7
    police police NOUN NNS nmod 5
    """)
    verb = word(doc, "arrested")
    assert {one.slot: one.token.text for one in mended(verb, arguments(verb))}["subject"] == "police"


def test_what_is_shared_is_not_the_verbs_own() -> None:
    own = {one.slot: one.own for one in arguments(word(tree(SHARED), "arrested"))}
    assert own == {"subject": False, "object": True}


def test_arguments_of_a_nominalisation() -> None:
    doc = tree("""
    Pakistan Pakistan PROPN NNP nmod:poss 3
    's 's PART POS case 1
    expulsion expulsion NOUN NN root 0
    of of ADP IN case 5
    Afghans Afghan PROPN NNPS nmod 3
    to to ADP IN case 7
    Kabul Kabul PROPN NNP nmod 3
    """)
    found = {one.slot: one.token.text for one in noun_arguments(word(doc, "expulsion"))}
    assert found == {"poss": "Pakistan", "of": "Afghans", "to": "Kabul"}


def test_an_event_noun_below_another_noun_is_governed_by_the_verb() -> None:
    doc = tree("""
    Iran Iran PROPN NNP nsubj 2
    launched launch VERB VBD root 0
    a a DET DT det 4
    wave wave NOUN NN obj 2
    of of ADP IN case 6
    arrests arrest NOUN NNS nmod 4
    """)
    governed = governing_verb(word(doc, "arrests"))
    assert governed is not None
    assert (governed[0].text, governed[1]) == ("launched", "object")


@pytest.mark.parametrize(
    ("rows", "verb", "passive"),
    [
        (ACTIVE, "deported", False),
        (PASSIVE, "deported", True),
        (REDUCED, "deported", True),
        (RELATIVE, "fled", False),
        (SHARED_PASSIVE, "deported", True),
    ],
)
def test_passives(rows: str, verb: str, passive: bool) -> None:
    assert is_passive(word(tree(rows), verb)) == passive


def test_a_loop_of_shared_subjects_ends() -> None:
    doc = tree("""
    leave leave VERB VB xcomp 2
    stay stay VERB VB root 0
    go go VERB VB xcomp 1
    """)
    assert arguments(word(doc, "go")) == []


def test_prepositions_of_several_words_and_conjuncts_in_the_order_of_the_text() -> None:
    doc = tree("""
    according accord VERB VBG case 3
    to to ADP IN fixed 1
    Iran Iran PROPN NNP obl 6
    and and CCONJ CC cc 5
    Oman Oman PROPN NNP conj 3
    left leave VERB VBD root 0
    """)
    assert preposition(word(doc, "Iran")) == "according to"
    assert [one.text for one in conjuncts(word(doc, "Iran"))] == ["Iran", "Oman"]
