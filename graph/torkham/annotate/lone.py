"""Names of one word, in which the network errs most: what stands beside them tells a person from a place or a month."""

from collections import Counter
from collections.abc import Collection

from spacy.tokens import Span, Token

_WITHIN = ("in", "near", "outside")
"""A person is in no person: 'born in Mao'."""
_FROM = ("from",)
_MONTHS = ("April", "May", "June", "August")
"""Months that are given names, too."""
_BEFORE_MONTHS = ("of", "in", "since", "until", "till", "by", "from", "between", "early", "late", "mid", "last", "this")


def settled(names: list[Span], places: Collection[str], people: Collection[str]) -> list[Span]:
    """The network's names, those of one word under the class that the words beside any mention of them tell.

    ``places`` are names of places, ``people`` nouns for a person.
    """
    names = [one for one in names if not _is_month(one)]
    called = [one for one in names if one.label_ == "PERSON" and not _is_inside(one, places)]
    told = {one.text for one in names if _is_described(one, people) and (one.label_ == "ORG" or _is_lone(one, places))}
    votes = Counter(one.text for one in called if not _follows(one, _FROM))
    votes.subtract(one.text for one in names if _is_lone(one, places))
    persons = told | {one.text for one in called if votes[one.text] > 0 and not _follows(one, _FROM)}
    spoken = persons | {word.text for one in called for word in one}
    return [
        _as(one, "PERSON")
        if one.text in told or (one.text in persons and _is_lone(one, places))
        else _placed(one, spoken, places)
        for one in names
    ]


def _is_lone(name: Span, places: Collection[str]) -> bool:
    """Whether a name of one word was called a place, though neither the gazetteer nor a preposition makes it one."""
    return (
        len(name) == 1 and name.label_ == "LOC" and name.text not in places and not _follows(name, (*_WITHIN, *_FROM))
    )


def _placed(name: Span, persons: Collection[str], places: Collection[str]) -> Span:
    """A place that was called a person: nobody of this name is spoken of, and somebody is in it."""
    return _as(name, "LOC") if _is_inside(name, places) and name.text not in persons else name


def _is_inside(name: Span, places: Collection[str]) -> bool:
    within = _follows(name, _WITHIN) and name.root.dep_ == "obl"
    return len(name) == 1 and name.label_ == "PERSON" and (within or (_follows(name, _FROM) and name.text in places))


def _is_described(name: Span, people: Collection[str]) -> bool:
    """'Naveed, 33, who …', 'Zarmina, a widow in her 50s': an age, or a noun for a person, follows between commas."""
    doc, at = name.doc, name.end
    after = doc[at : at + 3]
    if len(after) < 3 or after[0].text != ",":
        return False
    if after[1].text.isdigit() and len(after[1].text) == 2:
        return after[2].text == "," and doc[min(at + 3, len(doc) - 1)].pos_ not in ("PROPN", "NUM")
    return after[1].lower_ in ("a", "an") and _head(after[1]) in people


def _head(article: Token) -> str:
    """The lemma of the noun that ends the words after an article: 'seller' of 'a 41-year-old tea seller'."""
    end = article.i + 1
    while (
        end < len(article.doc)
        and article.doc[end].pos_ in ("NOUN", "ADJ", "NUM", "PUNCT")
        and article.doc[end].text != ","
    ):
        end += 1
    last = article.doc[end - 1]
    return str(last.lemma_) if last.tag_ == "NN" else ""


def _is_month(name: Span) -> bool:
    """'May 7', 'the end of May'."""
    if name.text not in _MONTHS:
        return False
    after = name.doc[name.end] if name.end < len(name.doc) else None
    return _follows(name, _BEFORE_MONTHS) or (after is not None and after.pos_ == "NUM")


def _follows(name: Span, words: Collection[str]) -> bool:
    before: Token | None = name.doc[name.start - 1] if name.start else None
    return before is not None and before.lower_ in words


def _as(name: Span, label: str) -> Span:
    return Span(name.doc, name.start, name.end, label=label)
