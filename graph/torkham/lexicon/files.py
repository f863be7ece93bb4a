"""Reading the lexicon's TOML files, with errors that name file and entry."""

from pathlib import Path
from typing import TypeVar

import msgspec

from torkham.errors import OntologyError

T = TypeVar("T")


def load(path: Path, kind: type[T]) -> T:
    """The file's content as ``kind``; unknown keys and wrong types are refused.

    Raises:
        OntologyError: the file is missing or malformed; the message names the file and the entry.
    """
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError) as error:
        raise OntologyError(f"{path}: {error}") from error
