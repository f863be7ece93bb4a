"""JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/) of the merged graph: one object per thing, prefixes as context."""

import json
from collections.abc import Iterator
from itertools import groupby

import pyoxigraph as ox

from torkham.model import Dataset, Triple
from torkham.rdf.terms import RDF, XSD
from torkham.rdf.turtle import Compactor, prefixes

_TYPE = f"<{RDF}type>"


def jsonld(dataset: Dataset) -> Iterator[str]:
    """The document, in pieces: one thing a line."""
    compact = Compactor(dataset.base)
    yield '{"@context": ' + _json(prefixes(dataset.base)) + ',\n"@graph": ['
    for number, (subject, about) in enumerate(groupby(dataset.merged(), key=lambda triple: triple[0])):
        yield (",\n" if number else "\n") + _json(_thing(subject, list(about), compact))
    yield "\n]}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _thing(subject: str, about: list[Triple], compact: Compactor) -> dict[str, object]:
    thing: dict[str, object] = {"@id": _name(subject, compact)}
    for predicate, group in groupby(about, key=lambda triple: triple[1]):
        if predicate == _TYPE:
            thing["@type"] = [_name(value, compact) for _, _, value in group]
        else:
            values = [_value(value, compact) for _, _, value in group]
            thing[_name(predicate, compact)] = values[0] if len(values) == 1 else values
    return thing


def _name(term: str, compact: Compactor) -> str:
    return compact.iri(term).strip("<>")


def _value(term: str, compact: Compactor) -> object:
    if term.startswith("<"):
        return {"@id": _name(term, compact)}
    literal = _parse(term)
    if literal.language:
        return {"@value": literal.value, "@language": literal.language}
    datatype = literal.datatype.value
    if datatype == XSD + "integer":
        return int(literal.value)
    if datatype == XSD + "boolean":
        return literal.value == "true"
    if datatype == XSD + "string":
        return literal.value
    return {"@value": literal.value, "@type": compact.iri(f"<{datatype}>").strip("<>")}


def _parse(term: str) -> ox.Literal:
    line = f"<urn:s> <urn:p> {term} .".encode()
    (quad,) = ox.parse(line, format=ox.RdfFormat.N_TRIPLES)
    assert isinstance(quad.object, ox.Literal)
    return quad.object
