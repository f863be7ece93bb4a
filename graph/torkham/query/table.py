"""Rows with named columns: what every question and SELECT gives."""

import msgspec

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]

_CONTROL = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r\x0b\x0c\x85"}


class Table(msgspec.Struct, frozen=True):
    """Columns and rows. None stands for unbound and for empty: they are the same."""

    columns: tuple[str, ...]
    rows: list[Row]

    def records(self) -> list[dict[str, Cell]]:
        """Each row as a flat object whose keys are the columns."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def line(text: str) -> str:
    """Text of an article as one line for a terminal: an escape sequence in it must not reach the terminal as such."""
    return " ".join(text.translate(_CONTROL).split())
