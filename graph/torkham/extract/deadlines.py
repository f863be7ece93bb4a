"""Deadlines: date expressions by which somebody must or may do something, who set them, for whom, and how."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from torkham.extract.deadlinesigns import Sign, expiring, is_deadline, is_former, named
from torkham.extract.extensions import completed, effective, extended, granted, moved, only_asked
from torkham.extract.links import Links
from torkham.extract.obligations import obliged, overstaying
from torkham.extract.setters import applies_to, rulers, set_by
from torkham.lexicon.policies import deadlines
from torkham.model import Deadline, Policy, TimeExpression

_MOVED = 4
"""Tokens before a date among which the verb stands that moved a limit away from it."""
_FROM = 30
"""Code points between the two dates of 'from … to …'."""


def find(
    doc: Doc, times: tuple[TimeExpression, ...], policies: tuple[Policy, ...], links: Links
) -> tuple[tuple[Deadline, Sign], ...]:
    """The deadlines of the sentences that are read, in order, each with the words that make it one.

    ``policies`` are those of the same article.
    """
    found: list[tuple[Deadline, Sign]] = []
    for number, sentence in enumerate(doc.spans["sentences"]):
        for index, time in enumerate(times):
            if not (sentence.start_char <= time.start and time.end <= sentence.end_char) or not _can_be(time):
                continue
            span = doc.char_span(time.start, time.end, alignment_mode="expand")
            sign = _sign(span, time) if span is not None else None
            if sign is not None and span is not None and not _open(sign):
                found.append((_deadline(number, index, time, sign, _Scene(doc, times, policies, links)), sign))
    kept = [one for one in found if not (one[1].rule.endswith(" from") and _follows_limit(one[0], found))]
    return tuple(sorted(kept, key=lambda one: (one[0].start, one[0].end)))


def _follows_limit(consequence: Deadline, found: list[tuple[Deadline, Sign]]) -> bool:
    """'… to leave before March 31. Those who remain will be deported from April 1': the day after the limit is none."""
    return any(
        0 <= consequence.sentence - one.sentence <= 1 and not sign.rule.endswith(" from")
        for one, sign in found
        if one is not consequence
    )


@dataclass(frozen=True)
class _Scene:
    doc: Doc
    times: tuple[TimeExpression, ...]
    policies: tuple[Policy, ...]
    links: Links


def _can_be(time: TimeExpression) -> bool:
    """A deadline is a day, or the end of a week, month or year; not a bare year, not what began then.

    What is to be done within some days of a day that is not told is none either.
    """
    if time.unit and time.offset is not None and (time.offset < 0 or time.anchor is None):
        return False
    if time.edtf and "/" in time.edtf:
        return False
    return not (time.edtf and len(time.edtf) == 4 and time.part is None)


def _sign(span: Span, time: TimeExpression) -> Sign | None:
    """The first of the signs that a date is a deadline."""
    if time.relation == "since":
        return (expiring(span) if _ran_out_then(span) else None) or effective(span, time)
    if time.relation == "after":
        return named(span) or expiring(span) or overstaying(span)
    spoken = named(span) or moved(span, time) or expiring(span) or extended(span, time) or obliged(span, time)
    return spoken or effective(span, time) or completed(span, time) or (granted(span) if _lasts(time) else None)


def _ran_out_then(span: Span) -> bool:
    """'since Sept 1, when the deadline expired', 'has expired since May', not 'in force since July 1, was due to expire'."""
    after = span.doc[span.end : min(span.sent.end, span.end + 2)]
    return any(one.lower_ == "when" for one in after) or not any(one.text == "," for one in after[:1])


def _open(sign: Sign) -> bool:
    """Whether the date is one that somebody is only asked to extend a deadline to."""
    words = (sign.word, sign.word.head, *(() if sign.act is None else (sign.act,)))
    return sign.change == "extended" and any(only_asked(one) for one in words)


def _lasts(time: TimeExpression) -> bool:
    """'28 days to leave': a span of time that counts from the day on which it was given."""
    return time.unit is not None and time.relation == "by" and isinstance(time.anchor, int)


def _deadline(sentence: int, index: int, time: TimeExpression, sign: Sign, scene: _Scene) -> Deadline:
    links = scene.links
    speakers, via = links.said_by(sign.word.i)
    setters = set_by(sign, links)
    policy = _policy(time, setters, scene)
    if not setters and policy is not None and scene.policies[policy].type in deadlines().policies[:1]:
        setters = rulers(scene.policies[policy].issuer, links)
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
        applies_to=applies_to(sign, links),
        announced=_announced(index, sign, scene),
    )


def _announced(index: int, sign: Sign, scene: _Scene) -> int | None:
    """When it was said: the date at the order's own verb."""
    for word in (sign.word, sign.word.head, sign.word.head.head):
        if word.pos_ not in ("VERB", "AUX") and not _is_order(word):
            continue
        told = (*scene.links.times(word), scene.links.time(word))
        when = [one for one in told if one is not None and one != index and scene.times[one].relation == "on"]
        if when:
            return when[0]
    return None


def _is_order(word: Token) -> bool:
    """'a similar order in January': the noun of an order may have its date."""
    return word.pos_ == "NOUN" and word.lemma_.lower() in deadlines().ordering


def _previous(index: int, sign: Sign, scene: _Scene) -> int | None:
    """The date that this one replaces: 'from June 30 to September 30', 'the deadline, originally June 30, was moved to …',
    'pushed the June 30 deadline back to …'."""
    counted = scene.times[index]
    if sign.change == "extended" and isinstance(counted.anchor, int) and (counted.offset or 0) > 0:
        return counted.anchor
    moved = sign.change == "extended" or sign.rule.endswith("forward")
    sentence = sign.word.sent
    for other, time in enumerate(scene.times):
        span = scene.doc.char_span(time.start, time.end, alignment_mode="expand")
        if other == index or span is None or not sentence.start <= span.start < sentence.end:
            continue
        if not moved and not _moved_from(span, time):
            continue
        near = 0 < scene.times[index].start - time.end < _FROM or 0 < time.start - scene.times[index].end < _FROM
        if time.anchor == index and time.offset is not None and time.offset < 0:
            return other
        ended = near and sign.change == "extended" and expiring(span) is not None
        if is_former(span) or (time.relation == "since" and near) or _before_noun(span) or ended:
            return other
    return None


def _moved_from(span: Span, time: TimeExpression) -> bool:
    """'will close on September 15, brought forward from September 30'."""
    earlier = span.doc[max(span.sent.start, span.start - _MOVED) : span.start]
    words = (*deadlines().advancing, *deadlines().extending)
    return time.relation == "since" and any(one.lemma_.lower() in words for one in earlier)


def _before_noun(span: Span) -> bool:
    """'the June 30 deadline', 'the deadline of June 30'."""
    after, earlier = span.doc[span.end : span.end + 1], span.doc[max(span.sent.start, span.start - 2) : span.start]
    return any(is_deadline(token) for token in after) or (len(earlier) == 2 and is_deadline(earlier[0]))


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
