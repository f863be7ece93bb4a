"""Who counts: the subject of an estimate, a tally or a record of the people counted."""

from spacy.tokens import Span, Token

from torkham.extract.count import TALLY, Count
from torkham.extract.links import Links
from torkham.extract.syntax import arguments, children, preposition
from torkham.lexicon.quantities import measures

_NO_NAME = ("who", "whom", "that", "which", "have", "are", "were", "be")

_NO_COUNTERS = ("Place", "Population")
"""They are counted, and count nobody."""


def estimator(count: Count, links: Links) -> int | None:
    """'Islamabad estimates to be living', 'the consulate puts the number at 11 lakh', 'the UN's estimate of 3 million'."""
    for word in count.tokens[0].sent:
        records = word.lemma_.lower() in measures().recording or _registers_acts(word)
        if records and word.pos_ == "VERB" and _has_object(word, count):
            subject = _subject(word, links)
            if subject is not None and links.kind(subject) not in _NO_COUNTERS:
                return subject
        if word.lemma_.lower() in measures().naming and word.pos_ == "VERB" and _speaks_of(word, count):
            subject = _subject(word, links)
            if subject is not None and links.kind(subject) not in _NO_COUNTERS:
                return subject
        if word.lemma_.lower() in measures().putting and word.pos_ == "VERB" and count.rule == TALLY:
            subject = _subject(word, links)
            if subject is not None and links.kind(subject) not in _NO_COUNTERS and _holds(word, count):
                return subject
    if count.rule == TALLY and (owner := _owner_of_tally(count, links)) is not None:
        return owner
    by_phrase = _by_their_count(count, links)
    return by_phrase if by_phrase is not None else _of_own_relative(count, links)


def _speaks_of(verb: Token, count: Count) -> bool:
    """'the army spoke of 11 dead'."""
    doc, at = verb.doc, min(token.i for token in count.tokens)
    start = doc.char_span(count.quantity.start, count.quantity.start + 1, alignment_mode="expand")
    at = min(at, start.start) if start is not None else at
    behind = at - 2 == verb.i and doc[at - 1].lower_ == "of"  # 'spoke of as many as 6 million', where the parse errs
    return behind or any(one.slot == "of" and one.own and one.token in count.tokens for one in arguments(verb))


def _owner_of_tally(count: Count, links: Links) -> int | None:
    """'IOM's count was 508,000', 'the UN's figure is 3.7 million': the last tally before the number has an owner."""
    before = [one for one in count.tokens[0].sent if one.idx < count.quantity.start]
    nouns = [one for one in before if one.lemma_.lower() in measures().tallies and one.pos_ == "NOUN"]
    owners = children(nouns[-1], "nmod:poss") if nouns else []
    found = [index for one in owners if (index := links.actor(one)) is not None]
    return next((one for one in found if links.kind(one) not in _NO_COUNTERS), None)


def _registers_acts(verb: Token) -> bool:
    """'IOM has registered the return of 1.9 million': it counts returns; 'Pakistan has registered 1.4 million' does not."""
    objects = [one.token.lemma_.lower() for one in arguments(verb) if one.slot == "object" and one.own]
    return verb.lemma_.lower() == "register" and any(lemma in measures().acts for lemma in objects)


def _by_their_count(count: Count, links: Links) -> int | None:
    """'By the ministry's count, 620,000 people have left': whose tally a phrase beside the count names."""
    for noun in count.tokens[0].sent:
        if noun.lemma_.lower() not in measures().tallies or preposition(noun) not in ("by", "on", "going by"):
            continue
        owners = children(noun, "nmod:poss") + [
            one for one in children(noun, "nmod") if preposition(one) in ("of", "by", "from")
        ]
        known = [
            index for one in owners if (index := links.actor(one)) is not None and links.kind(index) not in _NO_COUNTERS
        ]
        if known:
            return known[0]
    return None


def _has_object(verb: Token, count: Count) -> bool:
    """Whether the count, or a noun that holds it ('the deportation of 433 people'), is what the verb has as its object."""
    tokens = {token.i for token in count.tokens} | {token.head.i for token in count.tokens if token.dep_ == "nmod"}
    return any(
        argument.slot == "object" and argument.own and argument.token.i in tokens for argument in arguments(verb)
    )


def _holds(verb: Token, count: Count) -> bool:
    """Whether the verb is the nearest above the count but for verbs that only describe the people."""
    for token in count.tokens:
        above = [one for one in token.ancestors if one.pos_ == "VERB" and one.dep_ not in ("acl", "acl:relcl")]
        if above and above[0] == verb:
            return True
    return False


def _subject(verb: Token, links: Links) -> int | None:
    found = [links.actor(argument.token) for argument in arguments(verb) if argument.slot == "subject"]
    return next((index for index in found if index is not None), None)


def _of_own_relative(count: Count, links: Links) -> int | None:
    """A relative clause without 'that', read by its words because parsers seldom see it: noun, speaker, estimating verb."""
    if count.head is None:
        return None
    doc, at = count.head.doc, count.head.i + 1
    clause: Span = doc[at : min(count.head.sent.end, at + 8)]
    for word in clause:
        if word.pos_ in ("PUNCT", "ADP", "SCONJ") or word.lower_ in _NO_NAME:
            if word.lower_ not in ("that", "whom", "which"):
                return None
            continue
        if word.lemma_.lower() in measures().estimating or word.lower_.removesuffix("s") in measures().estimating:
            names = [one for one in doc[at : word.i] if one.pos_ in ("NOUN", "PROPN")]
            speakers = [links.actor(one) for one in names] + [links.nation(one) for one in names]
            known = [index for index in speakers if index is not None and links.kind(index) not in _NO_COUNTERS]
            return known[0] if known else None
    return None
