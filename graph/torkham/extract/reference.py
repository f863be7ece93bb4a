"""To whom a name, description or pronoun refers: one small rule each, tried in order of certainty."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from spacy.tokens import Token

from torkham.extract.bearers import Bearers
from torkham.extract.candidates import Candidate, is_locative
from torkham.extract.drafts import Draft
from torkham.extract.kinds import BODIES, RULERS
from torkham.extract.owned import Owned
from torkham.extract.phrases import is_subject, is_subordinate
from torkham.extract.pronouns import Found, Pronouns
from torkham.extract.syntax import children, preposition
from torkham.lexicon.people import people

if TYPE_CHECKING:
    from torkham.extract.cast import Cast

_GROUPS = ("Coalition", "NonGovernmentalOrganization", "IntergovernmentalOrganization")
_LIKE = {one: (one,) for one in ("NewsOrganization", "Company", "ArmedGroup")}
"""What kinds 'the newspaper' or 'the airline' may refer to, and, by default, 'the group' or 'the agency'."""


class Referents:
    """Finds the earlier entity that a candidate refers to, with the reason; None where it is a new one."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._pronouns = Pronouns(cast)
        self._bearers = Bearers(cast)
        self._owned = Owned(cast)

    def resolve(self, candidate: Candidate) -> Found | None:
        """The entity and the reason, or None."""
        if candidate.kind == "pronoun":
            return self._pronouns.resolve(candidate)
        if candidate.kind == "name":
            return self._bearers.named(candidate)
        return self._apposition(candidate) or self._description(candidate)

    # -- descriptions ---------------------------------------------------------------------------------------------

    def _apposition(self, candidate: Candidate) -> Found | None:
        if candidate.head.dep_ != "appos" or _counted_apart(candidate.head):
            return None
        index = self.cast.actor(candidate.head.head)
        if index is None:
            return None
        draft = self.cast.drafts[index]
        one = draft.type == "Person" and not candidate.plural  # 'Taj Gul, a woman who was deported'
        fits = {
            "UnnamedSource": draft.type in ("Person", "UnnamedSource"),
            "Population": draft.type == "Population" or one,
        }
        return (index, "apposition") if fits.get(candidate.type, draft.type in BODIES) else None

    def _description(self, candidate: Candidate) -> Found | None:
        if candidate.type == "Place":
            return self._country(candidate)
        if candidate.known is not None:
            return self._bearers.by_key(candidate)
        owner = self._own_state(candidate)
        if owner is not None:
            return owner, "its own government"
        body = self._owned.body(candidate)
        if body is not None:
            return body, "the body of the person spoken of"
        ministry = self._owned.ministry(candidate)
        if ministry is not None:
            return ministry, "the ministry of the minister spoken of"
        bare = candidate.type == "GovernmentBody" and not candidate.definite
        if bare and self.cast.home.elsewhere(candidate.head) is not None:
            return None  # 'police' there are not those named before
        for index in self._bearers.recent():
            draft = self.cast.drafts[index]
            vague = candidate.type == "UnnamedSource" and not candidate.definite
            known = [draft.label] if vague else draft.names  # 'officials' need not be 'officials of the agency'
            same = candidate.label.casefold() in (name.casefold() for name in known)
            if (
                same
                and draft.type == candidate.type
                and (candidate.plural or candidate.definite or candidate.type in BODIES)
            ):
                return index, "same description"
        of_state = candidate.type in RULERS and not candidate.state and not candidate.owned
        if of_state and not self._owned.is_seated(candidate):
            return self._local_rulers(candidate) or self._acting_rulers(candidate)
        return (
            self._definite(candidate)
            if candidate.definite or candidate.type in ("GovernmentBody", "Coalition")
            else None
        )

    def _own_state(self, candidate: Candidate) -> int | None:
        """'Its government' after a state is that state."""
        if candidate.type not in RULERS:
            return None
        owners = (self.cast.joined(child) for child in children(candidate.head, "nmod:poss") if child.pos_ == "PRON")
        ruler = next((one for one in owners if one is not None and self.cast.of_type(one) in RULERS), None)
        state = self._owned.state(candidate) if ruler is None else ruler
        led = self._acting_rulers(candidate) if state is None and self._owned.is_led(candidate) else None
        return led[0] if led is not None else state

    def _acting_rulers(self, candidate: Candidate) -> Found | None:
        """'The administration' is the one of that name, else the government that acted last, else the one spoken of last."""
        called = self._bearers.latest(
            lambda one: one.type in RULERS and one.known is None and candidate.noun in _words(one),
            "the government of this name",
        )
        acting = called or self._bearers.latest(
            lambda one: one.type in RULERS and any(is_subject(spot) and not is_subordinate(spot) for spot in one.spots),
            "the government that acted",
        )
        acting = acting or self._bearers.state_of_acting_body()
        if candidate.label.casefold() != candidate.noun:  # 'the caretaker government' is not just any that was named
            return acting
        home = self._home_state(candidate) if acting is None else None
        spoken = partial(_is_ruler_of, home)
        return acting or self._bearers.latest(spoken, "the government spoken of")

    # -- bodies that nobody is said to own ------------------------------------------------------------------------

    def at_home(self, candidate: Candidate) -> Found | None:
        """'The interior ministry', 'the government' of the country in which the text is written, unless another acts near."""
        if candidate.kind != "nominal" or candidate.state or candidate.owned or candidate.known is not None:
            return None
        key = self.cast.home.elsewhere(candidate.head) or self._home_state(candidate)
        if key is None or not self._is_national(candidate):
            return None
        known = self.cast.lexicon.name(key)
        adjective = self.cast.lexicon.adjective_of(key)
        if known is None or (candidate.type != "State" and adjective is None):
            return None
        candidate.state = key
        if candidate.type != "State":
            label = f"{adjective} {candidate.label}"
            known = self.cast.lexicon.by_surface(label)
            candidate.label = label
        if known is not None:
            candidate.known, candidate.label, candidate.type = known.key, known.label, known.type
            return self._bearers.by_key(candidate)
        return None

    def _is_national(self, candidate: Candidate) -> bool:
        """Whether a description is of a body of which a state has one, and no part of a country is named for it."""
        lexicon = self.cast.lexicon
        words = candidate.label.casefold().split()
        if candidate.type == "State":
            return candidate.definite and not set(words) & set(lexicon.discourse.subnational)
        local = any(preposition(child) in lexicon.discourse.residents for child in children(candidate.head, "nmod"))
        return candidate.type == "GovernmentBody" and " ".join(words) in lexicon.organisations.national and not local

    def _home_state(self, candidate: Candidate) -> str | None:
        """The home country, if it has one government and no other state acted in this sentence or the one before."""
        key = self.cast.home.key
        here = self.cast.sentence_of.get(candidate.head.i, 0)
        rulers = [draft for draft in self.cast.drafts if draft.type in RULERS and draft.known != key]
        for spot in (spot for draft in rulers for spot in draft.spots):
            near = self.cast.sentence_of.get(spot.i, -9) >= here - 1
            if near and not is_locative(spot, self.cast.lexicon) and not is_subordinate(spot):
                return None
        return None if self._seated_abroad(candidate.head, key) else key

    def _seated_abroad(self, head: Token, home: str | None) -> bool:
        """Whether a body of another country is named before in the sentence: 'a Berlin court ordered the ministry'."""
        names = (ent for ent in self.cast.doc.ents if ent.label_ == "LOC" and head.sent.start <= ent.start < head.i)
        owners = (
            ent.text for ent in names if ent.root.dep_ in ("compound", "nmod:poss") and ent.root.head.pos_ == "NOUN"
        )
        return any(self.cast.lexicon.state_of_name(name) not in (None, home) for name in owners)

    def _local_rulers(self, candidate: Candidate) -> Found | None:
        """'UNHCR's envoy in Greece urged the government', 'India's top court told the government': that of this country."""
        key = self.cast.home.near(candidate.head, candidate.start)
        known = self.cast.lexicon.name(key) if key else None
        if known is None:
            return None
        reason = "the government of this country"
        spoken = self._bearers.latest(partial(_is_ruler_of, known.key), reason)
        return spoken or (
            (self.cast.known(known.key, known.type, known.label), reason) if self._by_body(known.key) else None
        )

    def _by_body(self, key: str) -> bool:
        """Whether a body of this state has been named."""
        bodies = (draft.known for draft in self.cast.drafts if draft.type == "GovernmentBody" and draft.known)
        return any(self.cast.home.state_of_body(body) == key for body in bodies)

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

        return self._bearers.latest(fits, "the person of this age, named just before")

    def _definite(self, candidate: Candidate) -> Found | None:
        words = set(candidate.label.casefold().split())
        for index in self._bearers.recent():
            draft = self.cast.drafts[index]
            if self._matches(candidate, draft, words):
                return index, f"'the {candidate.noun}' spoken of before"
        umbrella = set(self.cast.lexicon.discourse.umbrella)
        if (
            candidate.definite
            and candidate.type == "IntergovernmentalOrganization"
            and words - umbrella == {candidate.noun}
        ):
            return self._bearers.latest(
                lambda draft: draft.type == candidate.type and not set(draft.label.casefold().split()) <= umbrella,
                f"'the {candidate.noun}' spoken of before",
            )
        found = self._aged(candidate) or self._owned.force(candidate)
        if found is not None:
            return found
        bare = words == {candidate.noun} or any(word.endswith("based") for word in words)
        if (
            candidate.definite
            and bare
            and candidate.type in BODIES
            and candidate.type not in (*RULERS, "GovernmentBody")
        ):
            wanted = _LIKE.get(candidate.type, _GROUPS)
            return self._bearers.latest(lambda draft: draft.type in wanted, f"'the {candidate.noun}' spoken of before")
        return None

    def _matches(self, candidate: Candidate, draft: Draft, words: set[str]) -> bool:
        if candidate.state and draft.state and candidate.state != draft.state:
            return False
        if candidate.type == "UnnamedSource" and draft.type == "Person":
            tokens = self.cast.doc[candidate.start : candidate.end]
            own = (word for word in tokens if not word.ent_type_ and not self.cast.lexicon.state_of_word(word.text))
            elsewhere = any(
                child.ent_type_ == "ORG" and preposition(child) == "of" and child.lower_ not in draft.titles
                for child in children(candidate.head, "nmod")
            )
            titles = {one for title in draft.titles for one in (title, *self._alike(title))}
            return {word.lower_ for word in own} <= titles and not candidate.plural and not elsewhere
        if (draft.noun, draft.plural, draft.type) != (candidate.noun, candidate.plural, candidate.type):
            return (
                candidate.type in BODIES
                and draft.type in BODIES
                and any(candidate.noun in name.casefold().split() for name in self._all_names(draft))
                and len(words) == 1
                and not (candidate.plural and draft.type in RULERS)
            )
        known = set(" ".join(draft.names).casefold().replace("-", " ").split())
        said = {word for word in words if not self.cast.lexicon.state_of_word(word.title())}
        return draft.type == candidate.type and said <= known

    def _alike(self, title: str) -> tuple[str, ...]:
        """Other words for a trade: 'the counsel' is the lawyer named before."""
        return next((group for group in self.cast.lexicon.roles.alike if title in group), ())

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
            found = self._bearers.latest(lambda draft: self._is_country(draft, candidate.head), "")
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


def _counted_apart(noun: Token) -> bool:
    """'144 families, 761 people in all', '300 foreigners, 200 men': what is counted by itself is counted apart."""
    apart = (noun.lemma_.lower() in people().households) != (noun.head.lemma_.lower() in people().households)
    return bool(children(noun, "nummod")) and (apart or bool(children(noun.head, "nummod")))


def _is_ruler_of(key: str | None, draft: Draft) -> bool:
    """Whether an entity governs this state, or any where none is wanted."""
    return draft.type in RULERS and (key is None or draft.known == key)


def _words(draft: Draft) -> set[str]:
    return {word for name in draft.names for word in name.casefold().split()}
