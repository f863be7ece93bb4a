"""Subjects that the parse hangs on a verb though they belong to another one."""

from spacy.tokens import Token

_ACTIVE = ("nsubj", "nsubj:outer", "csubj")
_ANY = (*_ACTIVE, "nsubj:pass", "csubj:pass")


def is_of_another_verb(subject: Token, verb: Token) -> bool:
    """Whether the subject is that of a verb between, or of the verb of telling around the clause."""
    return _of_earlier_verb(subject, verb) or _of_telling(subject, verb) or _of_participle(subject, verb)


def _of_participle(subject: Token, verb: Token) -> bool:
    """'Briefing journalists in Geneva, Ann Lee commended …': an -ing form that opens the sentence has no subject."""
    first = subject.left_edge
    opens = first.i == verb.sent.start and first != subject and first.lower_.endswith("ing")
    return opens and any(one.dep_ in _ACTIVE and one.ent_type_ == "PERSON" and one != subject for one in verb.lefts)


def _of_earlier_verb(subject: Token, verb: Token) -> bool:
    """'4,283 people returned and 6,321 were deported': of two subjects the first belongs to the verb between them."""
    later = [one for one in verb.children if one.dep_ in _ANY and subject.i < one.i < verb.i]
    return bool(later) and any(one.pos_ == "VERB" and one.tag_ != "VBG" for one in verb.doc[subject.i : later[-1].i])


def _of_telling(subject: Token, verb: Token) -> bool:
    """Whether a second subject behind the verb is that of the verb of telling: 'Hundreds were held, the radio reported'."""
    if verb.dep_ != "ccomp" or not verb.i < subject.i < verb.head.i:
        return False
    first = any(one.dep_ in _ANY and one.i < verb.i for one in verb.children)
    return first and not any(one.dep_ in _ACTIVE for one in verb.head.children)


def taken_below(verb: Token) -> list[Token]:
    """The subject that the parse gave to the clause below: 'the spokesman, Ali Khan, said 300 families had left'."""
    if any(one.dep_ in _ANY for one in verb.children):
        return []
    below = (one for clause in verb.children if clause.dep_ == "ccomp" and clause.i > verb.i for one in clause.children)
    return [one for one in below if one.dep_ in _ACTIVE and one.i < verb.i]
