"""Sharing: the address, pictures, tables, paper, SPARQL. Checks 21 to 24."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from fixtures.pages import TITLE, Open

pytestmark = pytest.mark.browser

SHOWN = "JSON.stringify([[...kg.visible.fact], [...kg.visible.node], kg.state.selected, kg.state.tab])"


def _download(page: Any, kind: str) -> bytes:
    page.click("#open-take")
    with page.expect_download() as waiting:
        page.click(f'[data-take="{kind}"]')
    return Path(waiting.value.path()).read_bytes()


def test_the_address_holds_the_state(look: Open, story_page: Path) -> None:
    page = look(story_page)
    page.locator('input[data-facet="type"][data-name="Person"]').uncheck()
    page.uncheck("#undated")
    page.fill("#search", "unhcr")
    page.keyboard.press("Enter")
    page.click("#tab-table")
    shown = page.evaluate(SHOWN)
    hash_ = "#" + page.url.split("#")[1]
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert page.evaluate(SHOWN) == shown
    assert look(story_page, hash_).evaluate(SHOWN) == shown


@pytest.mark.parametrize(
    "hash_",
    ["#tab=nothing", "#node=actor/nobody", "#focus=x&depth=9", "#view=1,2", "#time=a/b", "#%E0%A4%A", "#fact=-3"],
)
def test_a_broken_address_shows_the_default_and_says_so(look: Open, story_page: Path, hash_: str) -> None:
    page = look(story_page, hash_)
    assert page.evaluate("[kg.state.tab, kg.state.selected, kg.visible.facts === kg.data.total]") == [
        "network",
        None,
        True,
    ]
    assert "means nothing in this file" in page.inner_text("#machine")


def test_the_view_comes_back(look: Open, story_page: Path) -> None:
    page = look(story_page)
    page.click("#zoom-in")
    page.wait_for_timeout(500)
    view = page.evaluate("kg.state.view")
    again = look(story_page, "#" + page.url.split("#")[1])
    assert again.evaluate("Math.abs(kg.pic.network.getScale() - " + str(view[2]) + ") < 0.01")


def test_the_png_has_twice_the_pixels_and_is_not_blank(look: Open, story_page: Path) -> None:
    page = look(story_page)
    image = Image.open(io.BytesIO(_download(page, "png"))).convert("RGB")
    width, height = page.evaluate(
        "[document.getElementById('canvas').clientWidth, document.getElementById('canvas').clientHeight]"
    )
    assert image.width >= 2 * width
    assert image.height >= 2 * height
    assert len(image.getcolors(1 << 24)) > 50
    assert len(image.crop((0, 0, image.width, 120)).getcolors(1 << 24)) > 5


def test_the_svg_has_title_dates_legend_source_and_the_visible_nodes(look: Open, story_page: Path) -> None:
    page = look(story_page, color_scheme="dark")
    root = ET.fromstring(_download(page, "svg"))
    texts = " ".join(root.itertext())
    for part in (
        TITLE,
        "3 October 2023 – 29 February 2024",
        "Source: 2 articles (Dawn)",
        "check before quoting",
        "State",
        "UNHCR",
    ):
        assert part in texts
    shown = page.evaluate("kg.data.nodes.key.filter((_, node) => kg.isShown(node)).length")
    assert sum("data-node" in element.attrib for element in root.iter()) == shown
    assert root.find("{http://www.w3.org/2000/svg}rect").get("fill") == "#ffffff"


def test_csv_and_json_are_the_rows_of_the_table(look: Open, story_page: Path) -> None:
    page = look(story_page)
    page.evaluate("document.querySelector('input[data-facet=doc][data-name=two]').click()")
    page.click("#tab-table")
    page.click('th button:has-text("Date")')
    sentences = [text.strip() for text in page.locator("#view-table td.quote").all_inner_texts()]
    rows = list(csv.DictReader(io.StringIO(_download(page, "csv").decode("utf-8-sig"))))
    records = json.loads(_download(page, "json"))
    assert [row["sentence"] for row in rows] == [record["sentence"] for record in records] == sentences
    assert {row["document"] for row in rows} == {"one", ""}
    assert rows[-1]["fact"].startswith("https://w3id.org/torkham/id/")


def test_paper_has_picture_table_and_legend_in_light_and_no_controls(look: Open, story_page: Path) -> None:
    page = look(story_page, color_scheme="dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for hidden in (".bar", ".zoom", ".timebar", ".panel", ".stage"):
        assert not page.is_visible(hidden)
    for shown in ("#sheet svg", "#view-table table", "#filters .facet", "#machine"):
        assert page.is_visible(shown)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf()[:5] == b"%PDF-"
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("#sheet").count() == 0


def test_a_selection_is_copied_as_sparql(look: Open, story_page: Path) -> None:
    page = look(story_page, permissions=["clipboard-read", "clipboard-write"])
    page.fill("#search", "unhcr")
    page.keyboard.press("Enter")
    page.click("#panel .sparql")
    page.wait_for_selector('#panel button:has-text("Copied")')
    query = page.evaluate("navigator.clipboard.readText()")
    assert "<https://w3id.org/torkham/id/report/one-" in query
    assert page.inner_text("#panel .iri code") == "https://w3id.org/torkham/id/actor/unhcr"
