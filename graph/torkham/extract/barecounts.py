"""Bare numbers that count people: their noun is left out, and the sentence shows what it would be."""

from functools import cache

from spacy.tokens import Doc, Span, Token

from torkham.extract.carried import PART, stands_for_people
from torkham.extract.count import Count, Seen, chain
from torkham.extract.measurewords import match_verb
from torkham.extract.numbers import Quantity
from torkham.extract.peoplenouns import is_people
from torkham.extract.syntax import children
from torkham.extract.tallied import before, tally
from torkham.lexicon.quantities import measures, numbers

ALONE = "number alone as subject"
BESIDE_A_COUNT = "beside a count"
_DATING = (" ago", " earlier", " before", " later")
_HARM = frozenset({"killed", "arrested", "released", "expelled"})
_NEAR = 3
_FINITE = ("VBD", "VBZ", "VBP", "VBN", "MD")
_CORES = {"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "root"}


def find_bare(quantity: Quantity, span: Span, sentence: Span, seen: Seen) -> Count | None:
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
        and doc[at].pos_ not in ("VERB", "AUX")  # '307,647 hold Afghan Citizen Cards'
    ):
        return None
    counted = tally(quantity, span, sentence, seen)
    if counted is not None:
        return counted
    if _is_rate(doc, at) and at + 2 < sentence.end and doc[at + 2].pos_ in ("AUX", "VERB", "ADV", "PRON"):
        return Count(quantity, None, (*chain(span, None), doc[at + 1]), "number at a rate")
    for rule in (_aboard, _part_of_those, _held, _beside_a_count, _alone_in_its_place, _before_a_participle, _listed):
        name = rule(quantity, span, sentence, seen)
        if name:
            return Count(quantity, None, chain(_with_qualifier(quantity, span), None), name)
    return None


def _is_rate(doc: Doc, at: int) -> bool:
    rest = doc[at : at + 2].text.lower()
    dated = doc[at : at + 3].text.lower().endswith(_DATING)  # 'compared with 9,800 a year ago'
    return not dated and any(rest.startswith(rate) for rate in numbers().rates)


def _held(quantity: Quantity, span: Span, sentence: Span, seen: Seen) -> str | None:
    """'a second group of about 250,000', 'a batch of 60'."""
    joint = before(quantity, span, sentence)
    if joint is None or joint.lower_ != "of" or joint.i <= sentence.start:
        return None
    held = joint.nbor(-1)
    if held.lemma_.lower() in measures().acts and (seen.counts or _large(quantity)):
        return "number with an act"  # 'a court stayed the removal of 1,200'
    return "group of people" if held.lemma_.lower() in measures().holding and seen.counts else None


def _aboard(quantity: Quantity, span: Span, sentence: Span, seen: Seen) -> str | None:
    """'a boat with 60 on board': they are whoever was aboard, whatever befell those counted before."""
    rest = span.doc[span.end : min(sentence.end, span.end + 2)].text.lower()
    return "number aboard" if any(rest.startswith(phrase) for phrase in numbers().aboard) else None


def _part_of_those(quantity: Quantity, span: Span, sentence: Span, seen: Seen) -> str | None:
    """'Of these, about 80 have since been released', '… refugees, of whom about 7.5 lakh live in the province'."""
    doc = span.doc
    for index in range(max(sentence.start, span.start - 9), span.start - 1):
        if doc[index].lower_ not in ("of", "among", "amongst"):
            continue
        if doc[index + 1].lower_ in measures().parts and _only_grades(doc, index + 2, quantity):
            return None if doc[index + 1].lower_ == "which" and _of_a_thing(doc, index, sentence) else PART
        named = index == sentence.start and doc[index + 1].lower_ == "the"
        if named and doc[index + 2].lemma_.lower() in measures().holding and _only_grades(doc, index + 3, quantity):
            return PART  # 'Of the total, 110 are …'
    return None


def _of_a_thing(doc: Doc, at: int, sentence: Span) -> bool:
    """'7.4 billion euros, of which 200 million': what stands before 'of which' is counted, and is no people."""
    nouns = [one for one in doc[sentence.start : at] if one.pos_ in ("NOUN", "PROPN", "SYM")]
    return bool(nouns) and not is_people(nouns[-1]) and at - nouns[-1].i <= _NEAR


def _shares_a_thing(span: Span, sentence: Span) -> bool:
    ahead = span.doc[max(sentence.start, span.start - 2) : span.start]
    return ahead.text.lower() == "of which" and _of_a_thing(span.doc, ahead.start, sentence)


