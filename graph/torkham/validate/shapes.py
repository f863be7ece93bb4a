"""The shapes of ``ontology/shapes/`` as one graph."""

from functools import cache
from pathlib import Path

from rdflib import Graph

from torkham import resources
from torkham.errors import OntologyError


@cache
def load(folder: Path | None = None) -> Graph:
    """All shapes of a folder, by default the shipped ones.

    Raises:
        OntologyError: a file is not Turtle, or there is none.
    """
    folder = folder or resources.ontology() / "shapes"
    shapes = Graph()
    for path in sorted(folder.glob("*.ttl")):
        try:
            shapes.parse(path, format="ox-turtle")
        except (OSError, SyntaxError) as error:
            raise OntologyError(f"{path}: {error}") from error
    if not len(shapes):
        raise OntologyError(f"{folder}: no shapes here; is the ontology complete?")
    return shapes
