"""Where an office is held: the of-phrase, the owner, a name or nationality before it; a spokesman's body spoken of before."""

from dataclasses import dataclass

from spacy.tokens import Token

from torkham.extract.candidates import state_of
from torkham.extract.cast import Cast
from torkham.extract.phrases import premodifiers
from torkham.extract.statements import Attribution
from torkham.extract.syntax import children, conjuncts, preposition

_NOBODY = ("Person", "Population", "UnnamedSource", "Place")


@dataclass(frozen=True)
class Office:
    """An office as written: its head (a noun, or the verb of 'who heads'), and the token span of its phrase."""

    head: Token
    start: int
    end: int


class Workplaces:
    """Finds the organisation of an office, where the words leave no doubt; an office without one is no position."""

    def __init__(self, cast: Cast, attribution: Attribution) -> None:
        self.cast = cast
        self.attribution = attribution
        self.links = frozenset(cast.lexicon.roles.links)
        self.national = frozenset(word.split()[-1] for word in cast.lexicon.roles.national)
        self.spokes = frozenset(cast.lexicon.roles.spokes)

    def of(self, office: Office) -> list[int]:
        """The entities in which the office is held."""
        if office.head.pos_ == "VERB":
            return self._led(office)
        for tokens in (self._linked(office), self._owners(office), self._before(office)):
            found = [index for token in tokens if (index := self._organisation(token, office)) is not None]
            if found:
                return list(dict.fromkeys(found))
        state = state_of(office.head, self.cast.lexicon) or self._nationality(office)
        if state:
            lexicon = self.cast.lexicon
            adjective = next(
                (one for one in premodifiers(office.head) if lexicon.state_of_word(one.text) == state), None
            )
            return [self.cast.state_named(state) if adjective is None else self.cast.state(state, adjective)]
        return self._spoken_for(office) or self._of_the_country(office)

    def _of_the_country(self, office: Office) -> list[int]:
        """A national office whose country is not said: that of the only state which this sentence or the one before names."""
        if office.head.lemma_.casefold() not in self.national:
            return []
        here = self.cast.sentence_of[office.head.i]
        rulers = {
            index
            for index, draft in enumerate(self.cast.drafts)
            if draft.type in ("State", "DeFactoAuthority")
            and any(self.cast.sentence_of.get(spot.i) in (here, here - 1) for spot in draft.spots)
        }
        return sorted(rulers) if len(rulers) == 1 else []

    def _led(self, office: Office) -> list[int]:
        objects = children(office.head, "obj")
        named = [child for token in objects for child in children(token, "nmod")]
        found = (self._organisation(token, office) for token in (*objects, *named))
        return [index for index in found if index is not None][:1]

    def _linked(self, office: Office) -> list[Token]:
        heads = [office.head, *(one for one in conjuncts(office.head) if one.i < office.end)]
        for head in heads:
            for child in head.rights:
                if child.dep_ in ("nmod", "obl") and preposition(child) in self.links and child.i >= office.end:
                    return conjuncts(child)
        after = self.cast.doc[office.end : office.end + 1]
        if len(after) and after[0].lower_ in self.links:
            return [token for token in self.cast.doc[office.end + 1 : office.end + 7] if self.cast.candidate(token)][:1]
        return []

    def _owners(self, office: Office) -> list[Token]:
        return [child for token in self.cast.doc[office.start : office.end] for child in children(token, "nmod:poss")]

    def _before(self, office: Office) -> list[Token]:
        """The organisation right before the office: 'UNHCR spokesperson', 'Rawalpindi police spokesman'."""
        i = office.start - 1
        while i >= 0 and self.cast.doc[i].tag_ in ("POS", "HYPH"):
            i -= 1
        token = self.cast.doc[i] if i >= 0 else None
        candidate = self.cast.candidate(token) if token is not None else None
        if token is not None and candidate is None and token.ent_type_ == "LOC":
            self.cast.locality(token)
            return [token]
        return (
            [token]
            if token is not None and candidate is not None and candidate.type not in ("Person", "Population")
            else []
        )

    def _organisation(self, token: Token, office: Office) -> int | None:
        if token.tag_ == "PRP$":
            return self._own(token)
        index = self.cast.actor(token)
        if index is not None and self.cast.of_type(index) not in _NOBODY:
            return index
        place = self.cast.place(token)
        governs = office.head.lemma_.casefold() in self.national or token.dep_ in ("compound", "nmod:poss")
        return self.cast.government_of(place) if place is not None and governs else None

    def _own(self, pronoun: Token) -> int | None:
        """'its director': of the body that the sentence before gave as its source, else of what 'its' stands for."""
        here = self.cast.sentence_of[pronoun.i]
        sources = [one.speaker[0] for one in self.attribution.utterances if one.sentence == here - 1]
        bodies = [index for index in sources if self.cast.of_type(index) not in _NOBODY]
        index = bodies[-1] if bodies else self.cast.actor(pronoun)
        return index if index is not None and self.cast.of_type(index) not in _NOBODY else None

    def _nationality(self, office: Office) -> str | None:
        before = self.cast.doc[max(0, office.start - 2) : office.start]
        return next((key for token in before if (key := self.cast.lexicon.state_of_word(token.text))), None)

    def _spoken_for(self, office: Office) -> list[int]:
        """A spokesman without a body speaks for the only one that this sentence or the one before speaks of."""
        if office.head.lemma_.casefold() not in self.spokes:
            return []
        here = self.cast.sentence_of[office.head.i]
        near = (here, here - 1)
        bodies = [
            index
            for index, draft in enumerate(self.cast.drafts)
            if draft.type not in (*_NOBODY, "State", "NewsOrganization")
            and any(self.cast.sentence_of.get(spot.i) in near for spot in draft.spots)
        ]
        return bodies if len(bodies) == 1 else []
