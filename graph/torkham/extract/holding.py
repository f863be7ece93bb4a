"""Offices that a sentence says somebody holds: 'is the head of', 'was named director', 'who runs', 'headed by'."""

from collections.abc import Iterator

from spacy.tokens import Token

from torkham.extract.cast import Cast
from torkham.extract.offices import Office
from torkham.extract.relatives import antecedent
from torkham.extract.syntax import children, is_passive, preposition


class Holding:
    """Finds persons and their offices in predicates; what is denied, planned or only possible is none."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.offices = cast.offices
        roles = cast.lexicon.roles
        self.appointing = {phrase.split()[0]: phrase.split()[1:] for phrase in roles.appointing}
        self.leading = roles.leading
        self.unreal = frozenset(roles.unreal)

    def find(self) -> list[tuple[int, Office]]:
        """The persons (as entities) and their offices, in the order of the text."""
        found: list[tuple[int, Office]] = []
        for token in self.cast.doc:
            if token.i in self.cast.sentence_of:
                found += self._predicated(token)
                found += self._appointed(token)
                found += self._leading(token)
        return found

    def led(self, verb: Token) -> str:
        """The key in the lexicon of a verb of leading; '' for other verbs."""
        lemma = verb.lemma_.casefold()
        with_word = next((f"{lemma} {case}" for one in verb.children if (case := preposition(one))), lemma)
        return next((key for key in (with_word, lemma) if key in self.leading), "")

    # -- three ways to say it -----------------------------------------------------------------------------------------

    def _predicated(self, token: Token) -> Iterator[tuple[int, Office]]:
        """'Mohammad Rahim is the head of the chamber', 'Milan Novak, who is Slovakia's ambassador'."""
        if self.offices.is_office(token) and children(token, "cop") and not self._is_unreal(token):
            yield from self._held_by(children(token, "nsubj"), self.offices.phrase(token))

    def _appointed(self, verb: Token) -> Iterator[tuple[int, Office]]:
        """'Laura Chen was appointed director of the fund', 'Sow serves as head of the mission'."""
        particles = self.appointing.get(verb.lemma_.casefold()) if verb.pos_ == "VERB" else None
        if particles is None or self._is_unreal(verb):
            return
        said = [one for one in children(verb, "xcomp", "obj", "obl") if self.offices.is_office(one)]
        said = [one for one in said if preposition(one) in (None, "as")]
        if particles and not any(one.lower_ in particles for token in (verb, *said) for one in token.children):
            return
        passive = is_passive(verb)
        holders = children(verb, "nsubj:pass" if passive else "nsubj")
        if not passive and verb.lemma_.casefold() in self.cast.lexicon.roles.choosing:
            holders = [one for one in children(verb, "obj") if one not in said]
        for office in said:
            yield from self._held_by(holders, self.offices.phrase(office))

    def _leading(self, verb: Token) -> Iterator[tuple[int, Office]]:
        """'X, who heads the agency', 'an agency headed by X': the verb stands for the office."""
        if verb.pos_ != "VERB" or not self.led(verb) or self._is_unreal(verb):
            return
        passive = is_passive(verb)
        if passive:
            leaders = [one for one in verb.children if one.dep_ == "obl:agent" or preposition(one) == "by"]
        else:
            leaders = children(verb, "nsubj") or ([verb.head] if verb.dep_ in ("acl", "acl:relcl") else [])
            leaders = [self._right_before(one) or one for one in leaders]
        yield from self._held_by(leaders, Office(verb, verb.i, verb.i + 1))

    def _right_before(self, pronoun: Token) -> Token | None:
        """The person whose name a comma parts from 'who', wherever the parse hangs the clause."""
        if pronoun.tag_ != "WP" or pronoun.i < pronoun.sent.start + 2 or pronoun.nbor(-1).text != ",":
            return None
        before = pronoun.nbor(-2)
        return before if before.ent_type_ == "PERSON" else None

    def _held_by(self, holders: list[Token], office: Office) -> Iterator[tuple[int, Office]]:
        for token in holders[:1]:
            noun = antecedent(token)
            named = noun.dep_ == "appos" and noun.head.ent_type_ == "PERSON"  # 'Ann Lee, a lawyer who heads …'
            person = self.cast.actor(noun.head if named else token)
            if person is not None and self.cast.of_type(person) == "Person":
                yield person, office

    def _is_unreal(self, token: Token) -> bool:
        """Whether the predicate is denied, asked, only possible or still to come."""
        words = {one.lower_ for one in children(token, "aux", "aux:pass", "advmod", "mark")}
        governed = token.dep_ == "xcomp" or any(one.dep_ == "aux" and one.lower_ == "to" for one in token.children)
        return bool(words & self.unreal) or governed or token.sent[-1].text == "?"
