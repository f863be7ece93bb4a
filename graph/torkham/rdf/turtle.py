"""Turtle and TriG that every parser and store reads alike: sorted, prefixed, one predicate a line, no blank nodes.

What stores do differently decides the form: a space before every full stop, full IRIs wherever a local name is not
plain, no escapes in local names, integers and booleans bare, prefixes of lower-case letters and digits.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from torkham.model import Dataset, Triple
from torkham.rdf.iri import Minter
from torkham.rdf.terms import BOOLEAN, INTEGER, RDF, RDFS
from torkham.vocabulary import NAMESPACE

_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
_VOCABULARIES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "tk": NAMESPACE,
    "void": "http://rdfs.org/ns/void#",
    "wd": "http://www.wikidata.org/entity/",
    "wgs": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_DATA = (
    "actor",
    "change",
    "correction",
    "date",
    "dating",
    "deadline",
    "dispute",
    "document",
    "event",
    "figure",
    "graph",
    "identity",
    "mention",
    "passage",
    "place",
    "policy",
    "position",
    "report",
    "run",
    "software",
    "statement",
)
_FIRST = (f"<{RDF}type>", f"<{RDFS}label>")


def prefixes(base: str) -> dict[str, str]:
    """The prefixes of a graph: vocabularies, and one for each kind of thing under its base."""
    return dict(sorted({**_VOCABULARIES, **{kind: f"{base}{kind}/" for kind in _DATA}}.items()))


class Compactor:
    """Shortens terms in N-Triples syntax to what Turtle allows and all stores read."""

    def __init__(self, base: str) -> None:
        self._prefixes = {namespace: prefix for prefix, namespace in prefixes(base).items()}
        self._memo: dict[str, str] = {f"<{RDF}type>": "a"}

    def term(self, term: str) -> str:
        """A term in Turtle."""
        short = self._memo.get(term)
        if short is None:
            short = self._memo[term] = self._literal(term) if term.startswith('"') else self.iri(term)
        return short

    def iri(self, term: str) -> str:
        """An IRI with its prefix, or in full where the local name is not plain."""
        value = term[1:-1]
        at = max(value.rfind("/"), value.rfind("#")) + 1
        prefix = self._prefixes.get(value[:at])
        return f"{prefix}:{value[at:]}" if prefix and _LOCAL.fullmatch(value[at:]) else term

    def _literal(self, term: str) -> str:
        for bare in (INTEGER, BOOLEAN):
            if term.endswith(bare):
                return term[1 : -len(bare) - 1]
        quote = term.rfind('"')
        if term.startswith("^^", quote + 1):
            return term[: quote + 3] + self.iri(term[quote + 3 :])
        return term


def turtle(dataset: Dataset) -> Iterator[str]:
    """The merged graph, in pieces."""
    compact = Compactor(dataset.base)
    yield from _head(dataset.base)
    for block in _blocks(dataset.merged(), compact):
        yield f"\n{block}"


def trig(dataset: Dataset) -> Iterator[str]:
    """Every triple in its named graph, in pieces."""
    compact = Compactor(dataset.base)
    yield from _head(dataset.base)
    for name, triples in named_graphs(dataset):
        yield f"\n{compact.iri(f'<{name}>')} {{\n"
        for block in _blocks(triples, compact):
            yield f"\n{block}"
        yield "}\n"


def named_graphs(dataset: Dataset) -> list[tuple[str, Iterable[Triple]]]:
    """The IRI and the triples of each named graph, sorted."""
    mint = Minter(dataset.base)
    shared = [(mint.graph("entities"), dataset.entities), (mint.graph("resolution"), dataset.resolution)]
    return sorted([*shared, *((mint.document_graph(name), each) for name, each in dataset.documents.items())])


def _head(base: str) -> Iterator[str]:
    for prefix, namespace in prefixes(base).items():
        yield f"@prefix {prefix}: <{namespace}> .\n"


def _blocks(triples: Iterable[Triple], compact: Compactor) -> list[str]:
    """One block for each subject, sorted by how the subject is written."""
    return sorted(_block(s, about, compact) for s, about in groupby(triples, key=lambda triple: triple[0]))


def _block(subject: str, about: Iterable[Triple], compact: Compactor) -> str:
    """Everything of one subject; its type first, its label second, then the rest by predicate."""
    lines = []
    by_predicate = sorted(about, key=lambda t: (_FIRST.index(t[1]) if t[1] in _FIRST else len(_FIRST), t[1:]))
    for predicate, group in groupby(by_predicate, key=lambda triple: triple[1]):
        objects = " , ".join(compact.term(value) for _, _, value in group)
        lines.append(f"{compact.term(predicate)} {objects}")
    return f"{compact.iri(subject)} " + " ;\n    ".join(lines) + " .\n"
