"""The arguments of an event noun: its own ('the deportation of Afghans by Pakistan') and the verb above it."""

from spacy.tokens import Token

from torkham.extract.relatives import antecedent
from torkham.extract.syntax import Argument, arguments, children, preposition


def noun_arguments(noun: Token) -> list[Argument]:
    """The arguments of a nominalisation: ``poss`` (Pakistan's), ``modifier`` (Pakistani, mass), and its prepositions."""
    found: list[Argument] = []
    for child in noun.children:
        case = preposition(child)
        if child.dep_ == "nmod:poss":
            found.append(Argument(antecedent(child), "poss"))
        elif child.dep_ in ("nmod", "obl", "nmod:agent") and case:
            found.append(Argument(child, case))
        elif child.dep_ in ("compound", "amod", "nmod:unmarked", "nmod"):
            found.append(Argument(child, "modifier"))
        elif child.dep_ == "ccomp" or (child.dep_ == "acl" and children(child, "mark")):  # not 'an appeal signed by 80'
            found.append(Argument(child, "clause"))
    return [*found, *_beyond(found)]


def _beyond(found: list[Argument]) -> list[Argument]:
    """What hangs on another argument: 'the deportation by India of refugees', '… of refugees to Sudan'."""
    slots = {one.slot for one in found}
    agents = [one.token for one in found if one.slot == "by"]
    patients = [one.token for one in found if one.slot == "of"]
    behind = [one for agent in agents for one in children(agent, "nmod") if preposition(one) == "of"]
    people = patients or behind
    ways = [one for noun in people for one in children(noun, "nmod") if one.ent_type_ == "LOC"]
    more = [Argument(one, "of") for one in behind if not patients]
    return more + [Argument(one, "to") for one in ways if preposition(one) == "to" and "to" not in slots]


def governing_verb(noun: Token) -> tuple[Token, str] | None:
    """The verb whose argument this noun (or one above it) is, and the slot: 'launched a wave of arrests' -> launched, object."""
    token = noun
    while (
        token.dep_ in ("conj", "nmod", "compound", "appos")
        and token.head != token
        and token.head.pos_ in ("NOUN", "PROPN")
    ):
        token = token.head
    head = token.head
    if head == token or head.pos_ not in ("VERB", "AUX"):
        return None
    for argument in arguments(head):
        if argument.token == token:
            return head, argument.slot
    return None
