"""Bare numbers that count people: their noun is left out, and the sentence shows what it would be."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from torkham.extract.count import Count, chain
from torkham.extract.numbers import Quantity
from torkham.extract.peoplenouns import is_people, is_plural
from torkham.extract.syntax import children
from torkham.lexicon.quantities import measures, numbers

_CORES = {"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "root"}


def find_bare(quantity: Quantity, span: Span, sentence: Span, before: list[Count]) -> Count | None:
    """A number whose noun is left out, where the sentence shows that it counts people."""
    doc, root = span.doc, span.root
    if quantity.value is not None and quantity.value < 2 and quantity.qualifier == "exact":
        return None
    at = span.end
    if (
        at < sentence.end
        and doc[at].pos_ in ("NOUN", "PROPN", "SYM")
        and doc[at].lower_ not in ("others", "more")
        and not _is_rate(doc, at)
    ):
        return None
    if (
        root.dep_ in ("nummod", "compound", "appos", "flat", "nmod:unmarked", "list", "goeswith")
        and root.head.i not in range(span.start, span.end)
        and root.head.pos_ in ("NOUN", "PROPN")
        and root.head.i > root.i
    ):
        return None
    counted = _after_counting_noun(quantity, span, sentence, before)
    if counted is not None:
        return Count(quantity, counted, chain(span, counted), "number of people")
    noun = _lone_counting_noun(quantity, span, sentence, before)
    if noun is not None:
        human = noun.lemma_.lower() in measures().human_counts
        return Count(quantity, noun if human else None, chain(span, None), "number of people")
    if _is_rate(doc, at) and at + 2 < sentence.end and doc[at + 2].pos_ in ("AUX", "VERB", "ADV"):
        return Count(quantity, None, (*chain(span, None), doc[at + 1]), "number at a rate")
    for rule in (_part_of_those, _held, _beside_a_count, _alone_in_its_place):
        name = rule(quantity, span, sentence, before)
        if name:
            return Count(quantity, None, chain(span, None), name)
    return None


def _is_rate(doc: Doc, at: int) -> bool:
    rest = doc[at : at + 2].text.lower()
    return any(rest.startswith(rate) for rate in numbers().rates)


def _before(quantity: Quantity, span: Span, sentence: Span) -> Token | None:
    """The token before the number and its qualifier, in the same sentence."""
    left = span.doc.char_span(quantity.start, quantity.start + 1, alignment_mode="expand")
    at = (left.start if left is not None else span.start) - 1
    return span.doc[at] if at >= sentence.start else None


def _counting_nouns(quantity: Quantity, span: Span, sentence: Span) -> Iterator[Token]:
    """The nouns that the number tells: 'the number of returnees reached 906,326', 'put the toll at 40'."""
    words, joint = measures(), _before(quantity, span, sentence)
    clause = span.doc[sentence.start : span.start]
    for noun in reversed([one for one in clause if one.idx < quantity.start]):
        if noun.lemma_.lower() not in words.counting or noun.pos_ != "NOUN":
            continue
        between = span.doc[noun.i + 1 : span.start]
        if any(one.lemma_.lower() in words.reaching and one.pos_ in ("VERB", "AUX") for one in between):
            yield noun
            continue
        if joint is not None and joint.lower_ == "of" and joint.i == noun.i + 1:
            yield noun
            continue
        moved = any(one.lemma_.lower() in (*words.putting, *words.reaching) for one in clause)
        if joint is not None and joint.lower_ in ("at", "to", "from", "as", "past", "beyond") and moved:
            yield noun


def _after_counting_noun(quantity: Quantity, span: Span, sentence: Span, before: list[Count]) -> Token | None:
    """The people noun between a counting noun and the number."""
    for noun in _counting_nouns(quantity, span, sentence):
        between = span.doc[noun.i + 1 : span.start]
        people = next((one for one in between if (is_people(one) and is_plural(one)) or one.lower_ == "those"), None)
        if people is not None:
            return people
    return None


def _lone_counting_noun(quantity: Quantity, span: Span, sentence: Span, before: list[Count]) -> Token | None:
    """A counting noun alone, where people were counted just before or it counts nothing else ('toll')."""
    nouns = list(_counting_nouns(quantity, span, sentence))
    return next((noun for noun in nouns if before or noun.lemma_.lower() in measures().human_counts), None)


def _held(quantity: Quantity, span: Span, sentence: Span, before: list[Count]) -> str | None:
    """'a second group of about 250,000', 'a batch of 60'."""
    joint = _before(quantity, span, sentence)
    if joint is None or joint.lower_ != "of" or joint.i <= sentence.start:
        return None
    return "group of people" if joint.nbor(-1).lemma_.lower() in measures().holding and before else None


def _part_of_those(quantity: Quantity, span: Span, sentence: Span, before: list[Count]) -> str | None:
    """'Of these, about 80 have since been released', '… refugees, of whom about 7.5 lakh live in the province'."""
    doc = span.doc
    for index in range(max(sentence.start, span.start - 9), span.start - 1):
        part = doc[index].lower_ in ("of", "among", "amongst") and doc[index + 1].lower_ in measures().parts
        if part and _only_grades(doc, index + 2, quantity):
            return "part of people named before"
    return None


def _only_grades(doc: Doc, start: int, quantity: Quantity) -> bool:
    """Whether nothing but a noun, commas and adverbs stand before the number ('Of this number, only 40')."""
    between = [one for one in doc[start : start + 8] if one.idx < quantity.start]
    return (
        all(one.pos_ in ("PUNCT", "ADV", "NOUN", "DET", "ADJ") and one.lower_ not in ("and", "but") for one in between)
        and len(between) < 5
    )


def _beside_a_count(quantity: Quantity, span: Span, sentence: Span, before: list[Count]) -> str | None:
    """'deported 276,000 people in 2024 and 86,400 in 2025', 'including 1,201,000 from Iran and 340,000 from Pakistan'."""
    doc = span.doc
    if not before:
        return None
    following = doc[span.end] if span.end < sentence.end else None
    goes_on = (
        following is None
        or following.pos_ in ("ADP", "PUNCT", "ADV", "AUX", "VERB", "CCONJ", "PRON")
        or _is_rate(doc, span.end)
    )
    previous = _before(quantity, span, sentence)
    object_ = span.root.dep_ == "obj" and span.root.head.pos_ == "VERB" and span.root.head.i < span.start
    joined = object_ or (
        previous is not None
        and (
            previous.lower_
            in ("and", "or", "to", "from", "against", "compared", "than", "including", "with", "but", "while", "nor")
            or previous.text in {",", ";", "("}
            or previous.pos_ == "VERB"
        )
    )
    if (
        joined
        and previous is not None
        and previous.text in {",", "("}
        and following is not None
        and following.text in {",", ")"}
    ):
        return None
    return "beside a count" if goes_on and joined and _same_size(quantity, before[-1].quantity) else None


def _same_size(one: Quantity, other: Quantity) -> bool:
    """A bare small number beside a count of thousands is more likely a day, an age or a page."""
    mine = one.value or one.lower or one.upper or 0
    theirs = other.value or other.lower or other.upper or 0
    return mine > 0 and theirs > 0 and (mine >= 100 or mine * 50 >= theirs)


def _alone_in_its_place(quantity: Quantity, span: Span, sentence: Span, before: list[Count]) -> str | None:
    """'fewer than 400 were picked up', 'A further 1.3 million are registered', 'killed at least 12'."""
    root = span.root
    if root.dep_ not in _CORES or root.head == root or root.head.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
        return None
    if root.dep_ in ("nsubj", "nsubj:pass") and root.head.i > root.i and not children(root, "nmod"):
        return "number alone as subject"
    human = root.dep_ == "obj" and root.head.lemma_.lower() in _harming()
    return "number alone as object" if human else None


@cache
def _harming() -> frozenset[str]:
    """Verbs of one word that only people undergo, so that a bare number after them counts people."""
    wanted = {"killed", "arrested", "released", "expelled"}
    return frozenset(
        v
        for m in measures().measure
        if m.name in wanted and "object" in m.counted and not m.needs
        for v in m.verbs
        if " " not in v
    ) - frozenset(measures().ambiguous)
