"""Why a date is taken for a deadline: the nouns and verbs in its sentence that say so."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from torkham.extract.syntax import arguments, children, is_passive, preposition
from torkham.lexicon.policies import deadlines
from torkham.lexicon.times import times
from torkham.model.reading import Change

_NEAR = 3
_LONGEST = 3
_BACK = 40
"""Tokens before an 'it' among which stands what it means."""


@dataclass(frozen=True)
class Sign:
    """Why a date is taken for a deadline: the word that says so, the act to be done by then, and what became of it."""

    word: Token
    act: Token | None
    change: Change
    rule: str


def is_deadline(token: Token) -> bool:
    """Whether a noun is, or begins or ends, a word for a date by which something is due ('deadline', 'cut-off')."""
    doc = token.doc
    for size in range(1, _LONGEST + 1):
        for start in range(max(0, token.i - size + 1), token.i + 1):
            if doc[start : start + size].text.lower() in deadlines().named:
                return True
    return False


def speaks_of_deadline(verb: Token) -> bool:
    """Whether the clause of a verb is about a deadline, or papers and periods that run until one."""
    words = deadlines()
    return any(one.lemma_.lower() in (*words.nouns, *words.papers) or is_deadline(one) for one in verb.subtree)


def named(span: Span) -> Sign | None:
    """'the November 1 deadline', 'a deadline of July 6', 'set March 31 as the deadline'."""
    doc = span.doc
    equal = _equated(span)
    if equal is not None:
        passed = equal.head.lemma_.lower() in deadlines().expiring
        change = "restated" if passed or is_former(span) else change_of(equal)
        return Sign(equal, act_of_noun(equal), change, "deadline of that date")
    for token in doc[span.end : min(span.sent.end, span.end + _NEAR)]:
        if is_deadline(token) and all(
            one.pos_ in ("NOUN", "ADJ", "PROPN", "ADV", "VERB") for one in doc[span.end : token.i]
        ):
            return Sign(token, act_of_noun(token), change_of(token), "deadline of that date")
        named_so = token.lower_ == "as" and doc[span.start - 1].lemma_.lower() in deadlines().setting
        if (_names_role(token) or named_so) and any(is_deadline(one) for one in doc[token.i : token.i + 6]):
            limits = [one for one in doc[token.i : token.i + 6] if is_deadline(one)]
            noun = next((one for one in reversed(limits) if one.pos_ == "NOUN"), limits[-1])
            return Sign(noun, act_of_noun(noun), change_of(noun), "date set as deadline")
    before = doc[max(span.sent.start, span.start - _NEAR) : span.start]
    for token in before:
        between = doc[token.i + 1 : span.start]
        if (
            is_deadline(token)
            and not _set_then(token, between)
            and all(
                one.lower_ in ("of", "for", "on", "the", "was", "is", ",", "(", ":", "by", "until") for one in between
            )
        ):
            return Sign(token, act_of_noun(token), change_of(token), "deadline of that date")
    return None


def _names_role(token: Token) -> bool:
    """The 'as' of 'set 6 July as the deadline', not that of 'on Tuesday, as the government's deadline neared'."""
    owned = any(one.tag_ == "POS" for one in token.doc[token.i : token.i + 6])
    return token.lower_ == "as" and token.nbor(-1).text != "," and not owned


def _set_then(noun: Token, between: Span) -> bool:
    """'set the deadline on October 3': the day on which it was set."""
    noun = noun.head if noun.dep_ == "compound" and noun.head.pos_ == "NOUN" else noun
    on = any(token.lower_ == "on" for token in between)
    return on and noun.dep_ in ("obj", "nsubj:pass") and noun.head.lemma_.lower() in deadlines().setting


def is_former(span: Span) -> bool:
    """'originally May 31': a date that another has replaced."""
    before = span.doc[max(span.sent.start, span.start - 2) : span.start]
    ago = span[0].lower_ in (*times().this, *times().past)  # 'issued earlier this month'
    return not ago and any(token.lower_ in deadlines().former for token in before)


def _equated(span: Span) -> Token | None:
    """'the deadline is January 15', 'Nov. 1 was the deadline', 'the deadline, Nov. 1, …': the deadline noun."""
    root = span.root
    if root.dep_ == "appos" and root.head.lower_ == "date" and root.head.head.lemma_.lower() in deadlines().expiring:
        return root.head  # 'that date, 20 April, passed without a report'
    candidates = [child for child in children(root, "nsubj") if children(root, "cop")]
    if root.dep_ == "appos" or (root.dep_ in ("nsubj", "nmod:unmarked", "obl:unmarked") and children(root.head, "cop")):
        candidates.append(root.head)
    for noun in candidates:
        if is_deadline(noun) or any(is_deadline(child) for child in children(noun, "compound", "amod")):
            return noun
    return None


def act_of_noun(noun: Token) -> Token | None:
    """'a deadline for refugees to leave', 'the deadline to register'."""
    clauses = [child for child in children(noun, "acl", "advcl", "xcomp") if child.pos_ == "VERB"]
    return clauses[0] if clauses else None


def _is_refused(extending: Token) -> bool:
    """'Would not be extended', 'refused to extend', 'ruled out extending': the date stands."""
    negated = any(one.lower_ in ("not", "n't", "n’t", "never") for one in children(extending, "advmod"))
    governed = extending.dep_ in ("xcomp", "advcl", "obj", "acl")
    return negated or (governed and extending.head.lemma_.lower() in deadlines().failing)


