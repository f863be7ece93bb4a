"""The README cannot lie: its commands run, and print what it shows."""

import re
import subprocess
from pathlib import Path

import pytest
from workshop import workshop
from write_readme import README, Block, blocks, run

TEXT = README.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository in which the commands run one after the other, beginning with `make graph`."""
    return workshop(tmp_path_factory.mktemp("readme") / "torkham")


@pytest.mark.parametrize("block", blocks(TEXT), ids=lambda block: f"line {block.line}")
def test_a_command_prints_what_the_readme_shows(block: Block, folder: Path) -> None:
    try:
        printed = run(block.commands, folder)
    except subprocess.CalledProcessError as error:
        pytest.fail(f"README.md, line {block.line}: {error.stderr}")
    if block.shown is not None:
        assert printed == block.shown, "the README shows something else: run `make docs`"


def test_commands_that_are_shown_only_exist_with_their_options() -> None:
    shown = re.findall(r"^\$ (\w+) (\w+)(.*)$", TEXT, re.MULTILINE)
    assert len(shown) >= 3
    for program, word, rest in shown:
        if program == "make":
            assert f"\n{word}:" in (README.parent / "Makefile").read_text(encoding="utf-8")
            continue
        reference = (README.parent / "docs" / "cli.md").read_text(encoding="utf-8")
        section = reference.split(f"\n## {word}\n")[1].split("\n## ")[0]
        assert all(option in section for option in re.findall(r"--[a-z]+", rest))
