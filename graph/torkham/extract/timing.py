"""Which date belongs to which predicate: each time expression is tied to the nearest predicate above it.

A clause may also have its date from outside: 'in August, when mobs attacked shops' is about August, a participle
('stormed a barracks on Sunday, killing 14') shares the date of its verb, and an event noun that of a verb which only
says that it took place ('the raids began on Sunday', 'counted 40 arrests in July').
"""

from spacy.tokens import Doc, Span, Token

from torkham.extract.syntax import children, is_clause, like_verb_above, preposition
from torkham.lexicon.policies import deadlines
from torkham.lexicon.times import times as words
from torkham.model import TimeExpression

_LIMITS = ("by", "until", "before")
_COMPARED = 5
"""Tokens before a date among which the mark of a comparison stands."""
_WHOLE = ("whole", "all", "same", "period", "entire")
_FIRST = ("after", "since", "following", "when", "once")
"""What leads from an event to the one before it."""
_STEPS = 4
_PREPOSITIONS = 3


class Timing:
    """Gives the time expression at which a verb or event noun stands."""

    def __init__(self, doc: Doc, times: tuple[TimeExpression, ...], limits: frozenset[int] = frozenset()) -> None:
        """``limits``: the expressions that are dates of deadlines; nothing is taken to have happened then."""
        self.times = times
        self.limits = {index for index in limits if times[index].relation != "since"}
        self.limits |= {index for index, time in enumerate(times) if time.relation in _LIMITS}
        self._tied: dict[int, list[int]] = {}
        self._depth: dict[tuple[int, int], int] = {}
        for index, time in enumerate(times):
            span = doc.char_span(time.start, time.end, alignment_mode="expand")
            if span is None or _compared(span):
                continue
            for depth, token in enumerate((*_above(span), *_when(span))):
                self._tied.setdefault(token.i, []).append(index)
                self._depth[token.i, index] = depth

    def of(self, predicate: Token) -> int | None:
        """The index of its time expression: its own, or that of the verb it is coordinated with."""
        token = predicate
        for _ in range(3):
            if token.i in self._tied:
                return min(self._tied[token.i], key=lambda index: self._depth.get((token.i, index), 0))
            if token.dep_ != "conj" or token.head == token:
                return None
            token = token.head
        return None

    def every(self, predicate: Token) -> list[int]:
        """All time expressions at a verb or noun itself, in the order of the text."""
        return sorted(self._tied.get(predicate.i, []))

    def event(self, predicate: Token) -> int | None:
        """As :meth:`of`, but not a date by or until which something is to be done: that is a deadline, no date of the event.

        Where the words have no date of their own, one of those that share their circumstances with them gives it.
        """
        token: Token | None = predicate
        for _ in range(_STEPS):
            if token is None:
                break
            found = self._tied.get(token.i, []) or self._in_document(token) or self._below(token)
            happened = [index for index in found if self._may_be(token, index)]
            if happened:
                return min(happened, key=lambda index: self.times[index].relation == "since")
            token = _shared(token)
        return self._from_below(predicate)

    def _from_below(self, verb: Token) -> int | None:
        """'Helped 14,000 people move last year': the date of the bare infinitive below."""
        below = [one for one in children(verb, "xcomp", "ccomp") if one.tag_ == "VB" and not children(one, "mark")]
        found = [index for one in below for index in self._tied.get(one.i, []) if index not in self.limits]
        return found[0] if found else None

    def _replaced(self, word: Token, index: int) -> bool:
        """'extending the deadline from March 31', 'the largest deportation since April 1': not when it happened."""
        moving = (*deadlines().extending, *deadlines().advancing)
        compared = any(child.tag_ in ("JJS", "RBS") for child in children(word, "amod", "advmod"))
        return self.times[index].relation == "since" and (word.lemma_.lower() in moving or compared)

    def _below(self, word: Token) -> list[int]:
        """'Thousands were expelled since the deadline ran out on Monday', 'the 24 bombings recorded in 2023'."""
        since = [
            one for one in children(word, "advcl") if any(mark.lower_ == "since" for mark in children(one, "mark"))
        ]
        counted = [
            one for one in children(word, "acl") if one.tag_ == "VBN" and one.lemma_.lower() in words().recording
        ]
        return [index for one in (*since, *counted) for index in self._tied.get(one.i, [])]

    def _may_be(self, word: Token, index: int) -> bool:
        """Whether it may have happened then: not at a limit, unless it has happened since that passed."""
        passed = self.times[index].tense == "past" and index not in self._tied.get(word.i, [])
        return (index not in self.limits or passed) and not self._replaced(word, index)

    def _in_document(self, verb: Token) -> list[int]:
        """'In a notification issued on Aug 4, the ministry directed …': the date of the document is that of what it does."""
        papers = [
            child
            for child in children(verb, "obl")
            if child.lemma_.lower() in words().dated and preposition(child) == "in"
        ]
        clauses = [clause for paper in papers for clause in children(paper, "acl") if clause.tag_ == "VBN"]
        return [index for one in (*papers, *clauses) for index in self._tied.get(one.i, [])]


def _shared(token: Token) -> Token | None:
    """The word whose date is also that of this one, if there is one."""
    head = token.head
    if head == token:
        return None
    if token.pos_ in ("NOUN", "PROPN"):
        return head if _takes_place(token) or token.dep_ == "compound" else None
    if token.dep_ == "conj":
        return like_verb_above(token) or head
    if (token.dep_ == "parataxis" and _goes_on(token)) or (token.dep_ == "advcl" and _participle(token)):
        return head
    if token.dep_ == "xcomp" and (head.lemma_.lower() in words().occurring or _brought_about(head)):
        return head
    return _partitive(token)


