"""How much the page costs its reader, beside plain pyvis from the same graph in the same run (``make bench-view``).

CPU seconds of Chromium's whole process tree, from the moment that an idle browser is told to open the file until the
picture is ready; wall times of a shared machine say little. The longest task and the worst frame are CPU time of the
page's main thread, taken from Chromium's own trace in a run of their own. Writes one line a measurement and exits with
1 where a limit is missed.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from pyvis.network import Network  # noqa: E402

from fixtures.pages import in_rows  # noqa: E402
from fixtures.pictured import Answers, generated  # noqa: E402
from torkham import views  # noqa: E402

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-3d-apis"]
TICKS = os.sysconf("SC_CLK_TCK")
SHARE = {500: 1 / 15, 1000: 1 / 40, 5000: 1 / 25, 10000: 1 / 20, 20000: 1 / 12}
"""The greatest share of plain pyvis' CPU seconds: at 500 of those at 500, else of those at 1,000 nodes."""
SIZES = {1000: 1.1e6, 5000: 2.7e6, 10000: 5e6}
FRAME = 25.0
TASK = 1 / 20
"""The longest task at 10,000 nodes, as a share of plain pyvis' at 1,000."""
WORST = 1.0
"""Seconds that no single frame may take, the one after a drag included."""
SEARCH = 100.0
"""Milliseconds for the first search."""


def tree() -> float:
    """CPU seconds of the browser's processes below this one, the dead ones that were waited for included."""
    parents: dict[int, list[int]] = {}
    spent: dict[int, float] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            name, rest = (folder / "stat").read_text().rsplit(") ", 1)
        except OSError:
            continue
        fields = rest.split()
        parents.setdefault(int(fields[1]), []).append(int(folder.name))
        spent[int(folder.name)] = sum(map(int, fields[11:15])) / TICKS if "(chrom" in name else 0.0
    total, queue = 0.0, list(parents.get(os.getpid(), []))
    while queue:
        process = queue.pop()
        total += spent[process]
        queue += parents.get(process, [])
    return total


def launched(playwright: Playwright) -> tuple[Any, Any]:
    """A browser of its own and an empty page in it."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.set_default_timeout(1_800_000)
    page.wait_for_timeout(1000)
    return browser, page


def measured(playwright: Playwright, path: Path) -> tuple[float, float]:
    """Our page: CPU seconds until it is ready, and milliseconds of CPU for each frame of a drag."""
    browser, page = launched(playwright)
    before = tree()
    page.goto(path.as_uri())
    ours_ready(page)
    spent = tree() - before
    frame = dragging(page)
    browser.close()
    return spent, frame


def plainly(playwright: Playwright, path: Path) -> tuple[float, float]:
    """Plain pyvis: CPU seconds until it is ready, and its longest task. The trace is on: it costs little beside minutes."""
    browser, page = launched(playwright)
    before = tree()
    task = longest(browser, page, lambda: (page.goto(path.as_uri()), pyvis_ready(page)))
    spent = tree() - before
    browser.close()
    return spent, task


def longest(browser: Any, page: Any, act: Callable[[], Any]) -> float:
    """The longest task of the page's main thread while ``act`` runs, in CPU seconds."""
    browser.start_tracing(page=page, categories=["toplevel", "disabled-by-default-devtools.timeline"])
    act()
    events = json.loads(browser.stop_tracing())["traceEvents"]
    named = [event for event in events if event["name"] == "thread_name"]
    mains = {(event["pid"], event["tid"]) for event in named if event["args"]["name"] == "CrRendererMain"}
    tasks = [event.get("tdur", 0) for event in events if event["ph"] == "X" and (event["pid"], event["tid"]) in mains]
    return max(tasks) / 1e6


def smoothness(playwright: Playwright, path: Path) -> tuple[float, float, float]:
    """Our page: the longest task to ready and while dragging (seconds of CPU), and the first search (milliseconds)."""
    browser, page = launched(playwright)

    def opening() -> None:
        page.goto(path.as_uri())
        ours_ready(page)
        page.wait_for_timeout(1500)

    task = longest(browser, page, opening)
    search = "(() => { const from = performance.now(); kg.find('camp'); return performance.now() - from; })()"
    found = page.evaluate(search)
    worst = longest(browser, page, lambda: (dragging(page), page.wait_for_timeout(1500)))
    browser.close()
    return task, worst, found


