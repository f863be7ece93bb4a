"""Deadlines: date expressions by which somebody must or may do something, who set them, for whom, and how."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from torkham.extract.deadlinesigns import Sign, expiring, extended, named
from torkham.extract.links import Links
from torkham.extract.obligations import obliged
from torkham.extract.syntax import arguments, children, conjuncts, preposition
from torkham.lexicon.policies import deadlines
from torkham.model import Deadline, Policy, TimeExpression


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
        return expiring(span)
    return named(span) or expiring(span) or extended(span, time) or obliged(span, time)


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
    if sign.word != sign.act and not any(links.actor(head) is not None for head in heads):
        heads = [argument.token for argument in arguments(sign.word) if argument.slot in ("object", "indirect")]
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
