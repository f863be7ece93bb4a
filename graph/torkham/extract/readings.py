"""The readings of a verb whose form leaves open whether it is active or passive: 'Afghans sent back', 'another 294 returned'."""

from spacy.tokens import Token

from torkham.extract.syntax import PASSIVE_SUBJECTS, SUBJECTS, Argument, arguments, children

_TURNED = {"subject": "object", "object": "subject"}


def readings(verb: Token, *, headline: bool) -> list[list[Argument]]:
    """The verb's arguments, the likeliest reading first.

    A headline leaves out the helping verb of a passive; in running text a past tense with a subject is active, whatever
    label the parse gives the subject.
    """
    given = arguments(verb)
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
