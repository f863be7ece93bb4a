"""Entities in the making: drafts are found or made, and take up mentions, each with the reason why."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from torkham.extract import quotes
from torkham.extract.beside import Beside
from torkham.extract.candidates import Candidate
from torkham.extract.drafts import Draft, Voice
from torkham.extract.home import Home
from torkham.extract.nations import nation
from torkham.extract.offices import Offices
from torkham.extract.phrases import core_span, text_of
from torkham.lexicon import Lexicon
from torkham.model import Entity, Mention


class Drafting:
    """The entities of an article while it is read, and which mention belongs to which."""

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
        self.home = Home(doc, lexicon, self.sentence_of)
        self.offices = Offices(doc, lexicon, self.candidate)
        self.beside = Beside(doc, self.offices)

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

    def known(self, key: str, kind: str, label: str) -> int:
        """The known actor or place of this key, as an entity: found, or made without a mention."""
        place = kind == "Place"
        index = next((n for n, one in enumerate(self.drafts) if one.known == key and one.is_place == place), None)
        if index is None:
            self.drafts.append(Draft(kind, label, key))
            index = len(self.drafts) - 1
        return index

    def site(self, token: Token) -> int:
        """A place that has no name, 'the border' or 'a transit camp', as an entity of this article: found or made."""
        start, end = core_span(token)
        label = text_of(self.doc, start, end)
        index = next(
            (n for n, one in enumerate(self.drafts) if one.is_place and one.known is None and one.label == label), None
        )
        if index is None:
            self.drafts.append(Draft("Place", label, noun=token.lemma_.casefold(), names=[label]))
            index = len(self.drafts) - 1
        last = self.doc[end - 1]
        mention = Mention(
            start=self.doc[start].idx, end=last.idx + len(last), kind="nominal", reason="a place without a name"
        )
        self.drafts[index].mentions += [] if mention in self.drafts[index].mentions else [mention]
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

    # -- joining --------------------------------------------------------------------------------------------------

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
        if candidate.kind == "pronoun":
            draft.assumed = draft.assumed or self.lexicon.given.of_pronoun(candidate.head.lower_)
        draft.gender = draft.gender or self._gender(candidate)

    def _gender(self, candidate: Candidate) -> str:
        """'f' or 'm' where a noun, title or given name tells it."""
        given = self.lexicon.given
        if candidate.kind != "name" or candidate.type != "Person":
            return given.of_word(candidate.noun)
        title = given.of_word(self.doc[candidate.start - 1].text) if candidate.start else ""
        return title or given.of_name(candidate.label)

    def agrees(self, index: int, pronoun: Token) -> bool:
        """Whether 'he' or 'she' may stand for an entity; where nothing tells its gender, either may."""
        gender = self.lexicon.given.of_pronoun(pronoun.lower_)
        draft = self.drafts[index]
        return not gender or (draft.gender or draft.assumed) in ("", gender)

    def _titled(self, draft: Draft, candidate: Candidate) -> None:
        """Remember the words of a person's offices: 'the minister' may refer to him."""
        span = self.doc[candidate.start : candidate.end]
        for office in self.beside.of(span):
            words = self.doc[office.start : office.end]
            if any(word.lower_ in self.offices.former for word in words):
                continue
            draft.titles.update(form for word in words for form in (word.lower_, word.lemma_.casefold()))
            draft.gender = draft.gender or self.lexicon.given.of_word(office.head.text)
            draft.state = draft.state or self._state_before(office.start)
        beside = [one for one in candidate.head.children if one.dep_ == "appos" and one.tag_ == "NN"]
        inside = [one for one in span if self.offices.is_office(one)]
        draft.titles.update(word.lemma_.casefold() for word in (*beside, *inside))

    def _state_before(self, at: int) -> str | None:
        """The state of an adjective or owner right before the words of an office."""
        for token in reversed(self.doc[max(0, at - 2) : at]):
            if token.is_punct or token.pos_ in ("VERB", "ADP"):
                return None
            name = token.text if token.ent_type_ == "LOC" else ""
            key = nation(token, self.lexicon) or (self.lexicon.state_of_name(name) if name else None)
            if key:
                return key
        return None

    def _named(self, draft: Draft, candidate: Candidate) -> None:
        text = text_of(self.doc, candidate.start, candidate.end)
        if candidate.type == "Person":
            self._titled(draft, candidate)
        if text not in draft.names:
            draft.names.append(text)
        if draft.known is None and candidate.known is not None:
            draft.known, draft.label, draft.type = candidate.known, candidate.label, candidate.type
        elif draft.known is None and len(candidate.label.split()) > len(draft.label.split()):
            draft.label = candidate.label

    def _new(self, candidate: Candidate) -> int:
        home = self.lexicon.homeland(candidate.label) if candidate.type == "Population" else None
        state = candidate.state or home
        draft = Draft(candidate.type, candidate.label, candidate.known, state, candidate.noun, candidate.plural)
        self.drafts.append(draft)
        if candidate.kind == "nominal":
            draft.names.append(candidate.label)
            core = text_of(self.doc, candidate.start, candidate.end)
            if candidate.type in ("UnnamedSource", "GovernmentBody") and core.casefold() != candidate.label.casefold():
                draft.names.append(core)
        self._add(
            len(self.drafts) - 1, "its own name" if candidate.kind == "name" else "its own description", candidate
        )
        return len(self.drafts) - 1

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
