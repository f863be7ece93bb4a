"""Writes docs/cli.md from what ``torkham --help`` says.

python tools/generate_cli_reference.py [--check]
"""

import sys
from pathlib import Path

from typer.testing import CliRunner

TARGET = Path(__file__).resolve().parent.parent / "docs" / "cli.md"
_HEAD = """# Commands

<!-- Written by tools/generate_cli_reference.py from `torkham --help`; change the program, then run `make docs`. -->

Exit codes: 0 all went well; 1 an article could not be read, its facts were withheld, or a graph does not conform; 2 the command
could not run, with one line on standard error that says why and what to do; 130 stopped by Ctrl-C, 143 by a signal to end.
Whatever the code, a file that was there before is whole: the old one or the new.
"""
_PLAIN = {"COLUMNS": "110", "TERMINAL_WIDTH": "110", "TERM": "dumb", "NO_COLOR": "1"}


def reference() -> str:
    """The reference of all commands as Markdown, in the order of ``torkham --help``."""
    from torkham.cli.app import app

    names = [each.name for each in app.registered_commands if each.name]
    parts = [_HEAD, _section("torkham", _help())]
    parts += [_section(name, _help(name)) for name in names]
    return "".join(parts)


def _help(*command: str) -> str:
    from torkham.cli.app import app

    printed = CliRunner().invoke(app, [*command, "--help"], prog_name="torkham", env=_PLAIN, catch_exceptions=False)
    return "\n".join(line.rstrip() for line in printed.output.strip().splitlines())


def _section(title: str, text: str) -> str:
    return f"\n## {title}\n\n```text\n{text}\n```\n"


def main() -> None:
    """Writes the reference; with ``--check`` only says whether it is up to date."""
    wanted = reference()
    if "--check" not in sys.argv:
        TARGET.write_text(wanted, encoding="utf-8")
    elif TARGET.read_text(encoding="utf-8") != wanted:
        sys.exit("docs/cli.md is not what `torkham --help` says; run `make docs`")


if __name__ == "__main__":
    main()
