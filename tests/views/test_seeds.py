"""The five seeds as a page: they fit one screen, read at a glance, and a selection's query finds its facts."""

from pathlib import Path
from typing import Any

import pytest

from fixtures.pages import Open
from torkham import query, views

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def seeds_page(seeds_graph: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the seeds' graph."""
    path = tmp_path_factory.mktemp("seeds-page") / "graph.html"
    views.write_html(query.answers(query.open_graph(seeds_graph[0])), path, title="Five articles")
    return path


def test_all_nodes_are_in_view_most_have_their_label_and_none_collides(look: Open, seeds_page: Path) -> None:
    page = look(seeds_page, viewport={"width": 1440, "height": 900})
    page.wait_for_timeout(400)
    inside = """kg.data.nodes.key.flatMap((_, node) => {
        if (!kg.isShown(node)) return [];
        const { x, y } = kg.pic.network.canvasToDOM({ x: kg.data.nodes.x[node], y: kg.data.nodes.y[node] });
        const { clientWidth, clientHeight } = document.getElementById("canvas");
        return [x > 0 && y > 0 && x < clientWidth && y < clientHeight];
    })"""
    shown = page.evaluate(inside)
    assert all(shown)
    boxes: list[Any] = page.evaluate(
        "kg.pic.labels.map(({ box, node }) => [box.left, box.top, box.right, box.bottom, node ?? -1])"
    )
    assert len({box[4] for box in boxes if box[4] >= 0}) >= 0.75 * len(shown)
    for at, (left, top, right, bottom, _) in enumerate(boxes):
        assert all(right <= u or w <= left or bottom <= v or x <= top for u, v, w, x, _ in boxes[:at])


def test_the_query_of_a_selection_gives_its_facts_with_their_sentences(
    look: Open, seeds_page: Path, seeds_graph: list[Path]
) -> None:
    page = look(seeds_page, permissions=["clipboard-read", "clipboard-write"])
    page.fill("#search", "unhcr")
    page.keyboard.press("Enter")
    page.click("#panel .sparql")
    page.wait_for_selector('#panel button:has-text("Copied")')
    table = query.run(query.open_graph(seeds_graph[0]), page.evaluate("navigator.clipboard.readText()"))
    assert isinstance(table, query.Table)
    known = {str(row["sentence"]) for row in table.records()}
    quoted = {text.strip() for text in page.locator("#panel blockquote").all_inner_texts()}
    assert quoted
    assert quoted <= known
