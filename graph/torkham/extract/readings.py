"""The readings of a verb whose form leaves open whether it is active or passive: 'Afghans sent back', 'another 294 returned'."""

from spacy.tokens import Token

from torkham.extract.mending import mended
from torkham.extract.syntax import PASSIVE_SUBJECTS, SUBJECTS, Argument, arguments, children

_TURNED = {"subject": "object", "object": "subject"}


def readings(verb: Token, *, headline: bool) -> list[list[Argument]]:
    """The verb's arguments, the likeliest reading first.

    A headline leaves out the helping verb of a passive; in running text a past tense with a subject is active, whatever
    label the parse gives the subject.
    """
    given = mended(verb, arguments(verb))
    if headline and is_coming(verb):
        return [[*given, Argument(verb.head, "subject", False)] if verb.dep_ == "acl" else given]
    bare = verb.tag_ in ("VBD", "VBN") and not children(verb, "aux", "aux:pass", "obj", "ccomp", "xcomp", "iobj")
    subjects = children(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
    if not bare or not subjects:
        return [given]
    turned = [
        Argument(one.token, _TURNED.get(one.slot, one.slot), one.own) if one.token in subjects else one for one in given
    ]
    if headline:
        return [given, turned]
    return [turned] if verb.tag_ == "VBD" and children(verb, *PASSIVE_SUBJECTS) else [given]


def is_coming(verb: Token) -> bool:
    """Whether a headline says with 'to' that something will be done: 'Turkey to deport 900 Syrians'."""
    infinitive = any(child.lower_ == "to" for child in children(verb, "mark"))
    named = verb.dep_ == "acl" and verb.head.dep_ == "root" and verb.head.pos_ in ("NOUN", "PROPN")
    return infinitive and verb.tag_ == "VB" and (named or verb.dep_ == "root")
