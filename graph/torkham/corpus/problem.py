"""What a person must be told about an input that was not read."""

from pathlib import Path

import msgspec


class InputProblem(msgspec.Struct, frozen=True):
    """A file or folder that gave no article, and why: one line that says what to do. ``str()`` is 'name: message'."""

    path: Path
    message: str

    def __str__(self) -> str:
        name = str(self.path).encode("utf-8", "backslashreplace").decode("utf-8")
        return f"{name}: {self.message}"
