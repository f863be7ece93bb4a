"""To whom a name, description or pronoun refers: one small rule each, tried in order of certainty."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from spacy.tokens import Token

from torkham.extract.candidates import Candidate, is_locative
from torkham.extract.drafts import Draft
from torkham.extract.kinds import BODIES, RULERS
from torkham.extract.phrases import text_of
from torkham.extract.pronouns import Found, Pronouns
from torkham.extract.syntax import arguments, children, preposition

if TYPE_CHECKING:
    from torkham.extract.cast import Cast


class Referents:
    """Finds the earlier entity that a candidate refers to, with the reason; None where it is a new one."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._pronouns = Pronouns(cast)

    def resolve(self, candidate: Candidate) -> Found | None:
        """The entity and the reason, or None."""
        if candidate.kind == "pronoun":
            return self._pronouns.resolve(candidate)
        if candidate.kind == "name":
            return self._name(candidate)
        return self._apposition(candidate) or self._description(candidate)

    # -- names ----------------------------------------------------------------------------------------------------

    def _name(self, candidate: Candidate) -> Found | None:
        if candidate.known is not None:
            return self._by_key(candidate)
        text = text_of(self.cast.doc, candidate.start, candidate.end)
        described = self._described_before(candidate)
        if described is not None:
            return described
        for index, draft in enumerate(self.cast.drafts):
            if any(text.casefold() == name.casefold() for name in draft.names) and draft.is_place == (
                candidate.type == "Place"
            ):
                return index, "same name"
        return self._surname(candidate, text) if candidate.type == "Person" else self._acronym(candidate, text)

    def _by_key(self, candidate: Candidate) -> Found | None:
        known = self.cast.lexicon.name(candidate.known or "")
        acting = self.cast.lexicon.acting(text_of(self.cast.doc, candidate.start, candidate.end))
        locative = is_locative(candidate.head, self.cast.lexicon)
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
        return token.dep_ in ("nsubj", "nsubj:pass", "obl:agent", "iobj", "nmod:poss") or (
            token.dep_ in ("obl", "nmod", "conj") and not is_locative(token, self.cast.lexicon)
        )

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
            found = self._latest(partial(_is_one_source, noun), f"the {noun} spoken of before")
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

    # -- descriptions ---------------------------------------------------------------------------------------------

    def _apposition(self, candidate: Candidate) -> Found | None:
        if candidate.head.dep_ != "appos":
            return None
        index = self.cast.actor(candidate.head.head)
        if index is None:
            return None
        draft = self.cast.drafts[index]
        fits = {"UnnamedSource": draft.type in ("Person", "UnnamedSource"), "Population": draft.type == "Population"}
        return (index, "apposition") if fits.get(candidate.type, draft.type in BODIES) else None

    def _description(self, candidate: Candidate) -> Found | None:
        if candidate.type == "Place":
            return self._country(candidate)
        if candidate.known is not None:
            return self._by_key(candidate)
        for index in self._recent():
            draft = self.cast.drafts[index]
            same = candidate.label.casefold() in (name.casefold() for name in draft.names)
            if (
                same
                and draft.type == candidate.type
                and (candidate.plural or candidate.definite or candidate.type in BODIES)
            ):
                return index, "same description"
        if candidate.type in RULERS and not candidate.state and not candidate.owned:
            return self._local_rulers(candidate) or self._latest(
                lambda draft: draft.type in RULERS, "the government spoken of"
            )
        return (
            self._definite(candidate)
            if candidate.definite or candidate.type in ("GovernmentBody", "Coalition")
            else None
        )

    def _local_rulers(self, candidate: Candidate) -> Found | None:
        """'UNHCR's envoy in Greece urged the government': that of the country in which the sentence has placed itself."""
        here = candidate.head.sent
        places = [
            ent for ent in self.cast.doc.ents if ent.label_ == "LOC" and ent.sent == here and ent.end <= candidate.start
        ]
        keys = [self.cast.lexicon.state_of_name(ent.text) for ent in places if preposition(ent.root) == "in"]
        key = keys[-1] if keys else None
        return (
            self._latest(lambda draft: draft.type in RULERS and draft.known == key, "the government of this country")
            if key
            else None
        )

    def _aged(self, candidate: Candidate) -> Found | None:
        """'The 44-year-old welder' after a name: whoever was named last, if nobody is described so."""
        aged = any(word.lower_ in self.cast.lexicon.discourse.aged for word in candidate.head.subtree)
        if (
            not aged
            or candidate.plural
            or not candidate.definite
            or candidate.type not in ("UnnamedSource", "Population")
        ):
            return None
        here = self.cast.sentence_of.get(candidate.head.i, 0)
        gender = self.cast.lexicon.given.of_word(candidate.noun)

        def fits(draft: Draft) -> bool:
            near = self.cast.sentence_of.get(draft.spots[-1].i, -9) >= here - 1
            return draft.type == "Person" and near and (not gender or draft.gender in ("", gender))

        return self._latest(fits, "the person of this age, named just before")

    def _definite(self, candidate: Candidate) -> Found | None:
        words = set(candidate.label.casefold().split())
        for index in self._recent():
            draft = self.cast.drafts[index]
            if self._matches(candidate, draft, words):
                return index, f"'the {candidate.noun}' spoken of before"
        aged = self._aged(candidate)
        if aged is not None:
            return aged
        bare = words == {candidate.noun} or any(word.endswith("based") for word in words)
        if (
            candidate.definite
            and bare
            and candidate.type in BODIES
            and candidate.type not in (*RULERS, "GovernmentBody")
        ):
            wanted = ("Coalition", "NonGovernmentalOrganization", "IntergovernmentalOrganization")
            return self._latest(lambda draft: draft.type in wanted, f"'the {candidate.noun}' spoken of before")
        return None

    def _matches(self, candidate: Candidate, draft: Draft, words: set[str]) -> bool:
        if candidate.state and draft.state and candidate.state != draft.state:
            return False
        if candidate.type == "UnnamedSource" and draft.type == "Person":
            tokens = self.cast.doc[candidate.start : candidate.end]
            own = (word for word in tokens if not word.ent_type_ and not self.cast.lexicon.state_of_word(word.text))
            return {word.lower_ for word in own} <= draft.titles and not candidate.plural
        if draft.noun != candidate.noun or draft.plural != candidate.plural:
            return (
                candidate.type in BODIES
                and draft.type in BODIES
                and any(candidate.noun in name.casefold().split() for name in self._all_names(draft))
                and len(words) == 1
            )
        known = set(" ".join(draft.names).casefold().replace("-", " ").split())
        said = {word for word in words if not self.cast.lexicon.state_of_word(word.title())}
        return draft.type == candidate.type and said <= known

    def _all_names(self, draft: Draft) -> list[str]:
        """The names of an entity in the text and, where it is known, elsewhere: 'the agency' may be UNHCR."""
        known = self.cast.lexicon.name(draft.known) if draft.known else None
        return [*draft.names, *(known.names if known is not None else ())]

    def _country(self, candidate: Candidate) -> Found | None:
        lexicon = self.cast.lexicon
        owners = children(candidate.head, "nmod:poss")
        state: str | None = None
        if owners:
            owner = self.cast.actor(owners[0])
            draft = self.cast.drafts[owner] if owner is not None else None
            state = (draft.known if draft.type == "State" else draft.state) if draft else None
        elif candidate.definite and candidate.noun in lexicon.discourse.countries:
            found = self._latest(lambda draft: self._is_country(draft, candidate.head), "")
            state = lexicon.state_with(self.cast.drafts[found[0]].known) if found else None
        territory = lexicon.territory(state) if state else None
        return (
            (self.cast.known(territory.key, "Place", territory.label), "the country spoken of") if territory else None
        )

    def _is_country(self, draft: Draft, noun: Token) -> bool:
        """A country spoken of before, and not by another argument of the same verb ('the U.S. withdrew from the country')."""
        country = draft.type == "State" or (draft.is_place and self.cast.lexicon.is_territory(draft.known))
        return country and not any(
            spot.head == noun.head or (spot.dep_ == "conj" and spot.head.head == noun.head) for spot in draft.spots
        )

    # -- helpers --------------------------------------------------------------------------------------------------

    def _recent(self) -> list[int]:
        """Entities by their last mention, latest first."""
        return sorted(
            range(len(self.cast.drafts)),
            key=lambda index: -max((spot.i for spot in self.cast.drafts[index].spots), default=-1),
        )

    def _latest(self, fits: Callable[[Draft], bool], reason: str) -> Found | None:
        drafts = self.cast.drafts
        index = next((one for one in self._recent() if drafts[one].spots and fits(drafts[one])), None)
        return (index, reason) if index is not None else None


def _is_one_source(noun: str, draft: Draft) -> bool:
    return draft.type == "UnnamedSource" and not draft.plural and draft.noun == noun


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
