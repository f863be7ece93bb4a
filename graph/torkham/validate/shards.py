"""A graph in pieces that fit in memory: some documents at a time, then the resolution with the actors.

Each piece brings the types of whatever it links to, so that ``sh:class`` can be decided; what belongs to another piece
is not judged in this one.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from torkham.model import Dataset, Triple

TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
DOCUMENTS = 25


class Shard(NamedTuple):
    """Triples to check, and for each node that is judged here its document (None for the resolution)."""

    triples: set[Triple]
    owners: Mapping[str, str | None]


def shards(dataset: Dataset, size: int = DOCUMENTS) -> Iterator[Shard]:
    """The pieces of a data set, ``size`` documents in each."""
    types = _types(dataset)
    shared = [*dataset.entities, *dataset.resolution]
    documents = iter(dataset.documents.items())
    while some := list(islice(documents, size)):
        owners: dict[str, str | None] = {s: name for name, triples in some for s, _, _ in triples}
        own = [triple for _, triples in some for triple in triples]
        about = [triple for triple in dataset.resolution if triple[0] in owners or triple[2] in owners]
        yield Shard(_with_types([*own, *about], types), owners)
    elsewhere = {s for triples in dataset.documents.values() for s, _, _ in triples}
    yield Shard(_with_types(shared, types), {s: None for s, _, _ in shared if s not in elsewhere})


def _types(dataset: Dataset) -> dict[str, list[Triple]]:
    found: dict[str, list[Triple]] = {}
    for graph in (dataset.entities, dataset.resolution, *dataset.documents.values()):
        for triple in graph:
            if triple[1] == TYPE:
                found.setdefault(triple[0], []).append(triple)
    return found


def _with_types(triples: Iterable[Triple], types: Mapping[str, list[Triple]]) -> set[Triple]:
    whole = set(triples)
    linked = {term for s, _, o in whole for term in (s, o)}
    return whole.union(*(types.get(term, ()) for term in linked))
