"""The readings of a verb whose form leaves open whether it is active or passive: 'Afghans sent back', 'another 294 returned'."""

from spacy.tokens import Token

from torkham.extract.mending import mended
from torkham.extract.syntax import PASSIVE_SUBJECTS, SUBJECTS, Argument, arguments, children, is_passive

_TURNED = {"subject": "object", "object": "subject"}


def readings(verb: Token, *, headline: bool) -> list[list[Argument]]:
    """The verb's arguments, the likeliest reading first.

    A headline leaves out the helping verb of a passive; in running text a past tense with a subject is active, whatever
    label the parse gives the subject.
    """
    given = mended(verb, arguments(verb))
    if headline and is_coming(verb):
        return [[*given, Argument(verb.head, "subject", False)] if verb.dep_ == "acl" else given]
    given = _of_who_just_spoke(verb, given)
    bare = verb.tag_ in ("VBD", "VBN") and not children(verb, "aux", "aux:pass", "obj", "ccomp", "xcomp", "iobj")
    subjects = children(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
    if not bare or not subjects:
        return [given, *_also(verb, given, bare=bare)]
    turned = [
        Argument(one.token, _TURNED.get(one.slot, one.slot), one.own) if one.token in subjects else one for one in given
    ]
    if headline:
        return [given, turned]
    return [turned] if verb.tag_ == "VBD" and children(verb, *PASSIVE_SUBJECTS) else [given]


def _of_who_just_spoke(verb: Token, given: list[Argument]) -> list[Argument]:
    """'They are safe, a relative said, warning that …': a participle right behind a verb and a comma has its subject."""
    ends = verb.lower_.endswith("ing") and verb.i > verb.sent.start + 1 and verb.nbor(-1).text == ","
    before = verb.nbor(-2) if ends else None
    finite = before is not None and before.tag_ in ("VBD", "VBZ", "VBP")
    own = children(before, *SUBJECTS) if before is not None and finite else []
    if not own:
        return given
    return [one for one in given if one.slot != "subject"] + [Argument(own[-1], "subject", False)]


def _also(verb: Token, given: list[Argument], *, bare: bool) -> list[list[Argument]]:
    """What the verb may mean where its first reading gives no sense: a passive that goes on ('was stopped, held and sent
    home'), a participle at the end that speaks of the whole sentence ('…, widening a campaign')."""
    if bare and _goes_on(verb):
        return [[Argument(one.token, _TURNED.get(one.slot, one.slot), one.own) for one in given]]
    ends = verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).text == "," and verb.dep_ in ("advcl", "acl")
    if not ends:
        return []
    rest = [one for one in given if one.slot != "subject"]
    return [
        [*rest, *(Argument(one.token, "subject", False) for one in arguments(verb.sent.root) if one.slot == "subject")]
    ]


def _goes_on(verb: Token) -> bool:
    """Whether a verb without a subject follows a passive, in the same row."""
    above = verb
    while above.dep_ in ("conj", "parataxis") and above.head != above and not is_passive(above):
        above = above.head
    return above != verb and is_passive(above)


def is_coming(verb: Token) -> bool:
    """Whether a headline says with 'to' that something will be done: 'Turkey to deport 900 Syrians'."""
    infinitive = any(child.lower_ == "to" for child in children(verb, "mark"))
    named = verb.dep_ == "acl" and verb.head.dep_ == "root" and verb.head.pos_ in ("NOUN", "PROPN")
    return infinitive and verb.tag_ == "VB" and (named or verb.dep_ == "root")
