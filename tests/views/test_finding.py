"""Finding: search in all scripts, facets with counts, time, neighbourhoods. Checks 10 to 16."""

from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from fixtures.pages import Open
from fixtures.pictured import story
from torkham import views

pytestmark = pytest.mark.browser

VISIBLE = "[...kg.visible.node].flatMap((flag, node) => (flag ? [kg.data.nodes.key[node]] : []))"
FACTS = "[...kg.visible.fact].flatMap((flag, fact) => (flag ? [fact] : []))"


def _iris(page: Any) -> set[str]:
    return {key if ":" in key else page.evaluate("kg.data.base") + key for key in page.evaluate(VISIBLE)}


def test_the_search_is_a_combobox_that_selects_and_centres(look: Open, story_page: Path) -> None:
    page = look(story_page)
    page.keyboard.press("/")
    page.keyboard.type("torkh")
    assert page.get_attribute("#search", "aria-expanded") == "true"
    assert "Torkham" in page.locator("#found [role=option]").first.inner_text()
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#search", "aria-activedescendant") == "found-0"
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2").strip() == "Torkham"
    page.wait_for_timeout(500)
    middle = page.evaluate("kg.pic.network.getViewPosition()")
    node = page.evaluate("kg.state.selected.node")
    assert page.evaluate(f"Math.abs(kg.data.nodes.x[{node}] - ({middle['x']})) < 2")


@pytest.mark.parametrize(
    "typed",
    ["سرفراز بگٹی", "سرفراز بگٹي", "سَرفَراز", "SARFARAZ bug", "sarfraz-bugti", "وزارت داخله #٢٠٦", "وزارت\u200cداخلہ"],
)
def test_all_spellings_find_the_same_name(look: Open, story_page: Path, typed: str) -> None:
    page = look(story_page)
    wanted = "وزارت داخلہ #206" if typed.startswith("وزارت") else "Sarfraz Bugti"
    found = page.evaluate(f"kg.find({typed!r}).map((node) => kg.data.nodes.label[node])")
    assert found == [wanted]


def test_nothing_found_is_said(look: Open, story_page: Path) -> None:
    page = look(story_page)
    page.fill("#search", "xyzzy")
    assert page.inner_text("#live") == "0 results"
    assert page.get_attribute("#live", "aria-live") == "polite"


def test_a_type_that_is_off_is_gone_from_picture_and_table_and_counts_say_so(look: Open, story_page: Path) -> None:
    page = look(story_page)
    option = page.locator('label:has(input[data-facet="type"][data-name="Population"])')
    assert option.locator(".count").inner_text() == "2 of 2"
    option.locator("input").uncheck()
    assert option.locator(".count").inner_text() == "0 of 2"
    assert (
        page.evaluate(
            "kg.data.nodes.type.some((type, node) => kg.data.types[type] === 'Population' && kg.isShown(node))"
        )
        is False
    )
    page.click("#tab-table")
    assert page.locator("#view-table tbody tr").count() == page.evaluate("kg.visible.facts") > 0
    assert page.locator("#view-table tbody tr", has_text="Pakistan expelled Afghans").count() == 0
    page.click('.kinds button:has-text("Names")')
    names = page.locator("#view-table tbody th").all_inner_texts()
    assert "Afghans" not in names
    assert "Pakistan" in names


@pytest.mark.parametrize(
    ("facet", "name", "kept"), [("doc", "two", "one"), ("rel", "Expulsion", "Appeal"), ("mod", "denied", "actual")]
)
def test_sources_relations_and_modalities_filter_facts(
    look: Open, story_page: Path, facet: str, name: str, kept: str
) -> None:
    page = look(story_page)
    column = {
        "doc": "kg.data.docs[kg.data.facts.doc[fact]]?.[0]",
        "rel": "kg.data.rels[kg.data.facts.rel[fact]]",
        "mod": "kg.data.mods[kg.data.facts.mod[fact]]",
    }[facet]
    page.evaluate(f"document.querySelector('input[data-facet={facet}][data-name={name}]').click()")
    values = page.evaluate(f"{FACTS}.map((fact) => {column})")
    assert name not in values
    assert kept in values
    assert page.evaluate("document.querySelectorAll('#filters .count').length") > 10


def test_the_time_brush_keeps_what_lies_inside_and_the_switch_what_has_no_date(look: Open, story_page: Path) -> None:
    page = look(story_page)
    whole = page.evaluate("kg.visible.facts")
    for _ in range(6):
        page.focus("#time-to")
        page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(300)
    low, high = page.evaluate("kg.state.time")
    dated = page.evaluate(f"{FACTS}.map((fact) => kg.data.facts.days[fact]).filter(Boolean)")
    assert 0 < len(dated) < whole
    assert all(first <= high and last >= low for first, last in dated)
    page.uncheck("#undated")
    assert page.evaluate(f"{FACTS}.every((fact) => kg.data.facts.days[fact])")
    assert "include undated" in page.inner_text("#timebar")


@pytest.mark.parametrize("depth", [1, 2])
def test_a_neighbourhood_is_that_of_networkx_and_escape_restores(look: Open, story_page: Path, depth: int) -> None:
    page = look(story_page)
    whole = _iris(page)
    page.fill("#search", "unhcr")
    page.keyboard.press("Enter")
    page.click(f'#panel [data-depth="{depth}"]')
    iri = "https://w3id.org/torkham/id/actor/unhcr"
    assert _iris(page) == set(nx.ego_graph(views.network(story()), iri, radius=depth, undirected=True))
    page.focus("#canvas")
    page.keyboard.press("Escape")
    assert _iris(page) == whole
