"""What the rdf stage hands on: triples by named graph, and the run that made them."""

import msgspec

Triple = tuple[str, str, str]
"""Subject, predicate and object, each in N-Triples syntax: ``<iri>`` or a literal."""


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """What made a graph: the program's version, the model that read the text, a digest over the lexicon. No clock."""

    version: str
    model: str
    lexicon: str = ""


class Dataset(msgspec.Struct, frozen=True, kw_only=True):
    """All triples of a graph, sorted; each lies in exactly one of the three kinds of named graph.

    ``documents`` holds the triples of ``graph/<document>`` by document id, ``entities`` those of ``graph/entities``
    (actors, places, instants, vocabulary), ``resolution`` those of ``graph/resolution``. ``base`` begins every IRI of
    the data.
    """

    base: str
    documents: dict[str, tuple[Triple, ...]]
    entities: tuple[Triple, ...]
    resolution: tuple[Triple, ...]

    def merged(self) -> list[Triple]:
        """Every triple once, sorted."""
        graphs = [self.entities, self.resolution, *self.documents.values()]
        return sorted({triple for graph in graphs for triple in graph})
