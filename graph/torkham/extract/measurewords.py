"""The measures of the lexicon by the words that give them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from spacy.tokens import Token

from torkham.extract.syntax import arguments, children, preposition
from torkham.lexicon.quantities import Measure, measures


@dataclass(frozen=True)
class Found:
    """A measure, the word that gives it, and how strongly; ``real`` is False where the act was only wanted or begun.

    ``own`` is False where the people are the word's argument only by way of another verb ('to avoid being arrested').
    """

    measure: str
    word: Token
    weight: int
    real: bool
    rule: str
    own: bool = True


_TEMPORAL = ("in", "on", "at", "up to")
"""Prepositions that begin a date more often than they go with a verb."""
_LOOSE = ("advcl", "parataxis", "conj")
"""Clauses beside the verb: in 'turned back, up from 300' nothing turned up."""


@cache
def by_verb() -> dict[str, tuple[tuple[tuple[str, ...], Measure], ...]]:
    """First word of each verb phrase -> its other words and the entry, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Measure]]] = {}
    for entry in measures().measure:
        for phrase in entry.verbs:
            first, *rest = phrase.split()
            table.setdefault(first, []).append((tuple(rest), entry))
    return {first: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for first, found in table.items()}


@cache
def by_noun() -> dict[str, tuple[Measure, ...]]:
    table: dict[str, list[Measure]] = {}
    for entry in measures().measure:
        for noun in entry.nouns:
            table.setdefault(noun, []).append(entry)
    return {noun: tuple(entries) for noun, entries in table.items()}


@cache
def by_adjective() -> dict[str, Measure]:
    return {word: entry for entry in measures().measure for word in entry.adjectives}


def base_of(verb: Token) -> str:
    """The listed form of a verb, also where the lemmatiser left its ending on."""
    form = verb.lower_
    before = verb.doc[max(verb.i - 2, 0) : verb.i]
    prefix = before.text.lower() if len(before) == 2 and before.text.endswith("-") else ""  # 'self-deported'
    forms = (
        *(prefix + stem for stem in (verb.lemma_.lower(), form.removesuffix("ed"), form.removesuffix("d")) if prefix),
        verb.lemma_.lower(),
        form.removesuffix("ed"),
        form.removesuffix("d"),
        form.removesuffix("s"),
        form.removesuffix("ing"),
    )
    return next((one for one in forms if one in by_verb()), forms[0])


def match_verb(verb: Token, slots: set[str]) -> Measure | None:
    """The entry for a verb with its particles, where the counted people stand in one of ``slots``."""
    near = {word.lower_ for word in verb.children if word.dep_ not in _LOOSE}
    near |= {word.lower_ for word in verb.doc[verb.i + 1 : verb.i + 4] if word.dep_ != "case" or word.i == verb.i + 1}
    near |= {case for child in verb.children if (case := preposition(child)) and case not in _TEMPORAL}
    phrase = {word.lower_ for word in verb.subtree} | {word.lemma_.lower() for word in verb.subtree}
    phrase |= _pairs(verb)
    phrase |= set(_following(verb))
    phrase |= {verb.nbor(-1).lemma_.lower()} if verb.tag_ == "VBG" and verb.i > verb.sent.start else set()
    acting = {one.token.lemma_.lower() for one in arguments(verb) if one.slot == "subject"}
    phrase |= acting
    fitting: list[tuple[int, int, int, Measure]] = []
    for rest, entry in by_verb().get(base_of(verb), ()):
        if (
            all(word in near for word in rest)
            and slots & set(entry.counted)
            and (not entry.needs or phrase & set(entry.needs))
            and not phrase & set(entry.unless)
            and (not entry.agents or acting & set(entry.agents))
        ):
            distance = next(
                (word.i - verb.i for word in verb.doc[verb.i + 1 : verb.sent.end] if rest and word.lower_ == rest[0]), 0
            )
            fitting.append((len(rest), -abs(distance), entry.weight, entry))
    return max(fitting, key=lambda one: one[:3])[3] if fitting else None


def _pairs(verb: Token) -> set[str]:
    """Two words side by side: 'to their home provinces' is not 'home'."""
    words = list(verb.subtree)
    return {f"{one.lower_} {two.lower_}" for one, two in pairwise(words) if two.i == one.i + 1}


def by_themselves(verb: Token, slots: set[str]) -> set[str]:
    """'176 families returned via Nimroz', read as a passive: nobody is said to have returned them."""
    if slots != {"object"} or base_of(verb) not in measures().ergative or children(verb, "aux:pass", "obj"):
        return set()
    forced = any(child.lower_ in measures().forcing for child in verb.children)
    return set() if forced or any(preposition(child) == "by" for child in verb.children) else {"subject"}


def _following(verb: Token) -> Iterator[str]:
    """The words right behind the verb, whatever the parse hangs them on: 'walking through the Islam Qala border points'."""
    for word in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 4)]:
        if word.is_punct or word.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ"):
            return
        yield word.lower_


@cache
def by_setting() -> dict[str, Measure]:
    return {noun: entry for entry in measures().measure for noun in entry.settings}
