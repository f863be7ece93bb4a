"""What the graph knows of a thing, and what words find."""

import pytest

from torkham import query
from torkham.errors import QueryError
from torkham.query import Opened
from torkham.query.folding import fold

UNHCR = "https://w3id.org/torkham/id/actor/unhcr"


@pytest.mark.parametrize("name", [UNHCR, "actor/unhcr", "actor:unhcr", "un refugee agency"])
def test_a_thing_is_explained_with_each_sentence_it_rests_on(opened: Opened, name: str) -> None:
    known = query.explain(opened, name)
    assert (known.iri, known.label) == (UNHCR, "UNHCR")
    marked = {(e.document, e.sentence[e.start : e.end]): e for e in known.evidence}
    assert set(marked) >= {("one", "urged"), ("two", "3.7 million")}
    assert marked["one", "urged"].roles == ("agent",)
    assert {i.document: i.names for i in known.identities}["two"] == ("UN Refugee Agency",)
    text = query.to_text(known)
    assert "one: UNHCR »urged« Islamabad to halt all deportations" in text
    assert "<mark>urged</mark>" in query.to_html(known)


def test_a_withdrawn_fact_stays_visible_with_who_and_why(opened: Opened) -> None:
    known = query.explain(opened, "document/two")
    (gone,) = [evidence for evidence in known.evidence if not evidence.standing]
    assert "expelled" in gone.sentence
    assert gone.judgements
    assert gone.judgements[0] in query.to_text(known)


def test_a_dispute_rests_on_both_its_sentences(opened: Opened) -> None:
    table = query.run(opened, "SELECT ?d { ?d a tk:Dispute }")
    assert isinstance(table, query.Table)
    known = query.explain(opened, str(table.rows[0][0]))
    assert {evidence.document for evidence in known.evidence} == {"one", "two"}


def test_long_lists_are_cut_and_counted(opened: Opened) -> None:
    whole = query.explain(opened, "Pakistan")
    cut = query.explain(opened, "Pakistan", most=2)
    assert (len(cut.evidence), cut.more) == (2, len(whole.evidence) - 2)
    assert cut.evidence == whole.evidence[:2]


def test_markup_in_a_text_stays_text(opened: Opened) -> None:
    link = query.Link("<script>", "https://x.example/'><script>")
    known = query.Knowledge(
        iri="x", label="<b>", types=(), properties=(query.Property("p", (link,)),), evidence=(), identities=()
    )
    assert "<script>" not in query.to_html(known)
    assert "<b>" not in query.to_html(known)


def test_an_escape_sequence_of_an_article_never_reaches_the_terminal() -> None:
    evil = query.Table(("text",), [("\x1b]0;owned\x07 \x9b31m text",)])
    assert not set("\x1b\x07\x9b") & set(query.write(evil, "table"))
    known = query.Knowledge(
        iri="x",
        label="x",
        types=(),
        properties=(query.Property("p", (query.Link("\x1b[2J"),)),),
        evidence=(),
        identities=(),
    )
    assert "\x1b" not in query.to_text(known)


def test_an_unknown_name_leads_to_find(opened: Opened) -> None:
    with pytest.raises(QueryError, match="torkham find"):
        query.explain(opened, "no such thing")


def test_words_find_things_first_and_sentences_with_their_facts(opened: Opened) -> None:
    first, *_ = query.find(opened, "refugee agency")
    assert (first.iri, first.kind) == (UNHCR, "actor")
    (sentence,) = [hit for hit in query.find(opened, '"halt all" deport*') if hit.kind == "sentence"]
    assert sentence.document == "one"
    assert any(fact.startswith("Appeal: UNHCR") for fact in sentence.facts)


@pytest.mark.parametrize("words", ['OR zzz "', "NEAR(a b", "col:x", "a* OR", "'; DROP TABLE hit", "zzz"])
def test_no_word_is_an_operator(opened: Opened, words: str) -> None:
    assert query.find(opened, words) == []


def test_nothing_to_find(opened: Opened) -> None:
    with pytest.raises(QueryError):
        query.find(opened, ' "" * ')


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Erdoğan", "erdogan"),
        ("كابل", "کابل"),
        ("افغانستان\u200c", "أفغانستان"),
        ("۱۲۳", "123"),
        ("İZMİR", "izmir"),
        ("it’s", "it's"),
        ("Straße", "strasse"),
    ],
)
def test_folding_forgets_case_accents_and_letter_forms(one: str, other: str) -> None:
    assert fold(one) == fold(other)
