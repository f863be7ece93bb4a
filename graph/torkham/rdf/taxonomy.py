"""What the ontology says of a class or property: its superclasses, labels, notations and values."""

from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox

from torkham.errors import OntologyError
from torkham.model import Triple
from torkham.rdf.terms import OWL, RDF, RDFS, SKOS
from torkham.vocabulary import NAMESPACE

_SHOWN = (RDFS + "label", RDFS + "subClassOf", SKOS + "notation", RDF + "type")
_META = {OWL + "NamedIndividual", OWL + "FunctionalProperty", OWL + "SymmetricProperty", OWL + "TransitiveProperty"}


class Taxonomy:
    """The terms of ``torkham.ttl`` with what the graph repeats of them."""

    def __init__(self, path: Path) -> None:
        self._supers: dict[str, set[str]] = defaultdict(set)
        self._shown: dict[str, list[Triple]] = defaultdict(list)
        self._types: dict[str, tuple[str, ...]] = {}
        for triple in _parse(path):
            self._take(triple)

    def _take(self, triple: ox.Triple) -> None:
        subject, predicate, value = triple.subject, triple.predicate.value, triple.object
        if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode | ox.Literal):
            return
        if predicate == RDFS + "subClassOf":
            self._supers[subject.value].add(value.value)
        if subject.value.startswith(NAMESPACE) and predicate in _SHOWN and value.value not in _META:
            self._shown[subject.value].append((str(subject), f"<{predicate}>", str(value)))

    def types(self, name: str) -> tuple[str, ...]:
        """A class and all its superclasses, sorted."""
        if name not in self._types:
            self._types[name] = self._closure(name)
        return self._types[name]

    def _closure(self, name: str) -> tuple[str, ...]:
        found: set[str] = set()
        todo = [name]
        while todo:
            current = todo.pop()
            if current not in found:
                found.add(current)
                todo.extend(self._supers.get(current, ()))
        return tuple(sorted(found))

    def describe(self, used: set[str]) -> set[Triple]:
        """Label, superclasses, notation and kind of every used term of the ontology, superclasses included."""
        names = {each for name in used for each in self.types(name)}
        return {triple for name in names for triple in self._shown.get(name, ())}


def _parse(path: Path) -> list[ox.Triple]:
    try:
        return [quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)]
    except (OSError, SyntaxError) as error:
        raise OntologyError(f"{path}: {error}") from error