def ours_ready(page: Any) -> None:
    page.wait_for_selector("html[data-ready]", state="attached")


def pyvis_ready(page: Any) -> None:
    page.evaluate("new Promise((done) => network.once('stabilizationIterationsDone', done))")


def dragging(page: Any) -> float:
    """Milliseconds of CPU for each frame that is drawn while the picture is dragged for three seconds."""
    page.wait_for_timeout(1500)
    box = page.locator("#canvas").bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    before, drawn = tree(), page.evaluate("kg.pic.drawn")
    for step in range(150):
        page.mouse.move(box["x"] + 20 + 3 * (step % 80), box["y"] + 20 + 2 * (step % 90))
        page.wait_for_timeout(20)
    spent, frames = tree() - before, page.evaluate("kg.pic.drawn") - drawn
    page.mouse.up()
    return 1000 * spent / max(1, frames)


def plain(answers: Answers, path: Path) -> None:
    """The same graph by pyvis as it comes: sentences as the titles of the edges."""
    network = Network(directed=True, cdn_resources="in_line")
    for row in answers["actors"]:
        network.add_node(row["label"], title=row["type"])
    for row in answers["events"]:
        network.add_edge(row["agent"], row["patient"], label=row["type"], title=row["sentence"])
    path.write_text(network.generate_html(), "utf-8")


def main() -> int:
    """Runs the measurements that are asked for; 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[500, 1000, 5000, 10000, 20000])
    parser.add_argument("--repeat", type=int, default=3)
    given = parser.parse_args()
    missed = 0
    reference: dict[int, tuple[float, float]] = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        for count in given.sizes:
            missed += one_size(playwright, count, given.repeat, Path(folder), reference)
    return int(missed > 0)


def one_size(
    playwright: Playwright, count: int, repeat: int, folder: Path, reference: dict[int, tuple[float, float]]
) -> int:
    """Measures one size, up to 1,000 nodes beside plain pyvis; the number of limits that it misses."""
    answers, path = generated(count), folder / f"{count}.html"
    views.write_html(answers, path, title=f"{count} nodes", layout=in_rows(answers, folder))
    (folder / "layout.json").unlink()
    if count <= 1000:
        plain(answers, folder / "pyvis.html")
        reference[count] = plainly(playwright, folder / "pyvis.html")
        spent, task = reference[count]
        print(f"{count:6} nodes  plain pyvis {spent:8.2f} s of CPU, longest task {task:.2f} s", flush=True)
    runs = [measured(playwright, path) for _ in range(repeat)]
    opened, frame = (statistics.median(run) for run in zip(*runs, strict=True))
    base = reference.get(count if count <= 1000 else 1000)
    late = report_cost(count, opened, frame, path.stat().st_size, base)
    return late + report_smooth(count, smoothness(playwright, path), reference.get(1000))


def report_cost(count: int, opened: float, frame: float, size: int, base: tuple[float, float] | None) -> int:
    """Prints what opening and dragging cost; the number of limits that are missed."""
    share = (
        f"1/{base[0] / opened:.0f} of pyvis, at most 1/{1 / SHARE.get(count, SHARE[500]):.0f}"
        if base
        else "no reference"
    )
    late = {
        "OPENING": base is not None and opened > base[0] * SHARE.get(count, SHARE[500]),
        "DRAGGING": frame > FRAME,
        "SIZE": size > SIZES.get(count, size),
    }
    print(
        f"{count:6} nodes  ready {opened:6.2f} s of CPU ({share})  {frame:5.1f} ms a frame  {size / 1e6:.2f} MB",
        *(name for name, is_late in late.items() if is_late),
        flush=True,
    )
    return sum(late.values())


def report_smooth(count: int, found: tuple[float, float, float], base: tuple[float, float] | None) -> int:
    """Prints the longest task, the worst frame and the first search; the number of limits that are missed."""
    task, worst, search = found
    late = {
        "TASK": base is not None and count == 10000 and task > base[1] * TASK,
        "FRAME": worst > WORST,
        "SEARCH": search > SEARCH,
    }
    print(
        f"{count:6} nodes  longest task {1000 * task:4.0f} ms of CPU, worst frame {1000 * worst:4.0f} ms, "
        f"first search {search:4.1f} ms",
        *(name for name, is_late in late.items() if is_late),
        flush=True,
    )
    return sum(late.values())


if __name__ == "__main__":
    sys.exit(main())
