"""Where an office is held: the of-phrase, the owner, a body or nationality before it, the body after the name."""

from collections.abc import Iterator

from spacy.tokens import Token

from torkham.extract.cast import Cast
from torkham.extract.countries import Countries
from torkham.extract.kinds import BODIES, RULERS
from torkham.extract.offices import Office
from torkham.extract.phrases import core_span, is_subject
from torkham.extract.statements import Attribution
from torkham.extract.syntax import children, conjuncts, preposition

_NOBODY = ("Person", "Population", "UnnamedSource", "Place")
_AFTER = ("of", "from", "at", "with")
"""After a name they lead to the body of the title before it."""
_LONGEST = 4
"""How many words a body without a name may have before its office: 'provincial disaster management authority chief'."""


class Workplaces:
    """Finds the organisation of an office, where the words leave no doubt; an office without one is no position."""

    def __init__(self, cast: Cast, attribution: Attribution, countries: Countries) -> None:
        self.cast = cast
        self.attribution = attribution
        self.countries = countries
        self.offices = cast.offices
        roles = cast.lexicon.roles
        self.links = frozenset(roles.links)
        self.national = frozenset(word.split()[-1] for word in roles.national)
        self.abroad = frozenset(roles.abroad)
        self.spokes = frozenset(roles.spokes)

    def of(self, office: Office, person: int | None = None) -> list[int]:
        """The entities in which the office is held; ``person`` is its holder."""
        if office.head.pos_ == "VERB":
            return self._led(office)
        ways = (self._linked, self._posted, self._body, self._owners, self._before, self._nation, self._after_name)
        for way in (*ways, self._spoken_for):
            found = [index for index in way(office) if index is not None]
            if found:
                return list(dict.fromkeys(found))
        return self.countries.of(office, person) or self._seat(office) or self._inside(office)

    def _inside(self, office: Office) -> list[int]:
        """A body that only the office names: 'border police chief'."""
        if self.countries.is_trade(office) or office.holder is None:
            return []
        last = office.head.i - 1
        while last >= office.start and self.cast.doc[last].pos_ == "ADJ":
            last -= 1
        tokens = list(self.cast.doc[office.start : last + 1])
        for n in range(len(tokens)):
            words = [one.lemma_.casefold() for one in tokens[n:]]
            if self.cast.lexicon.organisation_type(words, named=False) == "GovernmentBody":
                return [self.cast.described(tokens[n].i, last + 1, "GovernmentBody", None)]
        return []

    # -- behind the office --------------------------------------------------------------------------------------------

    def _linked(self, office: Office) -> list[int | None]:
        """'director for South Asia at Amnesty': the first phrase after the office that names a body, with its conjuncts."""
        for token in self._phrases(office):
            found = [self._organisation(one, office) for one in conjuncts(token)]
            if any(index is not None for index in found):
                return found
        return []

    def _phrases(self, office: Office) -> Iterator[Token]:
        heads = [one for one in self.cast.doc[office.start : office.end] if self.offices.is_office(one)]
        for head in heads:
            for child in head.rights:
                if child.dep_ in ("nmod", "obl") and preposition(child) in self.links:
                    outside = child.i >= office.end
                    yield from [child] if outside else []
                    within = ("of", "at", "in") if outside else ("at",)
                    yield from (one for one in children(child, "nmod") if preposition(one) in within)
        after = self.cast.doc[office.end : office.end + 1]
        if len(after) and after[0].lower_ in self.links:
            near = self.cast.doc[office.end + 1 : office.end + 7]
            yield from [token for token in near if (one := self.cast.candidate(token)) and one.head is token][:1]

    def _after_name(self, office: Office) -> list[int | None]:
        """'Captain Luis Ruiz of the navy', 'Senator Ann Lee of Texas': a title whose body follows the name."""
        if office.holder is None:
            return []
        several = office.head.tag_ in ("NNS", "NNPS")
        names = conjuncts(office.holder) if several else [office.holder]
        words = [word for name in names for word in (name, *children(name, "flat"))]
        found = [one for word in words for one in children(word, "nmod") if preposition(one) in _AFTER]
        return [self._organisation(one, office) for one in found[:1] or self._right_after(office.holder)]

    def _right_after(self, holder: Token) -> list[Token]:
        """The mention after 'of' behind a name, wherever the parse hangs it."""
        end = next((ent.end for ent in self.cast.doc.ents if ent.start <= holder.i < ent.end), holder.i + 1)
        if end >= len(self.cast.doc) or self.cast.doc[end].lower_ != "of":
            return []
        near = self.cast.doc[end + 1 : end + 7]
        return [one for one in near if (found := self.cast.candidate(one)) and found.head is one][:1]

    def _posted(self, office: Office) -> list[int | None]:
        """'Deputy Commissioner Chaman Habib Bangulzai': a place between a title and the name."""
        token = self.cast.doc[office.end] if office.end < len(self.cast.doc) else None
        place = token is not None and token.ent_type_ in ("LOC", "ORG")
        if office.holder is None or token is None or not place or token.i >= office.holder.i:
            return []
        if token.ent_iob_ != "B":
            return []
        if self.cast.candidate(token) is None:
            self.cast.locality(token)
        found = self.cast.candidate(token)
        return [self._organisation(found.head if found is not None else token, office, near=True)]

    def _led(self, office: Office) -> list[int]:
        """The body that is headed: object of 'heads', subject of 'is headed by', the noun that 'headed by' describes."""
        objects = children(office.head, "obj", "nsubj:pass") or children(office.head, "obl")
        if not objects and office.head.dep_ == "acl":
            objects = [office.head.head]
        named = [child for token in objects for child in children(token, "nmod")]
        found = (self._organisation(token, office) for token in (*objects, *named))
        return [index for index in found if index is not None][:1]

    # -- before the office --------------------------------------------------------------------------------------------

    def _owners(self, office: Office) -> list[int | None]:
        tokens = [child for token in self.cast.doc[office.start : office.end] for child in children(token, "nmod:poss")]
        found = [self._organisation(token, office) for token in tokens]
        return [self.countries.served_by(one, office) if n is None else n for n, one in zip(found, tokens, strict=True)]

    def _body(self, office: Office) -> list[int | None]:
        """A body without a name right before the office: 'foreign ministry spokesman', 'border police chief'."""
        end = office.start
        tokens = list(self.cast.doc[max(office.head.sent.start, end - _LONGEST) : end])
        while tokens and (tokens[0].pos_ not in ("NOUN", "ADJ", "PROPN") or self.cast.candidate(tokens[-1])):
            tokens = tokens[1:]
        while tokens:
            words = [one.lemma_.casefold() for one in tokens]
            plain = all(one.pos_ in ("NOUN", "ADJ", "PROPN") and not one.ent_type_ for one in tokens)
            kind = self.cast.lexicon.organisation_type(words, named=False) if plain else None
            if kind == "GovernmentBody" and not self.cast.lexicon.state_of_word(tokens[0].text):
                start = self.countries.with_town(tokens[0])
                state = self.countries.adjective(tokens[0]) if start == tokens[0].i else None
                return [self.cast.described(start, end, kind, state)]
            tokens = tokens[1:]
        return []

    def _before(self, office: Office) -> list[int | None]:
        """The name right before the office: 'UNHCR spokesperson', 'Chaman police chief'."""
        i = office.start - 1
        while i >= office.head.sent.start and self.cast.doc[i].tag_ in ("POS", "HYPH", "-RRB-"):
            i -= 1
        token = self.cast.doc[i] if i >= office.head.sent.start else None
        if token is None:
            return []
        candidate = self.cast.candidate(token)
        if candidate is None and token.ent_type_ == "LOC":
            self.cast.locality(token)
        elif candidate is None or candidate.type in ("Person", "Population"):
            return []
        if self._is_field(token, office):
            return []
        party = self._party(token)
        if party is not None:
            return [party]
        housed = self._housed(token, office)
        if housed is not None:
            return [housed]
        return [self._organisation(token, office, near=True)]

    def _party(self, token: Token) -> int | None:
        """'ANP Sindh president': a body's name, then the place of its branch."""
        place = self.cast.candidate(token)
        before = self.cast.doc[place.start - 1] if place is not None and place.start > token.sent.start else None
        found = self.cast.candidate(before) if before is not None else None
        if found is None or found.kind != "name" or found.type in _NOBODY or found.type == "State":
            return None
        return self.cast.actor(found.head)

    def _housed(self, token: Token, office: Office) -> int | None:
        """'Refugee Relief and Repatriation Commissioner': the known commission of that name."""
        found = self.cast.candidate(token)
        seat = self.cast.lexicon.roles.seats.get(office.head.lemma_.casefold())
        if found is None or found.known is not None or seat is None:
            return None
        name = f"{self.cast.doc[found.start : found.end].text} {seat}"
        known = self.cast.lexicon.by_surface(name)
        return self.cast.twin(found, known.key, known.type, known.label) if known is not None else None

    def _is_field(self, token: Token, office: Office) -> bool:
        """'Homeland Security Minister': a field that elsewhere names a body; the office belongs to a country."""
        found = self.cast.candidate(token)
        known = self.cast.lexicon.name(found.known) if found is not None and found.known else None
        if found is None or known is None or self.countries.home is None:
            return False
        words = self.cast.doc[found.start : found.end].text.casefold()
        return words in self.cast.lexicon.roles.portfolios and self.countries.home not in known.part_of

    def _nation(self, office: Office) -> list[int | None]:
        """'Pakistani Interior Minister': the state of an adjective before the office."""
        if self.countries.is_trade(office):
            return []
        before = self.cast.doc[max(office.head.sent.start, office.start - 2) : office.head.i]
        for token in before:
            key = self.cast.lexicon.state_of_word(token.text)
            if key:
                return [self.cast.state(key, token)]
        return []

    def _spoken_for(self, office: Office) -> list[int | None]:
        """A spokesman without a body speaks for the only one that this sentence or the one before speaks of."""
        words = self.offices.words(office)
        if not any(words.endswith(spokes) for spokes in self.spokes):
            return []
        here = self.cast.sentence_of[office.head.i]
        bodies: list[int | None] = [
            index
            for index, draft in enumerate(self.cast.drafts)
            if draft.type not in (*_NOBODY, "State", "NewsOrganization")
            and any(self._is_heard(spot, here) for spot in draft.spots)
        ]
        return bodies if len(bodies) == 1 else []

    def _is_heard(self, spot: Token, here: int) -> bool:
        """Whether a body is spoken of in this sentence, or was what the one before was about."""
        sentence = self.cast.sentence_of.get(spot.i)
        return sentence == here or (sentence == here - 1 and is_subject(spot) and spot.head.dep_ in ("root", "conj"))

    def _seat(self, office: Office) -> list[int]:
        """'refugees minister' where the article speaks of one Ministry of Refugees; 'consul' of one consulate."""
        words = set(self.offices.words(office).split())
        seats = {seat for word, seat in self.cast.lexicon.roles.seats.items() if word in words}
        field = words & self.offices.portfolios - set(self.cast.lexicon.roles.modifiers)
        if not field and office.head.lemma_.casefold() not in self.abroad:
            return []
        found = [
            index
            for index, draft in enumerate(self.cast.drafts)
            if draft.type == "GovernmentBody"
            and draft.state in (None, self.cast.home.dateline)
            and any(seats & (said := set(name.casefold().split())) and field <= said for name in draft.names)
        ]
        return found if len(found) == 1 else []

    # -- what a noun says ---------------------------------------------------------------------------------------------

    def _organisation(self, token: Token, office: Office, *, near: bool = False) -> int | None:
        if token.tag_ == "PRP$":
            return self._own(token)
        index = self.cast.actor(self._named(token))
        sent = preposition(token) not in ("of", "by", None)
        lemma = office.head.lemma_.casefold()
        if index is not None and self.cast.of_type(index) not in _NOBODY:
            rules = self.cast.of_type(index) in RULERS
            if rules and (self.countries.is_trade(office) or (sent and lemma in self.abroad)):
                return None
            return index
        place = self.cast.place(token)
        if place is not None:
            if sent and self.countries.is_sovereign(office):
                return self.cast.actor(token, addressed=True)
            posted = sent and lemma in self.abroad
            governs = not self.countries.is_trade(office)
            governs &= lemma in self.national or near or token.dep_ in ("compound", "nmod:poss")
            return self.cast.government_of(place) if governs and not posted else None
        return self._through_office(token, index) if index is not None else self._facility(token)

    def _facility(self, token: Token) -> int | None:
        """'who runs the shelter': a house that is somebody's work, though it is no actor otherwise."""
        kind = self.cast.lexicon.organisations.facilities.get(token.lemma_.casefold())
        if kind is None or token.pos_ not in ("NOUN", "PROPN"):
            return None
        start, end = core_span(token)
        return self.cast.described(start, end, kind, None)

    def _named(self, token: Token) -> Token:
        """The name right after a description of a body: 'the aid group Pro Asyl'; else the token itself."""
        described = self.cast.candidate(token)
        found = self.cast.candidate(token.nbor()) if token.i + 1 < len(self.cast.doc) else None
        both = described is not None and described.kind == "nominal" and found is not None and found.kind == "name"
        return found.head if both and found is not None and found.type in BODIES - RULERS else token

    def _through_office(self, token: Token, index: int) -> int | None:
        """'adviser to the president of Chad': the office served tells the body."""
        if self.cast.of_type(index) != "UnnamedSource" or not self.offices.is_office(token):
            return None
        if token.lemma_.casefold() not in self.national:
            return None
        return next(iter(self.of(self.offices.phrase(token))), None)

    def _own(self, pronoun: Token) -> int | None:
        """'its director': of the body that the sentence before gave as its source, else of what 'its' stands for."""
        here = self.cast.sentence_of[pronoun.i]
        sources = [one.speaker[0] for one in self.attribution.utterances if one.sentence == here - 1]
        bodies = [index for index in sources if self.cast.of_type(index) not in _NOBODY]
        index = bodies[-1] if bodies else self.cast.actor(pronoun)
        return index if index is not None and self.cast.of_type(index) not in _NOBODY else None
