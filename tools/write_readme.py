"""Runs the commands of README.md and writes their real output below them.

A block fenced ```sh is run by bash in a given folder; the block that follows it at once (```text, ```json, or a table
between ``<!-- output -->`` and ``<!-- /output -->``) is what it printed. Blocks fenced ```console need a server or a
network: they are shown, never run.

    python tools/write_readme.py FOLDER    FOLDER is a copy of the repository made by workshop.py
"""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"
_BLOCK = re.compile(
    r"^```sh\n(?P<commands>.*?)^```\n"
    r"(?:\n(?:```(?:text|json|csv)\n(?P<printed>.*?)^```\n|<!-- output -->\n(?P<table>.*?)<!-- /output -->\n))?",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Block:
    """Commands of a README, the line where they begin, what is shown as their output (None: nothing), how and where."""

    line: int
    commands: str
    shown: str | None
    table: bool
    place: tuple[int, int]


def blocks(text: str) -> list[Block]:
    """The blocks that are run, in order."""
    found = []
    for match in _BLOCK.finditer(text):
        group = next((name for name in ("printed", "table") if match[name] is not None), None)
        found.append(
            Block(
                line=text.count("\n", 0, match.start()) + 2,
                commands=match["commands"],
                shown=match[group].strip("\n") + "\n" if group else None,
                table=group == "table",
                place=match.span(group) if group else (match.end(), match.end()),
            )
        )
    return found


def run(commands: str, folder: Path) -> str:
    """What the commands print in a copy of the repository; Torkham's code and ontology are the copy's.

    Raises:
        subprocess.CalledProcessError: a command failed; its ``stderr`` says why.
    """
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(folder / "graph"),
    }
    shell = ["bash", "-euo", "pipefail", "-c", commands]
    done = subprocess.run(shell, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def written(text: str, folder: Path) -> str:
    """The README with the output of all its blocks as it is now."""
    parts, end = [], 0
    for block in blocks(text):
        printed = run(block.commands, folder)
        if block.shown is not None:
            parts += [text[end : block.place[0]], f"\n{printed}\n" if block.table else printed]
            end = block.place[1]
    return "".join([*parts, text[end:]])


def main() -> None:
    """Rewrites README.md; a failing command stops it with that command's words."""
    try:
        README.write_text(written(README.read_text(encoding="utf-8"), Path(sys.argv[1]).resolve()), encoding="utf-8")
    except subprocess.CalledProcessError as error:
        sys.exit(f"README.md: {error.cmd[-1]}\n{error.stderr}")


if __name__ == "__main__":
    main()
