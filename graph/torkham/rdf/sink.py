"""Where triples of one named graph gather: one short call per kind of value, nothing written for None."""

from collections.abc import Iterable

from torkham.model import Triple
from torkham.rdf import terms
from torkham.rdf.taxonomy import Taxonomy
from torkham.rdf.terms import RDF, RDFS, iri


class Sink:
    """A set of triples. Subjects, predicates and linked things are given as IRIs without angle brackets."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.triples: set[Triple] = set()
        self._taxonomy = taxonomy

    def node(self, subject: str, kind: str, label: str | None = None) -> None:
        """A thing with its type, all wider types, and an English label."""
        self.link(subject, RDF + "type", *self._taxonomy.types(kind))
        if label:
            self.text(subject, RDFS + "label", label, "en")

    def link(self, subject: str, predicate: str, *objects: str | None) -> None:
        """Links to other things; None is passed over."""
        self._add(subject, predicate, (iri(each) for each in objects if each is not None))

    def text(self, subject: str, predicate: str, value: str | None, language: str = "") -> None:
        """A string; None and the empty one mean that there is nothing to say."""
        if value:
            self._add(subject, predicate, [terms.text(value, language)])

    def number(self, subject: str, predicate: str, value: int | None) -> None:
        """An integer."""
        if value is not None:
            self._add(subject, predicate, [terms.integer(value)])

    def flag(self, subject: str, predicate: str, value: bool) -> None:
        """A boolean."""
        self._add(subject, predicate, [terms.boolean(value)])

    def literal(self, subject: str, predicate: str, term: str) -> None:
        """A literal that is a term already."""
        self._add(subject, predicate, [term])

    def _add(self, subject: str, predicate: str, objects: Iterable[str]) -> None:
        self.triples.update((iri(subject), iri(predicate), value) for value in objects)
