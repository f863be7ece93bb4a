"""What counted people do or undergo: the measure that the words around them in the sentence give."""

from collections import Counter
from dataclasses import replace

from spacy.tokens import Token

from torkham.extract.acts import Acts
from torkham.extract.acts import of as act_of
from torkham.extract.count import ACTS, WHOLE, Count
from torkham.extract.hints import (
    BESIDE,
    by_acts,
    by_company,
    by_head,
    by_place,
    by_stock,
    by_whole,
    by_window,
    by_word_before,
    host_of,
    of_acts,
)
from torkham.extract.measurewords import Found
from torkham.extract.peoplenouns import noun_of
from torkham.extract.predicates import around
from torkham.extract.syntax import children
from torkham.lexicon.people import people
from torkham.lexicon.quantities import measures

_OTHER = "other"
_NEARER = {("returned", "fled")}
"""Where the frames tell one verb's senses apart by who leaves which country, and the measure words do not."""


def measure_of(count: Count, acts: Acts) -> Found | None:
    """The measure of a count by its own sentence, or by the events told in it; None where nothing tells it."""
    if count.rule == ACTS:
        return of_acts(count)
    if count.rule == WHOLE:
        return by_head(count) or by_place(count) or _best(around(count)[1])
    if (own := _of_whom(count)) is not None:
        return own
    outer, inner = around(count)
    if not outer and not any(one.word.pos_ == "VERB" and not _is_description(one) for one in inner):
        outer = _of_host(count, acts)
    found = _chosen(outer, inner)
    act = act_of(count, acts)
    if found is None or (act is not None and (_is_description(found) or _is_nearer(act, found))):
        found = act
    found = _fitting(count, _hinted(count, found, outer))
    if found is not None and found.measure == "returned" and _leave_their_own(found.word):
        return replace(found, measure="fled")
    return found


def _of_whom(count: Count) -> Found | None:
    """'52 foreigners, 17 of whom were let go': the verb behind 'of whom', wherever the parse hangs it."""
    last = max(token.i for token in count.tokens if token.lower_ != "whom")
    rest = count.tokens[0].doc[last + 1 : min(last + 8, count.tokens[0].sent.end)]
    if rest[:2].text.lower() != "of whom":
        return None
    verb = next((token for token in rest if token.pos_ == "VERB"), None)
    direct = verb is not None and all(one.pos_ != "NOUN" for one in rest[: verb.i - rest.start])
    return by_window(count) if direct else None


def _leave_their_own(verb: Token) -> bool:
    """'8 million people have left Venezuela' in an article about Venezuelans: nobody returns by leaving home."""
    left = {child.ent_id_ for child in children(verb, "obj") if child.ent_id_}
    nations = Counter(span.label_ for span in verb.doc.spans.get("demonyms", ()) if span.root.tag_ in ("NNS", "NNPS"))
    ranked = nations.most_common(2)
    leading = bool(ranked) and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    return leading and ranked[0][0] in left


def _of_host(count: Count, acts: Acts, depth: int = 0) -> list[Found]:
    """What is said of the whole, or of those beside whom the counted people are; else of those beside whom these are."""
    host = host_of(count)
    if host is None or depth > 2:
        return []
    above, below = around(host)
    act = act_of(host, acts)
    if host.rule == BESIDE:
        below = []
        act = None if act is not None and host.head in set(act.word.ancestors) else act
    hints = [one for one in (act, by_head(host)) if one is not None]
    return above or below or hints or _of_host(host, acts, depth + 1)


def _chosen(outer: list[Found], inner: list[Found]) -> Found | None:
    """The strongest word; what is only wanted of people yields to nothing but their place in a queue."""
    best, own = _best(outer), _best(inner)
    if best is None or own is None:
        return best or own
    if best.real:
        yields = best.measure == _OTHER and own.weight > 0  # 'interviewed 14 people who had been deported'
        return own if yields or (best.weight == 0 and own.weight >= 2) else best
    return own if own.measure == "in-pipeline" else best


def _hinted(count: Count, found: Found | None, outer: list[Found]) -> Found | None:
    """The measure with the help of the noun itself, where no predicate tells it or only weakly."""
    hint = by_head(count)
    weak = found is not None and found.weight == 0 and (found in outer or _is_description(found))
    if found is not None and not (weak and hint is not None and found.measure != hint.measure):
        return found
    finders = (by_company, by_acts, by_window, by_word_before, by_place, by_whole, by_stock)
    return hint or found or next((one for finder in finders if (one := finder(count)) is not None), None)


def _is_description(found: Found) -> bool:
    return found.word.dep_ == "amod"


def _is_nearer(act: Found, found: Found) -> bool:
    return act.word == found.word and (found.measure, act.measure) in _NEARER


def _fitting(count: Count, found: Found | None) -> Found | None:
    """People counted by their office or trade are not residents or returnees because they 'live' or 'leave' somewhere."""
    head = count.head
    if head is None or found is None or noun_of(head) not in people().roles or noun_of(head) in people().nouns:
        return found
    demonyms = head.doc.spans.get("demonyms", ())
    foreign = any(span.start <= one.i < span.end for one in head.doc[head.left_edge.i : head.i] for span in demonyms)
    allowed = (*measures().bodily, *(measures().foreign if foreign else ()))
    return found if found.measure in allowed else None


def _best(found: list[Found]) -> Found | None:
    return max(found, key=lambda one: (one.own, one.weight, one.real, -one.word.i), default=None)
