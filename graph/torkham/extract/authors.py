"""Who speaks through a document: 'the letter said' is said by those who wrote it."""

from collections.abc import Iterator

from spacy.tokens import Token

from torkham.extract.cast import Cast
from torkham.extract.phrases import core_span, premodifiers
from torkham.extract.syntax import arguments, children, conjuncts, preposition


class Authors:
    """Remembers, in reading order, who wrote each letter, report or statement of the article."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.documents = cast.lexicon.documents
        self.words = cast.lexicon.discourse
        self._last: dict[str, tuple[int, ...]] = {}

    def of(self, token: Token) -> tuple[int, ...]:
        """The authors of the document that this noun names, empty if unknown; the noun's own words come first."""
        lemma = token.lemma_.casefold()
        if lemma not in self.documents:
            return ()
        known = self._definite(token) and lemma in self._last
        own = self.own(token) or (() if known else self._clause(token))
        if own:
            self._last[lemma] = own
            return own
        if not self._definite(token):
            self._last.pop(lemma, None)  # another one, of nobody knows whom
            return ()
        return self._last.get(lemma) or next(reversed(self._last.values()), ())

    def wrote(self, token: Token, authors: tuple[int, ...]) -> None:
        """Take note of a document's authors where the clause around it tells them."""
        self._last[token.lemma_.casefold()] = authors

    def learn(self, token: Token) -> None:
        """Take note of a document noun and its author, for later mentions."""
        self.of(token)

    def _definite(self, token: Token) -> bool:
        return any(child.lower_ in self.words.definite for child in children(token, "det", "nmod:poss"))

    def own(self, token: Token) -> tuple[int, ...]:
        """Whom a document's own words name: 'the minister's statement', 'letter signed by 80 officials'."""
        for phrase in self._owners(token):
            found = tuple(actor for one in conjuncts(phrase) if (actor := self._actor(one)) is not None)
            found = tuple(actor for actor in found if not self.cast.drafts[actor].is_place)
            if found:
                return found
        return ()

    def _actor(self, owner: Token) -> int | None:
        """The actor that an owner names; a body that only describes the document counts: 'an interior ministry letter'."""
        if self.cast.candidate(owner) is None and self._is_body(owner):
            start, end = core_span(owner)
            return self.cast.described(start, end, "GovernmentBody", None)
        return self.cast.actor(owner)

    def _is_body(self, noun: Token) -> bool:
        """Whether a noun that only stands before another one is a body of the state."""
        lemmas = [one.lemma_.casefold() for one in (*premodifiers(noun), noun)]
        kind = self.cast.lexicon.organisation_type(lemmas, named=False)
        return noun.dep_ == "compound" and not noun.ent_type_ and kind == "GovernmentBody"

    def _owners(self, token: Token) -> Iterator[Token]:
        for child in token.children:
            case = preposition(child) or _stray_case(token, child)
            if (
                child.dep_ == "nmod:poss"
                or (child.dep_ in ("nmod", "obl", "obl:agent") and case in self.words.authorship)
                or (child.dep_ in ("compound", "amod", "nmod:unmarked") and self.cast.candidate(child) is not None)
                or self._is_body(child)
            ):
                yield child
            elif child.dep_ in ("acl", "acl:relcl") and child.lemma_.casefold() in self.words.authoring:
                yield from (
                    one.token for one in arguments(child) if one.slot == "subject" and one.own and one.token != token
                )

    def _clause(self, token: Token) -> tuple[int, ...]:
        """'In an open letter, the groups said …', 'They sent a letter to …': the subject of the clause it stands in."""
        verb = token.head
        if verb.pos_ != "VERB" or token.dep_ not in ("obl", "obj"):
            return ()
        if token.dep_ == "obl" and preposition(token) not in self.words.channels:
            return ()
        subjects = [one.token for one in arguments(verb) if one.slot == "subject" and one.token != token]
        actors = (self.cast.actor(one) for subject in subjects for one in conjuncts(subject))
        return tuple(actor for actor in actors if actor is not None and self.cast.of_type(actor) != "Place")


def _stray_case(noun: Token, owner: Token) -> str | None:
    """A preposition between the two that the parse hangs on the document: 'according to a report by the agency'."""
    return next((one.lower_ for one in children(noun, "case") if noun.i < one.i < owner.i), None)
