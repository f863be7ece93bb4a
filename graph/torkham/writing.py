"""Files that are written whole or not at all: under another name first, so that what was there stays until all is there."""

import os
from collections.abc import Iterable
from pathlib import Path

from torkham.errors import OutputError


def write_whole(path: Path, data: bytes, remedy: str) -> None:
    """Writes a file; ``remedy`` tells the person what to do where that cannot be done.

    Raises:
        OutputError: the file cannot be written; one that was there before is untouched.
    """
    try:
        if path.exists() and not path.is_file():  # a terminal, a pipe: nothing to keep
            path.write_bytes(data)
        else:
            put(path.resolve(), [data])
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); {remedy}") from error


def check_folder(folder: Path) -> None:
    """That files can be written there, or the folder be made: known before hours of work, not after.

    Raises:
        OutputError: they cannot.
    """
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not there.is_dir():
        raise OutputError(f"{there}: is no folder; choose another --out")
    if not os.access(there, os.W_OK | os.X_OK):
        raise OutputError(f"{there}: may not be written to; choose another --out")


def put(path: Path, pieces: Iterable[bytes]) -> None:
    """Writes the pieces aside and puts them in the place of ``path``; raises OSError, and then leaves nothing behind."""
    part = aside(path)
    try:
        with part.open("wb") as file:
            file.writelines(pieces)
        part.replace(path)
    finally:
        discard(part)


def aside(path: Path) -> Path:
    """Where this process writes what will become ``path``."""
    return path.with_name(f".{path.name[:200]}.{os.getpid()}.part")


def discard(part: Path) -> None:
    """Removes an unfinished file, if it is there at all."""
    if part.exists():
        part.unlink()
