"""Tables as text: for reading (table, markdown) and for programs (csv, json)."""

import csv
import io
import shutil
from typing import Literal

import msgspec

from torkham.query.engine import PREFIXES
from torkham.query.table import Cell, Table, line

Format = Literal["table", "csv", "json", "markdown"]
_OFFSETS = {"start", "end"}
_SHORTENED = sorted({PREFIXES["tk"]: "tk:", "https://w3id.org/torkham/id/": ""}.items())
_WIDE = 200


def write(table: Table, form: Format, terminal: bool = False) -> str:
    """The table in a format, ending in a line break.

    ``json`` is an array of flat objects, numbers as numbers, empty as null; ``csv`` is RFC 4180 with a header
    and plain line feeds;
    ``table`` is for eyes: it leaves out offsets and columns without a value, and shortens IRIs of this graph.
    """
    match form:
        case "json":
            return msgspec.json.format(msgspec.json.encode(table.records()), indent=2).decode() + "\n"
        case "csv":
            return _csv(table)
        case "markdown":
            return _markdown(table)
        case "table":
            return _drawn(table, terminal)


def text(cell: Cell) -> str:
    """A cell as text: nothing for None, true and false as SPARQL writes them."""
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def short(value: str) -> str:
    """An IRI of this graph without what all of them share."""
    for whole, brief in _SHORTENED:
        if value.startswith(whole):
            return brief + value.removeprefix(whole)
    return value


def _csv(table: Table) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([text(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _markdown(table: Table) -> str:
    lines = [table.columns, ["---"] * len(table.columns), *([_escaped(cell) for cell in row] for row in table.rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _escaped(cell: Cell) -> str:
    return " ".join(text(cell).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").split())


def _drawn(table: Table, terminal: bool) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table as Drawn
    from rich.text import Text

    shown = [
        index
        for index, column in enumerate(table.columns)
        if column not in _OFFSETS and (not table.rows or any(row[index] is not None for row in table.rows))
    ]
    drawn = Drawn(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for index in shown:
        number = any(isinstance(row[index], int) for row in table.rows)
        drawn.add_column(table.columns[index], justify="right" if number else "left", overflow="fold")
    for row in table.rows:
        drawn.add_row(*(Text(line(short(text(row[index])))) for index in shown))
    width = shutil.get_terminal_size().columns if terminal else _WIDE
    console = Console(file=io.StringIO(), width=width, force_terminal=terminal, highlight=False, legacy_windows=False)
    with console.capture() as captured:
        console.print(drawn)
    count = f"{len(table.rows):,} row{'' if len(table.rows) == 1 else 's'}"
    return "\n".join(line.rstrip() for line in captured.get().splitlines()) + f"\n\n{count}\n"
