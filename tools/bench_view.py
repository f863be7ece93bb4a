"""How much the page costs its reader, beside plain pyvis from the same graph in the same run (``make bench-view``).

CPU seconds of Chromium's whole process tree, from the moment that an idle browser is told to open the file until the
picture is ready; wall times of a shared machine say little. Writes one line a measurement and exits with 1 where a
limit is missed.
"""

import argparse
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


def measured(
    playwright: Playwright, path: Path, ready: Callable[[Any], None], then: Callable[[Any], float]
) -> tuple[float, float]:
    """CPU seconds until ``ready``, and what ``then`` measures on the page."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.set_default_timeout(900_000)
    page.wait_for_timeout(1000)
    before = tree()
    page.goto(path.as_uri())
    ready(page)
    spent = tree() - before
    more = then(page)
    browser.close()
    return spent, more


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
    parser.add_argument(
        "--pyvis", type=float, nargs=2, metavar=("S500", "S1000"), help="plain pyvis as measured before"
    )
    given = parser.parse_args()
    missed = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        reference = dict(zip((500, 1000), given.pyvis, strict=True)) if given.pyvis else {}
        for count in given.sizes:
            answers, path = generated(count), Path(folder) / f"{count}.html"
            views.write_html(answers, path, title=f"{count} nodes", layout=in_rows(answers, Path(folder)))
            (Path(folder) / "layout.json").unlink()
            if count <= 1000 and count not in reference:
                plain(answers, Path(folder) / "pyvis.html")
                reference[count], _ = measured(playwright, Path(folder) / "pyvis.html", pyvis_ready, lambda page: 0.0)
                print(f"{count:6} nodes  plain pyvis {reference[count]:8.2f} s of CPU", flush=True)
            runs = [measured(playwright, path, ours_ready, dragging) for _ in range(given.repeat)]
            missed += report(count, [statistics.median(run) for run in zip(*runs, strict=True)], path, reference)
    return int(missed > 0)


def report(count: int, medians: list[float], path: Path, reference: dict[int, float]) -> int:
    """Prints a line for a size; the number of limits that it misses."""
    opened, frame = medians
    base = reference.get(count if count <= 1000 else 1000)
    share = f"1/{base / opened:.0f} of pyvis, at most 1/{1 / SHARE[count]:.0f}" if base else "no reference"
    size = path.stat().st_size
    late = [
        base is not None and opened > base * SHARE[count],
        frame > FRAME,
        size > SIZES.get(count, size),
    ]
    marks = "".join(name for name, is_late in zip(("  OPENING", "  DRAGGING", "  SIZE"), late, strict=True) if is_late)
    print(
        f"{count:6} nodes  ready {opened:6.2f} s of CPU ({share})  {frame:5.1f} ms a frame  {size / 1e6:.2f} MB{marks}",
        flush=True,
    )
    return sum(late)


if __name__ == "__main__":
    sys.exit(main())
