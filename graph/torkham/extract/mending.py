"""Arguments of a verb that the parse hangs on another word, found by the order of English words instead.

A by-phrase at the end of a passive goes with the verb also where it hangs on the noun before it ('escorted to the market
by police'); the way that people are sent goes with the sending ('deported hundreds of refugees to Syria').
"""

from collections.abc import Iterator

from spacy.tokens import Token

from torkham.extract.relatives import RELATIVES, antecedent
from torkham.extract.syntax import SUBJECTS, Argument, children, conjuncts, is_passive, preposition

_BELOW = ("obl", "nmod", "obj")
_WAYS = ("to", "into", "across")


def mended(verb: Token, given: list[Argument]) -> list[Argument]:
    """The arguments of a verb, with those that hang elsewhere."""
    found = [_undated(verb, one) for one in given]
    slots = {one.slot for one in found}
    if not children(verb, *SUBJECTS) and not is_passive(verb) and children(verb, "aux"):
        found = [*_gerund(verb)] + [one for one in found if one.slot != "subject" or not _gerund(verb)]
    if "subject" not in slots and is_passive(verb):
        found += sorted(_agent_below(verb), key=lambda one: one.token.i)[-1:] or _shared_agent(verb)
    if "object" not in slots and not is_passive(verb):
        found += _bare_object(verb) or _far_gap(verb)
    found += [
        way for one in found if one.slot == "object" and one.own for way in _way(one.token) if way.slot not in slots
    ]
    if "indirect" not in slots and "clause" in slots and is_passive(verb):
        found = _given_time(verb, found)
    if "indirect" in slots:
        found += [Argument(one, "clause", False) for child in children(verb, "obj") for one in _infinitives(child)]
    found += [told for child in children(verb, "obj") for told in _who_is_to(child)]
    found += [doer for child in children(verb, "ccomp") if not is_passive(child) for doer in _doer(child)]
    return found


def _undated(verb: Token, one: Argument) -> Argument:
    """'Denounced on Friday the expulsions': the preposition is the day's, what follows is the verb's object."""
    case = next(iter(children(one.token, "case")), None)
    if case is None or one.token.head != verb or case.i + 1 >= one.token.i:
        return one
    article = next((child.i for child in children(one.token, "det")), 0)
    between = any(word.pos_ in ("NUM", "PROPN") for word in verb.doc[case.i + 1 : article])  # 'on May 2 a package'
    return Argument(one.token, "object", one.own) if between or case.nbor().head == verb else one


def _bare_object(verb: Token) -> list[Argument]:
    """A noun without a preposition right behind a phrase with one: 'denounced on Friday Algeria's expulsions'."""
    found = [one for one in children(verb, "obl") if one.i > verb.i and one.pos_ in ("NOUN", "PROPN")]
    bare = [one for one in found if not children(one, "case")]
    return [Argument(one, "object") for one in bare if any(other.i == one.left_edge.i - 1 for other in found)][:1]


def _gerund(verb: Token) -> list[Argument]:
    """'Fighting between the armies has driven them out': an -ing form right before its verb, no comma between, is its subject."""
    before = [one for one in children(verb, "advcl") if one.tag_ == "VBG" and one.i < verb.i]
    return [Argument(one, "subject") for one in before if not any(t.is_punct for t in verb.doc[one.i : verb.i])][:1]


def _given_time(verb: Token, found: list[Argument]) -> list[Argument]:
    """'Were given a week to leave': the time that follows the passive is its object, who gets it was its subject."""
    time = next((one for one in children(verb, "obl:unmarked") if one.left_edge.i == verb.i + 1), None)
    if time is None:
        return found
    turned = [Argument(one.token, "indirect", one.own) if one.slot == "object" else one for one in found]
    return [*turned, Argument(time, "object")]


def _agent_below(verb: Token) -> Iterator[Argument]:
    """The by-phrase that hangs on another noun of a passive: 'arrested in a raid by police'."""
    queue = [one for one in children(verb, "obl", "obj") if one.i > verb.i and " " not in (preposition(one) or "")]
    while queue:
        for child in children(queue.pop(), "nmod", "obl"):
            if preposition(child) == "by" and child.pos_ in ("NOUN", "PROPN") and child.ent_type_ != "DATE":
                yield Argument(child, "subject")
            queue.append(child)


def _shared_agent(verb: Token) -> list[Argument]:
    """'Were detained, beaten and sent back by police': the by-phrase of the last is that of all."""
    if children(verb, *_BELOW, "advcl", "xcomp", "ccomp"):
        return []
    for other in conjuncts(verb.head if verb.dep_ == "conj" else verb):
        if other.i > verb.i and is_passive(other) and not children(other, "aux:pass", "aux", "nsubj:pass"):
            shared = [one for one in children(other, "obl:agent", "obl") if preposition(one) == "by"]
            if shared and shared[0].ent_type_ != "DATE":
                return [Argument(antecedent(shared[0]), "subject", False)]
    return []


def _far_gap(verb: Token) -> list[Argument]:
    """'The men it seeks to deport': the head of the relative clause is the object of its infinitive."""
    above = verb
    while above.dep_ == "xcomp" and above.head != above:
        above = above.head
    if above == verb or above.dep_ != "acl:relcl" or children(above, "obj", "iobj"):
        return []
    subjects = children(above, *SUBJECTS)
    stranded = any(one.pos_ == "ADP" and not list(one.children) for one in verb.rights)
    if not subjects or stranded or any(one.lower_ in RELATIVES for one in subjects):
        return []
    return [Argument(above.head, "object", False)]


def _way(noun: Token) -> Iterator[Argument]:
    """The place after 'to' below the people who are sent, at any depth of their phrase."""
    for child in children(noun, "nmod"):
        case = preposition(child)
        if case in _WAYS and child.ent_type_ == "LOC" and case is not None:
            yield Argument(child, case, False)
        elif case == "of":
            yield from _way(child)


def _infinitives(noun: Token) -> list[Token]:
    """'Gave them a week to leave'."""
    clauses = [one for one in children(noun, "acl") if any(mark.lower_ == "to" for mark in children(one, "mark"))]
    return [one for one in clauses if one.tag_ == "VB"]


def _who_is_to(noun: Token) -> Iterator[Argument]:
    """'A deadline for refugees to leave', 'the stay for refugees': it is for them."""
    yield from (Argument(one, "for", False) for one in children(noun, "nmod") if preposition(one) == "for")
    for clause in children(noun, "acl"):
        marks = {child.lower_ for child in children(clause, "mark")}
        if {"for", "to"} <= marks:
            yield from (Argument(one, "for", False) for one in children(clause, "nsubj", "nsubj:pass"))


def _doer(clause: Token) -> list[Argument]:
    """Who acts in a reported clause: 'demanded that Iran stop', 'alleged that police had beaten them'."""
    return [Argument(one, "doer", False) for one in children(clause, "nsubj") if one.i < clause.i][:1]
