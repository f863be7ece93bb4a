"""What people have judged: ``identities.tsv`` (who is the same) and ``corrections.tsv`` (what a fact should say)."""

import csv
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from torkham.errors import InputError

T = TypeVar("T")
_IDENTITIES = ("left", "right", "judgement", "who", "why")
_CORRECTIONS = ("document", "start", "end", "kind", "action", "value", "who", "why")


class Judgement(msgspec.Struct, frozen=True):
    """Two actors (keys, the last parts of their IRIs) are the same, different, or it is unsure; who says so and why."""

    left: str
    right: str
    judgement: Literal["same", "different", "unsure"]
    who: str
    why: str


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """A person withdraws a fact, or changes one of its fields (``value`` is then 'field=value').

    The fact is the one of this ``kind`` (position, event, statement, figure, deadline) whose span is ``[start, end)``
    of the document, or whose span overlaps it where none fits exactly. ``line`` is where the file says so.
    """

    line: int
    document: str
    start: int
    end: int
    kind: Literal["position", "event", "statement", "figure", "deadline"]
    action: Literal["withdraw", "change"]
    value: str
    who: str
    why: str


class Judgements(msgspec.Struct, frozen=True):
    """All judgements of people; they win over any algorithm."""

    identities: tuple[Judgement, ...] = ()
    corrections: tuple[Correction, ...] = ()


def load(folder: Path) -> Judgements:
    """The judgements beside the ontology; files that are not there hold none.

    Raises:
        InputError: a line is malformed; the message names file and line.
    """
    identities = tuple(
        _convert(row, Judgement, path, n) for path, n, row in _rows(folder / "identities.tsv", _IDENTITIES)
    )
    corrections = tuple(
        _convert({**row, "line": n}, Correction, path, n)
        for path, n, row in _rows(folder / "corrections.tsv", _CORRECTIONS)
    )
    return Judgements(identities, corrections)


def _rows(path: Path, columns: tuple[str, ...]) -> list[tuple[Path, int, dict[str, str | int]]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        lines = [
            (n, row) for n, row in enumerate(csv.reader(file, delimiter="\t"), 1) if row and not row[0].startswith("#")
        ]
    if not lines or tuple(lines[0][1]) != columns:
        raise InputError(f"{path}: the first line must name the columns {' '.join(columns)}, with tabs between them")
    found: list[tuple[Path, int, dict[str, str | int]]] = []
    for n, row in lines[1:]:
        if len(row) != len(columns):
            raise InputError(f"{path}, line {n}: {len(row)} columns instead of {len(columns)}; separate them by tabs")
        found.append((path, n, dict(zip(columns, row, strict=True))))
    return found


def _convert(row: dict[str, str | int], kind: type[T], path: Path, line: int) -> T:
    try:
        return msgspec.convert(row, kind, strict=False)
    except msgspec.ValidationError as error:
        raise InputError(f"{path}, line {line}: {error}") from error


def correction(said: dict[str, str | int]) -> Correction:
    """A correction from its columns; raises InputError where one is impossible."""
    return _convert(said, Correction, Path("corrections.tsv"), 0)


def judgement(said: dict[str, str | int]) -> Judgement:
    """A judgement of identity from its columns; raises InputError where one is impossible."""
    return _convert(said, Judgement, Path("identities.tsv"), 0)


def add(folder: Path, said: Judgement | Correction) -> Path:
    """Adds a line to ``identities.tsv`` or ``corrections.tsv`` of the folder, with the header if it is new; its path.

    Raises:
        InputError: a cell holds a tab or a line break, or who or why is empty.
    """
    name, columns = (
        ("identities.tsv", _IDENTITIES) if isinstance(said, Judgement) else ("corrections.tsv", _CORRECTIONS)
    )
    cells = [str(getattr(said, column)) for column in columns]
    if any(character in cell for cell in cells for character in "\t\r\n") or not said.who or not said.why:
        raise InputError(f"{folder / name}: say who and why, without tabs and line breaks")
    path = folder / name
    old = path.read_text(encoding="utf-8") if path.exists() else "\t".join(columns) + "\n"
    aside = path.with_name(f".{name}.part")
    aside.write_text(old + ("" if old.endswith("\n") else "\n") + "\t".join(cells) + "\n", encoding="utf-8")
    aside.replace(path)
    return path
