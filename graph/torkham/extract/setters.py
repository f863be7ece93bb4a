"""Who sets a deadline and whom it binds."""

from spacy.tokens import Token

from torkham.extract.deadlinesigns import Sign, is_deadline
from torkham.extract.links import Links
from torkham.extract.syntax import arguments, children, conjuncts, is_passive, preposition
from torkham.lexicon.policies import deadlines

_RULERS = frozenset({"State", "GovernmentBody", "DeFactoAuthority"})
"""Who sets a deadline by merely saying that somebody must do something by then."""

_SETTERS = _RULERS | {"Person", "IntergovernmentalOrganization", "Company", "ArmedGroup", "Coalition", "UnnamedSource"}
_COMPLEMENTS = ("xcomp", "ccomp", "advcl", "acl", "obj", "obl", "nmod", "nsubj:pass", "compound", "iobj", "acl:relcl")
_STEPS = 4


def set_by(sign: Sign, links: Links) -> tuple[int, ...]:
    """The subject of the order or extension, or who 'set' the deadline noun, or whose it is; else the ruler who says so."""
    speakers, _ = links.said_by(sign.word.i)
    found = tuple(one for one in _named(sign, links) if links.kind(one) in _SETTERS)
    return found or rulers(speakers, links)


def rulers(actors: tuple[int, ...], links: Links) -> tuple[int, ...]:
    """Those of the actors that may set a deadline by a word."""
    return tuple(one for one in actors if links.kind(one) in _RULERS)


def _named(sign: Sign, links: Links) -> tuple[int, ...]:
    token = sign.word
    for _ in range(_STEPS):
        found = _subjects(token, sign, links) or _owners(token, links)
        if found:
            return found
        if token.head == token or token.dep_ not in _COMPLEMENTS:
            return ()
        token = token.head
    return ()


def _subjects(token: Token, sign: Sign, links: Links) -> tuple[int, ...]:
    words = deadlines()
    given = (*words.ordering, *words.setting, *words.extending, *words.advancing, *words.granting, *words.commanding)
    lemma = token.lemma_.lower()
    if token == sign.act or token.pos_ not in ("VERB", "AUX") or lemma not in given:
        return ()
    if lemma in ("have", "be", "get", "receive", "leave"):
        return ()
    subjects = [argument.token for argument in arguments(token) if argument.slot == "subject"]
    return _actors(subjects, links)


def _owners(token: Token, links: Links) -> tuple[int, ...]:
    """'Iran's July 6 deadline', 'a deadline set by Iran'."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return ()
    owners = children(token, "nmod:poss")
    for clause in children(token, "acl"):
        if clause.lemma_.lower() in deadlines().setting and is_passive(clause):
            owners += [one.token for one in arguments(clause) if one.slot == "subject" and one.token != token]
    return _actors(owners, links)


def applies_to(sign: Sign, links: Links) -> tuple[int, ...]:
    """Who is to do it: 'for' whom the deadline is, the subject of the act, who is told or given it."""
    heads = [child for child in sign.word.subtree if _is_for(child) and _of_sign(child.head, sign)]
    if not _actors(heads, links) and sign.act is not None:
        heads = [argument.token for argument in arguments(sign.act) if argument.slot == "subject"]
    if sign.word != sign.act and not _actors(heads, links):
        heads = [argument.token for argument in arguments(sign.word) if argument.slot in ("object", "indirect")]
    if sign.word.lemma_.lower() in ("have", "get", "receive") and not _actors(heads, links):
        heads = [argument.token for argument in arguments(sign.word) if argument.slot == "subject"]
    setters = set_by(sign, links)
    return tuple(one for one in _actors(heads, links) if one not in setters)


def _of_sign(word: Token, sign: Sign) -> bool:
    return word in (sign.word, sign.act) or word.lemma_.lower() in deadlines().nouns or is_deadline(word)


def _is_for(token: Token) -> bool:
    """'a deadline for Afghans', 'for Venezuelans to leave' (which the parse may give another shape)."""
    if token.dep_ not in ("nmod", "nsubj", "obl", "obj"):
        return False
    before = token.doc[max(0, min(word.i for word in token.subtree) - 1)].lower_
    marked = any(child.lower_ == "for" and child.dep_ == "mark" for child in token.head.children)
    return preposition(token) == "for" or before == "for" or (token.dep_ == "nsubj" and marked)


def _actors(tokens: list[Token], links: Links) -> tuple[int, ...]:
    """The entities of nouns; a bare demonstrative ('those in the camp') names nobody."""
    found = [
        links.actor(one)
        for token in tokens
        for one in conjuncts(token)
        if not (one.pos_ in ("DET", "PRON") and one.tag_ == "DT")
    ]
    return tuple(dict.fromkeys(index for index in found if index is not None))
