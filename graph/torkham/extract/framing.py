"""Does a frame fit a word, and what do its arguments then mean? One frame, one word at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from torkham.extract.fillers import Fillers
from torkham.extract.phrases import subtree_span
from torkham.extract.syntax import Argument, children, preposition
from torkham.lexicon.frames import End, Filler, Frame, Role

_BEFALL = frozenset({"Expulsion", "Arrest", "Release"})
"""What befalls whom a possessive pronoun means: 'their arrest'."""


@dataclass(slots=True)
class Fit:
    """A frame that fits: how well, and the argument heads by role and, of a movement, by the end at which they stand."""

    frame: Frame
    score: tuple[int, int]
    roles: dict[Role, list[Token]] = field(default_factory=dict)
    ends: dict[End, list[Token]] = field(default_factory=dict)


def fit(frame: Frame, words: int, trigger: Token, given: Sequence[Argument], fillers: Fillers) -> Fit | None:
    """The frame's reading of the trigger, or None where its conditions are not met."""
    slots = [
        (slot, token)
        for slot, token in _mapped(frame, trigger, given, fillers)
        if slot not in frame.with_is or _fits(token, frame.with_is[slot], fillers)
    ]
    if words == 1 and _objectless(frame, trigger, slots):
        return None
    if _excluded(frame, trigger, given, fillers) or not _needed(frame, slots, trigger):
        return None
    if frame.homeward is not None and not _right_way(frame.homeward, slots, fillers):
        return None
    met = _conditions(frame, slots, fillers)
    if met is None:
        return None
    found = Fit(frame, (words, met))
    for slot, token in slots:
        role = _role(frame, slot)
        if slot == "subject" and frame.subject_is and not _fits(token, frame.subject_is, fillers):
            continue
        if role not in ("none", "topic", "instrument"):
            found.roles.setdefault(role, []).append(token)
        end = _end(frame, slot, role, fillers)
        if end is not None:
            found.ends.setdefault(end, []).append(token)
    return found


def _end(frame: Frame, slot: str, role: Role, fillers: Fillers) -> End | None:
    """Whether what fills the slot is where a movement comes from or where it leads."""
    if role not in ("place", "origin"):
        return None
    words = fillers.cast.lexicon.discourse
    if slot in frame.ends or role == "origin" or slot in words.sources:
        return frame.ends.get(slot, "origin")
    return "destination" if slot.rpartition(" ")[2] in words.ways else None


def _role(frame: Frame, slot: str) -> Role:
    if slot == "host":  # of what is done together, who does something in the course of it
        return frame.subject if frame.subject == frame.object == frame.with_.get("with") else "none"
    if slot == "addressee":  # of the verb beside an event noun: 'ignored calls'
        return "addressee" if "addressee" in frame.with_.values() else "none"
    fixed: dict[str, Role] = {
        "subject": frame.subject,
        "object": frame.object,
        "indirect": frame.indirect,
        "clause": frame.complement,
        "doer": frame.doer,
    }
    if slot in fixed:
        return fixed[slot]
    first, _, rest = slot.rpartition(" ")
    if first.endswith("ing"):  # 'according to' is no 'to'
        return "none"
    return frame.with_.get(slot.replace(" ", "_"), frame.with_.get(rest, "none"))


def _mapped(frame: Frame, trigger: Token, given: Sequence[Argument], fillers: Fillers) -> list[tuple[str, Token]]:
    """The arguments by slot; those of nouns are turned into subject and object first."""
    if trigger.pos_ not in ("NOUN", "PROPN"):
        alone = not any(one.slot == "object" for one in given)  # 'asked the government': parsers call it indirect
        return [("object" if alone and one.slot == "indirect" else one.slot, one.token) for one in given]
    slots: list[tuple[str, Token]] = []
    objects = any(one.slot == "of" for one in given)
    moves = frame.subject == frame.object
    for one in given:
        if moves and one.slot == "subject" and not one.own:
            continue  # who runs a return programme does not return
        if one.slot in ("of", "poss", "by") and one.slot not in frame.with_:
            theirs = one.token.tag_ == "PRP$" and frame.event in _BEFALL
            fits = not theirs and _only_subject(frame, one.token, fillers)
            subject = one.slot == "by" or (one.slot == "poss" and objects) or fits
            slots.append(("subject" if subject else "object", one.token))
        else:
            slots.append((one.slot, one.token))
    return slots


def _only_subject(frame: Frame, token: Token, fillers: Fillers) -> bool:
    """Whether the filler fits what the frame's subject may be, and not what its object may be."""
    kinds = fillers.kinds(token)
    if frame.object == frame.subject:
        return True
    states = bool(kinds & {"state", "organisation"})
    return states and (not frame.object_is or not kinds & (set(frame.object_is) - {"actor"}))


