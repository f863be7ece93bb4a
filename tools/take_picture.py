"""Takes the picture of the README: the page of the seeds as a browser shows it.

python tools/take_picture.py PAGE    PAGE is a graph.html; needs Debian's chromium
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "images" / "view.png"


def main() -> None:
    """Opens the page at the size of a laptop's screen and writes docs/images/view.png."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(Path(sys.argv[1]).resolve().as_uri())
        page.wait_for_timeout(4000)  # the drawing settles
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
