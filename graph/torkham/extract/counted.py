"""Which numbers count people: the noun that they count, or the words that show whom a bare number counts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from torkham.extract.numbers import Quantity, find
from torkham.extract.syntax import children, preposition
from torkham.lexicon.people import people
from torkham.lexicon.quantities import measures, numbers

_REACH = 12
_OPEN = {'"', "“", "”", "'", "‘", "’", "[", "]", "(", "-", "–", "*"}
_INNER = {"ADJ", "NOUN", "PROPN", "ADV", "NUM", "VERB"}
_PARTICIPLES = {"VBN", "VBG", "JJ", "VBD"}
_SKIPPED = {"DET", "PRON"}
_CORES = {"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "root"}


@dataclass(frozen=True)
class Count:
    """A quantity of people. ``head`` is the noun or pronoun counted, None where the text leaves it out.

    ``tokens`` are the words whose place in the sentence tells what the people do; ``rule`` how it was recognised;
    ``partitive`` that the noun names the whole, of which the number is a part.
    """

    quantity: Quantity
    head: Token | None
    tokens: tuple[Token, ...]
    rule: str
    partitive: bool = False


@cache
def _nouns() -> frozenset[str]:
    return people().all


def is_people(token: Token) -> bool:
    """Whether a token can be the noun of a count of people: a listed noun, or a nationality as a noun."""
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB", "PRON", "NUM") or token.dep_ == "aux":
        return False
    if noun_of(token) in _nouns():
        return token.pos_ != "VERB"
    return _is_national(token)


def noun_of(token: Token) -> str:
    """The lemma under which a noun is listed, even where the lemmatiser kept its plural."""
    forms = (token.lemma_.lower(), token.lower_, token.lower_.removesuffix("s"))
    return next((form for form in forms if form in _nouns()), None) or _compound_end(forms[0]) or forms[0]


@cache
def _compound_end(lemma: str) -> str | None:
    """The listed noun of at least five letters with which a compound written as one word ends: 'farmworker' -> worker."""
    ends = [lemma[cut:] for cut in range(2, len(lemma) - 4)]
    return next((end for end in ends if end in _nouns()), None)


def _is_national(token: Token) -> bool:
    return any(span.start <= token.i < span.end for span in token.doc.spans.get("demonyms", ()))


def find_counts(doc: Doc, sentence: Span, dates: Iterable[tuple[int, int]]) -> Iterator[Count]:
    """The counts of people in one sentence; numbers inside ``dates`` (offsets) are none."""
    found: list[Count] = []
    for quantity in find(_masked(doc.text, dates), sentence.start_char, sentence.end_char):
        span = doc.char_span(quantity.number, quantity.number_end, alignment_mode="expand")
        if span is None or _is_thing(doc, span, sentence):
            continue
        count = _with_noun(quantity, span, sentence) or _bare(quantity, span, sentence, found)
        if count is not None:
            found.append(count)
            yield count
    yield from _unquantified(doc, sentence)


def _masked(text: str, dates: Iterable[tuple[int, int]]) -> str:
    """The text with its dates blotted out, every offset kept."""
    for start, end in dates:
        text = text[:start] + "\x00" * (end - start) + text[end:]
    return text


def _is_thing(doc: Doc, span: Span, sentence: Span) -> bool:
    """Money before the number, or a unit after it."""
    before = doc[span.start - 1].lower_ if span.start > sentence.start else ""
    after = doc[span.end].lower_ if span.end < sentence.end else ""
    return before in numbers().currencies or after in numbers().things or after.startswith("%")


def _with_noun(quantity: Quantity, span: Span, sentence: Span) -> Count | None:
    """'80 former US officials', 'dozens of Afghan nationals', '14 of them', '1.7 million "undocumented foreigners"'."""
    doc, at, partitive = span.doc, span.end, False
    while (
        at < sentence.end
        and doc[at].lower_ in ("or", "so", "more", "+", "plus", "odd", "-", "fewer", "less")
        and doc[at].idx < quantity.end
    ):
        at += 1
    if doc[at : min(at + 2, sentence.end)].text.lower() == "out of":
        skipped = at + 2 + (doc[min(at + 2, sentence.end - 1)].pos_ == "DET")
        head = _noun_from(doc, skipped, sentence)
        return Count(quantity, head, _chain(span, None), "part of a whole", True) if head is not None else None
    if at < sentence.end and doc[at].lower_ == "of":
        at, partitive = at + 1, quantity.qualifier != "vague"
    elif at < sentence.end and doc[at].pos_ in _SKIPPED and doc[at].lower_ not in ("such", "more", "other", "of"):
        return None
    while at < sentence.end and (
        doc[at].pos_ in _SKIPPED
        or doc[at].lower_ in ("these", "those", "such", "more", "all", "his", "her", "their", "'s")
    ):
        if doc[at].lower_ in measures().parts and partitive and not _goes_on(doc, at + 1, sentence):
            return Count(quantity, doc[at], _chain(span, doc[at]), "part of people named before", True)
        partitive = partitive or doc[at].lower_ in ("the", "these", "those") and doc[at - 1].lower_ == "of"
        at += 1
    head = _noun_from(doc, at, sentence)
    return Count(quantity, head, _chain(span, head), "number and noun", partitive) if head is not None else None


def _goes_on(doc: Doc, at: int, sentence: Span) -> bool:
    """Whether a noun follows a demonstrative ('of those refugees')."""
    return at < sentence.end and doc[at].pos_ in ("ADJ", "NOUN", "PROPN") and doc[at].lower_ not in ("who", "whom")


def _noun_from(doc: Doc, at: int, sentence: Span) -> Token | None:
    """The people noun that ends the noun phrase which begins at token ``at``; the parse is not asked."""
    last: Token | None = None
    for index in range(at, min(sentence.end, at + _REACH)):
        token = doc[index]
        if _ends_phrase(token, last, index == at):
            break
        if token.text in _OPEN or token.text in {",", "and", "or", "/", "&"} or token.is_space:
            continue
        if is_people(token) and _is_plural(token) and not _modifies(doc, index, sentence):
            return token
        last = token
    return last if last is not None and is_people(last) and last.pos_ in ("NOUN", "PROPN", "ADJ") else None


def _ends_phrase(token: Token, last: Token | None, first: bool) -> bool:
    if token.text in _OPEN or token.is_space:
        return False
    if token.text in {",", "and", "or", "/", "&"}:
        following = token.nbor(1) if token.i + 1 < len(token.doc) else token
        describes = last is not None and (last.pos_ in ("ADJ", "ADV") or last.tag_ in ("VBN", "JJ", "VBG"))
        return first or not (
            describes and (following.pos_ in ("ADJ", "ADV", "NOUN", "PROPN") or following.tag_ in ("VBN", "JJ"))
        )
    if token.pos_ not in _INNER:
        return True
    if token.pos_ == "VERB" and token.tag_ not in _PARTICIPLES:
        return True
    if token.pos_ == "VERB" and last is not None and last.pos_ in ("NOUN", "PROPN"):
        return not (token.i and token.nbor(-1).text == "-")
    return token.pos_ == "ADV" and last is not None and last.pos_ in ("NOUN", "PROPN")


def _is_plural(token: Token) -> bool:
    if token.tag_ in ("NNS", "NNPS"):
        return True
    return token.lower_ in (
        "people",
        "children",
        "women",
        "men",
        "others",
        "personnel",
        "staff",
        "police",
        "troops",
    ) or (token.pos_ in ("NOUN", "PROPN", "ADJ") and token.lower_.endswith("s") and token.lower_ not in _nouns())


def _modifies(doc: Doc, index: int, sentence: Span) -> bool:
    """A plural that only describes the noun behind it ('women leaders' yes, 'Afghans Islamabad estimates' no)."""
    if index + 1 >= sentence.end:
        return False
    following = doc[index + 1]
    return following.pos_ == "NOUN" and following.tag_ == "NNS" and is_people(following)


def _chain(span: Span, head: Token | None) -> tuple[Token, ...]:
    """The number, the noun, and the words above them that only hold them ('a group of 25 Afghans')."""
    chain = list(span) + ([head] if head is not None else [])
    inside = set(range(span.start, span.end))
    for token in tuple(chain):
        above = token.head
        while above.i not in {one.i for one in chain} and _holds(token, above, inside):
            chain.append(above)
            token, above = above, above.head
    return tuple(dict.fromkeys(token for token in chain if token.pos_ != "PUNCT"))


def _holds(token: Token, above: Token, inside: set[int]) -> bool:
    if above.i in inside or token.dep_ in ("nummod", "compound", "det"):
        return above.pos_ in ("NUM", "NOUN", "PROPN", "PRON", "ADJ") and (
            token.dep_ != "compound" or above.i in inside or token.pos_ == "NUM"
        )
    return token.dep_ == "nmod" and preposition(token) == "of" and above.lemma_.lower() in _holders()


@cache
def _holders() -> frozenset[str]:
    return frozenset(measures().holding) | frozenset(measures().counting)


def _bare(quantity: Quantity, span: Span, sentence: Span, before: list[Count]) -> Count | None:
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
        return Count(quantity, counted, _chain(span, counted), "number of people")
    noun = _lone_counting_noun(quantity, span, sentence, before)
    if noun is not None:
        human = noun.lemma_.lower() in measures().human_counts
        return Count(quantity, noun if human else None, _chain(span, None), "number of people")
    if _is_rate(doc, at) and at + 2 < sentence.end and doc[at + 2].pos_ in ("AUX", "VERB", "ADV"):
        return Count(quantity, None, (*_chain(span, None), doc[at + 1]), "number at a rate")
    for rule in (_part_of_those, _held, _beside_a_count, _alone_in_its_place):
        name = rule(quantity, span, sentence, before)
        if name:
            return Count(quantity, None, _chain(span, None), name)
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
    """The nouns that the number tells: 'the number of returnees reached 906,326', 'put the toll at 40', 'a population of 3 million'."""
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
        people = next((one for one in between if (is_people(one) and _is_plural(one)) or one.lower_ == "those"), None)
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
    joined = (
        object_
        or previous is not None
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
    mine, theirs = one.value or one.lower or one.upper, other.value or other.lower or other.upper
    return bool(mine and theirs) and (mine >= 100 or mine * 50 >= theirs)


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
        rest = doc.text[be.idx + len(be) : sentence.end_char].lstrip(" \"“'‘")
        phrase = next((word for word in words if rest.lower().startswith(word)), None)
        if phrase:
            start = sentence.end_char - len(rest)
            quantity = Quantity(
                start, start + len(phrase), start, start + len(phrase), None, None, None, "unquantified"
            )
            yield Count(quantity, counted, _chain(doc[counted.i : counted.i + 1], counted), "number of people")


def _inside_clause(token: Token, noun: Token) -> bool:
    """Whether a verb belongs to a relative clause below the noun."""
    return token.dep_ in ("aux", "aux:pass") and token.head.pos_ == "VERB"
