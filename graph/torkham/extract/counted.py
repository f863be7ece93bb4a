"""Which numbers of a sentence count people."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from torkham.extract.barecounts import find_bare
from torkham.extract.count import ACTS, TALLY, WHOLE, Count, Seen, chain
from torkham.extract.fulltext import fulltext
from torkham.extract.numbers import Quantity, find
from torkham.extract.peoplenouns import is_people, noun_phrase_end
from torkham.extract.syntax import children
from torkham.extract.tallied import tally
from torkham.lexicon.people import people
from torkham.lexicon.quantities import measures, numbers

_PROPORTION = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d)(?:-| )(?:in|out of)(?:-| )(?:every )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|20|\d\d?)\b(?! (?:january|february|march|april|may|june|july))"
)
_SKIPPED = {"DET", "PRON"}


def find_counts(doc: Doc, sentence: Span, dates: Sequence[tuple[int, int]], recent: bool) -> Iterator[Count]:
    """The counts of people in one sentence; numbers inside ``dates`` (offsets) are none.

    ``recent`` says that people were counted in the sentences just before, so that a bare number may go on with them.
    """
    found: list[Count] = []
    seen = Seen(found, recent, frozenset(start for start, _ in dates))
    for quantity in find(_masked(fulltext(doc), dates), sentence.start_char, sentence.end_char):
        span = doc.char_span(quantity.number, quantity.number_end, alignment_mode="expand")
        if span is None or _is_thing(doc, span, sentence):
            continue
        count = _with_noun(quantity, span, sentence) or find_bare(quantity, span, sentence, seen)
        count = _of_named(count, span, sentence, seen) if count is not None else None
        opens = count is not None and count.head is not None and _opens_as_whole(count, sentence)
        if count is not None and (opens or (found and _is_whole(fulltext(doc), found[-1], quantity))):
            count = replace(count, rule=WHOLE)
        if count is not None:
            found.append(count)
            yield count
    yield from _unquantified(doc, sentence)


def _of_named(count: Count, span: Span, sentence: Span, seen: Seen) -> Count:
    """'The number of returnees is 97,883 individuals': the noun of the tally says who, not the one behind the number."""
    if count.head is None or count.head.lemma_.lower() not in people().generic:
        return count
    told = tally(count.quantity, span, sentence, seen)
    return told if told is not None and told.head is not None and told.rule == TALLY else count


def _opens_as_whole(count: Count, sentence: Span) -> bool:
    """'Of 1.7 million undocumented Afghans, 300,000 had left': what is told is told of the second number."""
    at = sentence.start + (sentence[0].lower_ == "out")
    first = min(token.i for token in count.tokens)
    if sentence.doc[at].lower_ != "of" or first - at > 4:
        return False
    comma = next((one.i for one in sentence if one.text == "," and one.i > first), sentence.end)
    rest = sentence.doc[comma + 1 : min(comma + 5, sentence.end)]
    return any(one.pos_ == "NUM" for one in rest)


def _is_whole(text: str, part: Count, whole: Quantity) -> bool:
    """'some 7,000 of the 8,000 residents', '2.3 million of the country's 31 million people'."""
    between = text[part.quantity.end : whole.start].split()
    return 1 < len(between) < 4 and between[0] == "of" and whole.value is not None


def _masked(text: str, dates: Iterable[tuple[int, int]]) -> str:
    """The text with its dates blotted out, every offset kept."""
    for start, end in dates:
        text = text[:start] + "\x00" * (end - start) + text[end:]
    return text


def _is_thing(doc: Doc, span: Span, sentence: Span) -> bool:
    """Money before the number, or a unit after it."""
    before = doc[span.start - 1].lower_ if span.start > sentence.start else ""
    after = doc[span.end].lower_ if span.end < sentence.end else ""
    return (
        before in numbers().currencies
        or after in numbers().things
        or doc[span.end : min(sentence.end, span.end + 2)].text.lower() in numbers().things
        or after.startswith("%")
        or _is_proportion(doc, span, sentence)
        or _is_age(doc[max(sentence.start, span.start - 6) : span.start])
    )


def _is_age(before: Span) -> bool:
    """'between the ages of 3 and 17', 'aged 15 to 60'."""
    for word in reversed(before):
        if word.lemma_.lower() in numbers().ages or word.lower_ in numbers().ages:
            return True
        if word.pos_ not in ("NUM", "ADP", "CCONJ", "PART") and word.lower_ not in ("between", "from"):
            return False
    return False


def _is_proportion(doc: Doc, span: Span, sentence: Span) -> bool:
    """'one in five', 'two out of every three': neither number counts anybody."""
    around = doc[max(sentence.start, span.start - 4) : min(sentence.end, span.end + 4)]
    return any(
        match.start() <= span.start_char - around.start_char < match.end()
        for match in _PROPORTION.finditer(around.text.lower())
    )


