"""JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/) of the merged graph: one object per thing, prefixes as context."""

import json
from collections.abc import Iterator
from itertools import groupby

from torkham.model import Dataset, Triple
from torkham.rdf.terms import BOOLEAN, INTEGER, RDF
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
    quote = term.rfind('"')
    text = json.loads(term[: quote + 1])  # N-Triples escapes are a part of JSON's
    suffix = term[quote + 1 :]
    if suffix.startswith("@"):
        return {"@value": text, "@language": suffix[1:]}
    if suffix == INTEGER:
        return int(text)
    if suffix == BOOLEAN:
        return bool(text == "true")
    return {"@value": text, "@type": _name(suffix[2:], compact)} if suffix else text
