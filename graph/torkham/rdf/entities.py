"""Actors, places and days: described once, in the entities graph, however many articles speak of them."""

from collections import defaultdict
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
    todo = []
    for key in sorted(world.used):
        actor = world.actors[key]
        _write_actor(world, sink, actor)
        if actor.known:
            todo.append(world.iri(actor).removeprefix(world.mint.base))
    done: set[str] = set()
    while todo:
        path = todo.pop()
        if path not in done:
            done.add(path)
            todo.extend(_write_known(world, sink, known, path))
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


def _write_known(world: World, sink: Sink, known: Known, path: str) -> list[str]:
    """Copies what is known of one actor or place; returns the paths of those that it links to."""
    node, linked = world.mint.base + path, []
    described = path.partition("/")[2] in world.used and world.actors[path.partition("/")[2]].known
    for triple in known.about.get(path, ()):
        predicate, value = triple.predicate.value, triple.object
        if predicate in _LINKS and isinstance(value, ox.NamedNode):
            linked.append(value.value.removeprefix(_KNOWN_BASE))
            sink.link(node, predicate, world.mint.base + linked[-1])
        elif isinstance(value, ox.Literal) and (predicate.startswith(_WGS) or _is_name(predicate, value, described)):
            sink.literal(node, predicate, str(value))
        elif predicate == RDF + "type" and isinstance(value, ox.NamedNode) and not described:
            _write_kind(sink, node, value.value)
        elif predicate == SCHEMA + "sameAs" and isinstance(value, ox.NamedNode):
            sink.link(node, predicate, value.value)
    return linked


def _is_name(predicate: str, value: ox.Literal, described: bool) -> bool:
    """Whether to copy a name; the English label of a described actor is there already."""
    own = described and value.language == "en"
    return predicate == SKOS + "altLabel" or (predicate == RDFS + "label" and not own)


def _write_kind(sink: Sink, node: str, kind: str) -> None:
    sink.node(node, kind)
    if kind.startswith(NAMESPACE) and kind != TK.Place:
        sink.link(node, TK.actorType, kind)
