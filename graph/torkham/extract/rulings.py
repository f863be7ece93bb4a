"""What a court rules and then orders: 'ruled that the promises were binding and ordered the ministry to issue visas'."""

from spacy.tokens import Token

from torkham.extract.fillers import Fillers
from torkham.extract.syntax import FINITE, SUBJECTS, Argument, children


def regained(verb: Token, given: list[Argument], fillers: Fillers) -> list[Argument]:
    """The arguments of a verb that the parse joins to a reported clause, with the subject of the verb above the clause
    where the clause speaks of a thing, which does nothing."""
    clause = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in FINITE or clause.dep_ != "ccomp" or clause.head.tag_ != verb.tag_:
        return given
    shared = [one for one in given if one.slot == "subject" and not one.own]
    above = children(clause.head, *SUBJECTS)
    if not shared or not above or any(fillers.kinds(one.token) - {"thing", "actor"} for one in shared):
        return given
    if shared[0].token.pos_ != "NOUN" or fillers.kinds(above[0]) == {"thing"}:
        return given
    return [one for one in given if one not in shared] + [Argument(above[0], "subject", False)]
