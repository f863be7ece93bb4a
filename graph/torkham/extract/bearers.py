"""Whom a name means: somebody of this key, spelling, surname or acronym, or whom a description before it spoke of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from spacy.tokens import Token

from torkham.extract.candidates import Candidate, is_locative
from torkham.extract.drafts import Draft
from torkham.extract.kinds import BODIES, RULERS
from torkham.extract.phrasal import matching
from torkham.extract.phrases import is_subject, text_of
from torkham.extract.pronouns import Found
from torkham.extract.syntax import arguments, is_passive, preposition
from torkham.lexicon.frames import Frame

_ON_PLACES = ("Attack", "Takeover")
"""What is done to a town: as its subject in the passive, the town is no government."""

if TYPE_CHECKING:
    from torkham.extract.cast import Cast


class Bearers:
    """Finds the earlier entity that a name names, with the reason; None where it is a new one."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast

    def named(self, candidate: Candidate) -> Found | None:
        """The entity of a name and the reason, or None."""
        text = text_of(self.cast.doc, candidate.start, candidate.end)
        if candidate.known is not None:
            return self._own_acronym(candidate, text) or self.by_key(candidate)
        described = self._described_before(candidate)
        if described is not None:
            return described
        for index, draft in enumerate(self.cast.drafts):
            if any(text.casefold() == name.casefold() for name in draft.names) and draft.is_place == (
                candidate.type == "Place"
            ):
                return index, "same name"
        return self._surname(candidate, text) if candidate.type == "Person" else self._acronym(candidate, text)

    def by_key(self, candidate: Candidate) -> Found | None:
        """The entity of a known name: its state or its territory, as the words around it tell."""
        known = self.cast.lexicon.name(candidate.known or "")
        acting = self.cast.lexicon.acting(text_of(self.cast.doc, candidate.start, candidate.end))
        named = candidate.kind == "name" and candidate.noun not in self.cast.lexicon.discourse.government
        locative = named and is_locative(candidate.head, self.cast.lexicon)  # not 'to the Afghan government'
        if known is not None and known.type in RULERS and known.type == "State" and locative:
            territory = self.cast.lexicon.territory(known.key)
            if territory is not None:
                candidate.known, candidate.type, candidate.label = territory.key, "Place", territory.label
        elif candidate.type == "Place" and acting is not None and self._acts(candidate.head):
            candidate.known, candidate.type, candidate.label = acting.key, acting.type, acting.label
        for index, draft in enumerate(self.cast.drafts):
            if draft.known == candidate.known and draft.is_place == (candidate.type == "Place"):
                return index, "same known name"
        return None

    def _acts(self, token: Token) -> bool:
        """Whether a capital stands where somebody acts: subject, agent, possessor, or who is spoken to."""
        struck = token.dep_.startswith("nsubj") and is_passive(token.head)
        if struck and any(frame.event in _ON_PLACES for _, frame in self._frames(token.head)):
            return False  # 'Kabul was being shelled'
        return token.dep_ in ("nsubj", "nsubj:pass", "obl:agent", "iobj", "nmod:poss") or (
            token.dep_ in ("obl", "nmod", "conj") and not is_locative(token, self.cast.lexicon)
        )

    def _frames(self, verb: Token) -> Iterator[tuple[int, Frame]]:
        return matching(verb, self.cast.lexicon.verb_frames)

    def _described_before(self, candidate: Candidate) -> Found | None:
        """The description that a name belongs to: in apposition, as the bearer of an office, 'who gave her name as'."""
        if candidate.type != "Person":
            return None
        for head in self._descriptions(candidate):
            index = self.cast.actor(head)
            if index is None or self.cast.drafts[index].type not in ("UnnamedSource", "Population"):
                continue
            draft = self.cast.drafts[index]
            if not draft.plural and draft.known is None:
                draft.type, draft.label, draft.names = "Person", candidate.label, []
                return index, "the name in apposition to a description"
        return self._named_later(candidate)

    def _descriptions(self, candidate: Candidate) -> Iterator[Token]:
        """The nouns before a name that describe whom it names."""
        if candidate.head.dep_ == "appos":
            yield candidate.head.head
        span = self.cast.doc[candidate.start : candidate.end]
        yield from (office.head for office in self.cast.beside.of(span) if office.head.i < candidate.start)
        verb = candidate.head.head
        if verb.lemma_.casefold() in self.cast.lexicon.given.naming and preposition(candidate.head) == "as":
            yield from (one.token for one in arguments(verb) if one.slot == "subject")

    def _named_later(self, candidate: Candidate) -> Found | None:
        """'The ambassador, Reza Karimi' after 'the Iranian ambassador': the one of this office spoken of before."""
        span = self.cast.doc[candidate.start : candidate.end]
        for office in self.cast.beside.of(span):
            before = self.cast.doc[office.start - 1] if office.start else None
            if before is None or before.lower_ not in ("the", "their", "its") or office.head.i > candidate.start:
                continue
            noun = office.head.lemma_.casefold()
            found = self.latest(partial(_is_one_source, noun), f"the {noun} spoken of before")
            if found is not None:
                draft = self.cast.drafts[found[0]]
                draft.type, draft.label, draft.names = "Person", candidate.label, []
                return found
        return None

    def _surname(self, candidate: Candidate, text: str) -> Found | None:
        words = text.casefold().replace("-", " ").split()
        found = [index for index in range(len(self.cast.drafts)) if self._shares_name(index, words)]
        ahead = self._gender_of(candidate)
        found = [one for one in found if not ahead or self.cast.drafts[one].gender in ("", ahead)] or found
        if not found:
            return None
        return max(found, key=lambda one: self._prominence(one, words)), "surname of a person named before"

    def _shares_name(self, index: int, words: list[str]) -> bool:
        """Whether a shorter name may be that of a person: his surname, or some of his names."""
        draft = self.cast.drafts[index]
        if draft.type != "Person" or not draft.names:
            return False
        names = [name.casefold().replace("-", " ").split() for name in draft.names]
        if not any(words[-1] == name[-1] or set(words) <= set(name) for name in names):
            return False
        full = max(names, key=len)
        return min(len(words), len(full)) == 1 or set(words) <= set(full) or set(full) <= set(words)

    def _prominence(self, index: int, words: list[str]) -> tuple[bool, int, int]:
        """Of several persons of one surname: whose last name it is, who is more often a subject, who came last."""
        draft = self.cast.drafts[index]
        surname = any(words[-1] == name.casefold().replace("-", " ").split()[-1] for name in draft.names)
        return (
            surname,
            sum(spot.dep_ == "nsubj" for spot in draft.spots),
            max((spot.i for spot in draft.spots), default=-1),
        )

    def _gender_of(self, candidate: Candidate) -> str:
        """What a title before a name, or the next 'he' or 'she' of its sentence, tells: 'Torres said she had left'."""
        given = self.cast.lexicon.given
        before = given.of_word(self.cast.doc[candidate.start - 1].text) if candidate.start else ""
        if before:
            return before
        after = self.cast.doc[candidate.end : candidate.head.sent.end]
        stop = next((word.i for word in after if word.ent_type_ == "PERSON"), candidate.head.sent.end)
        return next((found for word in after if word.i < stop and (found := given.of_pronoun(word.lower_))), "")

    def _own_acronym(self, candidate: Candidate, text: str) -> Found | None:
        """A known body's letters where the text gives them to another: 'Awami Party (AP)', and AP ever after."""
        if not text.isupper():
            return None
        mine = (
            n for n, one in enumerate(self.cast.drafts) if one.known is None and not one.is_place and text in one.names
        )
        index = next(mine, None)
        found = (index, "same name") if index is not None else self._bracketed(candidate, text)
        if found is None or self.cast.drafts[found[0]].known is not None:
            return None
        candidate.known, candidate.label = None, text
        return found

    def _bracketed(self, candidate: Candidate, text: str) -> Found | None:
        """The body right before letters in brackets that are its initials."""
        before = candidate.start - 1
        if before < 1 or self.cast.doc[before].text != "(":
            return None
        previous = self.cast.candidate(self.cast.doc[before - 1])
        index = self.cast.joined(previous.head) if previous else None
        if index is None or not any(_initials(name) == text for name in self.cast.drafts[index].names):
            return None
        return index, "acronym introduced in the text"

    def _acronym(self, candidate: Candidate, text: str) -> Found | None:
        before = candidate.start - 1
        if text.isupper() and before > 0 and self.cast.doc[before].text == "(":
            previous = self.cast.candidate(self.cast.doc[before - 1])
            index = self.cast.joined(previous.head) if previous else None
            if index is not None and self.cast.drafts[index].type in BODIES:
                return index, "acronym introduced in the text"
        for index, draft in enumerate(self.cast.drafts):
            if any(_initials(name) == text.replace(".", "") for name in draft.names if " " in name):
                return index, "acronym of a name in the text"
        return None

    # -- helpers --------------------------------------------------------------------------------------------------

    def recent(self) -> list[int]:
        """Entities by their last mention, latest first."""
        return sorted(
            range(len(self.cast.drafts)),
            key=lambda index: -max((spot.i for spot in self.cast.drafts[index].spots), default=-1),
        )

    def latest(self, fits: Callable[[Draft], bool], reason: str) -> Found | None:
        drafts = self.cast.drafts
        index = next((one for one in self.recent() if drafts[one].spots and fits(drafts[one])), None)
        return (index, reason) if index is not None else None

    def state_of_acting_body(self) -> Found | None:
        """The state of the body that acted last: 'Iranian security forces expelled them. The authorities should …'."""
        body = self.latest(
            lambda one: (
                one.type == "GovernmentBody" and bool(one.state) and any(is_subject(spot) for spot in one.spots)
            ),
            "the government of the body that acted",
        )
        key = self.cast.drafts[body[0]].state if body is not None else None
        return (self.cast.state_named(key), body[1]) if body is not None and key is not None else None


def _is_one_source(noun: str, draft: Draft) -> bool:
    return draft.type == "UnnamedSource" and not draft.plural and draft.noun == noun


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
