"""The actors and places that Torkham knows beforehand (``ontology/actors.ttl``)."""

from collections import defaultdict
from pathlib import Path

import msgspec
import pyoxigraph as ox

from torkham.errors import OntologyError

_ID = "https://w3id.org/torkham/id/"
_TK = "https://w3id.org/torkham/ontology#"
_RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_ALT_LABEL = "http://www.w3.org/2004/02/skos/core#altLabel"
_SAME_AS = "https://schema.org/sameAs"


class KnownName(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of ``actors.ttl``.

    ``key`` is the last part of its IRI ('unhcr'), for places with 'place:' before it; ``label`` the preferred English
    name; ``names`` all English names; ``translations`` (language, name) pairs in other languages. ``adjectives``
    ('Afghan') and ``nationals`` ('Afghans') belong to states, ``metonyms`` are capitals that stand for them.
    ``territory``, ``country`` and ``part_of`` are keys of other entries. ``same_as`` are IRIs elsewhere.
    """

    key: str
    type: str
    label: str
    names: tuple[str, ...]
    translations: tuple[tuple[str, str], ...] = ()
    adjectives: tuple[str, ...] = ()
    nationals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    territory: str | None = None
    country: str | None = None
    part_of: str | None = None
    same_as: tuple[str, ...] = ()


def load(path: Path) -> tuple[KnownName, ...]:
    """All entries of the file, sorted by key.

    Raises:
        OntologyError: the file is missing, is not Turtle, or an entry lacks its type or English label.
    """
    described: dict[str, dict[str, list[ox.Literal | ox.NamedNode]]] = defaultdict(lambda: defaultdict(list))
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal | ox.NamedNode):
                described[quad.subject.value][quad.predicate.value].append(quad.object)
    except (OSError, SyntaxError) as error:
        raise OntologyError(f"{path}: {error}") from error
    entries = (_entry(iri, values, path) for iri, values in described.items() if iri.startswith(_ID))
    return tuple(sorted(entries, key=lambda entry: entry.key))


def key_of(iri: str) -> str:
    """'…/id/actor/unhcr' -> 'unhcr', '…/id/place/torkham' -> 'place:torkham'."""
    kind, _, name = iri.removeprefix(_ID).partition("/")
    return name if kind == "actor" else f"{kind}:{name}"


def _entry(iri: str, values: dict[str, list[ox.Literal | ox.NamedNode]], path: Path) -> KnownName:
    def texts(term: str) -> list[tuple[str, str]]:
        return sorted((one.language or "en", one.value) for one in values.get(term, ()) if isinstance(one, ox.Literal))

    def english(term: str) -> tuple[str, ...]:
        return tuple(text for language, text in texts(term) if language == "en")

    def link(term: str) -> str | None:
        found = sorted(one.value for one in values.get(term, ()))
        return key_of(found[0]) if found else None

    types = sorted(one.value.removeprefix(_TK) for one in values.get(_RDF_TYPE, ()) if one.value.startswith(_TK))
    labels = english(_RDFS_LABEL)
    if not types or not labels:
        raise OntologyError(f"{path}: <{iri}> needs a type of the ontology and an English rdfs:label")
    return KnownName(
        key=key_of(iri),
        type=types[0],
        label=labels[0],
        names=(labels[0], *english(_ALT_LABEL)),
        translations=tuple(pair for pair in texts(_RDFS_LABEL) + texts(_ALT_LABEL) if pair[0] != "en"),
        adjectives=english(_TK + "demonym"),
        nationals=english(_TK + "national"),
        metonyms=english(_TK + "metonym"),
        territory=link(_TK + "territory"),
        country=link(_TK + "inCountry"),
        part_of=link(_TK + "partOf"),
        same_as=tuple(sorted(one.value for one in values.get(_SAME_AS, ()))),
    )
