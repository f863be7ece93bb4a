"""From answers to facts, bundles and places: what the page is made of, without a browser."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from fixtures.pages import in_rows
from fixtures.pictured import EXPELLED, generated, story
from torkham import views
from torkham.errors import InputError, OutputError
from torkham.views.island import dump
from torkham.views.layout import positions
from torkham.views.scene import scene
from torkham.views.story import tell
from torkham.views.wording import load


def _facts(relation: str) -> list[tuple[str, str, str]]:
    told = tell(story())
    return [
        (told.nodes[edge.source].label, edge.label, told.nodes[edge.target].label)
        for fact in told.facts
        if fact.relation == relation
        for edge in fact.edges
    ]


def test_arrows_are_named_by_what_happened_in_its_modality() -> None:
    assert _facts("Expulsion") == [
        ("Pakistan", "expelled", "Afghans"),
        ("Pakistan", "expelled", "Afghans"),
        ("police", "expelled", "Afghans"),
        ("Pakistan", "plans to expel", "Afghans"),
    ]
    assert _facts("Arrest") == [("Pakistan", "denied: arrested", "journalists")]
    assert _facts("Return") == [("Afghans", "returned to", "Afghanistan")]
    assert _facts("Position") == [("Sarfraz Bugti", "interior minister of", "وزارت داخلہ #206")]
    assert _facts("Deadline") == [("Pakistan", "moved the deadline to 2024-02-29", "Repatriation Plan")]


def test_an_event_without_a_second_party_is_no_arrow_to_somebody_else() -> None:
    row = story()["events"][2] | {"addressee": "", "attributed_to": ""}
    (fact,) = tell(
        story()
        | {"events": [row], "statements": [], "figures": [], "positions": []}
        | {"deadlines": [], "policies": []}
    ).facts
    assert (fact.verb, fact.edges) == ("appealed", [])


def test_an_unknown_type_is_read_by_its_own_name() -> None:
    assert load().verb("HouseSearch", "planned") == "plans to house search"
    assert load().look("TradeUnion")["label"] == "Trade union"


def test_words_are_marked_where_the_row_has_them_and_where_a_passage_tells() -> None:
    answers = story() | {"passages": [{"fact": story()["events"][1]["report"], "quote": "deported", "offset": 7}]}
    marked = {fact.key: fact.sentence[slice(*fact.mark)] for fact in tell(answers).facts if fact.mark}
    assert list(marked.values())[:3] == ["expelled", "deported", "We will not stop,"]
    assert "4.4 million" in marked.values()


def test_who_speaks_of_an_event_is_joined_to_whom_it_names_in_its_role() -> None:
    row = story()["events"][1] | {"agent": "police", "patient": "", "place": "", "attributed_to": "UNHCR"}
    rows = [row, row | {"agent": "", "patient": "Afghans"}]
    told = tell({"actors": story()["actors"], "events": rows})
    assert [edge.label for fact in told.facts for edge in fact.edges] == [
        "spoke of expulsion by",
        "spoke of expulsion of",
    ]


def test_an_article_without_a_headline_is_called_by_its_first_words() -> None:
    sources = [row | {"title": ""} for row in story()["sources"]]
    told = tell(story() | {"sources": sources})
    assert [document.title for document in told.documents] == [
        f"“{EXPELLED}”",
        "“Islamabad moved the deadline from December 31 to February …”",
    ]


@pytest.mark.parametrize(
    ("sentence", "place", "said"),
    [
        ("Many returned to Kabul.", "Kabul", "returned to"),
        ("Many returned from the Gulf.", "Gulf", "returned from"),
        ("Many returned through Torkham.", "Torkham", "returned via"),
        ("Many of them vacated Karachi.", "Karachi", "left"),
        ("Many returned to their country.", "Kabul", "returned to, from or via"),
        ("From Kabul many returned to Kabul.", "Kabul", "returned to, from or via"),
    ],
)
def test_an_arrow_to_a_place_says_no_more_than_the_sentence(sentence: str, place: str, said: str) -> None:
    row = {"type": "Return", "agent": "many", "place": place, "sentence": sentence, "start": 5, "end": 12}
    word = "vacated" if "vacated" in sentence else "returned"
    told = tell({"events": [row | {"end": 5 + len(word)}]})
    assert [edge.label for fact in told.facts for edge in fact.edges] == [said]


def test_where_an_arrow_leads_is_what_the_graph_says_of_it() -> None:
    row = {"report": "r", "type": "Return", "agent": "many", "place": "Kabul", "sentence": "Many returned home."}
    ways = [{"report": "r", "place": "Kabul", "way": "to"}]
    told = [tell({"events": [row | {"type": kind}], "ways": ways}) for kind in ("Return", "Arrival")]
    assert [edge.label for one in told for fact in one.facts for edge in fact.edges] == ["returned to", "arrived in"]


def test_measures_are_read_in_plain_words() -> None:
    assert load().measure("in-pipeline") == "waiting for resettlement or a visa"
    assert load().measure("newly-born") == "newly born"


def test_unnamed_sources_of_two_articles_stay_two() -> None:
    rows = [
        {"actor": f"https://w3id.org/torkham/id/actor/official-{name}", "label": "official", "type": "UnnamedSource",
         "documents": name}
        for name in ("one", "two")
    ]  # fmt: skip
    events = [story()["events"][2] | {"agent": "official", "document": name} for name in ("one", "two")]
    told = tell({"actors": rows, "events": events})
    assert [told.nodes[fact.edges[0].source].key[-3:] for fact in told.facts] == ["one", "two"]


def test_the_network_has_every_fact_between_two_nodes_and_the_dispute() -> None:
    network = views.network(story())
    told = tell(story())
    assert network.number_of_edges() == sum(len(fact.edges) for fact in told.facts) + 1
    between = network["https://w3id.org/torkham/id/actor/pakistan"]["https://w3id.org/torkham/id/actor/afghans"]
    assert [edge["label"] for edge in between.values()] == ["expelled", "expelled", "plans to expel"]
    assert {edge["sentence"] for edge in between.values()} == {row["sentence"] for row in story()["events"][:2]} | {
        story()["events"][3]["sentence"]
    }


@pytest.mark.parametrize(("form", "reader"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_other_programs_read_the_network_even_with_hostile_strings(
    form: str, reader: Callable[[Path], Any], tmp_path: Path
) -> None:
    answers = generated(200, hostile=True)
    views.write_network(answers, tmp_path / "one", form=form)
    views.write_network(answers, tmp_path / "two", form=form)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    read = reader(tmp_path / "one")
    made = views.network(answers)
    assert (len(read), read.number_of_edges()) == (len(made), made.number_of_edges())


def test_a_spreadsheet_runs_no_cell(tmp_path: Path) -> None:
    row = story()["events"][0] | {"sentence": '=HYPERLINK("http://x")'}
    views.write_network({"actors": story()["actors"], "events": [row]}, tmp_path / "n.csv", form="csv")
    assert "'=HYPERLINK" in (tmp_path / "n.csv").read_text("utf-8")
    with pytest.raises(OutputError, match="choose one of csv, gexf, graphml"):
        views.write_network(story(), tmp_path / "n.dot", form="dot")


def test_places_are_the_same_in_every_build_and_no_two_labels_share_one() -> None:
    seen = scene(tell(story()))
    places = positions(seen, [None] * len(seen.halves))
    assert places == positions(seen, [None] * len(seen.halves))
    centres = [(x + dx, y + dy) for (x, y), (dx, dy) in zip(places, seen.drop, strict=True)]
    for one, (x, y) in enumerate(centres):
        for other, (u, v) in enumerate(centres[:one]):
            apart = (seen.halves[one] + seen.halves[other]) - 2
            assert abs(x - u) >= apart[0] or abs(y - v) >= apart[1], (one, other)


def test_old_nodes_stay_when_an_article_is_added(tmp_path: Path) -> None:
    layout = tmp_path / "layout.json"
    views.build(story(), title="", layout=layout)
    before = json.loads(layout.read_text("utf-8"))
    more = story()
    more["actors"].append(more["actors"][0] | {"actor": "https://w3id.org/torkham/id/actor/iom", "label": "IOM"})
    more["events"].append(more["events"][2] | {"agent": "IOM"})
    views.build(more, title="", layout=layout)
    after = json.loads(layout.read_text("utf-8"))
    assert len(after) == len(before) + 1
    assert max(abs(a - b) for key in before for a, b in zip(before[key], after[key], strict=True)) <= 12
    layout.write_text("[1]", "utf-8")
    with pytest.raises(InputError, match=r"layout\.json"):
        views.build(story(), title="", layout=layout)


def test_no_string_can_leave_the_data() -> None:
    text, encoding = dump({"a": "</script><!--\u2028\u2029\ud800&"})
    assert encoding == "json"
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text)["a"] == "</script><!--\u2028\u2029\ud800&"


def test_the_page_is_utf_8_on_a_windows_code_page_and_the_same_in_every_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("locale.getpreferredencoding", lambda do_setlocale=True: "cp1252")
    views.write_html(story(), tmp_path / "one.html", title="تورخم")
    views.write_html(story(), tmp_path / "two.html", title="تورخم")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()
    assert "تورخم" in (tmp_path / "one.html").read_bytes().decode("utf-8")
    with pytest.raises(OutputError, match="choose another --out"):
        views.write_html(story(), tmp_path / "none" / "one.html", title="")


@pytest.mark.parametrize(("count", "most"), [(1000, 1_100_000), (5000, 2_700_000)])
def test_the_file_stays_within_its_size(count: int, most: int, tmp_path: Path) -> None:
    answers = generated(count)
    views.write_html(answers, tmp_path / "page.html", title="", layout=in_rows(answers, tmp_path))
    assert (tmp_path / "page.html").stat().st_size <= most


def test_pyvis_users_find_their_network_without_its_traps() -> None:
    network = views.build(story(), title="T")
    assert {node["label"] for node in network.nodes} >= {"Pakistan", "Torkham"}
    with pytest.raises(TypeError, match="tuple"):
        network.add_node((1, 2))
    with pytest.raises(KeyError):
        network.add_edge(0, 10**6)
    before = len(network.nodes)
    network.add_node("x", "X")
    network.add_node("x", "Y")
    assert len(network.nodes) == before + 1
    assert 'srcdoc="&lt;!doctype html' in network._repr_html_()
