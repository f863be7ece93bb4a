"""Whom 'he', 'they' and 'it' stand for: an earlier mention that agrees, the nearer the better, subjects first."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from spacy.tokens import Token

from torkham.extract.candidates import Candidate
from torkham.extract.drafts import Draft
from torkham.extract.kinds import BODIES
from torkham.extract.peoplenouns import is_people
from torkham.extract.phrases import is_subject
from torkham.extract.syntax import arguments, children, is_passive, preposition

if TYPE_CHECKING:
    from torkham.extract.cast import Cast

_REACH = 4
"""How many sentences back a pronoun may reach."""

_ALWAYS_MANY = ("police", "authorities", "authority", "troop", "force", "guard", "ranger")
"""Nouns of bodies that are 'they', never 'it'."""

Found = tuple[int, str]
"""The index of an entity, and the reason why it is meant."""


class Pronouns:
    """Finds the antecedents of third-person pronouns."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast

    def resolve(self, candidate: Candidate) -> Found | None:
        """The entity and the reason; None where no earlier mention agrees."""
        counted = candidate.head.pos_ == "NUM"  # 'another 200 were held'
        fits = {"he": self._is_person, "they": _is_people if counted else self._is_many, "it": _is_body}[candidate.noun]
        here = self.cast.sentence_of.get(candidate.head.i, 0)
        best: tuple[float, int, int] | None = None
        described = candidate.head.lower_ == "those" and any(
            one.dep_.startswith("acl") for one in candidate.head.children
        )
        for index, draft in enumerate(self.cast.drafts):
            if not fits(draft) or not self.cast.agrees(index, candidate.head):
                continue
            if described and (draft.type != "Population" or draft.state is None or draft.state != self._main_people):
                continue  # 'those who left' are not the officials who count them, nor the families who feed them
            for spot in draft.spots:
                distance = here - self.cast.sentence_of.get(spot.i, -99)
                if spot.i >= candidate.head.i or distance > _REACH or _co_arguments(spot, candidate.head):
                    continue
                if self._in_other_words(spot, candidate.head):
                    continue
                if candidate.noun == "it" and self._in_other_words(candidate.head, spot):
                    continue  # "it is only for verification", he said
                score = self._score(candidate, draft, spot, distance)
                if best is None or (score, spot.i) > best[:2]:
                    best = (score, spot.i, index)
        if best is None:
            return None
        score, _, index = best
        label = self.cast.drafts[index].label
        return index, f"'{candidate.head.text}': {label}, spoken of {'before' if score else 'earlier'}"

    @cached_property
    def _main_people(self) -> str | None:
        """The state whose nationals the article names most often."""
        words = [span.root for span in self.cast.doc.spans.get("demonyms", ())]
        spans = zip(words, self.cast.doc.spans.get("demonyms", ()), strict=True)
        states = Counter(span.label_ for one, span in spans if one.tag_ in ("NNS", "NNPS") or is_people(one.head))
        return max(sorted(states), key=lambda one: states[one], default=None)

    def _in_other_words(self, spot: Token, pronoun: Token) -> bool:
        """Whether the mention lies inside a quotation that the pronoun stands outside of: '"… my head," he said'."""
        return any(quote.covers(spot) and not quote.covers(pronoun) for quote in self.cast.quotes)

    def _score(self, candidate: Candidate, draft: Draft, spot: Token, distance: int) -> float:
        score = -3.0 * distance - 0.002 * (candidate.head.i - spot.i)
        beside = candidate.head.dep_ in ("obj", "iobj") and spot.dep_ in ("obj", "iobj", "nsubj:pass")
        score += 2.0 if is_subject(spot) or (beside and not distance) else 0.0
        score += 0.8 if is_subject(spot) and spot.head.dep_ in ("root", "ROOT") and distance else 0.0
        verb = candidate.head.head
        if candidate.noun == "they" and verb.pos_ == "VERB":
            speaking = (
                self.cast.lexicon.is_reporting(verb.lemma_) and not is_passive(verb) and candidate.head.dep_ == "nsubj"
            )
            score += 2.5 if speaking == (draft.type != "Population") else 0.0
        if candidate.head.dep_ == "nmod" and verb.pos_ in ("NUM", "DET", "PRON"):  # '16 of them', 'all of them'
            score -= 4.0 if draft.type != "Population" else 0.0
        if _is_whole(spot, candidate.head) or _is_dislocated(spot, candidate.head):
            score += 4.0
        if candidate.noun == "he" and draft.type == "Person":
            score += 0.5
        if candidate.noun == "they":
            score += 1.0 if draft.state and draft.type == "Population" else 0.0
            score -= 1.5 if not draft.plural and draft.type != "Population" else 0.0
        return score

    def _is_many(self, draft: Draft) -> bool:
        if draft.type == "Population":
            return draft.plural or draft.known is not None or not self._is_one(draft)
        bodies = ("Coalition", "DeFactoAuthority", "GovernmentBody")
        return draft.type in bodies or (draft.type == "UnnamedSource" and draft.plural)

    def _is_one(self, draft: Draft) -> bool:
        """'An aunt', 'a baby', 'a Congolese mother': one person of whom no name is told; not 'a family'."""
        return draft.noun in self.cast.lexicon.people.nouns or draft.noun in self.cast.lexicon.people.roles

    def _is_person(self, draft: Draft) -> bool:
        if draft.type == "Population":
            alone = bool(draft.gender) or draft.noun in self.cast.lexicon.given.single
            return alone and not draft.plural
        return draft.type == "Person" or (draft.type == "UnnamedSource" and not draft.plural)


