"""Names: the network's joined with known ones and the gazetteer."""

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span

from torkham import corpus, lexicon
from torkham.annotate import Titles, load
from torkham.annotate.known import NameJoiner
from torkham.errors import OntologyError
from torkham.lexicon import names


def found(doc: Doc) -> list[tuple[str, str, str]]:
    return [(ent.text, ent.label_, ent.kb_id_) for ent in doc.ents]


def test_known_names_win_and_carry_their_key(read: Callable[..., Doc]) -> None:
    doc = read("The U.S. Embassy in Islamabad asked #AfghanEvac about the TTP.")
    assert found(doc) == [
        ("U.S. Embassy in Islamabad", "ORG", "embassy"),
        ("#AfghanEvac", "ORG", "evac"),
        ("TTP", "ORG", "ttp"),
    ]
    assert [ent.ent_id_ for ent in doc.ents] == ["embassy", "evac", "ttp"]


def test_of_state_and_place_the_state_is_taken(read: Callable[..., Doc]) -> None:
    assert ("Turkey", "LOC", "turkey") in found(read("Turkey closed its border."))


def test_known_names_in_capitals_but_short_ones_only_as_they_are(read: Callable[..., Doc]) -> None:
    assert ("TURKEY", "LOC", "turkey") in found(read("TURKEY CLOSES ITS BORDER"))
    assert all(key != "ttp" for _, _, key in found(read("The ttp file was lost.")))


def test_a_longer_name_of_the_network_keeps_its_own_identity(read: Callable[..., Doc]) -> None:
    keys = {text: key for text, _, key in found(read("He works at the Bank of Turkey in Izmir."))}
    assert keys.get("Bank of Turkey") == ""


def test_demonyms_are_spans_of_their_own(read: Callable[..., Doc]) -> None:
    doc = read("Turkish police arrested Turks in Ankara.")
    assert [(span.text, span.label_) for span in doc.spans["demonyms"]] == [("Turkish", "turkey"), ("Turks", "turkey")]


def test_the_network_and_the_gazetteer_find_names_that_nobody_told_them(read: Callable[..., Doc]) -> None:
    found_names = found(read("Maria Lopez of Amnesty International arrived in Dushanbe from Jalalabad."))
    assert [(text, label) for text, label, _ in found_names] == [
        ("Maria Lopez", "PERSON"),
        ("Amnesty International", "ORG"),
        ("Dushanbe", "LOC"),
        ("Jalalabad", "LOC"),
    ]


def test_an_acronym_belongs_to_the_class_of_the_name_that_introduces_it(read: Callable[..., Doc]) -> None:
    doc = read("Staff of the Danish Refugee Council (DRC) and of Amnesty (LONDON) left. DRC declined to comment.")
    labels = [(ent.text, ent.label_) for ent in doc.ents if ent.text in ("DRC", "LONDON")]
    assert labels.count(("DRC", "ORG")) == 2
    assert ("LONDON", "ORG") not in labels


def test_half_of_an_organisations_name_is_no_name(known: tuple[names.KnownName, ...]) -> None:
    nlp = spacy.blank("en")
    doc = Doc(nlp.vocab, ["Turkish", "Embassy", "staff", "of", "Amnesty"], heads=[1, 2, 2, 4, 2], deps=["dep"] * 5)
    doc.ents = [Span(doc, 1, 2, label="ORG"), Span(doc, 4, 5, label="ORG")]
    assert [ent.text for ent in NameJoiner(nlp, known)(doc).ents] == ["Amnesty"]


def test_entries_of_actors_ttl(known: tuple[names.KnownName, ...]) -> None:
    by_key = {entry.key: entry for entry in known}
    turkey = by_key["turkey"]
    assert turkey.label == "Türkiye"
    assert turkey.names == ("Türkiye", "Turkey")
    assert (turkey.type, turkey.demonyms, turkey.nationals, turkey.metonyms) == (
        "State",
        ("Turkish",),
        ("Turks",),
        ("Ankara",),
    )
    assert turkey.translations == (("de", "Türkei"),)
    assert turkey.territory == "place:turkey"
    assert by_key["embassy"].same_as == ("http://www.wikidata.org/entity/Q1",)
    assert [entry.key for entry in known] == sorted(by_key)


def test_an_entry_without_a_label_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "actors.ttl"
    path.write_text(
        "<https://w3id.org/torkham/id/actor/x> a <https://w3id.org/torkham/ontology#State> .", encoding="utf-8"
    )
    with pytest.raises(OntologyError, match=r"actors\.ttl: x has no rdfs:label"):
        names.load(path)


def test_names_under_one_another_stay_apart_and_a_shop_keeps_its_s() -> None:
    nlp = spacy.blank("en")
    words = ["Renee", "Omar", "ate", "at", "Wendy", "'s", "near", "Omar", "'s", "shop"]
    doc = Doc(
        nlp.vocab,
        words=words,
        tags=["NNP", "NNP", "VBD", "IN", "NNP", "POS", "IN", "NNP", "POS", "NN"],
        pos=["PROPN", "PROPN", "VERB", "ADP", "PROPN", "PART", "ADP", "PROPN", "PART", "NOUN"],
        heads=[0, 2, 2, 4, 2, 4, 9, 9, 7, 4],
        deps=["root", "nsubj", "root", "case", "obl", "case", "case", "nmod:poss", "case", "nmod"],
    )
    doc.set_ents(
        [
            Span(doc, a, b, label=label)
            for a, b, label in ((0, 1, "PERSON"), (1, 2, "PERSON"), (4, 6, "LOC"), (7, 9, "PERSON"))
        ]
    )
    NameJoiner(nlp.make_doc, ())(doc)
    assert [ent.text for ent in doc.ents] == ["Renee", "Omar", "Wendy 's", "Omar"]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Among them is Espérance, 24, who reached the transit centre on Tuesday.", "Espérance", "PERSON"),
        ("Next door to him lives Naveed, 33, who interpreted for the marines.", "Naveed", "PERSON"),
        ("In the town of Haripur, home to a large camp, Zarmina, a widow, said she was glad.", "Zarmina", "PERSON"),
        ("In the town of Haripur, a market in the hills, she said she was glad.", "Haripur", "LOC"),
        ("I told them I was born in Mao. They laughed.", "Mao", "LOC"),
        ("They check papers by the end of May, ministers said.", "May", ""),
    ],
)
def test_what_stands_beside_a_name_of_one_word_tells_its_class(text: str, name: str, label: str) -> None:
    known = lexicon.load()
    annotator = load(None, known.entries, known.verbs, Titles(*known.titles))
    labels = [ent.label_ for ent in annotator(corpus.article("a", text)).ents if ent.text == name]
    assert labels == ([label] if label else [])
