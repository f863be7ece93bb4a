"""Deadlines: date expressions by which somebody must or may do something, who set them, for whom, and how."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from torkham.extract.links import Links
from torkham.extract.syntax import arguments, children, conjuncts, is_passive, preposition
from torkham.lexicon.policies import deadlines
from torkham.model import Deadline, Policy, TimeExpression
from torkham.model.reading import Change

_LIMITS = ("by", "before", "until")
_NEAR = 3


@dataclass(frozen=True)
class Sign:
    """Why a date is taken for a deadline: the word that says so, the act to be done by then, and what became of it."""

    word: Token
    act: Token | None
    change: Change
    rule: str


def find(
    doc: Doc, times: tuple[TimeExpression, ...], policies: tuple[Policy, ...], links: Links
) -> tuple[Deadline, ...]:
    """The deadlines of the sentences that are read, in order; ``policies`` are those of the same article."""
    found: list[Deadline] = []
    for number, sentence in enumerate(doc.spans["sentences"]):
        for index, time in enumerate(times):
            if not (sentence.start_char <= time.start and time.end <= sentence.end_char) or not _can_be(time):
                continue
            span = doc.char_span(time.start, time.end, alignment_mode="expand")
            sign = _sign(span, time) if span is not None else None
            if sign is not None and span is not None:
                found.append(_deadline(number, index, time, sign, _Scene(doc, times, policies, links)))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


@dataclass(frozen=True)
class _Scene:
    doc: Doc
    times: tuple[TimeExpression, ...]
    policies: tuple[Policy, ...]
    links: Links


def _can_be(time: TimeExpression) -> bool:
    """A deadline is a day, or the end of a week, month or year; not a bare year, not what began then."""
    if time.unit and time.offset is not None and time.offset < 0:
        return False
    if time.edtf and "/" in time.edtf:
        return False
    return not (time.edtf and len(time.edtf) == 4 and time.part is None)


def _sign(span: Span, time: TimeExpression) -> Sign | None:
    """The first of the signs that a date is a deadline."""
    if time.relation == "since":
        return _expiring(span)
    return _named(span) or _expiring(span) or _extended(span, time) or _obliged(span, time)


def _named(span: Span) -> Sign | None:
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


def _expiring(span: Span) -> Sign | None:
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


def _extended(span: Span, time: TimeExpression) -> Sign | None:
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


def _obliged(span: Span, time: TimeExpression) -> Sign | None:
    """'must leave by October 31', 'told them to return before Friday', 'can remain until February 29', 'leave by Friday or face arrest'."""
    if time.relation not in _LIMITS:
        return None
    for verb in _verbs_above(span.root):
        if verb.i > span.end + 1 and verb.dep_ != "root":
            continue
        sign = _order(verb, time)
        if sign is not None:
            return sign
    return _by_words(span, time)


def _verbs_above(token: Token) -> Iterator[Token]:
    """The nearest verbs above a date, with what they are coordinated with or hang on."""
    found = [above for above in token.ancestors if above.pos_ in ("VERB", "AUX") or children(above, "cop")]
    yield from found[:2]


def _order(verb: Token, time: TimeExpression) -> Sign | None:
    words, helpers = deadlines(), {child.lower_ for child in children(verb, "aux", "aux:pass", "cop")}
    if helpers & {"have", "has", "had"} and verb.tag_ == "VBN" and not helpers & set(words.modals):
        return None
    infinitive = any(child.lower_ == "to" and child.dep_ in ("mark", "aux") for child in verb.children)
    if time.relation == "until" and verb.lemma_.lower() not in (*words.staying, *words.acts, *words.granting):
        return None
    if time.relation == "by" and verb.lemma_.lower() in words.commanding and not children(verb, "ccomp", "xcomp"):
        return Sign(verb, None, _change_in(verb), f"{verb.lower_} by")
    if helpers & set(words.modals) or (infinitive and _commanded(verb)):
        return (
            None
            if _perfect(verb)
            else Sign(_commander(verb), verb, _change_in(verb), f"must {verb.lower_} {time.relation}")
        )
    if (
        time.relation == "until"
        and verb.lemma_.lower() in (*words.staying, *words.acts)
        and (helpers | {verb.head.lemma_.lower()}) & set(words.permitting)
    ):
        return Sign(_commander(verb), verb, _change_in(verb), f"may {verb.lower_} until")
    act = verb.lemma_.lower() in words.acts
    if act and infinitive:
        return Sign(_commander(verb), verb, _change_in(verb), f"to {verb.lower_} {time.relation}")
    imperative = act and verb.tag_ == "VB" and not children(verb, "nsubj", "nsubj:pass") and not helpers
    threatened = any(
        one.lemma_.lower() in words.threats and one.i > verb.i and one.nbor(-1).lower_ in ("or", "otherwise")
        for one in verb.sent
        if one.i > verb.sent.start
    )
    return (
        Sign(verb, verb, "restated", f"{verb.lower_} {time.relation}")
        if imperative or (act and threatened and verb.tag_ in ("VB", "VBP"))
        else None
    )


def _perfect(verb: Token) -> bool:
    """'must have arrived before 2021' is a condition, not a deadline."""
    return verb.tag_ == "VBN" and any(child.lower_ == "have" for child in children(verb, "aux"))


def _commanded(verb: Token) -> bool:
    """Whether the infinitive hangs on an order, a permission, or 'be', 'have' and 'need' ('were to leave')."""
    words, above = deadlines(), verb.head
    if verb.dep_ == "conj" and above.pos_ == "VERB":
        return _commanded(above) or bool({child.lower_ for child in children(above, "aux")} & set(words.modals))
    if above.lemma_.lower() in words.ordering and verb.dep_ in ("xcomp", "ccomp", "acl", "advcl", "obj"):
        return True
    light = {child.lemma_.lower() for child in children(verb, "aux", "cop")} | (
        {above.lemma_.lower()} if verb.dep_ == "xcomp" else set()
    )
    return bool(light & {"be", "have", "need"})


def _commander(verb: Token) -> Token:
    """The verb or noun by which somebody is told to do it; the verb itself where nobody is."""
    words, token = deadlines(), verb
    for _ in range(3):
        if token.head.lemma_.lower() in (*words.ordering, *words.setting, *words.extending) and token.head != token:
            return token.head
        token = token.head
    return verb


def _change_in(verb: Token) -> Change:
    words = deadlines()
    lemmas = {token.lemma_.lower() for token in verb.sent}
    if lemmas & {*words.extending[:3], *words.extensions}:
        return "extended"
    return "set" if _commander(verb) != verb or lemmas & set(words.setting[:4]) else "restated"


def _by_words(span: Span, time: TimeExpression) -> Sign | None:
    """The words before the date alone, where the parse is wrong: 'should leave by November 1', 'to leave … by', 'have until'."""
    words = deadlines()
    before = span.doc[max(span.sent.start, span.start - 9) : span.start]
    for token in reversed(before):
        if token.lower_ in (";", ":", "—", "”", '"') or token.lower_ in ("that", "who", "which", "after", "because"):
            return None
        if token.pos_ != "VERB" or token.lemma_.lower() not in words.acts:
            continue
        earlier = [one.lower_ for one in span.doc[max(span.sent.start, token.i - 3) : token.i]]
        if any(one in words.modals for one in earlier) or earlier[-1:] == ["to"]:
            return Sign(token, token, _change_in(token), f"{token.lower_} {time.relation}")
    return None


def _deadline(sentence: int, index: int, time: TimeExpression, sign: Sign, scene: _Scene) -> Deadline:
    links = scene.links
    speakers, via = links.said_by(sign.word.i)
    setters = _setters(sign, links) or speakers
    policy = _policy(time, setters, scene)
    if not setters and policy is not None:
        setters = scene.policies[policy].issuer
    return Deadline(
        start=time.start,
        end=time.end,
        sentence=sentence,
        rule=sign.rule,
        attributed_to=speakers,
        via=via,
        time=index,
        change=sign.change,
        policy=policy,
        previous=_previous(index, sign, scene),
        set_by=setters,
        applies_to=_addressed(sign, links),
        announced=_announced(index, sign, scene),
    )


def _setters(sign: Sign, links: Links) -> tuple[int, ...]:
    """The subject of the order or extension, or who 'set' the deadline noun, or whose it is."""
    words, token = deadlines(), sign.word
    for _ in range(4):
        if (
            token != sign.act
            and token.pos_ in ("VERB", "AUX")
            and token.lemma_.lower() in (*words.ordering, *words.setting, *words.extending, *words.granting)
        ):
            subjects = [argument.token for argument in arguments(token) if argument.slot == "subject"]
            found = [links.actor(one) for subject in subjects for one in conjuncts(subject)]
            if any(index is not None for index in found) and token.lemma_.lower() not in ("have", "be"):
                return tuple(dict.fromkeys(index for index in found if index is not None))
        owners = [links.actor(child) for child in children(token, "nmod:poss")]
        if token.pos_ == "NOUN" and any(index is not None for index in owners):
            return tuple(index for index in owners if index is not None)
        if token.head == token:
            break
        token = token.head
    return ()


def _addressed(sign: Sign, links: Links) -> tuple[int, ...]:
    """Who is to do it: the subject of the act, who is told, or 'for' whom the deadline is."""
    heads = [child for child in sign.word.subtree if child.dep_ in ("nmod", "nsubj", "obl") and _is_for(child)]
    if sign.act is not None and not heads:
        heads = [argument.token for argument in arguments(sign.act) if argument.slot == "subject"]
    found = [links.actor(one) for head in heads for one in conjuncts(head)]
    return tuple(dict.fromkeys(index for index in found if index is not None))


def _is_for(token: Token) -> bool:
    return preposition(token) == "for" or any(
        child.lower_ == "for" and child.dep_ == "mark" for child in token.head.children if token.dep_ == "nsubj"
    )


def _announced(index: int, sign: Sign, scene: _Scene) -> int | None:
    """When it was said: the date at the order's own verb."""
    for word in (sign.word, sign.word.head, sign.word.head.head):
        told = scene.links.time(word) if word.pos_ in ("VERB", "AUX") else None
        if told is not None and told != index and scene.times[told].relation == "on":
            return told
    return None


def _previous(index: int, sign: Sign, scene: _Scene) -> int | None:
    """The date that an extension starts from: 'from June 30 to September 30'."""
    if sign.change != "extended" or index == 0:
        return None
    earlier, here = scene.times[index - 1], scene.times[index]
    return (
        index - 1
        if earlier.relation == "since"
        and "\n" not in scene.doc.text[earlier.end : here.start]
        and here.start - earlier.end < 30
        else None
    )


def _policy(time: TimeExpression, setters: tuple[int, ...], scene: _Scene) -> int | None:
    """The policy spoken of nearest before the date, of the same issuer where both are known."""
    candidates = [
        (abs(start - time.start), index)
        for index, policy in enumerate(scene.policies)
        for start, _ in policy.mentions
        if policy.type in deadlines().policies
        and (not setters or not policy.issuer or set(setters) & set(policy.issuer))
    ]
    return min(candidates)[1] if candidates else None
