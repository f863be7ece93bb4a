"""Offices as phrases: which words name one, and where the words of an office begin and end."""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from torkham.extract.candidates import Candidate
from torkham.lexicon import Lexicon

_INNER = ("and", "-", "of", "for", "'s", "’s", ",")


@dataclass(frozen=True)
class Office:
    """An office as written: its head (a noun, or the verb of 'who heads'), the token span of its phrase, its holder."""

    head: Token
    start: int
    end: int
    holder: Token | None = None
    """The head of the name right after a title: 'Captain Ruiz of the navy' says the body after the name."""


class Offices:
    """Tells the words of offices; asks nothing but the words, so that it can be used while the cast is read."""

    def __init__(self, doc: Doc, lexicon: Lexicon, candidate: Callable[[Token], Candidate | None]) -> None:
        self.doc = doc
        self.lexicon = lexicon
        self.candidate = candidate
        roles = lexicon.roles
        self.short = roles.abbreviations
        self.heads = frozenset(roles.heads) | frozenset(roles.spokes)
        self.compounds = sorted((phrase.split() for phrase in roles.compounds), key=len, reverse=True)
        words = {word for phrase in (*roles.portfolios, *roles.compounds) for word in phrase.split()}
        self.before = frozenset(roles.modifiers) | words
        self.portfolios = {word for phrase in roles.portfolios for word in phrase.split()} | {"and"}
        self.former = frozenset(roles.former)

    def is_office(self, token: Token) -> bool:
        """Whether a word alone names an office."""
        return token.lemma_.casefold() in self.heads or token.lower_ in self.heads or token.text in self.short

    def words(self, office: Office) -> str:
        """The words of an office in lower case, abbreviations in full."""
        return " ".join(
            self.short.get(word.text, word.lower_) for word in self.doc[office.start : office.end] if word.text != "-"
        )

    def phrase(self, head: Token, holder: Token | None = None) -> Office:
        """The whole phrase of an office: modifiers and portfolio, a second office, but no state or organisation."""
        end = head.i + 1
        while end + 1 < len(self.doc) and self.doc[end].text == "-" and self.is_office(self.doc[end + 1]):
            head, end = self.doc[end + 1], end + 2
        return Office(head, self._begin(head), self._finish(head, end), holder)

    # -- where a phrase ends ------------------------------------------------------------------------------------------

    def _finish(self, head: Token, end: int) -> int:
        for words in self.compounds:
            length = len(words) - 1
            if words[0] == head.lemma_.casefold() and [one.lower_ for one in self.doc[end : end + length]] == words[1:]:
                end += length
                break
        else:
            end = self._with_portfolio(head, end)
        return self._with_second(end)

    def _with_second(self, end: int) -> int:
        """'president and founder', 'co-founder and medical coordinator'."""
        second = next((one for one in self.doc[end + 1 : end + 4] if self.is_office(one)), None)
        if second is None or self.doc[end].lower_ not in ("and", "/", "&"):
            return end
        while second.i + 1 < len(self.doc) and self.is_office(second.nbor()) and second.nbor().dep_ != "flat":
            second = second.nbor()  # 'founder and executive director'
        between = self.doc[end + 1 : second.i]
        return second.i + 1 if all(one.pos_ in ("ADJ", "NOUN", "PROPN") for one in between) else end

    def _with_portfolio(self, head: Token, end: int) -> int:
        """'minister for refugees and repatriation': the field belongs to the office."""
        if head.lemma_.casefold() not in self.lexicon.roles.portfolio_heads or end + 1 >= len(self.doc):
            return end
        at = end + 1 if self.doc[end].lower_ in ("of", "for") else len(self.doc)
        at += at < len(self.doc) and self.doc[at].lower_ == "the"
        last = at
        while last < len(self.doc) and self.doc[last].lower_ in self.portfolios:
            last += 1
        while last > at and self.doc[last - 1].lower_ == "and":
            last -= 1
        if last < len(self.doc) and self.doc[last].lemma_.casefold() in self.lexicon.roles.seats.values():
            return end  # 'spokesperson for the foreign ministry'
        return last if last > at else end

    # -- where it begins ----------------------------------------------------------------------------------------------

    def _begin(self, head: Token) -> int:
        start = head.i
        while start > head.sent.start and self._belongs(self.doc[start - 1], start, head):
            start -= 1
        while self.doc[start].lower_ in _INNER:
            start += 1
        return self._with_former(start)

    def _with_former(self, start: int) -> int:
        """'Former Afghan president': that it is over belongs to the office."""
        for at in range(start - 1, max(start - 4, -1), -1):
            if self.doc[at].lemma_.casefold() in self.former or self.doc[at].lower_ in self.former:
                return at
            if (self.doc[at].is_punct and self.doc[at].text != "-") or self.doc[at].dep_ == "det":
                break
        return start

    def _belongs(self, token: Token, start: int, head: Token) -> bool:
        if self._is_elsewhere(token) or (token.pos_ == "ADP" and token.lower_ not in ("of", "for")):
            return False
        lemma = token.lemma_.casefold()
        body = self.lexicon.organisation_type([lemma], named=False) == "GovernmentBody"
        if body and not any(lemma in words and head.lower_ == words[-1] for words in self.compounds):
            return False
        if {token.lower_, lemma} & self.before or lemma in self.former or token.lower_.startswith("ex-"):
            return True
        if (token.text == "-" and start > 1) or (self.doc[start].text == "-" and not token.whitespace_):
            return True
        if token.lower_ in ("and", "of", "for") and token.i > 0:
            return token.nbor(-1).lower_ in self.before | self.heads
        describes = token.dep_ in ("compound", "amod", "nmod:desc") and token.pos_ in ("NOUN", "PROPN", "ADJ")
        return (
            describes
            and start <= token.head.i <= head.i
            and token.text[:1].isupper() == head.text[:1].isupper()
            and self.lexicon.organisation_type([lemma], named=False) is None
        )

    def _is_elsewhere(self, token: Token) -> bool:
        """Whether a word names a state, a nationality or an organisation."""
        found = self.candidate(token)
        named = found is not None and found.kind == "name" and found.start <= token.i < found.end
        if found is not None and named and found.known is None:
            named = any(word.lower_ not in self.before for word in self.doc[found.start : found.end])
        foreign = bool(self.lexicon.state_of_word(token.text)) or token.ent_type_ == "LOC"
        return named or foreign or token.tag_ == "POS" or token.dep_ in ("det", "nmod:poss")
