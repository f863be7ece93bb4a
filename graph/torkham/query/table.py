"""Rows with named columns: what every question and SELECT gives."""

import msgspec

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]


class Table(msgspec.Struct, frozen=True):
    """Columns and rows. None stands for unbound and for empty: they are the same."""

    columns: tuple[str, ...]
    rows: list[Row]

    def records(self) -> list[dict[str, Cell]]:
        """Each row as a flat object whose keys are the columns."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]
