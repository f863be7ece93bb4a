"""The country from which an article is told: that of its dateline, else the only one whose named bodies it speaks of."""

from collections import Counter
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from torkham.extract.syntax import preposition
from torkham.lexicon import Lexicon

_LEAD = 3
"""In the first of how many sentences a dateline may stand."""
_NAMED = 2
"""How often bodies of one state must be named to tell the country of an article without a dateline."""

_WITHIN = ("in", "near", "at", "outside", "around")


class Home:
    """Finds the home country of an article; None where it has no dateline, or one with places of several states."""

    def __init__(self, doc: Doc, lexicon: Lexicon, sentence_of: dict[int, int]) -> None:
        self.doc = doc
        self.lexicon = lexicon
        self.read = sentence_of

    @cached_property
    def dateline(self) -> str | None:
        """The state in which the dateline's places lie."""
        first = min(self.read, default=0)
        places = (
            ent.text.title() if ent.text.isupper() and len(ent.text) > 3 else ent.text
            for ent in self.doc.ents
            if ent.label_ == "LOC" and ent.start not in self.read and ent.start < first + self._lead()
        )
        states = {key for text in places if (key := self.lexicon.state_of_name(text))}
        return next(iter(states)) if len(states) == 1 else None

    @cached_property
    def key(self) -> str | None:
        """The state of the dateline, else of all bodies of state that the text names, where no de facto ruler is named."""
        if self.dateline is not None:
            return self.dateline
        named = [ent.ent_id_ for ent in self.doc.ents if ent.ent_id_ and ent.start in self.read]
        known = (self.lexicon.name(key) for key in named)
        if any(one is not None and one.type == "DeFactoAuthority" for one in known):
            return None
        states = Counter(state for key in named if (state := self.state_of_body(key)) is not None)
        found = states.most_common()
        return found[0][0] if len(found) == 1 and found[0][1] >= _NAMED else None

    def federal(self, name: str) -> str | None:
        """The state whose government is called so, 'the Centre': the home country, else the only such state named."""
        states = self.lexicon.organisations.federal.get(name, ())
        if self.key is not None or not states:
            return self.key if self.key in states else None
        named = {self.lexicon.state_of_name(ent.text) for ent in self.doc.ents if ent.label_ == "LOC"}
        found = [state for state in states if state in named]
        return found[0] if len(found) == 1 else None

    def near(self, token: Token, before: int) -> str | None:
        """The state in which a sentence has placed itself before a token: 'in Greece', "Greece's", by a body of Greece."""
        here = [ent for ent in self.doc.ents if ent.sent == token.sent and ent.end <= before]
        found = [key for ent in here if (key := self._placing(ent)) is not None]
        return found[-1] if found else None

    def elsewhere(self, body: Token) -> str | None:
        """Another state in which a body acts: 'police beat him at a camp near Mashhad', told from Herat."""
        if body.dep_ not in ("nsubj", "obl:agent"):
            return None
        places = [one for one in body.head.children if one.dep_ == "obl" and preposition(one) in _WITHIN]
        for place in places:
            places.extend(one for one in place.children if one.dep_ == "nmod" and preposition(one) in _WITHIN)
        states = {self.lexicon.state_of_name(ent.text) for ent in self.doc.ents if ent.root in places} - {None}
        return next(iter(states)) if len(states) == 1 and self.key not in states else None

    def _placing(self, ent: Span) -> str | None:
        if ent.label_ == "LOC":
            placed = preposition(ent.root) == "in" or ent.root.dep_ == "nmod:poss"
            return self.lexicon.state_of_name(ent.text) if placed else None
        return self.state_of_body(ent.ent_id_) if ent.ent_id_ else None

    def state_of_body(self, key: str) -> str | None:
        """The state that a known body is part of, through whatever is between: Sindh Police, Sindh, Pakistan."""
        known = self.lexicon.name(key)
        while known is not None and known.type != "State":
            known = self.lexicon.name(known.part_of[0]) if known.type == "GovernmentBody" and known.part_of else None
        return known.key if known is not None and known.key != key else None

    def _lead(self) -> int:
        spans = self.doc.spans["sentences"]
        return spans[min(_LEAD, len(spans) - 1)].end if len(spans) else 0
