"""``explain``: what the graph knows of a thing, and each sentence that it rests on."""

import re
from collections import defaultdict
from collections.abc import Iterator

import pyoxigraph as ox

from torkham.query.engine import PREFIXES
from torkham.query.formats import short
from torkham.query.knowledge import Evidence, Identity, Knowledge, Link, Property
from torkham.query.store import Opened
from torkham.query.view import IDENTIFIER, LABEL, TK, TYPE, View

_PROV = PREFIXES["prov"]
_ASIDE = (PREFIXES["oa"], PREFIXES["sem"], PREFIXES["time"])
"""What repeats the graph's own properties in other vocabularies, or spells out where a passage is."""

_SENTENCE, _START, _END = TK + "inSentence", TK + "start", TK + "end"
_HIDDEN = {
    LABEL,
    TYPE,
    _SENTENCE,
    _START,
    _END,
    TK + "dating",
    TK + "firstDay",
    TK + "lastDay",
    _PROV + "wasDerivedFrom",
}
_CELL = re.compile(re.escape(TK) + r"\w+(?:Labels|List)")
_KINDS_ASIDE = {TK + name for name in ("Mention", "Identity", "Correction", "Passage", "Sentence")}
_MOST = 200
_VALUES = 50


def explain(opened: Opened, name: str, most: int = _MOST, by_label: bool = True) -> Knowledge:
    """What the graph knows of an IRI, a short one ('actor/unhcr', 'tk:Expulsion') or (``by_label``) a label ('UNHCR').

    At most ``most`` facts are listed, in the order of the texts; the others are counted.

    Raises:
        QueryError: the graph knows nothing of that name, or several things have it.
    """
    view = View(opened)
    node = view.find(name, by_label)
    about = _facts_about(view, node) or _mentions(view, node)
    listed = sorted(
        about, key=lambda fact: (view.text(fact, TK + "inDocument"), _number(view, fact, _START), fact.value)
    )
    return Knowledge(
        iri=node.value,
        label=view.label(node),
        types=tuple(sorted(view.label(kind) for kind in _own_types(view, node))),
        properties=(*_outgoing(view, node), *_incoming(view, node)),
        evidence=tuple(_evidence(view, fact, about[fact]) for fact in listed[:most]),
        identities=tuple(sorted(_identities(view, node))),
        more=max(0, len(listed) - most),
    )


def _facts_about(view: View, node: ox.NamedNode) -> dict[ox.NamedNode, set[str]]:
    """The facts that are, hold, or are one step behind a thing, and what the thing is in each."""
    about: dict[ox.NamedNode, set[str]] = defaultdict(set)
    if _is_fact(view, node):
        about[node] = set()
        return about
    for predicate, value in view.outgoing(node):
        if isinstance(value, ox.NamedNode) and _is_fact(view, value):
            about[value].add(predicate)
    for predicate, subject in view.incoming(node):
        if _is_fact(view, subject):
            about[subject].add(predicate)
        elif not _aside(view, subject):
            for _, value in view.outgoing(subject):
                if isinstance(value, ox.NamedNode) and value != node and _is_fact(view, value):
                    about[value].add(predicate)
    return about


def _mentions(view: View, node: ox.NamedNode) -> dict[ox.NamedNode, set[str]]:
    return {mention: set() for mention in view.subjects(TK + "mentionOf", node)}


def _own_types(view: View, node: ox.NamedNode) -> list[ox.NamedNode]:
    """Its types in Torkham's ontology; of something that has none there, all."""
    kinds = [kind for kind in view.values(node, TYPE) if isinstance(kind, ox.NamedNode)]
    return [kind for kind in kinds if kind.value.startswith(TK)] or kinds


def _is_fact(view: View, node: ox.NamedNode) -> bool:
    return view.thing(node, _SENTENCE) is not None and not _aside(view, node)


def _aside(view: View, node: ox.NamedNode) -> bool:
    return any(kind.value in _KINDS_ASIDE for kind in view.values(node, TYPE))