def _excluded(frame: Frame, trigger: Token, given: Sequence[Argument], fillers: Fillers) -> bool:
    """Whether a word stands beside the trigger with which it means something else."""
    acting = [one.token for one in given if one.slot == "subject"]
    if any(_called(one, frame.subject_unless, fillers) for one in acting):
        return True
    near = children(trigger, "compound", "amod", "obl", "obj", "nmod", "advmod", "obl:unmarked", "compound:prt")
    near += [one.token for one in given if one.slot != "subject"]
    near = [token for token in near if " " not in (preposition(token) or "").removeprefix("out ")]  # not 'according to'
    past = fillers.cast.lexicon.roles.former  # 'former soldiers' are sent back like anybody
    near = [one for one in near if not any(word.lower_ in past for word in children(one, "amod"))]
    return _any_of(frame.unless, [one for one in near if one not in acting])


def _called(token: Token, words: Sequence[str], fillers: Fillers) -> bool:
    return bool(words) and not fillers.words(token).isdisjoint(word.casefold() for word in words)


def _any_of(words: Sequence[str], tokens: Sequence[Token]) -> bool:
    return any(word in words for token in tokens for word in (token.lemma_, token.lemma_.casefold()))


def _objectless(frame: Frame, trigger: Token, slots: list[tuple[str, Token]]) -> bool:
    """Whether a verb that takes no object in this meaning has one: 'returned the money'."""
    open_to_objects = frame.object != "none" or frame.object_heads or frame.object_is
    return not open_to_objects and trigger.pos_ in ("VERB", "AUX") and any(slot == "object" for slot, _ in slots)


def _right_way(homeward: bool, slots: list[tuple[str, Token]], fillers: Fillers) -> bool:
    """Whether the movers go home, or leave it: told by their nationality and the country that they leave or reach."""
    home = next((fillers.homeland(token) for slot, token in slots if slot in ("subject", "of")), None)
    left = next((fillers.country(token) for slot, token in slots if slot in ("object", "from")), None)
    reached = next((fillers.country(token) for slot, token in slots if slot in ("to", "for", "into")), None)
    if home is None or (left is None and reached is None):
        return homeward
    return ((reached == home) if reached is not None else (left != home)) == homeward


def _needed(frame: Frame, slots: list[tuple[str, Token]], trigger: Token) -> bool:
    if not frame.needs:
        return not frame.object_is or trigger.pos_ != "VERB" or any(slot == "object" for slot, _ in slots)
    present = {slot for slot, _ in slots} | {slot.split()[-1] for slot, _ in slots} | set(_clauses(slots))
    return any(set(need.split("+")) <= present for need in frame.needs)


def _clauses(slots: list[tuple[str, Token]]) -> Iterator[str]:
    """What 'complement', 'infinitive' and 'that' in a frame's needs ask for."""
    for token in (token for slot, token in slots if slot == "clause"):
        yield "complement"
        marks = {child.lower_ for child in children(token, "mark", "aux")}
        if token.dep_ != "xcomp" or token.pos_ != "ADJ":  # 'declared him unfit' has no clause
            yield "infinitive" if "to" in marks else "into" if "into" in marks else "that"
        yield from ("for",) if {"for", "to"} <= marks else ()  # 'called for deportations to be suspended'


def _conditions(frame: Frame, slots: list[tuple[str, Token]], fillers: Fillers) -> int | None:
    """How many restrictions are met; None where one is broken."""
    met = int(bool(frame.needs))
    for slot, heads, kinds in (
        ("object", frame.object_heads, frame.object_is),
        ("subject", frame.subject_heads, frame.subject_is),
    ):
        tokens = [token for name, token in slots if name == slot]
        if heads and not any(_called(token, heads, fillers) for token in tokens):
            if (
                slot == "object"
                and not tokens
                and any(name == "clause" for name, _ in slots)
                and "complement" in frame.needs
            ):
                continue
            return None
        met += 2 * bool(heads)  # a word says more than a kind
        if kinds and tokens and not any(_fits(token, kinds, fillers) for token in tokens):
            return None
        met += bool(kinds and tokens)
    met += any(name in frame.with_is for name, _ in slots)
    if frame.complement_heads:
        clauses = [token for name, token in slots if name == "clause"]
        if not any(token.lemma_.casefold() in frame.complement_heads for token in clauses):
            return None
        met += 1
    return met


def _fits(token: Token, wanted: Sequence[Filler], fillers: Fillers) -> bool:
    kinds = fillers.kinds(token)
    return "any" in wanted or bool(kinds & set(wanted))


def request_span(token: Token) -> tuple[int, int]:
    """Tokens of what is asked for: the infinitive with its words, or the noun phrase, without 'that' and outer marks."""
    start, end = subtree_span(token, without=("parataxis",))
    while end > start and (token.doc[end - 1].is_punct or token.doc[end - 1].is_space):
        end -= 1
    while start < end and (token.doc[start].is_punct or token.doc[start].is_space or token.doc[start].lower_ == "that"):
        start += 1
    return start, end
