"""``catalogue.toml``: what is known of a folder's articles beside their text. Nothing in it is ever made up."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from torkham.errors import InputError

NAME = "catalogue.toml"
_PUBLISHED = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One ``[[article]]``: its ``file`` and whatever else is known; ``published`` is an ISO date, month or year."""

    file: str
    title: str | None = None
    publisher: str | None = None
    published: Any = None
    url: str | None = None
    sha256: str | None = None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    article: tuple[Entry, ...] = ()


def load(folder: Path) -> dict[str, Entry]:
    """The entries of the folder's catalogue by file name; none if it has no catalogue.

    Raises:
        InputError: the catalogue is malformed; the message says where, without the file's name.
    """
    path = folder / NAME
    if not path.is_file():
        return {}
    try:
        entries = msgspec.toml.decode(path.read_bytes(), type=_File).article
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"is not a catalogue: {error}") from error
    for entry in entries:
        _check(entry)
    return {entry.file: entry for entry in entries}


def published(entry: Entry) -> str | None:
    """The entry's date as ISO text."""
    return None if entry.published is None else str(entry.published)


def _check(entry: Entry) -> None:
    value = published(entry)
    if value is None:
        return
    if not _PUBLISHED.fullmatch(value):
        raise InputError(f"{entry.file}: published = {value!r} is not a date; write 2023-11-09, 2023-11 or 2023")
    if len(value) == 10:
        try:
            date.fromisoformat(value)
        except ValueError as error:
            raise InputError(f"{entry.file}: published = {value!r} is no day of the calendar") from error
