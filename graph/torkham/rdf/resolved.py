"""What only all articles together tell: events, identities, policies, deadline histories, disputes, corrections."""

from torkham.model import AppliedCorrection, DeadlineChange, Dispute, Event, EventReport, FactRef, ResolvedPolicy
from torkham.rdf.datings import write_date
from torkham.rdf.facts import event_label
from torkham.rdf.sink import Sink
from torkham.rdf.world import World, cell
from torkham.vocabulary import TK

_ROLES = ("agent", "patient", "addressee", "place", "origin", "destination")


def write_resolution(world: World, sink: Sink) -> None:
    """Everything of the resolution that is not a description of an actor or place."""
    for event in world.resolution.events:
        _write_event(world, sink, event)
    for policy in world.resolution.policies:
        _write_policy(world, sink, policy)
    _write_deadline_changes(world, sink)
    for dispute in world.resolution.disputes:
        _write_dispute(world, sink, dispute)
    for correction in world.resolution.corrections:
        _write_correction(world, sink, correction)
    _write_identities(world, sink)


def _write_identities(world: World, sink: Sink) -> None:
    """Last, when it is known which actors the graph holds."""
    for actor in world.resolution.actors:
        if actor.key in world.used:
            for member in actor.members:
                _write_identity(world, sink, world.iri(actor), (member.document, member.entity, member.reason))


def _write_event(world: World, sink: Sink, event: Event) -> None:
    refs = [ref for ref in event.reports if not world.withdrawn(ref)]
    if not refs:
        return
    node = world.mint.named("event", event.key)
    labels = {role: _write_event_role(world, sink, node, refs, role) for role in _ROLES}
    second = labels["patient"] or labels["addressee"]
    sink.node(node, getattr(TK, event.type), event_label(event.type, labels["agent"], second))
    sink.link(node, TK.eventType, getattr(TK, event.type))
    sink.flag(node, TK.contested, event.contested)
    sink.text(node, TK.mergeReason, event.reason)
    dates = {dating.value for ref in refs if (dating := world.dating(ref.document, _report(world, ref).time))}
    if len(dates) == 1:
        write_date(world, sink, node, dates.pop())
    for ref in refs:
        sink.link(world.fact_iris[ref], TK.reports, node)


def _report(world: World, ref: FactRef) -> EventReport:
    return world.readings[ref.document].events[ref.index]


def _write_event_role(world: World, sink: Sink, node: str, refs: list[FactRef], role: str) -> str | None:
    """Everybody whom any of the coreferent reports names in a role."""
    actors = [a for ref in refs for a in world.filling(ref.document, getattr(_report(world, ref), role))]
    sink.link(node, getattr(TK, role), *(world.iri(actor) for actor in actors))
    return cell(actors)


def _write_identity(world: World, sink: Sink, actor: str, member: tuple[str, int, str]) -> None:
    document, index, reason = member
    entity = world.readings[document].entities[index]
    first = min((m.start, m.end) for m in entity.mentions) if entity.mentions else (index, "unmentioned")
    node = world.mint.unique("identity", document, *first)
    sink.node(node, TK.Identity)
    sink.link(node, TK.identifies, actor)
    sink.link(node, TK.inDocument, world.mint.named("document", document))
    sink.text(node, TK.mergeReason, reason)
    for name in entity.names:
        sink.text(node, TK.surfaceForm, name)


def _write_policy(world: World, sink: Sink, policy: ResolvedPolicy) -> None:
    node = world.mint.named("policy", policy.key)
    issuers, targets = world.named(policy.issuer), world.named(policy.targets)
    sink.node(node, getattr(TK, policy.type), policy.label)
    sink.link(node, TK.policyType, getattr(TK, policy.type))
    sink.link(node, TK.status, getattr(TK, f"status_{policy.status.replace('-', '_')}"))
    sink.text(node, TK.announced, policy.announced)
    sink.link(node, TK.issuer, *(world.iri(actor) for actor in issuers))
    sink.text(node, TK.issuerLabels, cell(issuers))
    sink.link(node, TK.target, *(world.iri(actor) for actor in targets))
    sink.text(node, TK.targetLabels, cell(targets))
    sink.text(node, TK.documentList, " | ".join(sorted({document for document, _ in policy.members})))
    for document, index in policy.members:
        for start, end in world.readings[document].policies[index].mentions:
            sink.link(node, TK.describedIn, world.mint.passage(document, start, end))


def _write_deadline_changes(world: World, sink: Sink) -> None:
    """The history of every deadline; one that resolution says nothing of keeps what its own text says."""
    histories = {change.deadline: change for change in world.resolution.deadlines}
    for document, reading in world.readings.items():
        for ref, _ in world.standing(document, "deadline"):
            own = reading.deadlines[ref.index]
            dated = world.dating(document, own.time)
            alone = DeadlineChange(
                deadline=ref,
                policy=None,
                date=dated.value if dated else "",
                previous=None,
                change=own.change,
                announced=None,
            )
            _write_change(world, sink, histories.get(ref, alone))


def _write_change(world: World, sink: Sink, change: DeadlineChange) -> None:
    own = world.readings[change.deadline.document].deadlines[change.deadline.index]
    node = world.mint.unique("change", change.deadline.document, own.start, own.end)
    sink.node(node, TK.DeadlineChange)
    sink.link(node, TK.ofDeadline, world.fact_iris[change.deadline])
    sink.link(node, TK.change, getattr(TK, f"change_{change.change}"))
    sink.text(node, TK.previousDate, change.previous)
    sink.text(node, TK.announced, change.announced)
    write_date(world, sink, node, change.date)
    if change.policy is not None:
        sink.link(node, TK.policy, world.mint.named("policy", change.policy))
    setters = world.filling(change.deadline.document, own.set_by)
    sink.link(node, TK.setBy, *(world.iri(actor) for actor in setters))


def _write_dispute(world: World, sink: Sink, dispute: Dispute) -> None:
    if world.withdrawn(dispute.a) or world.withdrawn(dispute.b):
        return
    first, second = world.fact_iris[dispute.a], world.fact_iris[dispute.b]
    figure = world.readings[dispute.a.document].figures[dispute.a.index]
    population = world.filling(dispute.a.document, figure.population)
    node = world.mint.pair("dispute", first, second)
    sink.node(node, TK.Dispute, f"{figure.measure}: {cell(population) or 'people'}")
    sink.link(node, TK.firstFigure, first)
    sink.link(node, TK.secondFigure, second)
    sink.link(node, TK.measure, getattr(TK, f"measure_{figure.measure.replace('-', '_')}"))
    sink.link(node, TK.population, *(world.iri(actor) for actor in population))
    sink.text(node, TK.populationLabels, cell(population))
    sink.text(node, TK.because, dispute.why)


def _write_correction(world: World, sink: Sink, correction: AppliedCorrection) -> None:
    node = world.mint.unique("correction", correction.document, correction.start, correction.end, correction.kind)
    sink.node(node, TK.Correction)
    if correction.document in world.articles:
        sink.link(node, TK.inDocument, world.mint.named("document", correction.document))
    sink.number(node, TK.start, correction.start)
    sink.number(node, TK.end, correction.end)
    sink.text(node, TK.action, correction.action)
    sink.text(node, TK.correctedKind, correction.kind)
    sink.text(node, TK.correctedValue, correction.value)
    sink.text(node, TK.correctedBy, correction.who)
    sink.text(node, TK.because, correction.why)
    if correction.fact is not None:
        sink.link(node, TK.corrects, world.fact_iris[correction.fact])