def _only_grades(doc: Doc, start: int, quantity: Quantity) -> bool:
    """Whether nothing but a noun, commas and adverbs stand before the number ('Of this number, only 40')."""
    between = [one for one in doc[start : start + 8] if one.idx < quantity.start]
    return (
        all(one.pos_ in ("PUNCT", "ADV", "NOUN", "DET", "ADJ") and one.lower_ not in ("and", "but") for one in between)
        and len(between) < 5
    )


def _beside_a_count(quantity: Quantity, span: Span, sentence: Span, seen: Seen) -> str | None:
    """'deported 276,000 people in 2024 and 86,400 in 2025', 'including 1,201,000 from Iran and 340,000 from Pakistan'."""
    doc = span.doc
    if not seen.counts:
        return None
    following = doc[span.end] if span.end < sentence.end else None
    goes_on = (
        following is None
        or following.pos_ in ("ADP", "PUNCT", "ADV", "AUX", "VERB", "CCONJ", "PRON")
        or _is_rate(doc, span.end)
        or following.idx in seen.dates
        or following.lower_ in ("more", "others")
        or (following.pos_ == "DET" and any(one.lower_ in numbers().things for one in doc[span.end + 1 : span.end + 3]))
    )
    previous = before(quantity, span, sentence)
    object_ = span.root.dep_ == "obj" and span.root.head.pos_ == "VERB" and span.root.head.i < span.start
    joined = object_ or (
        previous is not None
        and (
            previous.lower_
            in ("and", "or", "to", "from", "against", "compared", "than", "including", "with", "but", "while", "nor")
            or previous.text in {",", ";", "("}
            or previous.pos_ == "VERB"
            or (previous.lower_ == "the" and following is not None and following.pos_ == "PRON")
            or _gaps(previous)
            or (previous.lemma_ == "be" and previous.nbor(-1).lower_ == "it")
            or (previous.lower_ == "of" and previous.nbor(-1).lemma_.lower() in measures().naming)
        )
    )
    if joined and previous is not None and _is_age(previous, following):
        return None
    if (
        joined
        and previous is not None
        and previous.text in {",", "("}
        and following is not None
        and following.text in {",", ")"}
        and not _after_a_place(previous)
    ):
        return None
    return BESIDE_A_COUNT if goes_on and joined and _same_size(quantity, seen.counts[-1].quantity) else None


def _is_age(comma: Token, following: Token | None) -> bool:
    """'… said Amin, 24.'"""
    named = comma.text == "," and comma.i > comma.sent.start and comma.nbor(-1).ent_type_ == "PERSON"
    return named and (following is None or following.is_punct)


def _after_a_place(bracket: Token) -> bool:
    """'followed by Guatemala (66,435) and Honduras (45,923)'."""
    return bracket.text == "(" and bracket.i > bracket.sent.start and bracket.nbor(-1).ent_type_ == "LOC"


def _gaps(place: Token) -> bool:
    """'Ethiopia has received 20,624, and Kenya at least 8,900': the verb is left out."""
    return place.ent_type_ == "LOC" and place.nbor(-1).lower_ in ("and", ",") and place.i > place.sent.start


def _same_size(one: Quantity, other: Quantity) -> bool:
    """A bare small number beside a count of thousands is more likely a day, an age or a page."""
    mine = one.value or one.lower or one.upper or 0
    theirs = other.value or other.lower or other.upper or 0
    return mine > 0 and theirs > 0 and (mine >= 100 or mine * 50 >= theirs)


def _alone_in_its_place(quantity: Quantity, span: Span, sentence: Span, seen: Seen) -> str | None:
    """'fewer than 400 were picked up', 'A further 1.3 million are registered', 'killed at least 12'."""
    top = _with_qualifier(quantity, span).root
    if _of_things(span, sentence) or _shares_a_thing(span, sentence):
        return None
    if top.dep_ not in _CORES or top.head == top or top.head.pos_ not in ("VERB", "AUX", "ADJ", "ADV", "NOUN"):
        return ALONE if _opens_a_clause(quantity, span, sentence, seen) else None
    followed = any(child.i >= span.end for child in children(top, "nmod"))
    if top.dep_ in ("nsubj", "nsubj:pass") and top.head.i > top.i and not followed:
        return ALONE
    human = top.dep_ == "obj" and (top.head.lemma_.lower() in _harming() or _turned_back(top.head, seen))
    hosted = top.dep_ == "obj" and top.head.lemma_.lower() in measures().hosting and _large(quantity)
    return "number alone as object" if human or (hosted and (seen.recent or seen.counts)) else None