def _with_noun(quantity: Quantity, span: Span, sentence: Span) -> Count | None:
    """'80 former US officials', 'dozens of Afghan nationals', '14 of them', '1.2 million "undocumented foreigners"'."""
    doc, at, partitive = span.doc, span.end, False
    while (
        at < sentence.end
        and doc[at].lower_ in ("or", "so", "more", "+", "plus", "odd", "-", "fewer", "less")
        and doc[at].idx < quantity.end
    ):
        at += 1
    at = _past_share(doc, at, sentence)
    if doc[at : min(at + 2, sentence.end)].text.lower() == "out of":
        skipped = at + 2 + (doc[min(at + 2, sentence.end - 1)].pos_ == "DET")
        head = noun_phrase_end(doc, skipped, sentence)
        head = head or next((one for one in doc[skipped : min(skipped + 8, sentence.end)] if is_people(one)), None)
        return Count(quantity, head, chain(span, None), "part of a whole", True) if head is not None else None
    if at < sentence.end and doc[at].lower_ == "of":
        at, partitive = at + 1, quantity.qualifier != "vague"
    elif at < sentence.end and doc[at].pos_ in _SKIPPED and doc[at].lower_ not in ("such", "more", "other", "of"):
        return None
    while at < sentence.end and (
        doc[at].pos_ in _SKIPPED
        or doc[at].lower_ in ("these", "those", "such", "more", "all", "his", "her", "their", "'s")
    ):
        if doc[at].lower_ in measures().parts and partitive and not _goes_on(doc, at + 1, sentence):
            return Count(quantity, doc[at], chain(span, doc[at]), "part of people named before", True)
        partitive = partitive or (doc[at].lower_ in ("the", "these", "those") and doc[at - 1].lower_ == "of")
        at += 1
    if partitive:
        owner = next((one for one in doc[at : min(at + 3, sentence.end)] if one.tag_ == "POS"), None)
        at = owner.i + 1 if owner is not None else at
    head = noun_phrase_end(doc, at, sentence) or (_group(doc, at, sentence) if partitive else None)
    if head is None:
        return _of_acts(quantity, span, at, sentence)
    return Count(quantity, head, chain(span, head), "number and noun", partitive)


def _past_share(doc: Doc, at: int, sentence: Span) -> int:
    """'585 (6%) of all undocumented Afghans', '37,867 (9,347 households) IDPs': behind the brackets."""
    words = doc[at : min(at + 6, sentence.end)]
    closed = next((one.i for one in words if one.text == ")"), None)
    if (
        closed is None
        or words[0].text != "("
        or not any(one.like_num or one.lower_ in numbers().shares for one in words[:-1])
    ):
        return at
    return closed + 1


def _group(doc: Doc, at: int, sentence: Span) -> Token | None:
    """'up to 30,000 of the impoverished ethnic group': a noun in the singular that holds many people."""
    for token in doc[at : min(at + 4, sentence.end)]:
        if token.pos_ == "NOUN" and token.lemma_.lower() in (*measures().holding, *measures().human_counts):
            return token
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "DET"):
            return None
    return None


def _of_acts(quantity: Quantity, span: Span, at: int, sentence: Span) -> Count | None:
    """'counted 3,150 arrests of Afghans', '600 daily returns': acts that are done to or by one person each."""
    for token in span.doc[at : min(at + 5, sentence.end)]:
        if token.lemma_.lower() in measures().acts and token.tag_ == "NNS":
            people = next((child for child in children(token, "nmod") if is_people(child)), None)
            return Count(quantity, people, chain(span, token), ACTS)
        if token.pos_ not in ("ADJ", "NOUN", "PROPN") and token.tag_ not in ("VBN", "VBG") and token.text != "-":
            return None
    return None


def _goes_on(doc: Doc, at: int, sentence: Span) -> bool:
    """Whether a noun follows a demonstrative ('of those refugees')."""
    return at < sentence.end and doc[at].pos_ in ("ADJ", "NOUN", "PROPN") and doc[at].lower_ not in ("who", "whom")


def _unquantified(doc: Doc, sentence: Span) -> Iterator[Count]:
    """'the number of Afghans deported … was "very small"': how many without a number."""
    words = sorted(numbers().unquantified, key=lambda word: -len(word))
    for noun in doc[sentence.start : sentence.end]:
        if noun.lemma_.lower() not in ("number", "figure", "proportion", "total") or noun.tag_ != "NN":
            continue
        counted = next((t for t in doc[noun.i + 1 : min(sentence.end, noun.i + 6)] if is_people(t)), None)
        be = next(
            (
                t
                for t in doc[noun.i + 1 : sentence.end]
                if t.lemma_ in ("be", "remain") and t.pos_ in ("AUX", "VERB") and not _inside_clause(t, noun)
            ),
            None,
        )
        if counted is None or be is None or noun.nbor(1).lower_ != "of":
            continue
        rest = fulltext(doc)[be.idx + len(be) : sentence.end_char].lstrip(" \"“'‘")
        phrase = next((word for word in words if rest.lower().startswith(word)), None)
        if phrase:
            start = sentence.end_char - len(rest)
            quantity = Quantity(
                start, start + len(phrase), start, start + len(phrase), None, None, None, "unquantified"
            )
            yield Count(quantity, counted, chain(doc[counted.i : counted.i + 1], counted), "number of people")


def _inside_clause(token: Token, noun: Token) -> bool:
    """Whether a verb belongs to a relative clause below the noun."""
    return token.dep_ in ("aux", "aux:pass") and token.head.pos_ == "VERB"
