"""Why a date is taken for a deadline: the words in its sentence that say so."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from torkham.extract.syntax import arguments, children, is_passive
from torkham.lexicon.policies import deadlines
from torkham.model import TimeExpression
from torkham.model.reading import Change

_NEAR = 3


@dataclass(frozen=True)
class Sign:
    """Why a date is taken for a deadline: the word that says so, the act to be done by then, and what became of it."""

    word: Token
    act: Token | None
    change: Change
    rule: str


def named(span: Span) -> Sign | None:
    """'the November 1 deadline', 'a deadline of July 6', 'set March 31 as the deadline'."""
    doc, words = span.doc, deadlines()
    equal = _equated(span)
    if equal is not None:
        return Sign(equal, _act_of_noun(equal), _change_of(equal), "deadline of that date")
    for token in doc[span.end : min(span.sent.end, span.end + _NEAR)]:
        if token.lemma_.lower() in words.nouns[:4] and all(
            one.pos_ in ("NOUN", "ADJ", "PROPN", "ADV", "VERB") for one in doc[span.end : token.i]
        ):
            return Sign(token, _act_of_noun(token), _change_of(token), "deadline of that date")
        if token.lower_ in ("as",) and any(one.lemma_.lower() in words.nouns[:4] for one in doc[token.i : token.i + 5]):
            noun = next(one for one in doc[token.i : token.i + 5] if one.lemma_.lower() in words.nouns[:4])
            return Sign(noun, _act_of_noun(noun), _change_of(noun), "date set as deadline")
    before = doc[max(span.sent.start, span.start - _NEAR) : span.start]
    for token in before:
        between = doc[token.i + 1 : span.start]
        if token.lemma_.lower() in words.nouns[:4] and all(
            one.lower_ in ("of", "for", "on", "the", "was", "is", ",", "(", ":", "by", "until") for one in between
        ):
            return Sign(token, _act_of_noun(token), _change_of(token), "deadline of that date")
    return None


def _equated(span: Span) -> Token | None:
    """'the deadline is January 15', 'Nov. 1 was the deadline', 'the deadline, Nov. 1, …': the deadline noun."""
    root, nouns = span.root, deadlines().nouns[:4]
    candidates = [child for child in children(root, "nsubj") if children(root, "cop")]
    if root.dep_ == "appos" or (root.dep_ in ("nsubj", "nmod:unmarked", "obl:unmarked") and children(root.head, "cop")):
        candidates.append(root.head)
    for noun in candidates:
        if noun.lemma_.lower() in nouns or any(
            child.lemma_.lower() in nouns for child in children(noun, "compound", "amod")
        ):
            return noun
    return None


def _act_of_noun(noun: Token) -> Token | None:
    """'a deadline for refugees to leave', 'the deadline to register'."""
    clauses = [child for child in children(noun, "acl", "advcl", "xcomp") if child.pos_ == "VERB"]
    return clauses[0] if clauses else None


def _change_of(noun: Token) -> Change:
    """Whether the verb that governs a deadline sets or prolongs it."""
    words = deadlines()
    for above in (noun.head, noun.head.head):
        if above.lemma_.lower() in words.extending or above.lemma_.lower() in words.extensions:
            return "extended"
        if (
            above.lemma_.lower() in words.setting
            and above.pos_ == "VERB"
            and noun.dep_ in ("obj", "obl", "nsubj:pass", "xcomp", "nmod")
        ):
            return "set"
    return "restated"


def expiring(span: Span) -> Sign | None:
    """'a deadline … that expired Wednesday', 'their visas expire on Sunday', 'since Sept 1, when the deadline expired'."""
    words = deadlines()
    near = (*_above(span.root), *span.root.children, *_before(span, 2), *_when_clause(span))
    verbs = [token for token in near if token.pos_ in ("VERB", "AUX")]
    for verb in verbs:
        if verb.lemma_.lower() not in words.expiring:
            continue
        surface = ("object",) if is_passive(verb) else ("subject",)
        subjects = [argument.token for argument in arguments(verb) if argument.slot in surface]
        subjects += [verb.head] if verb.dep_ in ("acl:relcl", "acl") else []
        subjects += [above for subject in subjects for above in _phrase(subject)]
        for subject in subjects:
            if subject.lemma_.lower() in words.nouns or (
                subject.lemma_.lower() in words.papers and verb.lemma_.lower() in words.expiring[:6]
            ):
                return Sign(subject, _act_of_noun(subject), "restated", f"{subject.lower_} that {verb.lower_}")
    return None


def _when_clause(span: Span) -> list[Token]:
    """The verbs of 'since Sept 1, when the deadline … expired'."""
    after = span.doc[span.end : min(span.sent.end, span.end + 25)]
    if not any(token.lower_ == "when" for token in after[:2]):
        return []
    return [token for token in after if token.pos_ == "VERB" and token.lemma_.lower() in deadlines().expiring]


def _phrase(noun: Token) -> list[Token]:
    """The nouns above a noun in the same phrase: 'a deadline for departure that expired' is about the deadline."""
    found: list[Token] = []
    while noun.dep_ in ("nmod", "obl", "conj", "compound") and noun.head.pos_ == "NOUN" and noun.head != noun:
        noun = noun.head
        found.append(noun)
    return found


def _before(span: Span, reach: int) -> list[Token]:
    return list(span.doc[max(span.sent.start, span.start - reach) : span.start])


def _above(token: Token) -> list[Token]:
    """The words above a date up to and with its clause's verb."""
    found: list[Token] = []
    for above in token.ancestors:
        found.append(above)
        if above.pos_ in ("VERB", "AUX"):
            break
    return found


def extended(span: Span, time: TimeExpression) -> Sign | None:
    """'extended the deadline to June 30', 'an extension until February 29', 'were given until Friday', 'valid until'."""
    words = deadlines()
    if time.relation not in ("until", "by"):
        return None
    for token in (*_above(span.root), *_before(span, 2)):
        lemma = token.lemma_.lower()
        if lemma in words.extending or lemma in words.extensions:
            if lemma in words.extending[:1] or _speaks_of_deadline(token):
                return Sign(token, None, "extended", f"{token.lower_} until")
        elif (
            time.relation == "until"
            and lemma in words.granting
            and token.pos_ in ("VERB", "AUX")
            and token.i < span.start
        ):
            close = token.nbor(1).lower_ == "until" or not children(token, "xcomp", "ccomp")
            if close and abs(span.start - token.i) < 9 and _gives_only_time(token, span):
                return Sign(token, None, "set", f"{token.lower_} until")
        elif time.relation == "until" and lemma == "valid":
            return Sign(token, None, "restated", "valid until")
    if time.relation == "until" and any(
        one.lemma_.lower() in words.extensions or one.lemma_.lower() == "extend"
        for one in span.doc[span.sent.start : span.start]
    ):
        return Sign(span.root.head, None, "extended", "extension until")
    return None


def _speaks_of_deadline(verb: Token) -> bool:
    words = deadlines()
    return any(one.lemma_.lower() in (*words.nouns, *words.papers) for one in verb.subtree)


def _gives_only_time(verb: Token, span: Span) -> bool:
    """'have until Friday', 'gave them until Friday': nothing else is given."""
    things = [one for one in children(verb, "obj") if one.pos_ == "NOUN" and one.i not in range(span.start, span.end)]
    return all(one.lemma_.lower() in deadlines().nouns or one.i < span.start for one in things)
