"""Bodies that a person tells: 'her organisation', 'his party' by who she is, 'the ministry' by the minister just named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from torkham.extract.candidates import Candidate
from torkham.extract.drafts import Draft
from torkham.extract.kinds import BODIES, RULERS
from torkham.extract.phrases import in_sentence
from torkham.extract.pronouns import Found
from torkham.extract.syntax import children, preposition

if TYPE_CHECKING:
    from torkham.extract.cast import Cast


class Owned:
    """Finds the body of somebody's office, where the words about that person name it."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.seats = cast.lexicon.roles.seats

    def body(self, candidate: Candidate) -> int | None:
        """The body that a person's 'her organisation' means: the one named beside the person's name."""
        if candidate.type not in BODIES - RULERS:
            return None
        for pronoun in children(candidate.head, "nmod:poss"):
            index = self.cast.joined(pronoun) if pronoun.pos_ == "PRON" else None
            if index is not None and self.cast.of_type(index) == "Person":
                return self._beside(index, candidate)
        return None

    def state(self, candidate: Candidate) -> int | None:
        """'Their government' after a people is that of their state, if it has only one."""
        for pronoun in children(candidate.head, "nmod:poss"):
            index = self.cast.joined(pronoun) if pronoun.pos_ == "PRON" else None
            key = (
                self.cast.drafts[index].state
                if index is not None and self.cast.of_type(index) == "Population"
                else None
            )
            territory = self.cast.lexicon.territory(key)
            if key is not None and territory is not None and self._has_one_ruler(territory.key):
                return self.cast.state_named(key)
        return None

    def force(self, candidate: Candidate) -> Found | None:
        """'The force' after the police, guards or army, whichever was spoken of last."""
        forces = self.cast.lexicon.discourse.forces
        if candidate.label.casefold().split() != ["force"] or "force" not in forces or not candidate.definite:
            return None
        here = self.cast.sentence_of.get(candidate.head.i, 0)
        spots = [
            (spot.i, n)
            for n, one in enumerate(self.cast.drafts)
            if one.type == "GovernmentBody" and set(one.label.casefold().split()) & set(forces)
            for spot in one.spots
            if spot.i < candidate.head.i and self.cast.sentence_of.get(spot.i, -9) >= here - 2
        ]
        return (max(spots)[1], "the force spoken of before") if spots else None

    def ministry(self, candidate: Candidate) -> int | None:
        """The ministry of the minister who was spoken of since the last one was; a new one is given his field as its name."""
        if candidate.noun not in self.seats.values() or candidate.label != candidate.noun or not candidate.definite:
            return None
        minister = self._minister(candidate)
        if minister is None or self._spoken_since(minister, candidate.noun):
            return None
        office = self.cast.offices.phrase(minister)
        fields = [one.lower_ for one in self.cast.doc[office.start : minister.i] if one.lower_ in self._fields()]
        if fields:
            candidate.label = f"{' '.join(fields)} {candidate.noun}"
            before = self.cast.doc[office.start - 1] if office.start else None
            candidate.state = self.cast.lexicon.state_of_word(before.text) if before is not None else None
        wanted = {*fields, candidate.noun}
        named = (
            n for n, one in enumerate(self.cast.drafts) if one.type == "GovernmentBody" and _is_called(one, wanted)
        )
        return next(named, None) if fields else None

    def is_led(self, candidate: Candidate) -> bool:
        """Whether a government is that of somebody just called president or prime minister: 'his government'."""
        for pronoun in children(candidate.head, "nmod:poss"):
            index = self.cast.joined(pronoun) if pronoun.pos_ == "PRON" else None
            if index is not None and self.cast.of_type(index) == "Person":
                titles = (one for spot in self.cast.drafts[index].spots for one in spot.subtree)
                offices = (self.cast.offices.phrase(one) for one in titles if self.cast.offices.is_office(one))
                return any(self.cast.offices.words(one) in self.cast.lexicon.roles.sovereign for one in offices)
        return False

    def is_seated(self, candidate: Candidate) -> bool:
        """Whether 'authorities' sit in a province that is no country: they are a body of their own, called after it."""
        residents = self.cast.lexicon.discourse.residents
        seats = [one for one in children(candidate.head, "nmod") if preposition(one) in residents]
        named = [one for one in seats if any(word.ent_type_ == "LOC" for word in (one, *children(one, "compound")))]
        if not named or candidate.head.tag_ != "NNS":
            return False
        candidate.type = "GovernmentBody"
        candidate.label = in_sentence(self.cast.doc, candidate.head.i, named[0].i + 1)
        return True

    # -- helpers --------------------------------------------------------------------------------------------------

    def _beside(self, person: int, candidate: Candidate) -> int | None:
        for spot in reversed(self.cast.drafts[person].spots):
            for token in spot.subtree:
                found = self.cast.candidate(token)
                index = self.cast.joined(found.head) if found is not None and found.kind == "name" else None
                if index is not None and self._fits(index, candidate):
                    return index
        return None

    def _fits(self, index: int, candidate: Candidate) -> bool:
        kind = self.cast.of_type(index)
        loose = candidate.noun in self.cast.lexicon.discourse.collectives and kind in BODIES - RULERS
        return kind == candidate.type or (loose and kind != "GovernmentBody")

    def _has_one_ruler(self, territory: str) -> bool:
        rulers = [one for one in self.cast.lexicon.entries if one.territory == territory and one.type in RULERS]
        return len(rulers) == 1

    def _fields(self) -> set[str]:
        return self.cast.offices.portfolios - set(self.cast.lexicon.roles.modifiers) - {"and"}

    def _minister(self, candidate: Candidate) -> Token | None:
        """The last minister before, in this sentence or the one before it."""
        here = self.cast.sentence_of.get(candidate.head.i, 0)
        for token in reversed(self.cast.doc[: candidate.head.i]):
            if self.cast.sentence_of.get(token.i, here) < here - 1:
                return None
            if self.seats.get(token.lemma_.casefold()) == candidate.noun:
                return token
        return None

    def _spoken_since(self, minister: Token, noun: str) -> bool:
        """Whether another ministry was spoken of after the minister."""
        spots = (spot for one in self.cast.drafts if one.noun == noun for spot in one.spots)
        return any(spot.i > minister.i for spot in spots)


def _is_called(draft: Draft, words: set[str]) -> bool:
    """Whether a name of an entity has all these words."""
    return any(words <= set(name.casefold().split()) for name in draft.names)
