"""What a person must be told about an input that was not read."""

from pathlib import Path

import msgspec


class InputProblem(msgspec.Struct, frozen=True):
    """A file or folder that gave no article, and why: one line that says what to do. ``str()`` is 'name: message'."""

    path: Path
    message: str

    def __str__(self) -> str:
        return "".join(char if char.isprintable() else _escaped(char) for char in f"{self.path}: {self.message}")


def _escaped(char: str) -> str:
    """A character that would break the line, drive the terminal or not print at all, as Python writes it."""
    return char.encode("unicode_escape").decode("ascii")
