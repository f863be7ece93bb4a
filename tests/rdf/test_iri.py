"""IRIs are readable, need no escaping, and never fall together."""

from torkham.rdf.iri import BASE, Minter


def test_names_of_files_are_percent_encoded():
    assert Minter().named("document", "a b/ü,(1)") == BASE + "document/a%20b%2F%C3%BC%2C%281%29"


def test_two_of_a_kind_at_one_place_are_told_apart():
    mint = Minter()
    assert [mint.unique("report", "one", 38, "Expulsion").removeprefix(BASE) for _ in range(3)] == [
        "report/one-38-Expulsion",
        "report/one-38-Expulsion-2",
        "report/one-38-Expulsion-3",
    ]


def test_long_names_stay_short_enough_for_stores_and_apart():
    first, second = (Minter().passage("ü" * 255 + end, 10**9, 10**9) for end in "ab")
    assert first != second
    assert len(first) < 1900


def test_the_state_and_the_place_are_two_things():
    mint = Minter()
    assert mint.actor("pakistan", "State") == BASE + "actor/pakistan"
    assert mint.actor("place:pakistan", "Place") == BASE + "place/pakistan"


def test_a_document_called_like_a_shared_graph_keeps_clear_of_it():
    mint = Minter()
    assert mint.document_graph("entities") != mint.graph("entities")
    assert mint.document_graph("one") == BASE + "graph/one"
