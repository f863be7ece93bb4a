"""Access and looks: axe-core, the keyboard, contrast, direction of writing, small screens. Checks 27 to 33."""

import json
import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from fixtures.pages import Open
from torkham.views import wording

pytestmark = pytest.mark.browser

AXE = files("axe_playwright_python").joinpath("axe.min.js")


def _serious(page: Any) -> list[str]:
    page.evaluate(AXE.read_text("utf-8") + ";0")
    found = page.evaluate("axe.run().then(({ violations }) => violations)")
    return [
        json.dumps([rule["id"], [node["target"] for node in rule["nodes"]][:3]])
        for rule in found
        if rule["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_any_view(look: Open, story_page: Path, scheme: str) -> None:
    page = look(story_page, color_scheme=scheme)
    page.fill("#search", "unhcr")
    page.keyboard.press("Enter")
    for tab in ("network", "timeline", "figures", "table"):
        page.click(f"#tab-{tab}")
        assert _serious(page) == []


def test_the_whole_tour_by_keyboard(look: Open, story_page: Path) -> None:
    page = look(story_page)
    seen = []
    for _ in range(80):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                "document.activeElement.id || document.activeElement.dataset.name || document.activeElement.className"
            )
        )
        if seen[-1] == "canvas":
            break
    assert seen[0] == "skip"
    assert {"tab-network", "search", "reset", "open-take", "State", "canvas"} <= set(seen)
    ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert ring == "solid"
    page.keyboard.press("ArrowRight")
    first = page.evaluate("kg.state.selected.node")
    walked = set()
    for key in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
        walked.add(page.evaluate("kg.state.selected.node"))
    assert walked - {first}
    assert "selected" in page.inner_text("#live")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert page.evaluate("[kg.state.selected, document.activeElement.id]") == [None, "canvas"]
    page.keyboard.press("/")
    page.keyboard.type("dawn")
    page.keyboard.press("Enter")
    assert page.evaluate("kg.data.nodes.label[kg.state.selected.node]") == "Dawn"
    page.focus("#tab-network")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("[kg.state.tab, document.activeElement.id]") == ["timeline", "tab-timeline"]


def test_the_canvas_has_a_role_and_a_name_with_counts(look: Open, story_page: Path) -> None:
    page = look(story_page)
    assert page.get_attribute("#canvas canvas", "role") == "img"
    assert page.get_attribute("#canvas", "aria-label") == page.get_attribute("#canvas canvas", "aria-label")
    assert re.match(r"Network of \d+ nodes and \d+ arrows from \d+ facts", page.get_attribute("#canvas", "aria-label"))


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nodes_and_arrows_stand_out_from_the_page_and_types_differ_by_shape_and_colour(scheme: str) -> None:
    tables = tomllib.loads(Path(wording.__file__).with_name("presentation.toml").read_text("utf-8"))
    paper = tables["paper"][scheme]
    assert all(_contrast(look[scheme], paper) >= 3 for look in tables["node"].values())
    assert all(
        _contrast(group[scheme], paper) >= (3 if name == "link" else 4.5) for name, group in tables["group"].items()
    )
    looks = [(look["shape"], look[scheme]) for name, look in tables["node"].items() if name != "default"]
    assert len({shape for shape, _ in looks}) >= 8
    assert len(set(looks)) == len(looks)


def test_who_asks_for_less_motion_gets_none(look: Open, story_page: Path) -> None:
    page = look(story_page, reduced_motion="reduce")
    page.fill("#search", "torkham")
    page.keyboard.press("Enter")
    node = page.evaluate("kg.state.selected.node")
    assert page.evaluate(f"Math.abs(kg.pic.network.getViewPosition().x - kg.data.nodes.x[{node}]) < 2")


def test_right_to_left_names_are_isolated_with_their_language(look: Open, story_page: Path) -> None:
    page = look(story_page)
    page.fill("#search", "bugti")
    page.keyboard.press("Enter")
    name = page.locator("#panel .names bdi", has_text="سرفراز")
    assert [name.get_attribute("dir"), name.get_attribute("lang")] == ["auto", "ur"]
    assert page.evaluate("getComputedStyle(document.querySelector('#panel .names bdi[lang=ur]')).direction") == "rtl"
    office = page.locator("#panel .line", has_text="206").first
    assert "\u2068وزارت داخلہ #206\u2069" in office.inner_text()
    page.fill("#search", "206")
    page.keyboard.press("Enter")
    assert "\u2068وزارت داخلہ #206\u2069 selected" in page.inner_text("#live")


def test_a_phone_has_half_its_height_for_the_picture_a_sheet_and_two_fingers(look: Open, story_page: Path) -> None:
    page = look(story_page, viewport={"width": 375, "height": 760}, has_touch=True)
    stage = page.locator("#stage").bounding_box()
    assert stage["height"] >= 380
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    page.fill("#search", "unhcr")
    page.keyboard.press("Enter")
    panel = page.locator("#panel").bounding_box()
    assert panel["width"] == 375
    assert round(panel["y"] + panel["height"]) == 760
    page.keyboard.press("Escape")
    page.wait_for_timeout(400)
    before = page.evaluate("kg.pic.network.getScale()")
    _pinch(page, stage["x"] + 187, stage["y"] + 150)
    assert page.evaluate("kg.pic.network.getScale()") > before * 1.2
    page.click("#open-filters")
    assert page.is_visible('#filters input[data-name="State"]')


def _pinch(page: Any, x: float, y: float) -> None:
    session = page.context.new_cdp_session(page)

    def touch(kind: str, *offsets: float) -> None:
        points = [{"x": x + offset, "y": y, "id": at} for at, offset in enumerate(offsets)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", -20, 20)
    for step in range(1, 9):
        touch("touchMove", -20 - 8 * step, 20 + 8 * step)
    touch("touchEnd")
    page.wait_for_timeout(300)
