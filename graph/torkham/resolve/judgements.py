"""What people have judged: ``identities.tsv`` (who is the same) and ``corrections.tsv`` (what a fact should say)."""

import csv
import io
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from torkham.errors import InputError
from torkham.resolve.changes import change
from torkham.writing import write_whole

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
        InputError: the folder is not there, or a line is malformed; the message names file and line.
    """
    _check_folder(folder)
    identities = tuple(
        _convert(row, Judgement, path, n) for path, n, row in _rows(folder / "identities.tsv", _IDENTITIES)
    )
    corrections = tuple(
        _correction({**row, "line": n}, path, n) for path, n, row in _rows(folder / "corrections.tsv", _CORRECTIONS)
    )
    return Judgements(identities, corrections)


def _rows(path: Path, columns: tuple[str, ...]) -> list[tuple[Path, int, dict[str, str | int]]]:
    if not path.exists():
        return []
    rows = enumerate(csv.reader(io.StringIO(_text(path), newline=""), delimiter="\t"), 1)
    lines = [(n, row) for n, row in rows if row and not row[0].startswith("#")]
    if not lines or tuple(lines[0][1]) != columns:
        raise InputError(f"{path}: the first line must name the columns {' '.join(columns)}, with tabs between them")
    found: list[tuple[Path, int, dict[str, str | int]]] = []
    for n, row in lines[1:]:
        if len(row) != len(columns):
            raise InputError(f"{path}, line {n}: {len(row)} columns instead of {len(columns)}; separate them by tabs")
        found.append((path, n, dict(zip(columns, row, strict=True))))
    return found


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise InputError(f"{folder}: is no folder; make it, or name the folder of identities.tsv and corrections.tsv")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8; save it as UTF-8 text with tabs between the columns") from error


def _convert(row: dict[str, str | int], kind: type[T], path: Path, line: int) -> T:
    try:
        return msgspec.convert(row, kind, strict=False)
    except msgspec.ValidationError as error:
        raise InputError(f"{path}, line {line}: {error}") from error


def _correction(row: dict[str, str | int], path: Path, line: int) -> Correction:
    """A correction whose change, if it is one, can be made."""
    read = _convert(row, Correction, path, line)
    try:
        if read.action == "change":
            change(read.kind, read.value)
    except InputError as error:
        raise InputError(f"{path}, line {line}: {error}") from error
    return read


def correction(said: dict[str, str | int]) -> Correction:
    """A correction from its columns; raises InputError where one is impossible."""
    read = _convert(said, Correction, Path("corrections.tsv"), 0)
    if read.action == "change":
        change(read.kind, read.value)
    return read


def judgement(said: dict[str, str | int]) -> Judgement:
    """A judgement of identity from its columns; raises InputError where one is impossible."""
    if said["left"] == said["right"]:
        raise InputError(f"{said['left']} and {said['right']} are one already; give two actors")
    return _convert(said, Judgement, Path("identities.tsv"), 0)


def add(folder: Path, said: Judgement | Correction) -> Path:
    """Adds a line to ``identities.tsv`` or ``corrections.tsv`` of the folder, with the header if it is new; its path.

    Raises:
        InputError: the folder is not there, a cell holds a tab or a line break, or who or why is empty.
        OutputError: the file cannot be written.
    """
    _check_folder(folder)
    name, columns = (
        ("identities.tsv", _IDENTITIES) if isinstance(said, Judgement) else ("corrections.tsv", _CORRECTIONS)
    )
    cells = [str(getattr(said, column)) for column in columns]
    path = folder / name
    if (
        any(character in cell for cell in cells for character in "\t\r\n")
        or not said.who.strip()
        or not said.why.strip()
    ):
        raise InputError(f"{path}: say who and why, without tabs and line breaks")
    old = _text(path) if path.exists() else "\t".join(columns) + "\n"
    line = io.StringIO(newline="")
    csv.writer(line, delimiter="\t", lineterminator="\n").writerow(cells)
    text = old + ("" if old.endswith("\n") else "\n") + line.getvalue()
    write_whole(path, text.encode(), "choose another folder with --judgements")
    return path
