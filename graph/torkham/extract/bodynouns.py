"""Bodies that a noun describes: 'Pakistani police', 'the interior ministry', 'police in Rawalpindi', and what to call them."""

from spacy.tokens import Doc, Token

from torkham.extract.candidates import Candidate
from torkham.extract.kinds import RULERS
from torkham.extract.nations import nation
from torkham.extract.phrases import core_span, in_sentence, is_definite, is_plural, premodifiers, text_of, whole_span
from torkham.extract.syntax import children, preposition
from torkham.lexicon import Lexicon
from torkham.lexicon.names import KnownName


class BodyNouns:
    """Makes candidates of nouns that describe a body."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.lexicon = lexicon
        self.definite = frozenset(lexicon.discourse.definite)

    def is_vague(self, token: Token, lemma: str) -> bool:
        """Whether a noun alone, or in the plural, names no body: 'funds', 'services', 'a school'."""
        vague = lemma in self.lexicon.organisations.vague and not is_definite(token, self.definite)
        return vague and (token.tag_ == "NNS" or (token.text.islower() and core_span(token)[0] == token.i))

    def takes_part(self, token: Token) -> bool:
        """Whether a noun only says that somebody takes part in something: 'all parties to the conflict'."""
        sides = token.tag_ == "NNS" and token.lemma_.casefold() in self.lexicon.organisations.taking_part
        return sides and token.i + 1 < len(self.doc) and token.nbor().lower_ == "to"

    def words(self, token: Token) -> list[str]:
        """The lemmas of a description, in order: what its last words are tells its type."""
        return [word.lemma_.casefold() for word in (*premodifiers(token), token)]

    def organisation(self, token: Token, kind: str, state: str | None) -> Candidate:
        """The body of this type that a noun describes, known if its words and its state tell which."""
        found = self.make(token, kind, state=state)
        national = self.lexicon.name(state) if state else None
        if national is None:
            found.label = in_sentence(self.doc, found.start, found.end)
        seat = self._seat(token)
        if seat is not None and found.start == token.i:
            found.label = f"{seat} {token.lower_}"
            return found
        if national is None and found.start == token.i:
            self._of_whom(found)
        if national is not None and not self._names_another(token, national):
            bare = [
                word.text
                for word in premodifiers(token)
                if not word.is_punct and not nation(word, self.lexicon) and not self.lexicon.state_of_name(word.text)
            ]
            noun = " ".join([*bare, token.text])
            adjective = self.lexicon.adjective_of(national.key)
            found.label = f"{adjective} {noun}" if adjective else found.label
            known = self.lexicon.by_surface(found.label) or self.lexicon.by_surface(f"{national.label} {noun}")
            if known is None and len(bare) > 1:  # 'Lebanese General Security agency'
                known = self.lexicon.by_surface(found.label.rpartition(" ")[0])
            if known is not None:
                found.known, found.label, found.type = known.key, known.label, known.type
        return found

    def _seat(self, token: Token) -> str | None:
        """The town or province where a body sits that is not the state's: 'police in Rawalpindi', but not 'in Kabul'."""
        for child in children(token, "nmod", "obl"):
            span = next((one for one in self.doc.ents if one.start <= child.i < one.end), None)
            if span is not None and span.label_ == "LOC" and preposition(child) in self.lexicon.discourse.residents:
                name = text_of(self.doc, span.start, span.end)
                ruler = self.lexicon.acting(name)
                return None if ruler is not None and ruler.type in RULERS else name
        return None

    def _of_whom(self, found: Candidate) -> None:
        """'Office of the Prime Minister' is called so in full; the office of a known body is that body."""
        head = found.head
        owner = next((one for one in children(head, "nmod") if preposition(one) == "of"), None)
        if owner is None:
            return
        span = next((one for one in self.doc.ents if one.start <= owner.i < one.end), None)
        known = self.lexicon.name(span.ent_id_) if span is not None and span.ent_id_ else None
        if known is not None and known.type == "IntergovernmentalOrganization":
            found.known, found.label, found.type = known.key, known.label, known.type
        elif head.text[:1].isupper():
            found.label = text_of(self.doc, *whole_span(head))

    def _names_another(self, token: Token, national: KnownName) -> bool:
        """Whether the words before a body name more than its state: 'Taliban-run ministry', 'Torkham border commission'."""
        known = (self.lexicon.by_surface(word.text) for word in premodifiers(token) if word.ent_type_)
        own = (national.key, national.territory)
        states = {key for word in premodifiers(token) if (key := nation(word, self.lexicon))}
        return len(states) > 1 or any(one is None or one.key not in own for one in known)

    def make(self, token: Token, kind: str, label: str | None = None, state: str | None = None) -> Candidate:
        """A candidate of this type with the words of a description."""
        start, end = core_span(token)
        return Candidate(
            token,
            start,
            end,
            "nominal",
            kind,
            label or text_of(self.doc, start, end),
            None,
            state,
            is_plural(token),
            is_definite(token, self.definite),
            token.lemma_.casefold(),
        )
