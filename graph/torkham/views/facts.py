"""One row of an answer -> one fact: who stands in which role, and the edges that it draws."""

from collections.abc import Callable, Iterable

from torkham.views.records import Edge, Fact
from torkham.views.register import Register, Row, text
from torkham.views.wording import DIRECT, Wording, spaced

Maker = Callable[[Row, Register, Wording], Fact]
_EVENT_ROLES = ("agent", "patient", "addressee")


def _roles(register: Register, row: Row, columns: Iterable[str]) -> list[tuple[str, int]]:
    """Role and node of each actor that the columns hold; `attributed_to` is the role of the speaker."""
    names = {"attributed_to": "speaker"}
    return [(names.get(column, column), node) for column in columns for node in register.actors(row, column)]


def _edges(sources: Iterable[int], targets: Iterable[int], label: str) -> list[Edge]:
    """An edge from each source to each target that is another node."""
    ends = list(targets)
    return [Edge(source, target, label) for source in sources for target in ends if source != target]


def event(row: Row, register: Register, wording: Wording) -> Fact:
    """A row of `events`. Without a second party the arrow goes to the place, without either from the speaker."""
    kind, modality = text(row, "type"), text(row, "modality") or "actual"
    roles = _roles(register, row, (*_EVENT_ROLES, "attributed_to", "via"))
    roles += [("place", node) for node in register.places(row)]
    fact = Fact(
        kind="event",
        relation=kind,
        group=wording.group(kind),
        key=text(row, "report"),
        verb="",
        document=text(row, "document"),
        sentence=text(row, "sentence"),
        modality=modality,
        date=text(row, "date"),
        date_end=text(row, "date_end"),
        roles=roles,
    )
    agents, places = fact.nodes("agent"), fact.nodes("place")
    undergone = fact.nodes("patient") + fact.nodes("addressee")
    fact.verb = wording.verb(kind, modality, "to" if undergone else "alone")
    ways = [_way(row, place, register, wording) for place in places]
    if agents and places and not undergone:
        fact.verb = wording.at(kind, modality, "at", ways[0])
    fact.edges = (
        _edges(agents, undergone, fact.verb)
        or _placed(agents if not undergone else [], places, [wording.at(kind, modality, "at", way) for way in ways])
        or _placed(undergone, places, [wording.at(kind, modality, "passive", way) for way in ways])
        or _spoken_of(fact, wording)
    )
    return fact


def _way(row: Row, place: int, register: Register, wording: Wording) -> str:
    """How the event stands to a place: as the graph says, unless the sentence's verb takes the place without preposition."""
    seen = wording.way(text(row, "sentence"), register.nodes[place].label, len(_words(row)))
    return seen if seen == DIRECT else register.way(row, place) or seen


def _words(row: Row) -> range:
    """The offsets of the row's own words; none where the row does not tell."""
    start, end = text(row, "start"), text(row, "end")
    return range(int(start), int(end)) if start.isdecimal() and end.isdecimal() else range(0)


def _placed(sources: list[int], places: list[int], labels: list[str]) -> list[Edge]:
    return [edge for place, label in zip(places, labels, strict=True) for edge in _edges(sources, [place], label)]


def _spoken_of(fact: Fact, wording: Wording) -> list[Edge]:
    """Arrows from who speaks of an event to the one party that the words name: 'spoke of expulsion of'."""
    what, speakers = spaced(fact.relation), fact.nodes("speaker")
    parts = (("agent", "by"), ("patient", "of"), ("addressee", "to"))
    return [edge for role, how in parts for edge in _edges(speakers, fact.nodes(role), wording.link(how, what=what))]


def statement(row: Row, register: Register, wording: Wording) -> Fact:
    """A row of `statements`: an arrow to whom it was told, if the text says so."""
    fact = Fact(
        kind="statement",
        relation="Statement",
        group="link",
        key=text(row, "statement"),
        verb=wording.link("statement"),
        document=text(row, "document"),
        sentence=text(row, "sentence"),
        date=text(row, "date"),
        roles=_roles(register, row, ("speaker", "told_to", "via")),
        details={"text": text(row, "text"), "mode": text(row, "mode"), "speaker_kind": text(row, "speaker_kind")},
    )
    fact.edges = _edges(fact.nodes("speaker"), fact.nodes("told_to"), wording.link("statement"))
    return fact


def figure(row: Row, register: Register, wording: Wording) -> Fact:
    """A row of `figures`: a node between who gives the number and who is counted."""
    own = register.figure(text(row, "figure"), text(row, "text"))
    roles = _roles(register, row, ("population", "attributed_to", "via"))
    roles += [("figure", own), *(("place", node) for node in register.places(row))]
    measure = wording.measure(text(row, "measure"))
    fact = Fact(
        kind="figure",
        relation="Figure",
        group="link",
        key=text(row, "figure"),
        verb=measure,
        document=text(row, "document"),
        sentence=text(row, "sentence"),
        date=text(row, "date"),
        roles=roles,
        details={name: row.get(name) for name in ("text", "value", "lower", "upper", "qualifier", "measure")},
    )
    fact.edges = _edges(fact.nodes("speaker"), [own], wording.link("gave"))
    fact.edges += _edges([own], fact.nodes("population"), measure)
    return fact


def position(row: Row, register: Register, wording: Wording) -> Fact:
    """A row of `positions`: 'president of'."""
    label = wording.link("position", role=text(row, "role"))
    fact = Fact(
        kind="position",
        relation="Position",
        group="link",
        key=text(row, "position"),
        verb=label,
        document=text(row, "document"),
        sentence=text(row, "sentence"),
        roles=_roles(register, row, ("person", "organisation")),
        details={"text": text(row, "role")},
    )
    fact.edges = _edges(fact.nodes("person"), fact.nodes("organisation"), label)
    return fact


def deadline(row: Row, register: Register, wording: Wording) -> Fact:
    """A row of `deadlines`: who set it, under which policy, for whom."""
    change = text(row, "change")
    label = f"{wording.link(change)} {text(row, 'date')}"
    fact = Fact(
        kind="deadline",
        relation="Deadline",
        group="rule",
        key="",
        verb=label,
        document=text(row, "document"),
        sentence=text(row, "sentence"),
        date=text(row, "date"),
        roles=[("policy", register.policy(text(row, "policy")))] if text(row, "policy") else [],
        details={name: row.get(name) for name in ("previous", "change", "announced")},
    )
    fact.roles += _roles(register, row, ("set_by", "applies_to"))
    fact.edges = _edges(fact.nodes("set_by"), fact.nodes("policy"), label)
    return fact


def policy(row: Row, register: Register, wording: Wording) -> Fact:
    """A row of `policies`. It sums up documents, so it has no sentence of its own."""
    own = register.policy(text(row, "policy") or text(row, "label"))
    fact = Fact(
        kind="policy",
        relation="Policy",
        group="rule",
        key=text(row, "policy"),
        verb=wording.link("issued"),
        document="",
        sentence="",
        date=text(row, "announced"),
        roles=[("policy", own), *_roles(register, row, ("issuer", "targets"))],
        details={name: row.get(name) for name in ("type", "status", "documents")},
    )
    fact.edges = _edges(fact.nodes("issuer"), [own], wording.link("issued"))
    fact.edges += _edges([own], fact.nodes("targets"), wording.link("targets"))
    return fact


MAKERS: dict[str, Maker] = {
    "events": event,
    "statements": statement,
    "figures": figure,
    "positions": position,
    "deadlines": deadline,
    "policies": policy,
}
"""The question and what makes a fact of its row, in the order in which facts are listed."""
