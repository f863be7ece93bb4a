"""Actors, places and days: described once, in the entities graph, however many articles speak of them."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from torkham.errors import OntologyError
from torkham.model import Actor
from torkham.rdf import terms
from torkham.rdf.datings import instant_iri
from torkham.rdf.sink import Sink
from torkham.rdf.terms import RDF, RDFS, SCHEMA, SKOS, TIME
from torkham.rdf.world import World
from torkham.vocabulary import NAMESPACE, TK

_LINKS = {TK.partOf, TK.inCountry, TK.territory}
_KNOWN_BASE = "https://w3id.org/torkham/id/"
_WGS = "http://www.w3.org/2003/01/geo/wgs84_pos#"


class Known:
    """What ``actors.ttl`` says of an actor or place beyond what a reading carries: labels, links, coordinates."""

    def __init__(self, path: Path) -> None:
        self.about: dict[str, list[ox.Triple]] = defaultdict(list)
        try:
            quads = list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)) if path.exists() else []
        except (OSError, SyntaxError) as error:
            raise OntologyError(f"{path}: {error}") from error
        for quad in quads:
            if isinstance(quad.subject, ox.NamedNode):
                self.about[quad.subject.value.removeprefix(_KNOWN_BASE)].append(quad.triple)


def write_entities(world: World, sink: Sink, known: Known) -> None:
    """Every actor and place in use, whatever known ones they belong to, and the days of datings."""
    used = [world.actors[key] for key in sorted(world.used)]
    described = {world.iri(actor).removeprefix(world.mint.base) for actor in used}
    for actor in used:
        _write_actor(world, sink, actor)
    todo = sorted(world.iri(actor).removeprefix(world.mint.base) for actor in used if actor.known)
    done: set[str] = set()
    while todo:
        path = todo.pop()
        if path not in done:
            done.add(path)
            todo.extend(_write_known(sink, world.mint.base, known.about.get(path, ()), path in described))
    for day in sorted(world.days):
        node = instant_iri(world, day)
        sink.node(node, TIME + "Instant")
        sink.literal(node, TIME + "inXSDDate", terms.date(day.isoformat()))


def _write_actor(world: World, sink: Sink, actor: Actor) -> None:
    node = world.iri(actor)
    kind = getattr(TK, actor.type)
    sink.node(node, kind, actor.label)
    if actor.type != "Place":
        sink.link(node, TK.actorType, kind)
    for alias in actor.aliases:
        sink.text(node, SKOS + "altLabel", alias, "en")
    sink.text(node, TK.aliasLabels, " | ".join(sorted(set(actor.aliases))))
    sink.link(node, SCHEMA + "sameAs", *actor.same_as)
    sink.text(node, TK.sameAsList, " | ".join(sorted(set(actor.same_as))))
    mentions = [len(world.readings[m.document].entities[m.entity].mentions) for m in actor.members]
    sink.number(node, TK.mentionCount, sum(mentions))
    sink.text(node, TK.documentList, " | ".join(sorted({member.document for member in actor.members})))


def _write_known(sink: Sink, base: str, about: Iterable[ox.Triple], described: bool) -> list[str]:
    """Copies what is known of one actor or place; returns the paths of those that it links to.

    One that is ``described`` has its type and English label from the corpus; others are only linked to.
    """
    linked = []
    for triple in about:
        node = base + str(triple.subject)[1:-1].removeprefix(_KNOWN_BASE)
        predicate, value = triple.predicate.value, triple.object
        if isinstance(value, ox.Literal):
            if predicate.startswith(_WGS) or _is_name(predicate, value, described):
                sink.literal(node, predicate, str(value))
        elif isinstance(value, ox.NamedNode) and predicate in _LINKS:
            linked.append(value.value.removeprefix(_KNOWN_BASE))
            sink.link(node, predicate, base + linked[-1])
        elif isinstance(value, ox.NamedNode) and predicate == SCHEMA + "sameAs":
            sink.link(node, predicate, value.value)
        elif isinstance(value, ox.NamedNode) and predicate == RDF + "type" and not described:
            _write_kind(sink, node, value.value)
    return linked


def _is_name(predicate: str, value: ox.Literal, described: bool) -> bool:
    """Whether to copy a name; the English label of a described actor is there already."""
    own = described and value.language == "en"
    return predicate == SKOS + "altLabel" or (predicate == RDFS + "label" and not own)


def _write_kind(sink: Sink, node: str, kind: str) -> None:
    sink.node(node, kind)
    if kind.startswith(NAMESPACE) and kind != TK.Place:
        sink.link(node, TK.actorType, kind)
