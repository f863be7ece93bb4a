"""Nouns for people in a text: which tokens can be what is counted, and where the counted noun phrase ends."""

from functools import cache

from spacy.tokens import Doc, Span, Token

from torkham.lexicon.people import people

_REACH = 12
_OPEN = {'"', "“", "”", "'", "‘", "’", "[", "]", "(", "-", "–", "*"}
_INNER = {"ADJ", "NOUN", "PROPN", "ADV", "NUM", "VERB"}
_PARTICIPLES = {"VBN", "VBG", "JJ", "VBD"}


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


def noun_phrase_end(doc: Doc, at: int, sentence: Span) -> Token | None:
    """The people noun that ends the noun phrase which begins at token ``at``; the parse is not asked."""
    last: Token | None = None
    people: Token | None = None
    for index in range(at, min(sentence.end, at + _REACH)):
        token = doc[index]
        if _ends_phrase(token, last, index == at):
            break
        if token.text in _OPEN or token.text in {",", "and", "or", "/", "&"} or token.is_space:
            continue
        if is_people(token) and is_plural(token) and not _modifies(doc, index, sentence):
            return token
        last = token
        people = token if is_people(token) and token.dep_ not in ("amod", "compound", "det") else people
    if last is None or not is_people(last) or last.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return people  # 'thousands of Sudanese and displaced millions more'
    return last


def _ends_phrase(token: Token, last: Token | None, first: bool) -> bool:
    owner = token.tag_ == "POS" and last is not None and is_plural(last)
    if owner or token.text in _OPEN or token.is_space or _is_hyphenated(token) or _in_name(token):
        return False
    if token.text in {",", "and", "or", "/", "&"}:
        following = token.nbor(1) if token.i + 1 < len(token.doc) else token
        describes = last is not None and (last.pos_ in ("ADJ", "ADV") or last.tag_ in ("VBN", "JJ", "VBG"))
        return first or not (
            describes and (following.pos_ in ("ADJ", "ADV", "NOUN", "PROPN") or following.tag_ in ("VBN", "JJ"))
        )
    if token.pos_ not in _INNER:
        return True
    if token.pos_ == "VERB" and (token.tag_ not in _PARTICIPLES or (first and _tells(token))):
        return True
    if token.pos_ == "VERB" and last is not None and last.pos_ in ("NOUN", "PROPN"):
        return not (token.i and token.nbor(-1).text == "-")
    return token.pos_ == "ADV" and last is not None and last.pos_ in ("NOUN", "PROPN")


def _is_hyphenated(token: Token) -> bool:
    """'at-risk Afghans': an adjective in three tokens."""
    joined = token.i + 1 < len(token.doc) and token.nbor(1).text == "-" and not token.whitespace_
    return joined and not token.nbor(1).whitespace_ and token.pos_ == "ADP"


def _in_name(of: Token) -> bool:
    """'74,300 Proof of Registration card holders': the name of the card goes on."""
    beside = (of.nbor(-1), of.nbor(1)) if of.lower_ == "of" and of.i and of.i + 1 < len(of.doc) else ()
    return bool(beside) and all(one.text[:1].isupper() and not is_people(one) for one in beside)


def _tells(verb: Token) -> bool:
    """'1,536 went missing': a finite verb right behind the number, whose people are left out."""
    return verb.tag_ == "VBD" and verb.i + 1 < len(verb.doc) and not is_plural(verb.nbor(1))


def is_plural(token: Token) -> bool:
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
    if following.tag_ == "POS":  # 'Afghan women's rights activists'
        return any(is_people(one) and is_plural(one) for one in doc[index + 2 : min(index + 5, sentence.end)])
    return following.pos_ == "NOUN" and following.tag_ == "NNS" and is_people(following)
