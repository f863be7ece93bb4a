"""Evidence: every fact with its sentence, its article, who says so. Checks 17 to 20."""

from pathlib import Path
from typing import Any

import pytest

from fixtures.pages import Open
from fixtures.pictured import AGAIN, EXPELLED, PLANS, story

pytestmark = pytest.mark.browser


def _click(page: Any, x: str, y: str) -> None:
    """Clicks a place of the picture, given in its own coordinates."""
    at = page.evaluate(f"kg.pic.network.canvasToDOM({{ x: {x}, y: {y} }})")
    box = page.locator("#canvas").bounding_box()
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])


def _node(page: Any, label: str, kind: str) -> int:
    nodes = page.evaluate("kg.data.nodes.label.map((label, node) => [label, kg.data.types[kg.data.nodes.type[node]]])")
    return int(nodes.index([label, kind]))


def _bundle(page: Any, source: str, target: str) -> int:
    ends = page.evaluate(
        "kg.data.bundles.map((bundle) => [bundle.source, bundle.target].map((node) => kg.data.nodes.label[node]))"
    )
    return int(ends.index([source, target]))


def test_a_click_on_a_node_lists_every_fact_with_its_sentence_and_article(look: Open, story_page: Path) -> None:
    page = look(story_page)
    node = _node(page, "UNHCR", "IntergovernmentalOrganization")
    _click(page, f"kg.data.nodes.x[{node}]", f"kg.data.nodes.y[{node}]")
    page.wait_for_selector("#panel .fact")
    assert page.locator("#panel .fact").count() == page.evaluate(f"kg.data.nodeFacts[{node}].length") == 2
    text = page.inner_text("#panel")
    assert "UNHCR urged Islamabad to halt all deportations." in text
    assert "The UN Refugee Agency counts 3.7 million of them." in text
    assert "Dawn, 9 November 2023 (stated)" in text
    assert "UN Refugee Agency — a known name (two)" in text
    assert page.get_attribute("#panel .source a", "href") == "https://example.org/one"
    assert "#unhcr" in page.url or "actor%2Funhcr" in page.url


def test_parallel_facts_are_one_arrow_until_it_is_opened(look: Open, story_page: Path) -> None:
    page = look(story_page)
    bundle = _bundle(page, "Pakistan", "Afghans")
    assert page.evaluate(f"kg.pic.edges.getIds().filter((id) => id.split(':')[0] === '{bundle}').length") == 1
    point = f"kg.pic.network.body.edges['{bundle}'].edgeType.getPoint(0.5)"
    _click(page, f"{point}.x", f"{point}.y")
    page.wait_for_selector("#panel .fact")
    quotes = [text.strip() for text in page.locator("#panel blockquote").all_inner_texts()]
    assert quotes == [EXPELLED, AGAIN, PLANS]
    assert page.locator("#panel mark").first.inner_text() == "expelled"
    assert page.evaluate(f"kg.pic.edges.getIds().filter((id) => id.split(':')[0] === '{bundle}').length") == 3
    said = page.locator("#panel .fact").last
    assert "official says: Pakistan plans to expel Afghans" in " ".join(said.locator(".line").inner_text().split())
    assert "planned" in said.locator(".chips").inner_text()
    assert "Relayed by Dawn" in said.inner_text()


def test_what_is_said_planned_and_denied_looks_different(look: Open, story_page: Path) -> None:
    page = look(story_page)
    edges = {edge["id"]: str(edge["dashes"]) for edge in page.evaluate("kg.pic.edges.get()")}
    ends = {"own": ("UNHCR", "Pakistan"), "said": ("UNHCR", "3.7 million"), "denied": ("Pakistan", "journalists")}
    drawn = {name: edges[str(_bundle(page, *pair))] for name, pair in ends.items()}
    assert drawn["own"] == "False"
    assert len(set(drawn.values())) == 3


def test_all_evidence_is_there_and_all_links_are_safe(look: Open, story_page: Path) -> None:
    page = look(story_page)
    known = {row["sentence"] for rows in story().values() for row in rows if "sentence" in row}
    for fact in range(page.evaluate("kg.data.total")):
        page.evaluate(f"location.hash = 'fact={fact}'")
        page.wait_for_selector(f'#panel [data-fact="{fact}"]')
        quotes = page.locator("#panel blockquote").all_inner_texts()
        assert (
            page.evaluate(f"kg.data.kinds[kg.data.facts.kind[{fact}]]") == "policy"
            or {quote.strip() for quote in quotes} <= known
        )
        for link in page.evaluate("[...document.querySelectorAll('#panel a')].map((a) => [a.href, a.rel])"):
            assert link[0].startswith("http")
            assert "noopener" in link[1]


def test_a_figure_shows_number_speaker_and_what_disputes_it(look: Open, story_page: Path) -> None:
    page = look(story_page)
    node = _node(page, "3.7 million", "Figure")
    _click(page, f"kg.data.nodes.x[{node}]", f"kg.data.nodes.y[{node}]")
    measure = page.inner_text("#panel .measure")
    for part in ("3.7 million", "between 3,515,000 and 3,885,000", "Living there: Afghans", "UNHCR"):
        assert part in measure
    sides = page.locator("#panel .versus .side").all_inner_texts()
    assert ["3.7 million" in sides[0], "4.4 million" in sides[1]] == [True, True]
    page.click("#tab-figures")
    assert page.locator("#view-figures .disputed").count() == 2
    assert page.locator("#view-figures svg.bar").first.get_attribute("aria-label") is not None


def test_the_timeline_has_dates_with_their_basis_and_the_moved_deadline(look: Open, story_page: Path) -> None:
    page = look(story_page)
    page.click("#tab-timeline")
    text = page.inner_text("#view-timeline")
    assert "6 November 2023" in text
    assert page.locator("#view-timeline .basis.resolved").count() > 1
    history = page.get_attribute(".history svg", "aria-label")
    assert "Extended 29 February 2024 before 31 December 2023 by Pakistan" in history
    page.click('#view-timeline button:has-text("Pakistan and police expelled Afghans")')
    assert AGAIN in page.inner_text("#panel")
