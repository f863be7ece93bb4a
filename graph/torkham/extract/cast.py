"""The cast of one article: mentions joined to actors and places, each with the reason why.

A sieve in the manner of Raghunathan et al. 2010 ('A multi-pass sieve for coreference resolution'): names first, by
key, spelling, surname and acronym; then descriptions; then pronouns, by agreement, recency and subjecthood.
"""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from torkham.extract import quotes
from torkham.extract.candidates import Candidate, is_locative
from torkham.extract.drafts import Draft, Voice
from torkham.extract.mentions import find
from torkham.extract.phrases import core_span, semantic_head, text_of
from torkham.extract.reference import Referents
from torkham.extract.syntax import antecedent
from torkham.lexicon import Lexicon
from torkham.model import Entity, Mention


class Cast:
    """Who and what an article speaks of; asked by token, it answers with the index of an entity."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.lexicon = lexicon
        self.drafts: list[Draft] = []
        self.quotes = quotes.find(doc)
        self.partitives = frozenset(lexicon.discourse.partitives)
        self.sentence_of = {token.i: n for n, sentence in enumerate(doc.spans["sentences"]) for token in sentence}
        self._candidates: dict[int, Candidate] = {}
        self._joined: dict[int, int] = {}
        self._places: dict[int, int] = {}
        self._first_person: list[Candidate] = []
        self._referents = Referents(self)
        candidates = find(doc, lexicon)
        for candidate in candidates:
            for i in range(candidate.start, candidate.end) if candidate.kind == "name" else (candidate.head.i,):
                self._candidates.setdefault(i, candidate)
            self._candidates[candidate.head.i] = candidate
        for candidate in candidates:
            self._join(candidate)

    # -- asking ---------------------------------------------------------------------------------------------------

    def actor(self, token: Token, *, addressed: bool = False) -> int | None:
        """The actor that this token names, describes or stands for; a partitive's is that of what it measures.

        ``addressed`` says that the words around leave no doubt that a capital or country is spoken to ('appealed to
        Islamabad').
        """
        candidate = self._candidates.get(antecedent(semantic_head(token, self.partitives)).i)
        if candidate is None:
            return self._title_bearer(token)
        index = self._joined.get(candidate.head.i)
        if index is not None and self.drafts[index].is_place:
            return self._as_actor(candidate, addressed)
        return index

    def place(self, token: Token) -> int | None:
        """The place that this token names or describes."""
        candidate = self._candidates.get(token.i)
        if candidate is None:
            return None
        index = self._joined.get(candidate.head.i)
        if index is not None and self.drafts[index].is_place:
            return index
        if candidate.kind == "name" and candidate.known is not None:
            return self._as_place(candidate)
        return None

    def joined(self, head: Token) -> int | None:
        """The entity that the mention with this head was joined to, as it stands: a capital named stays the place."""
        return self._joined.get(head.i)

    def of_type(self, index: int) -> str:
        """The type of an entity."""
        return self.drafts[index].type

    def candidate(self, token: Token) -> Candidate | None:
        """The mention that this token belongs to."""
        return self._candidates.get(token.i)

    def population(self, state: str) -> int:
        """The people of a state, as an entity: found, or made where only an adjective spoke of them."""
        label = self.lexicon.people_of(state)
        for index, draft in enumerate(self.drafts):
            if draft.type == "Population" and draft.label == label:
                return index
        self.drafts.append(Draft("Population", label, None, state, plural=True, names=[label]))
        return len(self.drafts) - 1

    def state(self, key: str, token: Token) -> int:
        """A state, as an entity, where an adjective ('Pakistani crackdown') speaks of it."""
        for index, draft in enumerate(self.drafts):
            if draft.known == key and not draft.is_place:
                return index
        known = self.lexicon.name(key)
        label = known.label if known else token.text
        mention = Mention(
            start=token.idx, end=token.idx + len(token), kind="nominal", reason="adjective of nationality"
        )
        self.drafts.append(Draft(known.type if known else "State", label, key, names=[label], mentions=[mention]))
        return len(self.drafts) - 1

    def people(self, token: Token) -> int | None:
        """Whom a people noun means, also where the parse makes it part of another phrase."""
        index = self.actor(token)
        state = self.lexicon.state_of_national(token.text) if index is None else None
        if state is None:
            return index
        index = self.population(state)
        mention = Mention(start=token.idx, end=token.idx + len(token), kind="nominal", reason="people of a nationality")
        self.drafts[index].mentions += [] if mention in self.drafts[index].mentions else [mention]
        return index

    def nation(self, token: Token) -> int | None:
        """The state that an adjective or compound names: 'Pakistani' in 'Pakistani crackdown'."""
        acting = self.lexicon.acting(token.text)
        key = self.lexicon.state_of_word(token.text) or (acting.key if acting else None)
        return self.state(key, token) if key else self.actor(token)

    def state_named(self, key: str) -> int:
        """A state by its key, as an entity: found, or made where only its territory was named; then with that mention."""
        for index, draft in enumerate(self.drafts):
            if draft.known == key and not draft.is_place:
                return index
        known = self.lexicon.name(key)
        territory = self.lexicon.territory(key)
        here = next((draft for draft in self.drafts if territory is not None and draft.known == territory.key), None)
        label = known.label if known else key
        self.drafts.append(
            Draft(
                known.type if known else "State", label, key, names=[label], mentions=here.mentions[:1] if here else []
            )
        )
        return len(self.drafts) - 1

    def source(self, token: Token) -> int:
        """Somebody without a name whom only his words tell to be a person: 'a 34-year-old mason' who is quoted."""
        start, end = core_span(token)
        label = text_of(self.doc, start, end)
        candidate = Candidate(token, start, end, "nominal", "UnnamedSource", label, noun=token.lemma_.casefold())
        self._candidates[token.i] = candidate
        return self._new(candidate)

    def locality(self, token: Token) -> int:
        """The place whose name this token belongs to, where it only describes another noun ('Chaman Assistant Commissioner')."""
        span = next(entity for entity in self.doc.ents if entity.start <= token.i < entity.end)
        text = text_of(self.doc, span.start, span.end)
        known = self.lexicon.by_surface(text)
        place = self.lexicon.territory(known.key) if known is not None and known.type != "Place" else known
        label, key = (place.label, place.key) if place else (text, None)
        candidate = Candidate(span.root, span.start, span.end, "name", "Place", label, key)
        for i in range(span.start, span.end):
            self._candidates[i] = candidate
        for index, draft in enumerate(self.drafts):
            if draft.is_place and (draft.known, draft.label) == (key, label):
                self._add(index, "same name", candidate)
                return index
        return self._new(candidate)

    def government_of(self, place: int) -> int:
        """The body that governs a place where offices are held: the state of a territory, else the province or city itself."""
        draft = self.drafts[place]
        state = self.lexicon.state_with(draft.known) if self.lexicon.is_territory(draft.known) else None
        known = self.lexicon.name(state) if state else None
        kind, label, key = (known.type, known.label, known.key) if known else ("GovernmentBody", draft.label, None)
        for index, other in enumerate(self.drafts):
            if (other.type, other.label) == (kind, label):
                return index
        self.drafts.append(Draft(kind, label, key, names=[label], mentions=list(draft.mentions[-1:])))
        return len(self.drafts) - 1

    # -- joining --------------------------------------------------------------------------------------------------

    def _join(self, candidate: Candidate) -> None:
        if candidate.noun in ("i", "we"):
            self._first_person.append(candidate)
            return
        found = self._referents.resolve(candidate)
        if found is not None:
            self._add(*found, candidate)
        elif candidate.kind != "pronoun" and not (candidate.type == "Place" and candidate.kind == "nominal"):
            self._new(candidate)

    def bind(self, voices: Iterable[Voice]) -> None:
        """Give 'I' and 'we' to who speaks them; of utterances inside each other the innermost counts."""
        spoken = sorted(voices, key=lambda voice: len(voice.tokens))
        for candidate in self._first_person:
            voice = next((one for one in spoken if candidate.head.i in one.tokens), None)
            if voice is not None:
                owner = voice.we if candidate.noun == "we" else voice.i
                self._add(owner, "first person in the speaker's own words", candidate)

    def _add(self, index: int, reason: str, candidate: Candidate) -> None:
        draft = self.drafts[index]
        start, end = self.doc[candidate.start].idx, self.doc[candidate.end - 1].idx + len(self.doc[candidate.end - 1])
        draft.mentions.append(Mention(start=start, end=end, kind=candidate.kind, reason=reason))
        draft.spots.append(candidate.head)
        self._joined[candidate.head.i] = index
        if candidate.kind == "name":
            self._named(draft, candidate)

    def _named(self, draft: Draft, candidate: Candidate) -> None:
        text = text_of(self.doc, candidate.start, candidate.end)
        if text not in draft.names:
            draft.names.append(text)
        if draft.known is None and candidate.known is not None:
            draft.known, draft.label, draft.type = candidate.known, candidate.label, candidate.type
        elif draft.known is None and len(candidate.label.split()) > len(draft.label.split()):
            draft.label = candidate.label

    def _new(self, candidate: Candidate) -> int:
        draft = Draft(
            candidate.type, candidate.label, candidate.known, candidate.state, candidate.noun, candidate.plural
        )
        self.drafts.append(draft)
        if candidate.kind == "nominal":
            draft.names.append(candidate.label)
        self._add(
            len(self.drafts) - 1, "its own name" if candidate.kind == "name" else "its own description", candidate
        )
        return len(self.drafts) - 1

    def _title_bearer(self, token: Token) -> int | None:
        """A title that heads a person's name in the parse: 'Minister' of 'Interior Minister Amir Baloch'."""
        for child in (*token.children, token.head):
            candidate = self._candidates.get(child.i)
            if (
                candidate is not None
                and candidate.type == "Person"
                and candidate.kind == "name"
                and abs(child.i - token.i) < 6
            ):
                return self._joined.get(candidate.head.i)
        return None

    def _as_actor(self, candidate: Candidate, addressed: bool) -> int | None:
        """The state or government that a place's name stands for, where it acts or is acted upon."""
        text = text_of(self.doc, candidate.start, candidate.end)
        known = self.lexicon.acting(text)
        locative = is_locative(candidate.head, self.lexicon) and not addressed
        return None if known is None or locative else self.twin(candidate, known.key, known.type, known.label)

    def _as_place(self, candidate: Candidate) -> int | None:
        known = self.lexicon.territory(candidate.known or "")
        return None if known is None else self.twin(candidate, known.key, "Place", known.label)

    def known(self, key: str, kind: str, label: str) -> int:
        """The known actor or place of this key, as an entity: found, or made without a mention."""
        place = kind == "Place"
        index = next((n for n, one in enumerate(self.drafts) if one.known == key and one.is_place == place), None)
        if index is None:
            self.drafts.append(Draft(kind, label, key))
            index = len(self.drafts) - 1
        return index

    def twin(self, candidate: Candidate, key: str, kind: str, label: str) -> int:
        """The known state or place that a mention of its other side also speaks of: found or made, with that mention."""
        index = self.known(key, kind, label)
        draft = self.drafts[index]
        start, end = self.doc[candidate.start].idx, self.doc[candidate.end - 1].idx + len(self.doc[candidate.end - 1])
        mention = Mention(
            start=start,
            end=end,
            kind="name",
            reason="its own name" if kind != "Place" else "the territory of the state",
        )
        if mention not in draft.mentions:
            draft.mentions.append(mention)
            name = text_of(self.doc, candidate.start, candidate.end)
            draft.names += [] if name in draft.names else [name]
        return index

    # -- handing over ---------------------------------------------------------------------------------------------

    def entities(self) -> tuple[Entity, ...]:
        """All entities, in the order in which the text first speaks of them."""
        return tuple(
            Entity(
                type=draft.type,
                label=draft.label,
                names=tuple(dict.fromkeys(draft.names)),
                mentions=tuple(sorted(draft.mentions, key=lambda one: (one.start, one.end))),
                known=draft.known,
            )
            for draft in self.drafts
        )