def _is_whole(spot: Token, number: Token) -> bool:
    """'Of the 30,000 Syrians in the country, some 900 have left': whom the number is a part of."""
    return number.pos_ == "NUM" and spot.head == number.head and preposition(spot) in ("of", "out of")


def _is_dislocated(spot: Token, pronoun: Token) -> bool:
    """'Those who have left, we assure them …': who is named before the subject, and then meant by the pronoun."""
    if spot.head != pronoun.head or spot.dep_ not in ("nsubj", "vocative") or pronoun.i < pronoun.head.i:
        return False
    return any(spot.i < one.i < spot.head.i and one.dep_ == "nsubj" for one in spot.head.children)


def _co_arguments(spot: Token, pronoun: Token) -> bool:
    """Two arguments of one verb are not the same unless reflexive: 'he told him'."""
    if pronoun.dep_ in ("obj", "iobj") and pronoun.head.pos_ == "VERB":
        shared = [one.token for one in arguments(pronoun.head) if one.slot == "subject"]
        if spot in shared and not pronoun.lower_.endswith(("self", "selves")):
            return True
    if pronoun.dep_.startswith("nsubj") and spot in [
        one.token for one in arguments(pronoun.head) if one.slot == "object"
    ]:
        return True  # 'the people whom they accused'
    if pronoun.tag_ == "PRP$" and any(one.lower_ == pronoun.lower_ for one in children(spot, "nmod:poss")):
        return spot.head == pronoun.head.head and is_subject(spot)  # 'his uncle secured his release'
    if pronoun.dep_.startswith("nsubj") and any(_is_fronted(above, pronoun.head) for above in spot.ancestors):
        return True
    return (
        spot.head == pronoun.head
        and not _is_whole(spot, pronoun)
        and not _is_dislocated(spot, pronoun)
        and pronoun.dep_ not in ("nmod:poss", "det:poss")
        and pronoun.tag_ != "PRP$"
        and not pronoun.lower_.endswith(("self", "selves"))
    )


def _is_fronted(clause: Token, verb: Token) -> bool:
    """Whether a clause is a participle's before a verb: in 'Standing beside Diaz, he said', Diaz is not he."""
    return clause.dep_ == "advcl" and clause.tag_ == "VBG" and clause.head == verb and clause.i < verb.i


def _is_people(draft: Draft) -> bool:
    return draft.type in ("Population", "Coalition") or (draft.type == "UnnamedSource" and draft.plural)


def _is_body(draft: Draft) -> bool:
    many = draft.noun in _ALWAYS_MANY or (draft.plural and draft.known is None)
    return draft.type in BODIES and not many
