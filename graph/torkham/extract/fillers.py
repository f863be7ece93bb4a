"""What fills an argument: which kinds it is of, and which entities it stands for."""

from spacy.tokens import Token

from torkham.extract.authors import Authors
from torkham.extract.cast import Cast
from torkham.extract.kinds import RULERS
from torkham.extract.phrases import semantic_head
from torkham.extract.syntax import children, conjuncts, preposition
from torkham.lexicon.frames import Filler

_STATES = 2
"""From how many on states have governments, each its own."""
_FEW = 1
"""More mentions than these make a people the article's."""


class Fillers:
    """Answers for argument heads: a document stands for its authors, a coordination for all its members."""

    def __init__(self, cast: Cast, authors: Authors) -> None:
        self.cast = cast
        self.authors = authors

    def kinds(self, token: Token) -> frozenset[Filler]:
        """The kinds of the lexicon (people, person, organisation, state, actor, place, thing) that the argument is of."""
        index = self.cast.actor(token)
        if index is not None and not self.cast.drafts[index].is_place:
            return self._of_draft(index)
        if self.authors.of(token):
            return frozenset({"thing", "actor"})
        if self.cast.place(token) is not None:
            return frozenset({"place"})
        head = semantic_head(token, self.cast.partitives)
        if head.lower_ in self.cast.lexicon.discourse.plural or head.lower_ in self.cast.lexicon.discourse.singular:
            return frozenset({"people", "person"})
        if head.lower_ in (*self.cast.lexicon.discourse.first_plural, *self.cast.lexicon.discourse.first_singular):
            return frozenset({"people", "person", "actor"})
        if head.pos_ == "NUM" or head.lemma_.casefold() in self.cast.partitives:  # 'about 80', 'the thousands who left'
            return frozenset({"people", "person"})
        if head.lemma_.casefold() in self.cast.lexicon.discourse.localities:
            return frozenset({"place", "thing"})
        if head.lower_ in self.cast.lexicon.discourse.indefinite:
            return frozenset({"people", "person"})
        return frozenset({"person", "people"}) if head.ent_type_ == "PERSON" else frozenset({"thing"})

    def _of_draft(self, index: int) -> frozenset[Filler]:
        draft = self.cast.drafts[index]
        if draft.type in RULERS:
            return frozenset({"state", "actor", "organisation"})
        if draft.type == "Population":
            return frozenset({"people"})
        if draft.type in ("Person", "UnnamedSource"):
            return frozenset({"person", "people", "actor"})
        return frozenset({"organisation", "actor"})

    def actors(self, token: Token, *, addressed: bool = False, before: Token | None = None) -> tuple[int, ...]:
        """The actors that an argument stands for, of a coordination all; ``addressed`` as in :meth:`Cast.actor`.

        Of a coordination around the predicate ``before`` only what stands on the argument's side of it takes part:
        'Germany, which deported them, and all other states'.
        """
        found: dict[int, None] = {}
        for one in conjuncts(semantic_head(token, self.cast.partitives)):
            if _is_part(one) or (before is not None and token.i < before.i < one.i):
                continue
            index = self.cast.actor(one, addressed=addressed)
            for actor in self._governments(one) or ((index,) if index is not None else self.authors.of(one)):
                ruler = self.cast.ruler_of(actor) if self._acts_as_country(one, actor) else None
                if ruler is not None or not self.cast.drafts[actor].is_place:
                    found[actor if ruler is None else ruler] = None
        if not found and not addressed:  # 'the judge blocked the deportation of families': they are told nothing
            found = {actor: None for child in children(token, "nmod", "appos") for actor in self._inside(child)}
        return tuple(found)

    def _acts_as_country(self, token: Token, index: int) -> bool:
        """'The country had sent back 114,000 people': its state."""
        country = token.lemma_.casefold() in self.cast.lexicon.discourse.countries
        return country and token.dep_ == "nsubj" and self.cast.drafts[index].is_place

    def _governments(self, token: Token) -> tuple[int, ...]:
        """'The Governments of Tanzania and Burundi': each of the states."""
        lands = children(token, "nmod") if token.tag_ in ("NNS", "NNPS") else []
        named = [one for land in lands if preposition(land) == "of" for one in conjuncts(land)]
        if token.lemma_.casefold() not in self.cast.lexicon.discourse.government or len(named) < _STATES:
            return ()
        states = [self.cast.ruler_of(place) for one in named if (place := self.cast.place(one)) is not None]
        return tuple(one for one in states if one is not None) if len(states) == len(named) else ()

    def _inside(self, token: Token) -> tuple[int, ...]:
        index = self.cast.actor(token)
        people = index is not None and self.cast.drafts[index].type == "Population"
        return (index,) if people and index is not None else ()

    def places(self, token: Token) -> tuple[int, ...]:
        """The places that an argument names, also by a part of them: 'different parts of Punjab province'."""
        found = [self.cast.place(one) for one in conjuncts(token)]
        if not any(place is not None for place in found) and self.cast.actor(token) is None:
            inner = children(token, "nmod", "compound", "appos", "flat", "nmod:desc")
            inner = [one for one in inner if preposition(one) != "by"]
            found = [self.cast.place(one) for one in inner if one.ent_type_ == "LOC"]
            if not found:
                near = ("of", *self.cast.lexicon.discourse.settings)  # 'at a centre in the district of Herat'
                parts = [one for one in inner if preposition(one) in near]
                found = [place for one in parts for place in self.places(one)]
        return tuple(dict.fromkeys(place for place in found if place is not None))

    def words(self, token: Token) -> frozenset[str]:
        """What the argument is called, in lower-case lemmas: its noun, an organisation's last word, a person's titles."""
        head = semantic_head(token, self.cast.partitives)
        found = {token.lemma_.casefold(), head.lemma_.casefold()}
        index = self.cast.actor(token)
        if index is None or self.cast.drafts[index].is_place:
            return frozenset(found)
        draft = self.cast.drafts[index]
        if draft.type == "Person":
            titled = (
                child for spot in draft.spots for child in children(spot, "compound", "nmod:desc", "appos", "flat")
            )
            return frozenset(found | draft.titles | {child.lemma_.casefold() for child in titled})
        return frozenset(found | {_noun_of(name) for name in (draft.label, *draft.names)})

    def country(self, token: Token) -> str | None:
        """The key of the state whose land an argument names."""
        for place in self.places(token):
            return self.cast.country_of(place)
        index = self.cast.actor(token)
        return self.cast.drafts[index].known if index is not None and self.cast.drafts[index].type == "State" else None

    def homeland(self, token: Token) -> str | None:
        """The key of the state whose nationals an argument names; 'people' are those of whom the article speaks most."""
        actors = self.actors(token)
        told = next((state for index in actors if (state := self.cast.drafts[index].state)), None)
        crowd = all(self.cast.of_type(index) == "Population" for index in actors)
        return told or (self._main_people() if crowd else None)

    def _main_people(self) -> str | None:
        """The state whose nationals the article names more often than those of any other."""
        counts: dict[str, int] = {}
        for draft in self.cast.drafts:
            if draft.type == "Population" and draft.state is not None:
                counts[draft.state] = counts.get(draft.state, 0) + len(draft.spots)
        most = sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:2]
        clear = bool(most) and most[0][1] > _FEW and (len(most) == 1 or most[0][1] > most[1][1])
        return most[0][0] if clear else None


def _is_part(token: Token) -> bool:
    """'37 people, among them five children': joined by the parse, yet counted among the others."""
    before = token.doc[token.left_edge.i - 1] if token.left_edge.i else token
    joined = token.dep_ in ("conj", "nsubj", "nsubj:pass")
    return joined and before.pos_ == "PRON" and before.i < token.i and preposition(before) is not None


def _noun_of(name: str) -> str:
    """The word that says what a named body is: 'court' of 'High Court of Sindh' and of 'Sindh High Court'."""
    words = name.casefold().split()
    end = next((n for n, word in enumerate(words) if n and word in ("of", "in", "for", "on")), len(words))
    return words[end - 1]