def _turned_back(verb: Token, seen: Seen) -> bool:
    """'turned back nearly 200': a verb and its particle, where people were counted just before."""
    entry = match_verb(verb, {"object"}) if any(_is_particle(one) for one in verb.children) else None
    return entry is not None and entry.name in _HARM and (seen.recent or bool(seen.counts))


def _is_particle(word: Token) -> bool:
    return word.tag_ == "RP" or (word.lower_ == "back" and word.i == word.head.i + 1)


def _before_a_participle(quantity: Quantity, span: Span, sentence: Span, seen: Seen) -> str | None:
    """'with 40 killed', 'a figure of 1,350 arrested', 'hundreds also forced out', 'at least 20 who died': only people."""
    at = span.end
    while at + 1 < sentence.end and span.doc[at].pos_ == "ADV":
        at += 1
    following = span.doc[at] if at < sentence.end else None
    if following is None:
        return None
    undergone = following.tag_ == "VBN" and (
        following.lemma_.lower() in _harming()
        or (quantity.qualifier == "vague" and match_verb(following, {"object"}) is not None)
    )
    arriving = following.tag_ == "VBG" and _is_with(quantity, span, sentence) and _moves(following)
    return ALONE if undergone or arriving or (following.tag_ == "WP" and following.lower_ == "who") else None


def _is_with(quantity: Quantity, span: Span, sentence: Span) -> bool:
    joint = before(quantity, span, sentence)
    return joint is not None and joint.lower_ == "with" and _large(quantity)


def _moves(verb: Token) -> bool:
    """'with up to 1,800 arriving each day': what only people do in such numbers."""
    entry = match_verb(verb, {"subject"})
    return entry is not None and entry.name in ("arrived", "returned", "fled")


def _listed(quantity: Quantity, span: Span, sentence: Span, seen: Seen) -> str | None:
    """'These numbers include 285,300 in Egypt': a part of those counted just before."""
    verb = span.root.head
    parts = span.root.dep_ == "obj" and verb.lemma_.lower() in measures().including and verb.pos_ == "VERB"
    told = parts and any(stands_for_people(child) for child in verb.children)
    by_place = span.end < sentence.end and span.doc[span.end].pos_ == "ADP"
    return "number alone as object" if told and seen.recent and (by_place or _large(quantity)) else None


def _large(quantity: Quantity) -> bool:
    return (quantity.value or quantity.lower or quantity.upper or 0) >= 100


def _with_qualifier(quantity: Quantity, span: Span) -> Span:
    whole = span.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    return whole if whole is not None else span


def _opens_a_clause(quantity: Quantity, span: Span, sentence: Span, seen: Seen) -> bool:
    """By the order of the words, where the parse errs: 'Fewer than 13,000 have renewed …', '• over 4.1 lakh held cards'."""
    joint = before(quantity, span, sentence)
    opens = joint is None or joint.is_punct or joint.pos_ in ("PUNCT", "SYM", "CCONJ", "SPACE")
    following = _past_aside(span, sentence)
    finite = following is not None and (following.tag_ in _FINITE or following.pos_ in ("AUX", "VERB"))
    return opens and finite and (seen.recent or bool(seen.counts))


def _past_aside(span: Span, sentence: Span) -> Token | None:
    """The word behind a number, 'more' and an aside: 'a million more, like her, have no papers'."""
    at, doc = span.end, span.doc
    at += at < sentence.end and doc[at].lower_ in ("more", "others")
    if at > span.end and at < sentence.end and doc[at].text == ",":
        at = next((one.i + 1 for one in doc[at + 1 : min(at + 8, sentence.end)] if one.text == ","), at)
    return doc[at] if at < sentence.end else None


def _of_things(span: Span, sentence: Span) -> bool:
    """'Of 4,100 applications, 900 were approved': the whole that opens the sentence is no people."""
    words = span.doc[sentence.start : span.start]
    if len(words) < 4 or words[0].lower_ != "of" or words[-1].text != ",":
        return False
    return not any(is_people(word) or word.lower_ in measures().parts for word in words)


@cache
def _harming() -> frozenset[str]:
    """Verbs of one word that only people undergo, so that a bare number after them counts people."""
    return frozenset(
        v
        for m in measures().measure
        if m.name in _HARM and "object" in m.counted and not m.needs
        for v in m.verbs
        if " " not in v
    ) - frozenset(measures().ambiguous)
