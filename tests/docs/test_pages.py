"""The other pages: generated ones are up to date, links lead somewhere, pictures say what they show."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def test_the_reference_of_commands_is_what_help_says() -> None:
    check = [sys.executable, "tools/generate_cli_reference.py", "--check"]
    assert subprocess.run(check, cwd=ROOT, check=False).returncode == 0, "run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere_and_pictures_have_words(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for picture, words, target in re.findall(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)", text):
        assert words.strip(), f"{page.name}: {target} has no words"
        if picture:
            assert len(words) > 20, f"{page.name}: {target} is not described"
        if not re.match(r"https?:|mailto:|#", target):
            assert (page.parent / target.split("#")[0]).exists(), f"{page.name}: {target} is not there"
