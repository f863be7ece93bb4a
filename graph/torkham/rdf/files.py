"""Writing a graph to a folder: every file first under a temporary name, so that a failure leaves the old ones whole."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from torkham import resources
from torkham.errors import OutputError
from torkham.model import Dataset
from torkham.rdf.jsonld import jsonld
from torkham.rdf.turtle import trig, turtle

_ONTOLOGY = ("torkham.ttl", "codes.ttl", "alignments.ttl")


def write(dataset: Dataset, folder: Path) -> list[Path]:
    """Writes graph.ttl, graph.trig, graph.jsonld and ontology.ttl; returns their paths.

    Raises:
        OutputError: a file cannot be written; those that were there before are untouched.
    """
    pieces = {
        "graph.ttl": turtle(dataset),
        "graph.trig": trig(dataset),
        "graph.jsonld": jsonld(dataset),
        "ontology.ttl": _ontology(),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        ready = [_write_aside(folder / name, text) for name, text in pieces.items()]
        for aside, path in ready:
            aside.replace(path)
    except OSError as error:
        raise OutputError(f"{folder}: the graph cannot be written: {error}") from error
    return [path for _, path in ready]


def _write_aside(path: Path, pieces: Iterable[str]) -> tuple[Path, Path]:
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with aside.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
    return aside, path


def _ontology() -> Iterator[str]:
    for name in _ONTOLOGY:
        path = resources.ontology() / name
        if path.exists():
            yield path.read_text(encoding="utf-8") + "\n"
