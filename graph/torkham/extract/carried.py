"""The measure of a count that only goes on with the people counted before: 'and 86,400 in 2025', 'among them 40 children'."""

from dataclasses import replace

from spacy.tokens import Span, Token

from torkham.extract.count import TALLY, Count
from torkham.extract.measurewords import Found
from torkham.extract.peoplenouns import is_people
from torkham.extract.syntax import arguments, children, preposition
from torkham.lexicon.quantities import measures
from torkham.model import Figure

PART = "part of people named before"
_PRONOUNS = ("they", "these", "those", "this", "that")
_DEFINITE = ("the", "this", "these", "those")
_REACH = 2
"""For how many sentences a tally may go on with what was counted."""


def in_sentence(count: Count, before: Count, found: Found | None) -> Found | None:
    """The measure of the count before in the sentence, where this one goes on with it."""
    first = min(count.tokens, key=lambda token: token.i)
    words = {token.lower_ for token in first.doc[max(first.sent.start, first.i - 4) : first.i]}
    part = count.rule == PART and before.quantity.start < count.quantity.start
    goes_on = (
        part
        or count.rule == "group of people"
        or (count.rule == "beside a count" and not _has_own_verb(count, before))
        or (words & {"among", "including", "of"} and words & set(measures().parts))
        or words & set(measures().including)
        or _coordinated(count, before, found)
        or _gapped(count, before)
        or _named_after(count, before)
    )
    return replace(found, own=False) if found is not None and goes_on else None


def _coordinated(count: Count, before: Count, found: Found | None) -> bool:
    """'5,457 women and 19,789 children': one list; what only describes the first does not go on."""
    if found is None or set(found.word.ancestors) & set(before.tokens):
        return False
    firsts = {*before.tokens, *(token.head for token in before.tokens if token.dep_ == "conj")}
    return any(token.dep_ == "conj" and token.head in firsts for token in count.tokens)


def _named_after(count: Count, before: Count) -> bool:
    """'23 people, among them a pregnant woman and her three children, were left': they are some of the 23."""
    last, first = max(token.i for token in before.tokens), min(token.i for token in count.tokens)
    between = count.tokens[0].doc[last + 1 : first]
    if any(token.pos_ in ("VERB", "AUX") and token.lower_ not in measures().including for token in between):
        return False
    named = (token for token in between if token.lower_ in ("among", "amongst"))
    return any(one.nbor(1).lower_ in measures().parts for one in named)


def _gapped(count: Count, before: Count) -> bool:
    """'3,500 families came by Torkham, 243 families through Spin Boldak': the verb of the first is left out."""
    doc, last = count.tokens[0].doc, max(token.i for token in count.tokens)
    first = min(token.i for token in count.tokens)
    joint = next((one for one in reversed(doc[count.tokens[0].sent.start : first]) if one.pos_ != "ADV"), None)
    if joint is None or joint.lower_ not in (",", ";", "and") or joint.i < max(one.i for one in before.tokens):
        return False
    rest = doc[last + 1 : count.tokens[0].sent.end]
    until = next((one.i for one in rest if one.pos_ in ("NUM", "VERB", "AUX", "SCONJ")), rest.end)
    verbless = until == rest.end or doc[until].pos_ == "NUM"
    return verbless and len(rest) > 0 and rest[0].pos_ == "ADP" and before.head is not None


def _has_own_verb(count: Count, before: Count) -> bool:
    """'27 died and more than 60 were wounded': another verb says what the second undergo."""
    heads = {token.head for token in count.tokens if token.dep_ in ("nsubj", "nsubj:pass", "obj")}
    theirs = {token.head for token in before.tokens}
    return any(head.pos_ == "VERB" and head not in theirs for head in heads)


def over_sentences(count: Count, figures: list[Figure], sentence: int) -> Found | None:
    """The measure of the figure before, where another tally of the same people is given: 'police put the figure at 1,280'."""
    last = figures[-1] if figures and figures[-1].sentence >= sentence - _REACH else None
    if last is None or not (_is_tally(count) or _names_part(count) or _is_another(count) or count.rule == PART):
        return None
    word = next((token for token in count.tokens[0].ancestors if token.pos_ == "VERB"), count.tokens[0])
    return Found(last.measure, word, 0, True, "as counted before", own=False)


def _is_tally(count: Count) -> bool:
    """'put the figure at 1,280', 'the committee counts at least 120 people'."""
    if count.rule == TALLY:
        return count.head is None
    tokens = {token.i for token in count.tokens}
    return any(
        above.lemma_.lower() in measures().recording
        and any(one.slot == "object" and one.own and one.token.i in tokens for one in arguments(above))
        for token in count.tokens
        for above in [token.head]
        if above.pos_ == "VERB"
    )


def _is_another(count: Count) -> bool:
    """'Another 205,000 have headed to Uganda', 'a further 60 followed'."""
    if count.head is not None:
        return False
    first = min(count.tokens, key=lambda token: token.i)
    near = first.doc[max(first.sent.start, first.i - 1) : first.i + 1]
    return any(word.lower_ in ("another", "further", "additional") for word in near)


def _names_part(count: Count) -> bool:
    """'12 minors were among them', 'they include 300 women', 'among those were two nurses', 'the numbers included: …'."""
    root = count.tokens[0].sent.root
    if _lists(root) and root.i < count.tokens[0].i:
        return True
    if named_among_them(count.tokens[0].sent):
        return True
    clause = next((token.head for token in count.tokens if token.dep_ in ("nsubj", "nsubj:outer", "obj", "root")), None)
    if clause is None:
        return False
    near = [clause, *clause.children]
    among = any(preposition(one) in ("among", "amongst") and one.lower_ in measures().parts for one in near)
    return among or _lists(clause)


def named_among_them(sentence: Span) -> bool:
    """'Among them are at least 173 Rohingya', '… nine men and five women among them'."""
    words = [token.lower_ for token in sentence]
    first = len(words) > 3 and words[0] in ("among", "amongst") and words[1] in measures().parts
    last = [word for word in words[-4:] if word.isalpha()][-2:]
    return (first and sentence[2].lemma_ == "be") or (
        len(last) == 2 and last[0] == "among" and last[1] in measures().parts
    )


def _lists(verb: Token) -> bool:
    return verb.lemma_.lower() in measures().including and any(stands_for_people(one) for one in verb.children)


def stands_for_people(token: Token) -> bool:
    """Whether the subject of a clause is those who were counted before: 'they', 'the group', 'these numbers'."""
    holds = token.lemma_.lower() in measures().holding
    definite = (is_people(token) or holds) and any(child.lower_ in _DEFINITE for child in children(token, "det"))
    return token.dep_ == "nsubj" and (token.lower_ in _PRONOUNS or definite)
