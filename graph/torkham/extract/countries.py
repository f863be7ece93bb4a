"""The country of an office that is not said to belong to one: 'President Amina Sow said'."""

from collections.abc import Iterator

from spacy.tokens import Token

from torkham.extract.candidates import is_locative
from torkham.extract.cast import Cast
from torkham.extract.drafts import Draft
from torkham.extract.kinds import RULERS
from torkham.extract.offices import Office
from torkham.extract.syntax import preposition
from torkham.model import Mention

_ACTING = ("nsubj", "nmod:poss", "obj", "iobj", "obl:agent")


class Countries:
    """Finds the state of an office of state; none where two would do.

    The country from which the article is reported (its dateline) counts for more than one that is only spoken of.
    """

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.lexicon = cast.lexicon
        self.home = cast.home.key

    def of(self, office: Office, person: int | None) -> list[int]:
        """The state, as an entity: of a known holder, of how he was described, or the one that this stretch is about."""
        key = self._of_person(person)
        if key is not None and self._is_national(office):
            return [self._state(key, office)]
        return self._spoken_of(office) if self.is_sovereign(office) else []

    def is_sovereign(self, office: Office) -> bool:
        """Whether an office is one of a whole state."""
        words = self.cast.offices.words(office)
        forms = (words, words.split(" for ")[0])  # 'state minister for interior'
        ends = any(one.endswith(phrase) for one in forms for phrase in self.lexicon.roles.sovereign)
        return ends and not self._is_lower(words)

    def is_trade(self, office: Office) -> bool:
        """Whether an office is a trade, which a country or town does not give: 'Syrian teacher', 'lawyer in Kabul'."""
        return office.head.lemma_.casefold() in self.lexicon.roles.trades

    def adjective(self, token: Token) -> str | None:
        """The state of an adjective or owner right before a token: 'Tunisian', 'Tunisia's'."""
        i = token.i - 1
        if i > token.sent.start and self.cast.doc[i].tag_ == "POS":
            i -= 1
        before = self.cast.doc[i] if i >= token.sent.start else None
        if before is None:
            return None
        return self.lexicon.state_of_word(before.text) or self.lexicon.state_of_name(before.text)

    def with_town(self, body: Token) -> int:
        """Where a body's words begin with its town: 'Herat police spokesman'; a state's name is an owner."""
        before = body.nbor(-1) if body.i > body.sent.start else body
        if before.ent_type_ != "LOC":
            return body.i
        span = next(one for one in body.doc.ents if one.start <= before.i < one.end)
        known = self.lexicon.by_surface(span.text)
        return body.i if known is not None and known.type in RULERS else span.start

    def served_by(self, owner: Token, office: Office) -> int | None:
        """The state of a known head of state who owns an office: 'Donald Trump's border czar'."""
        index = self.cast.actor(owner)
        known = self.lexicon.name(self.cast.drafts[index].known or "") if index is not None else None
        served = known.works_for if known is not None and known.type == "Person" else None
        return self._state(served, office) if served else None

    def _is_national(self, office: Office) -> bool:
        national = {phrase.split()[-1] for phrase in self.lexicon.roles.national}
        return self.cast.offices.words(office).split()[-1] in national

    def _is_lower(self, words: str) -> bool:
        return bool(set(words.split()) & set(self.lexicon.discourse.subnational)) or "chief minister" in words

    def _of_person(self, person: int | None) -> str | None:
        if person is None:
            return None
        draft = self.cast.drafts[person]
        known = self.lexicon.name(draft.known) if draft.known else None
        return known.works_for if known is not None and known.works_for else draft.state

    def _spoken_of(self, office: Office) -> list[int]:
        here = self.cast.sentence_of[office.head.i]
        near = {index: draft for index, draft in self._rulers() if self._acts_near(draft, here)}
        home = next((index for index, draft in near.items() if draft.known == self.home), None)
        if home is not None:
            return [home]
        if not near and self.home is not None and self._is_main(self.home):
            return [self._state(self.home, office)]
        subjects = [index for index, draft in near.items() if self._is_topic(draft, office)]
        sure = len(subjects) == 1 and (self.home is None or len(near) == 1)
        return subjects if sure and not self._is_elsewhere(self.cast.drafts[subjects[0]], office) else []

    def _is_elsewhere(self, draft: Draft, office: Office) -> bool:
        """Whether the office's sentence names a place of another state."""
        here = (ent for ent in self.cast.doc.ents if ent.label_ == "LOC" and ent.sent == office.head.sent)
        places = (ent.text for ent in here if is_locative(ent.root, self.lexicon))
        return any(self.lexicon.state_of_name(text) not in (None, draft.known) for text in places)

    def _state(self, key: str, office: Office) -> int:
        """A state as an entity; where the text never names it, the office is its mention."""
        index = self.cast.state_named(key)
        draft, head = self.cast.drafts[index], office.head
        if not draft.mentions:
            reason = "the state of this office, known though not said"
            draft.mentions.append(Mention(start=head.idx, end=head.idx + len(head), kind="nominal", reason=reason))
        return index

    def _rulers(self) -> Iterator[tuple[int, Draft]]:
        return ((n, draft) for n, draft in enumerate(self.cast.drafts) if draft.type in RULERS and draft.known)

    def _acts_near(self, draft: Draft, here: int) -> bool:
        """Whether a state acts or owns something in this sentence or the one before."""
        near = [spot for spot in draft.spots if self.cast.sentence_of.get(spot.i) in (here, here - 1)]
        return any(spot.dep_.startswith(_ACTING) or preposition(spot) == "by" for spot in near)

    def _is_topic(self, draft: Draft, office: Office) -> bool:
        """Whether the state is subject of a main clause before the office, here or, without a dateline, just before."""
        here = self.cast.sentence_of[office.head.i]
        near = (here, here - 1) if self.home is None else (here,)
        return any(
            spot.dep_.startswith("nsubj")
            and spot.head.dep_ in ("root", "ROOT", "conj")
            and spot.i < office.start
            and self.cast.sentence_of.get(spot.i) in near
            for spot in draft.spots
        )

    def _is_main(self, key: str) -> bool:
        """Whether no other state acts in the article more often."""
        counts = {draft.known: len(draft.spots) for _, draft in self._rulers()}
        return counts.get(key, 0) >= max(counts.values(), default=0)
