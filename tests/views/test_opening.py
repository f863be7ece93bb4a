"""Opening: no network, no noise, the same picture each time, safe with hostile strings. Checks 1, 2, 6 to 9, 25 to 27."""

import io
import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

from fixtures.pages import MANY, TITLE, Open
from fixtures.pictured import HOSTILE

pytestmark = pytest.mark.browser


def _tour(page: Any, name: str) -> None:
    """Everything once: hover, click, search, filter, the tabs, exports."""
    page.mouse.move(600, 400)
    page.mouse.click(600, 400)
    page.fill("#search", name)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.evaluate("kg.pic.network.body.emitter.emit('hoverNode', { node: kg.state.selected.node })")
    page.locator('#filters input[data-facet="type"]').first.uncheck()
    for tab in ("timeline", "figures", "table", "network"):
        page.click(f"#tab-{tab}")
    for kind in ("svg", "csv", "json"):
        page.click("#open-take")
        with page.expect_download():
            page.click(f'[data-take="{kind}"]')
        assert page.evaluate("document.activeElement.id") == "open-take"
    page.keyboard.press("Escape")
    assert page.evaluate("kg.state.selected") is None


def test_the_whole_tour_asks_for_nothing_and_complains_of_nothing(look: Open, story_page: Path) -> None:
    _tour(look(story_page), "pakistan")


def test_ten_thousand_hostile_actors_open_and_none_of_their_strings_runs(look: Open, hostile_page: Path) -> None:
    page = look(hostile_page)
    _tour(page, "border")
    assert page.evaluate("window.pwn") is None
    assert page.evaluate("document.querySelectorAll('body img, svg[onload], iframe, object').length") == 0
    assert (
        page.evaluate(
            "[...document.querySelectorAll('a[href]')].filter((a) => !/^(https?:|#)/.test(a.getAttribute('href'))).length"
        )
        == 0
    )
    assert page.evaluate("kg.data.count") == MANY
    assert page.evaluate("kg.pic.promoted.size") <= 400
    page.click("#tab-table")
    page.wait_for_function(  # the rows come after the click, on a busy machine a good while after it
        "texts => texts.some((text) => document.querySelector('#view-table').innerText.includes(text))",
        arg=list(HOSTILE[:2]),
    )
    assert page.inner_text("h1") == "</script><img src=x onerror=window.pwn=1> {{7*7}} href"


def test_the_page_is_whole_html_whose_strings_stay_text(look: Open, story_page: Path) -> None:
    text = story_page.read_text("utf-8")
    assert re.match(r'<!doctype html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">', text)
    assert '<meta name="viewport"' in text
    assert not re.search(r'(src|href)="(?!#)', text.split('<script type="application/json"')[0])
    page = look(story_page)
    assert page.title() == page.inner_text("h1") == TITLE
    assert "74 of 100 events" in page.inner_text("#machine")


def test_the_policy_lets_no_script_run_and_nothing_be_fetched(chromium: Any, story_page: Path) -> None:
    page = chromium.new_page()
    page.goto(story_page.as_uri())
    policy = page.get_attribute('meta[http-equiv="Content-Security-Policy"]', "content")
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert page.evaluate("fetch('https://example.org').then(() => 'fetched', () => 'refused')") == "refused"
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=window.pwn=1><script>window.pwn=2</script>')"
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.pwn") is None
    page.close()


def test_two_openings_show_the_same_and_nothing_is_drawn_when_nobody_touches_it(look: Open, story_page: Path) -> None:
    pages = [look(story_page), look(story_page)]
    for page in pages:
        page.wait_for_timeout(400)
    shots = [Image.open(io.BytesIO(page.screenshot())).convert("L") for page in pages]
    different = ImageChops.difference(*shots).point(lambda value: 255 * (value > 8)).histogram()[255]
    assert different / (shots[0].width * shots[0].height) < 0.005
    drawn = pages[0].evaluate("kg.pic.drawn")
    pages[0].wait_for_timeout(1000)
    assert pages[0].evaluate("kg.pic.drawn") == drawn


def test_no_two_labels_collide_at_the_first_view_and_all_large_nodes_have_one(look: Open, story_page: Path) -> None:
    page = look(story_page)
    page.wait_for_timeout(200)
    boxes = page.evaluate(
        "kg.pic.labels.map(({ box, node }) => [box.left, box.top, box.right, box.bottom, node ?? -1])"
    )
    for at, (left, top, right, bottom, _) in enumerate(boxes):
        for u, v, w, x, _ in boxes[:at]:
            assert right <= u or w <= left or bottom <= v or x <= top
    labelled = {box[4] for box in boxes}
    drawn = page.evaluate("kg.data.nodes.key.map((_, node) => node).filter((node) => kg.isShown(node))")
    assert set(drawn) <= labelled


def test_the_file_of_ten_thousand_is_within_its_size(hostile_page: Path) -> None:
    assert hostile_page.stat().st_size <= 5_000_000


def test_two_movements_at_once_come_to_rest(look: Open, story_page: Path) -> None:
    page = look(story_page)
    page.wait_for_timeout(200)
    page.evaluate("() => { for (const _ of [1, 2, 3]) document.querySelector('#zoom-in').click(); }")
    page.wait_for_timeout(1200)
    drawn = page.evaluate("kg.pic.drawn")
    page.wait_for_timeout(500)
    assert page.evaluate("kg.pic.drawn") == drawn