def _evidence(view: View, fact: ox.NamedNode, roles: set[str]) -> Evidence:
    sentence = view.thing(fact, _SENTENCE) or view.thing(fact, _PROV + "wasDerivedFrom") or fact
    first = _number(view, sentence, _START)
    document = view.thing(fact, TK + "inDocument")
    kinds = {kind.value for kind in view.values(fact, TYPE)}
    return Evidence(
        fact=Link(view.label(fact), fact.value),
        kind=next(
            (
                kind
                for kind in sorted(short(k).removeprefix("tk:") for k in kinds if k.startswith(TK))
                if kind != "Fact"
            ),
            "",
        ),
        roles=tuple(sorted(view.label(ox.NamedNode(role)) for role in roles)),
        document=view.text(document, IDENTIFIER) if document else "",
        sentence=view.text(sentence, TK + "text"),
        start=_number(view, fact, _START) - first,
        end=_number(view, fact, _END) - first,
        attributed_to=view.text(fact, TK + "attributedToLabels"),
        via=view.text(fact, TK + "viaLabels"),
        date=view.text(fact, TK + "date"),
        standing=TK + "WithdrawnFact" not in kinds,
        judgements=tuple(sorted(_judgements(view, fact))),
    )


def _judgements(view: View, fact: ox.NamedNode) -> Iterator[str]:
    for correction in view.subjects(TK + "corrects", fact):
        action, value, who, why = (
            view.text(correction, TK + name) for name in ("action", "correctedValue", "correctedBy", "because")
        )
        yield f"{' '.join(part for part in (action, value) if part)} ({who}): {why}"


def _identities(view: View, node: ox.NamedNode) -> Iterator[Identity]:
    for identity in view.subjects(TK + "identifies", node):
        document = view.thing(identity, TK + "inDocument")
        names = sorted(value.value for value in view.values(identity, TK + "surfaceForm"))
        reason = view.text(identity, TK + "mergeReason")
        yield Identity(view.text(document, IDENTIFIER) if document else "", tuple(names), reason)


def _outgoing(view: View, node: ox.NamedNode) -> Iterator[Property]:
    grouped: dict[str, set[Link]] = defaultdict(set)
    for predicate, value in view.outgoing(node):
        if predicate not in _HIDDEN and not predicate.startswith(_ASIDE) and not _CELL.fullmatch(predicate):
            grouped[predicate].add(_link(view, value))
    yield from _properties((view.label(ox.NamedNode(predicate)), links) for predicate, links in grouped.items())


def _incoming(view: View, node: ox.NamedNode) -> Iterator[Property]:
    """What else points to the thing: neither facts nor mentions, which are shown with their sentences."""
    grouped: dict[str, set[Link]] = defaultdict(set)
    for predicate, subject in view.incoming(node):
        shown = predicate != TYPE and not predicate.startswith(_ASIDE)
        if shown and not _is_fact(view, subject) and not _aside(view, subject):
            grouped[predicate].add(_link(view, subject))
    yield from _properties((f"← {view.label(ox.NamedNode(predicate))}", links) for predicate, links in grouped.items())


def _properties(grouped: Iterator[tuple[str, set[Link]]]) -> Iterator[Property]:
    for label, links in sorted(grouped, key=lambda pair: pair[0]):
        first = sorted(links, key=lambda link: (link.text, link.iri or ""))[:_VALUES]
        rest = (Link(f"… and {len(links) - _VALUES} more"),) if len(links) > _VALUES else ()
        yield Property(label, (*first, *rest))


def _link(view: View, value: ox.NamedNode | ox.Literal) -> Link:
    if isinstance(value, ox.NamedNode):
        return Link(view.label(value), value.value)
    tag = f" [{value.language}]" if value.language and value.language != "en" else ""
    return Link(value.value + tag)


def _number(view: View, node: ox.NamedNode, predicate: str) -> int:
    return int(view.text(node, predicate) or 0)
