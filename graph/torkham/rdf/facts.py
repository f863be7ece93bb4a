"""Facts: positions, event reports, statements, figures and deadlines, each with its sentence and its speaker."""

from torkham.model import Deadline, EventReport, Fact, FactRef, Figure, Position, Statement
from torkham.rdf.datings import write_date, write_dating
from torkham.rdf.passages import write_passage, write_sentence
from torkham.rdf.sink import Sink
from torkham.rdf.terms import ORG, PROV
from torkham.rdf.world import KINDS, World, cell, facts
from torkham.vocabulary import TK

_SHORT = 80


def write_facts(world: World, sink: Sink, document: str) -> None:
    """All facts of a document that nobody has withdrawn, and a trace of those that somebody has."""
    for kind in KINDS:
        for ref, fact in world.standing(document, kind):
            _write_fact(world, sink, ref, fact)
    for correction in world.resolution.corrections:
        if correction.fact and correction.document == document and world.withdrawn(correction.fact):
            _write_withdrawn(world, sink, correction.fact)


def _write_fact(world: World, sink: Sink, ref: FactRef, fact: Fact) -> None:
    node, document = world.fact_iris[ref], ref.document
    _write_place(world, sink, node, document, fact)
    sink.text(node, TK.rule, fact.rule)
    write_role(world, sink, (node, document), "attributedTo", fact.attributed_to)
    write_role(world, sink, (node, document), "via", fact.via)
    match fact:
        case Position():
            _write_position(world, sink, (node, document), fact)
        case EventReport():
            _write_report(world, sink, (node, document), fact)
        case Statement():
            _write_statement(world, sink, (node, document), fact)
        case Figure():
            _write_figure(world, sink, (node, document), fact)
        case Deadline():
            _write_deadline(world, sink, (node, document), fact)


def _write_place(world: World, sink: Sink, node: str, document: str, fact: Fact) -> None:
    """Where a fact stands: its words, the sentence around them, the document."""
    sink.link(node, TK.inDocument, world.mint.named("document", document))
    sink.link(node, TK.inSentence, write_sentence(world, sink, document, fact.sentence))
    sink.link(node, PROV + "wasDerivedFrom", write_passage(world, sink, document, fact.start, fact.end))
    sink.text(node, TK.text, world.articles[document].text[fact.start : fact.end])
    sink.number(node, TK.start, fact.start)
    sink.number(node, TK.end, fact.end)


def _write_withdrawn(world: World, sink: Sink, ref: FactRef) -> None:
    node = world.fact_iris[ref]
    sink.node(node, TK.WithdrawnFact)
    fact = facts(world.readings[ref.document], ref.kind)[ref.index]
    _write_place(world, sink, node, ref.document, fact)


def write_role(world: World, sink: Sink, whose: tuple[str, str], role: str, entities: tuple[int, ...]) -> str | None:
    """Links a node (IRI and document) to the actors in a role and writes the cell of their labels, which it returns."""
    node, document = whose
    actors = world.filling(document, entities)
    labels = cell(actors, in_order=role == "via")
    sink.link(node, getattr(TK, role), *(world.iri(actor) for actor in actors))
    sink.text(node, getattr(TK, f"{role}Labels"), labels)
    return labels


def _write_time(world: World, sink: Sink, whose: tuple[str, str], time: int | None) -> None:
    node, document = whose
    dating = world.dating(document, time)
    if dating is not None:
        sink.link(node, TK.dating, write_dating(world, sink, dating))
        write_date(world, sink, node, dating.value)


def _write_position(world: World, sink: Sink, whose: tuple[str, str], fact: Position) -> None:
    node, document = whose
    (person,) = world.filling(document, [fact.person])
    (organisation,) = world.filling(document, [fact.organisation])
    sink.node(node, TK.Position, f"{person.label}, {fact.role}, {organisation.label}")
    sink.link(node, ORG + "member", world.iri(person))
    sink.link(node, ORG + "organization", world.iri(organisation))
    sink.text(node, TK.roleTitle, fact.role)


def _write_report(world: World, sink: Sink, whose: tuple[str, str], fact: EventReport) -> None:
    node, document = whose
    sink.link(node, TK.eventType, getattr(TK, fact.type))
    sink.link(node, TK.modality, getattr(TK, f"modality_{fact.modality}"))
    agent = write_role(world, sink, whose, "agent", fact.agent)
    patient = write_role(world, sink, whose, "patient", fact.patient)
    addressee = write_role(world, sink, whose, "addressee", fact.addressee)
    write_role(world, sink, whose, "place", fact.place)
    sink.link(node, TK.origin, *(world.iri(place) for place in world.filling(document, fact.origin)))
    sink.link(node, TK.destination, *(world.iri(place) for place in world.filling(document, fact.destination)))
    sink.node(node, TK.EventReport, event_label(fact.type, agent, patient or addressee))
    if fact.request:
        start, end = fact.request
        sink.text(node, TK.request, world.articles[document].text[start:end])
        sink.number(node, TK.requestStart, start)
        sink.number(node, TK.requestEnd, end)
    _write_time(world, sink, whose, fact.time)


def _write_statement(world: World, sink: Sink, whose: tuple[str, str], fact: Statement) -> None:
    node, document = whose
    words = " ".join(world.articles[document].text[fact.start : fact.end].split())
    short = words if len(words) <= _SHORT else words[: _SHORT - 1] + "…"
    speaker = write_role(world, sink, whose, "speaker", fact.speaker)
    sink.node(node, TK.Statement, f"{speaker}: {short}")
    sink.link(node, TK.speakerKind, getattr(TK, f"speaker_kind_{fact.speaker_kind}"))
    sink.link(node, TK.mode, getattr(TK, f"mode_{fact.mode}"))
    write_role(world, sink, whose, "toldTo", fact.told_to)
    _write_time(world, sink, whose, fact.time)


def _write_figure(world: World, sink: Sink, whose: tuple[str, str], fact: Figure) -> None:
    node, document = whose
    words = " ".join(world.articles[document].text[fact.start : fact.end].split())
    sink.number(node, TK.value, fact.value)
    sink.number(node, TK.lower, fact.lower)
    sink.number(node, TK.upper, fact.upper)
    sink.link(node, TK.qualifier, getattr(TK, f"qualifier_{fact.qualifier.replace('-', '_')}"))
    sink.link(node, TK.measure, getattr(TK, f"measure_{fact.measure.replace('-', '_')}"))
    population = write_role(world, sink, whose, "population", fact.population)
    write_role(world, sink, whose, "place", fact.place)
    sink.node(node, TK.Figure, f"{words} {population or 'people'} ({fact.measure})")
    _write_time(world, sink, whose, fact.time)


def _write_deadline(world: World, sink: Sink, whose: tuple[str, str], fact: Deadline) -> None:
    node, _ = whose
    set_by = write_role(world, sink, whose, "setBy", fact.set_by)
    applies_to = write_role(world, sink, whose, "appliesTo", fact.applies_to)
    sink.node(node, TK.Deadline, event_label("Deadline", set_by, applies_to))
    _write_time(world, sink, whose, fact.time)


def event_label(kind: str, first: str | None, second: str | None) -> str:
    """'Expulsion: Pakistan → Afghans', with what is known of it."""
    arrow = f"→ {second}" if second else ""
    rest = " ".join(part for part in (first, arrow) if part)
    return f"{kind}: {rest}" if rest else kind
