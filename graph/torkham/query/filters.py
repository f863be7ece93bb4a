"""An analyst's filters, applied to rows: the same whatever engine gave them."""

from collections.abc import Callable, Mapping
from datetime import date

import msgspec

from torkham.errors import QueryError
from torkham.query.dates import parse, span
from torkham.query.folding import fold
from torkham.query.table import Row, Table

_ROLES = {"agent", "patient", "addressee", "attributed_to", "via", "speaker", "told_to", "person", "organisation"}
_ACTORS = _ROLES | {"issuer", "targets", "set_by", "applies_to", "population", "place", "publisher"}
_DOCUMENTS = ("document", "document_a", "document_b", "documents")
_DATES = (("date", "date_end"), ("published", None), ("announced", None), ("date_a", None), ("date_b", None))
_JOINED = " | "


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Which rows to keep: of a document (id), about an actor (label, other name or IRI), from ``since`` to ``until``.

    Dates are ISO days, months or years. A row stays if any day that its date may be lies in between; one whose date is
    not known, not even the year, is left out.
    """

    document: str | None = None
    actor: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def empty(self) -> bool:
        """Whether every row passes."""
        return self == Filters()


def apply(table: Table, filters: Filters, actors: Table | None) -> Table:
    """The rows that pass; ``actors`` is the answer to the question of that name, needed for ``filters.actor``.

    Raises:
        QueryError: a date is malformed, the dates exclude each other, or the graph knows no such actor.
    """
    dated = filters.since is not None or filters.until is not None
    tests = [
        *([_in_document(table, filters.document)] if filters.document is not None else []),
        *([_about(table, filters.actor, actors)] if filters.actor is not None and actors else []),
        *([_dated(table, filters.since, filters.until)] if dated else []),
    ]
    return Table(table.columns, [row for row in table.rows if all(test(row) for test in tests)])


def _in_document(table: Table, document: str) -> Callable[[Row], bool]:
    places = [index for index, column in enumerate(table.columns) if column in _DOCUMENTS]
    return lambda row: any(document in _parts(row[index]) for index in places)


def _about(table: Table, name: str, actors: Table) -> Callable[[Row], bool]:
    """Rows with the actor in a cell; where no column holds actors, those of its documents or with its label."""
    labels, iris, documents = _known(name, actors)
    columns = [column.removesuffix("_a").removesuffix("_b") for column in table.columns]
    if "actor" in columns:
        at = columns.index("actor")
        return lambda row: row[at] in iris
    places = [index for index, column in enumerate(columns) if column in _ACTORS]
    if "label" in columns and "kind" in columns:
        at = columns.index("label")
        return lambda row: any(label in _words(row[at]) for label in labels)
    if "document" in columns and "title" in columns:
        at = columns.index("document")
        return lambda row: row[at] in documents
    return lambda row: any(fold(part) in labels for index in places for part in _parts(row[index]))


def _words(label: object) -> list[str]:
    """The actors of a timeline label, 'Type: agent → patient'."""
    _, _, rest = str(label or "").partition(": ")
    return [fold(part) for side in rest.split("→") for part in _parts(side.strip())]


def _known(name: str, actors: Table) -> tuple[set[str], set[str], set[str]]:
    """The folded labels, IRIs and documents of the actors called ``name``: exactly, else in part."""
    wanted = fold(name)
    records = actors.records()
    exact = [r for r in records if wanted in {fold(n) for n in _names(r)} or name == r["actor"]]
    found = exact or [r for r in records if wanted and any(wanted in fold(n) for n in _names(r))]
    if not found:
        raise QueryError(f"the graph knows no actor called {name!r}; torkham ask actors lists them")
    documents = {document for record in found for document in _parts(record.get("documents"))}
    return {fold(str(record["label"])) for record in found}, {str(record["actor"]) for record in found}, documents


def _names(record: Mapping[str, object]) -> list[str]:
    return [str(record["label"]), *_parts(record.get("aliases"))]


def _dated(table: Table, since: str | None, until: str | None) -> Callable[[Row], bool]:
    first = parse(since)[0] if since is not None else None
    last = parse(until)[1] if until is not None else None
    if first and last and first > last:
        raise QueryError(f"no day is both since {since} and until {until}; exchange the two")
    places = [
        (table.columns.index(begin), table.columns.index(end) if end in table.columns else None)
        for begin, end in _DATES
        if begin in table.columns
    ]
    places = [place for place in places if table.columns[place[0]] != "announced"] or places

    def passes(row: Row) -> bool:
        spans = [_whole(row[begin], row[end] if end is not None else None) for begin, end in places]
        return any(s and (first is None or s[1] >= first) and (last is None or s[0] <= last) for s in spans)

    return passes


def _whole(begin: object, end: object) -> tuple[date, date] | None:
    from_, to = span(str(begin) if begin else None), span(str(end) if end else None)
    if from_ is None:
        return None
    return from_[0], max(from_[1], to[1]) if to else from_[1]


def _parts(cell: object) -> list[str]:
    return str(cell).split(_JOINED) if cell is not None else []
