"""The known actors and places of ``ontology/actors.ttl``, as plain records."""

from collections import defaultdict
from functools import cache
from pathlib import Path

import msgspec
import pyoxigraph as ox

from torkham import resources
from torkham.errors import OntologyError

BASE = "https://w3id.org/torkham/id/"
TK = "https://w3id.org/torkham/ontology#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
ALTERNATIVE = "http://www.w3.org/2004/02/skos/core#altLabel"
SAME = "https://schema.org/sameAs"
WORKS = "https://schema.org/worksFor"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class KnownName(msgspec.Struct, frozen=True, kw_only=True):
    """One entry. ``key`` is 'unhcr' for an actor, 'place:torkham' for a place; ``type`` the local name of its class.

    ``names`` are the surfaces in ``language`` (and those without a language), the preferred ``label`` first;
    ``translations`` are (language, name) of all others. ``demonyms`` ('Pakistani'), ``nationals`` ('Pakistanis') and
    ``metonyms`` ('Islamabad') belong to states. ``part_of``, ``in_country`` and ``territory`` are keys of other entries;
    ``works_for`` is the key of the state for which a known person holds office; ``same_as`` are IRIs of Wikidata or GeoNames.
    """

    key: str
    label: str
    names: tuple[str, ...]
    type: str
    language: str = "en"
    translations: tuple[tuple[str, str], ...] = ()
    demonyms: tuple[str, ...] = ()
    nationals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    in_country: str | None = None
    territory: str | None = None
    works_for: str | None = None
    same_as: tuple[str, ...] = ()


@cache
def load(path: Path | None = None, language: str = "en") -> tuple[KnownName, ...]:
    """The entries of ``actors.ttl`` (by default the shipped one), sorted by key.

    Raises:
        OntologyError: the file is missing or no Turtle, or an entry lacks its label in ``language`` or its class.
    """
    path = path or resources.ontology() / "actors.ttl"
    found: dict[str, dict[str, list[ox.Literal | ox.NamedNode]]] = defaultdict(lambda: defaultdict(list))
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            subject, value = quad.subject, quad.object
            if isinstance(subject, ox.NamedNode) and isinstance(value, ox.Literal | ox.NamedNode):
                found[subject.value][quad.predicate.value].append(value)
    except (OSError, SyntaxError, ValueError) as error:
        raise OntologyError(f"{path}: {error}") from error
    entries = {key: about for subject, about in found.items() if (key := _key(subject)) is not None}
    return tuple(_entry(key, entries[key], language, path) for key in sorted(entries))


def _key(iri: str) -> str | None:
    kind, _, name = iri.removeprefix(BASE).partition("/")
    if not iri.startswith(BASE) or not name:
        return None
    return name if kind == "actor" else f"{kind}:{name}"


def _entry(key: str, about: dict[str, list[ox.Literal | ox.NamedNode]], language: str, path: Path) -> KnownName:
    labels = _texts(about[LABEL], language)
    classes = sorted(v.value.removeprefix(TK) for v in about[TYPE] if v.value.startswith(TK))
    if not labels or not classes:
        lack = f"rdfs:label@{language}" if not labels else "a class of torkham.ttl"
        raise OntologyError(f"{path}: {key} has no {lack}; add one")
    every = [v for v in about[LABEL] + about[ALTERNATIVE] if isinstance(v, ox.Literal)]
    return KnownName(
        key=key,
        label=labels[0],
        names=tuple(dict.fromkeys([*labels, *_texts(about[ALTERNATIVE], language)])),
        type=classes[0],
        language=language,
        translations=tuple(sorted({(v.language, v.value) for v in every if v.language not in (None, language)})),
        demonyms=_texts(about[TK + "demonym"], language),
        nationals=_texts(about[TK + "national"], language),
        metonyms=_texts(about[TK + "metonym"], language),
        part_of=_keys(about[TK + "partOf"]),
        in_country=next(iter(_keys(about[TK + "inCountry"])), None),
        territory=next(iter(_keys(about[TK + "territory"])), None),
        works_for=next(iter(_keys(about[WORKS])), None),
        same_as=tuple(sorted(v.value for v in about[SAME])),
    )


def _texts(values: list[ox.Literal | ox.NamedNode], language: str) -> tuple[str, ...]:
    return tuple(v.value for v in values if isinstance(v, ox.Literal) and v.language in (None, language))


def _keys(values: list[ox.Literal | ox.NamedNode]) -> tuple[str, ...]:
    return tuple(sorted(key for v in values if (key := _key(v.value)) is not None))