def change_of(noun: Token) -> Change:
    """Whether the verb that governs a deadline sets, prolongs or advances it."""
    words = deadlines()
    noun = noun.head if noun.dep_ == "compound" and noun.head.pos_ == "NOUN" else noun
    for above in (noun.head, noun.head.head):
        if is_advanced(above):
            return "set"
        if above.lemma_.lower() in words.extending or above.lemma_.lower() in words.extensions:
            return "restated" if _is_refused(above) else "extended"
        if (
            above.lemma_.lower() in words.setting
            and above.pos_ == "VERB"
            and noun.dep_ in ("obj", "obl", "nsubj:pass", "xcomp", "nmod")
        ):
            return "set"
    return "restated"


def is_advanced(verb: Token) -> bool:
    """'brought forward', 'moved up': the new date is earlier."""
    particles = deadlines().advancing.get(verb.lemma_.lower())
    if particles is None or verb.pos_ != "VERB":
        return False
    return not particles or any(child.lower_ in particles for child in verb.children)


def expiring(span: Span) -> Sign | None:
    """'a deadline … that expired Wednesday', 'their visas expire on Sunday', 'since Sept 1, when the deadline expired'."""
    words = deadlines()
    near = (*above(span.root), *span.root.children, *before(span, 2), *_when_clause(span))
    verbs = [token for token in near if token.pos_ in ("VERB", "AUX") or _is_due(token)]
    for verb in verbs:
        if _form(verb) not in (*words.expiring, *words.stopping):
            continue
        surface = ("object",) if is_passive(verb) else ("subject",)
        subjects = [argument.token for argument in arguments(verb) if argument.slot in surface]
        subjects += [verb.head] if verb.dep_ in ("acl:relcl", "acl") else children(verb, "nsubj")
        if verb.head.lemma_.lower() in words.supposing:  # 'it had been due to run out on May 3'
            subjects += children(verb.head, "nsubj", "nsubj:pass")
        subjects += [one for subject in subjects for one in _phrase(subject)]
        subjects += [one for subject in subjects for one in _meant_by(subject)]
        subjects += [*_limit_before(verb), *_papers_before(verb)]
        for subject in subjects:
            if _runs_out(subject, verb):
                change: Change = "set" if is_coming(verb) else "restated"
                return Sign(subject, act_of_noun(subject), change, f"{subject.lower_} that {verb.lower_}")
    return None


def _meant_by(pronoun: Token) -> list[Token]:
    """What 'it' stands for as the subject of an end: 'Under a scheme launched on Jan. 1, … It wound up on July 1'."""
    if pronoun.lower_ != "it":
        return []
    words = deadlines()
    earlier = reversed(pronoun.doc[max(0, pronoun.i - _BACK) : pronoun.i])
    nouns = (*words.nouns, *words.papers, *words.facilities)
    found = next((one for one in earlier if one.pos_ == "NOUN" and one.lemma_.lower() in nouns), None)
    return [found] if found is not None else []


def _form(verb: Token) -> str:
    """The listed form of a verb of ending, also where the lemmatiser cut too much off ('lapsed')."""
    listed = (*deadlines().expiring, *deadlines().stopping)
    forms = (verb.lemma_.lower(), *(verb.lower_.removesuffix(ending) for ending in ("d", "ed", "s")))
    return next((form for form in forms if form in listed), forms[0])


def _limit_before(verb: Token) -> list[Token]:
    """The deadline of 'the deadline for foreigners to leave Pakistan lapsed on …', where the parse loses the subject."""
    between = verb.doc[verb.sent.start : verb.i]
    limits = [one for one in between if is_deadline(one) and one.pos_ == "NOUN"]
    finite = limits and any(one.tag_ in ("VBD", "VBZ", "VBP", "MD") for one in verb.doc[limits[-1].i : verb.i])
    return [] if finite or verb.tag_ not in ("VBD", "VBN") else limits[-1:]


def _papers_before(verb: Token) -> list[Token]:
    """The papers of 'protections for 350,000 Haitians were due to lapse', where the parse takes the verb for a noun."""
    if not _is_due(verb) or verb.tag_ == "VB":
        return []
    papers = [one for one in verb.doc[verb.sent.start : verb.i] if one.lemma_.lower() in deadlines().papers]
    return papers[-1:]


def _runs_out(subject: Token, verb: Token) -> bool:
    words, lemma, act = deadlines(), subject.lemma_.lower(), _form(verb)
    if (lemma in words.nouns or is_deadline(subject)) and act in words.expiring:
        return True
    if lemma in words.papers and act in words.expiring[:6] and not _passes_through(verb):
        return True
    ended = is_coming(verb) or lemma in words.schemes
    return ended and lemma in (*words.facilities, *words.papers) and act in words.stopping


def _passes_through(verb: Token) -> bool:
    """'people with valid cards who passed through the centre'."""
    return any(preposition(one) in ("through", "by", "over", "across") for one in children(verb, "obl"))


def is_coming(verb: Token) -> bool:
    """'will expire', 'expires', 'is due to lapse': not yet over."""
    future = any(child.tag_ == "MD" for child in children(verb, "aux")) or verb.tag_ in ("VBP", "VBZ", "VB")
    return _is_due(verb) or future


def _is_due(token: Token) -> bool:
    """'is due to lapse': the parse takes the verb for a noun."""
    spoken = token.i > 1 and token.doc[token.i - 2 : token.i].text.lower() == "due to"
    return spoken and (token.tag_ in ("VB", "NN") or _form(token) in deadlines().expiring)


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


def before(span: Span, reach: int) -> list[Token]:
    """The tokens of the sentence before a date."""
    return list(span.doc[max(span.sent.start, span.start - reach) : span.start])


def above(token: Token) -> list[Token]:
    """The words above a date up to and with its clause's verb."""
    found: list[Token] = []
    for one in token.ancestors:
        found.append(one)
        if one.pos_ in ("VERB", "AUX"):
            break
    return found
