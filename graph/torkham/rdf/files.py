"""Writing a graph to a folder: every file first under a temporary name, so that a failure leaves the old ones whole."""

from collections.abc import Iterable, Iterator, Mapping
from errno import EISDIR
from pathlib import Path

from torkham import resources
from torkham.errors import OutputError
from torkham.model import Dataset
from torkham.rdf.jsonld import jsonld
from torkham.rdf.turtle import trig, turtle
from torkham.writing import aside, discard

_ONTOLOGY = ("torkham.ttl", "codes.ttl", "alignments.ttl")


def write(dataset: Dataset, folder: Path, beside: Mapping[str, str] | None = None) -> list[Path]:
    """Writes graph.ttl, graph.trig, graph.jsonld, ontology.ttl and what else goes ``beside`` them (text by file name);
    returns their paths.

    Raises:
        OutputError: a file cannot be written; those that were there before are untouched.
    """
    pieces: dict[str, Iterable[str]] = {
        "graph.ttl": turtle(dataset),
        "graph.trig": trig(dataset),
        "graph.jsonld": jsonld(dataset),
        "ontology.ttl": _ontology(),
        **{name: [text] for name, text in (beside or {}).items()},
    }
    asides = {name: aside(folder / name) for name in pieces}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in pieces.items():
            _write_text(asides[name], text)
        for name in asides:
            if (folder / name).is_dir():
                raise IsADirectoryError(EISDIR, f"{name} there is a folder")
        for name, part in asides.items():
            part.replace(folder / name)
    except OSError as error:
        why = "it is no folder" if folder.is_file() else error.strerror
        raise OutputError(
            f"{folder}: the graph cannot be written there ({why}); free space or choose another --out"
        ) from error
    finally:
        for part in asides.values():
            discard(part)
    return [folder / name for name in pieces]


def _write_text(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)


def _ontology() -> Iterator[str]:
    """The ontology with codes and alignments as one: only the first may be headed as an owl:Ontology, for a document has
    one such header (OWL 2 Mapping to RDF Graphs, section 3.1.1), else readers take the last for the document's name.
    """
    for name in _ONTOLOGY:
        path = resources.ontology() / name
        if path.exists():
            blocks = path.read_text(encoding="utf-8").split("\n\n")
            kept = blocks if name == _ONTOLOGY[0] else [block for block in blocks if " a owl:Ontology" not in block]
            yield "\n\n".join(kept) + "\n"