def _goes_on(token: Token) -> bool:
    """'On April 5 guards swept through the camp, seized 160 people': a verb that has its subject from the one before."""
    return token.pos_ == "VERB" and token.i > token.head.i and not children(token, "nsubj", "nsubj:pass", "mark")


def _takes_place(noun: Token) -> bool:
    """Whether the verb above an event noun tells of it at the same time: 'the raids began', 'upon their arrival'."""
    lemma = noun.head.lemma_.lower()
    if noun.dep_ in ("nsubj", "nsubj:pass"):
        return lemma in words().occurring or (noun.dep_ == "nsubj:pass" and lemma in words().recording)
    if noun.dep_ == "obj":
        return lemma in words().recording
    return noun.dep_ == "obl" and preposition(noun) in words().accompanying


def _participle(token: Token) -> bool:
    """'…, killing 14 soldiers': a participle after its verb, without a conjunction that would set it apart in time."""
    return token.tag_ == "VBG" and token.i > token.head.i and not children(token, "mark", "aux", "advmod")


def _brought_about(verb: Token) -> bool:
    """'…, prompting thousands to flee': what a participle brings about happens with its verb."""
    return _participle(verb) and verb.dep_ == "advcl" and bool(children(verb, "obj"))


def _partitive(verb: Token) -> Token | None:
    """'returned since May, 600 of whom were deported': the clause of those of whom only some are spoken of."""
    if verb.dep_ not in ("acl:relcl", "parataxis", "advcl", "conj", "ccomp") or not any(
        token.lower_ == "whom" and preposition(token) == "of" for token in verb.subtree
    ):
        return None
    return next((token for token in verb.ancestors if is_clause(token)), None)


def _above(span: Span) -> list[Token]:
    """The nouns above a date up to and with the first clause; an auxiliary stands for its verb.

    A date before its noun ('the October 11 assault') belongs to that noun alone.
    """
    beside = _verb_before(span) or _told_after(span)
    if beside is not None:
        return [beside]
    found = []
    for token in span.root.ancestors:
        found.append(_said_amid(span, token))
        if is_clause(token) and token.dep_ not in ("aux", "aux:pass", "cop") and not _lasting(token):
            break
        if token.i >= span.end and _describes(span, token):
            break
    return found


def _told_after(span: Span) -> Token | None:
    """'arrived after the Taliban seized power in August', 'since the takeover in August': the date is that of what came first.

    Parsers hang such a date on the first verb, though no comma parts it from the last.
    """
    verb = next((one for one in span.root.ancestors if is_clause(one)), None)
    if verb is None or verb.i > span.start:
        return None
    between = range(verb.i + 1, span.start)
    clauses = [one for one in children(verb, "advcl") if any(mark.lower_ in _FIRST for mark in children(one, "mark"))]
    nouns = [one for one in children(verb, "obl") if preposition(one) in _FIRST and one.pos_ == "NOUN"]
    near = [one for one in nouns if all(word.pos_ in ("ADP", "DET") for word in span.doc[one.i + 1 : span.start])]
    inside = [one for one in (*clauses, *near) if one.i in between and one.tag_ not in ("VBG", "VB")]
    last = max(inside, key=lambda one: one.i, default=None)
    return None if last is None or any(one.text == "," for one in span.doc[last.i : span.start]) else last


def _said_amid(span: Span, verb: Token) -> Token:
    """The verb of what is said where the date stands before the one of saying: 'In March, he says, police locked him up'."""
    told = [one for one in children(verb, "ccomp") if one.i > verb.i]
    amid = span.end < verb.i and span.doc[span.end].text == "," and verb.nbor().text == "," if told else False
    return told[0] if amid else verb


def _compared(span: Span) -> bool:
    """'four times as many as in the whole of 2024', 'more than in March': the date of what something is compared with."""
    before = list(span.doc[max(span.sent.start, span.start - _COMPARED) : span.start])
    marked = next((n for n, one in enumerate(reversed(before)) if one.lower_ in ("than", "as")), None)
    after = before[len(before) - marked :] if marked is not None else []
    return marked is not None and all(one.pos_ in ("ADP", "DET") or one.lower_ in _WHOLE for one in after)


def _lasting(clause: Token) -> bool:
    """'Will send back refugees who hold cards on 1 May': what people hold or have is no deed of a day."""
    return clause.dep_ == "acl:relcl" and clause.tag_ in ("VBP", "VBZ") and clause.lemma_.lower() in words().lasting


def _verb_before(span: Span) -> Token | None:
    """The verb right before a day ('…, the group said today', 'said on Monday'): it is the verb's whatever the parse says."""
    at = span.start - 1
    while at > span.sent.start and span.doc[at].pos_ == "ADP" and span.start - at < _PREPOSITIONS:
        at -= 1
    verb = span.doc[at] if at >= span.sent.start else None
    finite = verb is not None and verb.pos_ == "VERB" and verb.tag_ in ("VBD", "VBZ", "VBP")
    return verb if finite and verb is not None and verb.dep_ not in ("aux", "aux:pass", "cop") else None


def _describes(span: Span, noun: Token) -> bool:
    before = span.root.dep_ in ("compound", "nmod:unmarked", "amod", "nummod", "nmod:poss") and span.root.head == noun
    return before and noun.pos_ == "NOUN" and noun.lemma_.lower() not in words().daytimes


def _when(span: Span) -> list[Token]:
    """The predicate of 'in August, when …' after a date."""
    rest = [token for token in span.doc[span.end : min(span.end + 2, span.sent.end)] if not token.is_punct]
    if not rest or rest[0].lower_ not in words().moments:
        return []
    clause = next((token for token in rest[0].ancestors if is_clause(token)), None)
    return [clause] if clause is not None and clause.i > span.end else []
