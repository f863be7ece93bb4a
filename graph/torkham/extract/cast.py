"""The cast of one article: mentions joined to actors and places, each with the reason why.

A sieve in the manner of Raghunathan et al. 2010 ('A multi-pass sieve for coreference resolution'): names first, by
key, spelling, surname and acronym; then descriptions; then pronouns, by agreement, recency and subjecthood.
"""

from spacy.tokens import Doc, Token

from torkham.extract.candidates import Candidate, is_locative
from torkham.extract.drafting import Drafting
from torkham.extract.drafts import Draft
from torkham.extract.mentions import find
from torkham.extract.nations import nation, nationals
from torkham.extract.phrases import core_span, in_sentence, semantic_head, text_of
from torkham.extract.reference import Referents
from torkham.extract.relatives import antecedent
from torkham.extract.syntax import preposition
from torkham.lexicon import Lexicon
from torkham.model import Mention

_TITLED = ("flat", "appos", "compound", "nmod:unmarked", "nmod:desc", "nmod")
_NEAR = 6


class Cast(Drafting):
    """Who and what an article speaks of; asked by token, it answers with the index of an entity."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        super().__init__(doc, lexicon)
        self._referents = Referents(self)
        candidates = find(doc, lexicon)
        for candidate in candidates:
            self._federal(candidate)
        for candidate in candidates:
            for i in range(candidate.start, candidate.end) if candidate.kind == "name" else (candidate.head.i,):
                self._candidates.setdefault(i, candidate)
            self._candidates[candidate.head.i] = candidate
            self._candidates.update((token.i, candidate) for token in candidate.also)
        for candidate in candidates:
            self._join(candidate)

    def _federal(self, candidate: Candidate) -> None:
        """'The Centre' is how India and Pakistan call the government of the whole country."""
        before = self.doc[candidate.start - 1].lower_ if candidate.start else ""
        key = self.home.federal(candidate.label) if candidate.kind == "name" and before == "the" else None
        known = self.lexicon.name(key) if key else None
        if known is not None:
            candidate.known, candidate.type, candidate.label = known.key, known.type, known.label

    def _join(self, candidate: Candidate) -> None:
        if candidate.noun in ("i", "we"):
            self._first_person.append(candidate)
            return
        found = self._referents.resolve(candidate) or self._referents.at_home(candidate)
        if found is not None:
            self._add(*found, candidate)
        elif candidate.kind != "pronoun" and not (candidate.type == "Place" and candidate.kind == "nominal"):
            self._new(candidate)

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

    def suits(self, index: int, pronoun: Token) -> bool:
        """Whether 'he' or 'she' may be an entity; one whose gender is unknown gives way to one that surely agrees."""
        meant = self.actor(pronoun)
        surer = (
            meant is not None and meant != index and bool(self.drafts[meant].gender) and not self.drafts[index].gender
        )
        return self.agrees(index, pronoun) and not surer

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

    def people(self, token: Token) -> int | None:
        """Whom a people noun means, also where the parse makes it part of another phrase."""
        index = self.actor(token)
        state = nationals(token, self.lexicon) if index is None else None
        if state is None:
            return index
        index = self.population(state)
        mention = Mention(start=token.idx, end=token.idx + len(token), kind="nominal", reason="people of a nationality")
        self.drafts[index].mentions += [] if mention in self.drafts[index].mentions else [mention]
        return index

    def nation(self, token: Token) -> int | None:
        """The state that an adjective or compound names: 'Pakistani' in 'Pakistani crackdown'."""
        acting = self.lexicon.acting(token.text)
        key = nation(token, self.lexicon) or (acting.key if acting else None)
        return self.state(key, token) if key else self.actor(token)

    def source(self, token: Token) -> int:
        """Somebody without a name whom only his words tell to be a person: 'a 34-year-old mason' who is quoted."""
        return self._source(token, *core_span(token))

    def source_called(self, token: Token, end: int) -> int:
        """Several of whom the words up to ``end`` say no more than what befell them: 'those interviewed'."""
        label = in_sentence(self.doc, token.i, end)
        same = (n for n, one in enumerate(self.drafts) if one.type == "UnnamedSource" and one.label == label)
        return next(same, None) or self._source(token, token.i, end, plural=True)

    def _source(self, token: Token, start: int, end: int, *, plural: bool = False) -> int:
        label, noun = in_sentence(self.doc, start, end), token.lemma_.casefold()
        candidate = Candidate(token, start, end, "nominal", "UnnamedSource", label, plural=plural, noun=noun)
        self._candidates[token.i] = candidate
        return self._new(candidate)

    def stranger(self, token: Token) -> int:
        """A body whose name nothing but its capitals and its speaking show: 'Refugee Watch alleged'."""
        start, end = token.i, token.i + 1
        while start > token.sent.start and self.doc[start - 1].pos_ == "PROPN" and not self.doc[start - 1].ent_type_:
            start -= 1
        label = text_of(self.doc, start, end)
        same = next((n for n, one in enumerate(self.drafts) if label in one.names), None)
        candidate = Candidate(token, start, end, "name", "NonGovernmentalOrganization", label)
        self._candidates[token.i] = candidate
        if same is None:
            return self._new(candidate)
        self._add(same, "same name", candidate)
        return same

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

    def described(self, start: int, end: int, kind: str, state: str | None) -> int:
        """The body that the words ``[start, end)`` describe though they only stand before a noun ('police chief')."""
        head = self.doc[end - 1]
        label = text_of(self.doc, start, end)
        adjective = self.lexicon.adjective_of(state) if state else None
        known = self.lexicon.by_surface(f"{adjective} {label}") if adjective else None
        label, key = (known.label, known.key) if known else (f"{adjective} {label}" if adjective else label, None)
        noun = head.lemma_.casefold()
        self._candidates[head.i] = Candidate(head, start, end, "nominal", kind, label, key, state, noun=noun)
        self._join(self._candidates[head.i])
        return self._joined[head.i]

    def country_of(self, place: int) -> str | None:
        """The key of the state in whose country a place lies."""
        known = self.drafts[place].known
        entry = self.lexicon.name(known) if known else None
        return self.lexicon.state_with(entry.in_country or entry.key) if entry is not None else None

    def ruler_of(self, place: int) -> int | None:
        """The state in whose country a place lies, as an entity; where the text never names it, the place is its mention."""
        key = self.country_of(place)
        if key is None:
            return None
        index = self.state_named(key)
        self.drafts[index].mentions += [] if self.drafts[index].mentions else self.drafts[place].mentions[:1]
        return index

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

    def _title_bearer(self, token: Token) -> int | None:
        """A title that heads a person's name in the parse: 'Minister' of 'Interior Minister Amir Baloch'."""
        linked = [child for child in (*token.children, token) if child.dep_ in _TITLED and preposition(child) is None]
        for other in (one.head if one is token else one for one in linked):
            candidate = self._candidates.get(other.i)
            named = candidate is not None and candidate.type == "Person" and candidate.kind == "name"
            if candidate is not None and named and abs(other.i - token.i) < _NEAR:
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
