"""Who holds which office where: titles before names, appositions after them, offices with a name in apposition."""

from spacy.tokens import Span, Token

from torkham.extract.cast import Cast
from torkham.extract.statements import Attribution
from torkham.extract.syntax import children
from torkham.extract.workplaces import Office, Workplaces
from torkham.model import Position


class Positions:
    """Finds the positions of the named persons of an article."""

    def __init__(self, cast: Cast, attribution: Attribution) -> None:
        self.cast = cast
        self.attribution = attribution
        self.places = Workplaces(cast, attribution)
        roles = cast.lexicon.roles
        self.heads = frozenset(roles.heads) | frozenset(roles.spokes)
        self.before = (
            frozenset(roles.modifiers)
            | {word for phrase in roles.portfolios for word in phrase.split()}
            | {word for phrase in roles.compounds for word in phrase.split()}
        )
        self.former = frozenset(roles.former)

    def find(self) -> tuple[Position, ...]:
        """All positions in the order of the text, each role phrase once."""
        found: dict[tuple[int, int, int], Position] = {}
        for entity in self.cast.doc.ents:
            person = self.cast.actor(entity.root)
            if (
                entity.label_ != "PERSON"
                or person is None
                or self.cast.of_type(person) != "Person"
                or entity.root.i not in self.cast.sentence_of
            ):
                continue
            for office in self._offices(entity):
                self.cast.drafts[person].titles.update(
                    word.lemma_.casefold() for word in self.cast.doc[office.start : office.end]
                )
                for organisation in self.places.of(office):
                    position = self._position(person, office, organisation)
                    found.setdefault((position.start, position.end, organisation), position)
        return tuple(found[key] for key in sorted(found))

    def _position(self, person: int, office: Office, organisation: int) -> Position:
        span = self.cast.doc[office.start : office.end]
        speakers, relays = self.attribution.of(office.head.i)
        return Position(
            start=span.start_char,
            end=span.end_char,
            sentence=self.cast.sentence_of[office.head.i],
            rule="position",
            attributed_to=speakers,
            via=relays,
            person=person,
            role=self._called(office, span),
            organisation=organisation,
        )

    def _called(self, office: Office, span: Span) -> str:
        leading = self.cast.lexicon.roles.leading
        return leading[office.head.lemma_.casefold()] if office.head.pos_ == "VERB" else " ".join(span.text.split())

    # -- offices ------------------------------------------------------------------------------------------------------

    def _offices(self, entity: Span) -> list[Office]:
        ways = (self._title(entity), self._after(entity), self._around(entity), self._leading(entity))
        found = [office for office in ways if office is not None]
        unique = {office.head.i: office for office in found if not self._is_former(office)}
        return [unique[i] for i in sorted(unique)]

    def _is_former(self, office: Office) -> bool:
        """A former office is no position; 'ex-' too."""
        return any(
            word.lemma_.casefold() in self.former or word.lower_.startswith("ex-")
            for word in self.cast.doc[max(0, office.start - 2) : office.end]
        )

    def _is_office(self, token: Token) -> bool:
        return token.lemma_.casefold() in self.heads or token.lower_ in self.heads

    def _title(self, entity: Span) -> Office | None:
        """'Pakistani Interior Minister Amir Baloch': the words right before the name."""
        doc, i = self.cast.doc, entity.start - 1
        if i >= 1 and doc[i].text == "," and self._is_office_phrase_before(i):
            i -= 1
        if i < 0 or doc[i].i not in self.cast.sentence_of:
            return None
        head = doc[i] if self._is_office(doc[i]) else self._of_phrase(entity)
        return Office(head, self._extend(head), i + 1) if head is not None else None

    def _of_phrase(self, entity: Span) -> Token | None:
        """The office of a title with an of-phrase: 'minister of the displaced Karim Antoun'."""
        for token in reversed(self.cast.doc[max(entity.sent.start, entity.start - 6) : entity.start]):
            if (
                self._is_office(token)
                and token.nbor().lower_ in ("of", "for")
                and entity[0].nbor(-1).pos_ in ("NOUN", "PROPN", "ADJ")
            ):
                return token
            if token.pos_ in ("VERB", "AUX", "PUNCT") or token.ent_type_:
                return None
        return None

    def _is_office_phrase_before(self, comma: int) -> bool:
        """'Haiti's acting prime minister, Jean Pierre': an office with a determiner or owner, then a comma."""
        token = self.cast.doc[comma - 1]
        owned = any(
            child.dep_ in ("nmod:poss", "det") or self.cast.lexicon.state_of_word(child.text)
            for child in token.children
        )
        return self._is_office(token) and owned and not (token.dep_ == "appos" and token.head.ent_type_ == "PERSON")

    def _extend(self, head: Token) -> int:
        """Where the office phrase begins: modifiers and portfolio, but no state or organisation."""
        start = head.i
        while start > 0:
            before = self.cast.doc[start - 1]
            word = before.lower_
            if self._belongs_elsewhere(before):
                break
            if (
                word in self.before
                or before.lemma_.casefold() in self.before
                or (word == "-" and start > 1)
                or self._joins(before)
            ) or (
                before.dep_ in ("compound", "amod")
                and before.pos_ in ("NOUN", "PROPN", "ADJ")
                and before.head.i <= head.i
                and before.head.i >= start
                and before.text[:1].isupper() == head.text[:1].isupper()
            ):
                start -= 1
            else:
                break
        while self.cast.doc[start].lower_ in ("and", "-", "of", "for", "'s", "’s", ","):
            start += 1
        return start

    def _joins(self, token: Token) -> bool:
        return (
            token.lower_ in ("and", "of", "for") and token.i > 0 and token.nbor(-1).lower_ in (self.before | self.heads)
        )

    def _belongs_elsewhere(self, token: Token) -> bool:
        """Whether a word names a state, a nationality or an organisation."""
        lexicon = self.cast.lexicon
        candidate = self.cast.candidate(token)
        named = candidate is not None and candidate.kind == "name" and candidate.start <= token.i < candidate.end
        return (
            named
            or bool(lexicon.state_of_word(token.text))
            or token.tag_ == "POS"
            or token.dep_ in ("det", "nmod:poss")
        )

    def _after(self, entity: Span) -> Office | None:
        """'Ann Miller, president and founder of …', 'Omar Shah, the caretaker information minister in …'."""
        doc = self.cast.doc
        if entity.end + 1 >= len(doc) or doc[entity.end].text not in (",", "(", "–", "—"):
            return None
        for token in doc[entity.end + 1 : entity.end + 14]:
            if (
                token.text in (",", ".", ")", ";")
                or token.pos_ in ("VERB", "AUX")
                or token.i not in self.cast.sentence_of
            ):
                return None
            following = doc[token.i + 1] if token.i + 1 < len(doc) else None
            if self._is_office(token) and not (
                following is not None and following.dep_ not in ("case",) and self._is_office(following)
            ):
                if (
                    following is not None
                    and following.lower_ == "and"
                    and token.i + 2 < len(doc)
                    and self._is_office(doc[token.i + 2])
                ):
                    return Office(doc[token.i], self._extend(token), token.i + 3)
                return Office(token, self._extend(token), token.i + 1)
        return None

    def _leading(self, entity: Span) -> Office | None:
        """'X, who heads the agency': the verb stands for the office."""
        for verb in children(entity.root, "acl:relcl", "acl"):
            if (
                verb.lemma_.casefold() in self.cast.lexicon.roles.leading
                and verb.i in self.cast.sentence_of
                and children(verb, "obj")
            ):
                return Office(verb, verb.i, verb.i + 1)
        return None

    def _around(self, entity: Span) -> Office | None:
        """An office that the parse links to the name although other words stand between: 'the agency's chief in Kabul, X'."""
        linked = [entity.root.head] if entity.root.dep_ in ("appos", "flat") else children(entity.root, "appos")
        for token in linked:
            if self._is_office(token) and token.i in self.cast.sentence_of and not entity.start <= token.i < entity.end:
                return Office(token, self._extend(token), token.i + 1)
        return None
