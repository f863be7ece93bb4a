"""How a policy stands, from sentences whose object or subject is the policy itself: launched, extended, suspended, ended.

What somebody is asked to do with it, will do, might do or did not do says nothing: 'urged Denmark to halt its plan'.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from torkham.extract.syntax import children, is_passive, preposition
from torkham.lexicon.policies import policies
from torkham.model.reading import Status

_COMPLEMENTS = ("xcomp", "ccomp", "acl", "advcl", "csubj")


def status(heads: Iterable[Token]) -> Status:
    """The furthest that the verbs and nouns which govern mentions of a policy (their head nouns) tell."""
    told = {found for head in heads if (found := _told(head)) is not None}
    return next((one for one in policies().status if one in told), "unknown")


def _told(head: Token) -> Status | None:
    """What one mention tells."""
    governor = head.head
    if head.dep_ == "nmod" and governor.lemma_.lower() in policies().stages:
        return _told(governor)  # 'approved the second phase of the plan'
    if head.dep_ in ("nmod", "compound") and governor.pos_ == "NOUN" and preposition(head) in ("of", "to", "in", None):
        return _nominal(governor)
    if governor.pos_ != "VERB":
        return None
    undergone = (head.dep_ == "obj" and not is_passive(governor)) or (
        head.dep_ == "nsubj:pass" and is_passive(governor)
    )
    if undergone or (head.dep_ == "nsubj" and not children(governor, "obj", "ccomp") and _by_itself(governor)):
        return _done(governor)
    return None


def _by_itself(verb: Token) -> bool:
    return verb.lemma_.lower() in policies().intransitive


def _nominal(noun: Token) -> Status | None:
    """'announced the expansion of the drive', 'the suspension of the programme was ordered'."""
    found = next((one for one, nouns in policies().nouns.items() if noun.lemma_.lower() in nouns), None)
    verb = noun.head
    about = noun.dep_ in ("obj", "nsubj:pass") and verb.pos_ == "VERB" and verb.lemma_.lower() in policies().deciding
    return found if found and about and _is_done(verb) else None


def _done(verb: Token) -> Status | None:
    found = next((one for one, verbs in policies().status.items() if verb.lemma_.lower() in verbs), None)
    if found is None:
        return None
    if _is_done(verb):
        return found
    return "announced" if found == "in-force" and _is_coming(verb) else None


def _helpers(verb: Token) -> set[str]:
    return {child.lower_ for child in children(verb, "aux")}


def _negated(verb: Token) -> bool:
    return any(child.lower_ in ("not", "n't", "never") for child in verb.children)


def _is_done(verb: Token) -> bool:
    """Whether the sentence tells that it was done: no modal, no infinitive, no condition, no negation."""
    if _negated(verb) or any(child.tag_ in ("MD", "TO") for child in verb.children):
        return False
    if {child.lower_ for child in children(verb, "mark")} & set(policies().conditions):
        return False
    if verb.dep_ == "conj" and not _helpers(verb) and verb.tag_ in ("VB", "VBN", "VBG"):
        return verb.head.pos_ == "VERB" and _is_done(verb.head)
    if verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "ccomp", "acl", "obj", "obl", "nmod", "csubj"):
        return False
    return verb.tag_ != "VB"


def _is_coming(verb: Token) -> bool:
    """'will launch', 'decided to launch': announced, unless it was only asked for."""
    if _negated(verb):
        return False
    if _helpers(verb) & {"will", "would", "'ll"}:
        return not children(verb, "mark") or verb.dep_ == "ccomp"
    return verb.dep_ in _COMPLEMENTS and verb.head.lemma_.lower() in policies().resolving and not _negated(verb.head)
