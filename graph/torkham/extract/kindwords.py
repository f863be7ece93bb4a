"""Words right beside a name that only say what it is: 'the Dawn newspaper', 'the aid group Terre Ouverte', 'X, a charity'.

They speak of nobody but the named body, so they are no mention of their own.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from torkham.extract.candidates import Candidate
from torkham.extract.kinds import BODIES, RULERS
from torkham.lexicon import Lexicon

_BRACKET = (")", "]")


def absorbed(candidates: Iterable[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """The candidates without descriptions that stand beside the name of the same body; the names remember their heads."""
    found = list(candidates)
    found = [one for one in found if not any(_locates(one, body, lexicon) for body in found)]
    named = [one for one in found if one.kind == "name" and (one.type in BODIES - RULERS or _may_be_body(one))]
    starts = {one.start: one for one in named}
    ends = {one.end: one for one in named}
    kept = []
    for one in found:
        name = _name_of(one, starts, ends, lexicon) if _is_description(one) else None
        if name is None:
            kept.append(one)
        else:
            name.also += (one.head,)
            if name.known is None and name.type != "NewsOrganization":
                name.type = one.type
    return kept


def _locates(name: Candidate, body: Candidate, lexicon: Lexicon) -> bool:
    """Whether the name of a province only says whose body it is: 'Punjab police', 'the Balochistan home department'."""
    if name.type != "GovernmentBody" or name.kind != "name" or body.kind != "nominal" or body.type != "GovernmentBody":
        return False
    known = lexicon.name(name.known) if name.known else None
    inside = body.start <= name.start and name.end <= body.head.i
    return inside and known is not None and known.territory is not None and name.head.dep_ == "compound"


def _may_be_body(one: Candidate) -> bool:
    """Whether a 'place' may be a house that is a body too: 'the Terra Nova Centre, a group based in Leeds'."""
    return one.type == "Place" and one.known is None and one.end - one.start > 1


def _is_description(one: Candidate) -> bool:
    return one.kind == "nominal" and one.type in BODIES - RULERS and one.known is None and not one.plural


def _name_of(
    one: Candidate, starts: dict[int, Candidate], ends: dict[int, Candidate], lexicon: Lexicon
) -> Candidate | None:
    after = starts.get(one.head.i + 1)
    if after is not None and _linked(one.head, after.head):
        return after  # 'the charity Terre Ouverte'
    before = _name_before(one.head, ends, lexicon)
    if before is not None:
        return before  # 'the Listin Diario newspaper'
    return _beside_comma(one, ends)


def _linked(kind: Token, name: Token) -> bool:
    """Whether the parse makes one the other's, or both the same part of one clause."""
    return kind in (name, name.head) or kind.head == name or (kind.head == name.head and kind.dep_ == name.dep_)


def _name_before(head: Token, ends: dict[int, Candidate], lexicon: Lexicon) -> Candidate | None:
    """The name that goes before a word of its kind: 'AFP news agency', 'Arakan Army militia', 'MSF (…) charity'."""
    doc = head.doc
    for phrase in lexicon.organisations.kinds:
        words = phrase.split()
        start = head.i + 1 - len(words)
        if start < 1 or [one.lower_ for one in doc[start : head.i + 1]] != words:
            continue
        bracket = doc[start - 1].text in _BRACKET
        if (start - bracket) in ends:
            return ends[start - bracket]
    return None


def _beside_comma(one: Candidate, ends: dict[int, Candidate]) -> Candidate | None:
    """'Unity Centre, a group based in Glasgow,': an indefinite description after a comma."""
    doc, article = one.head.doc, one.start - 1
    if article < 2 or doc[article].lower_ not in ("a", "an") or doc[article - 1].text != ",":
        return None
    return ends.get(article - 1)
