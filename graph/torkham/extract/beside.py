"""The offices beside a name: titles before it, appositions after it."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from torkham.extract.offices import Office, Offices
from torkham.extract.syntax import children, preposition

_ASIDE = (",", "(", "–", "—", "-")
_STOPS = (",", ".", ")", ";", ":", "(", "–", "—", '"', "“", "”")
_FAR = 14


class Beside:
    """Finds the offices that stand beside a name; needs no cast, so that it can be used while the cast is read."""

    def __init__(self, doc: Doc, offices: Offices) -> None:
        self.doc = doc
        self.offices = offices
        self.lexicon = offices.lexicon
        roles = offices.lexicon.roles
        self.ranks = frozenset(roles.ranks) | frozenset(roles.honorifics) | frozenset(roles.post_nominals)

    def of(self, name: Span) -> list[Office]:
        """The offices beside a name, in the order of the text."""
        ways = (self._title(name), self._shared(name), self._after(name), self._around(name))
        unique = {office.head.i: office for office in ways if office is not None}
        return [unique[i] for i in sorted(unique)]

    # -- before the name ----------------------------------------------------------------------------------------------

    def _title(self, name: Span) -> Office | None:
        """'Pakistani Interior Minister Amir Baloch': the words right before the name, honorifics between."""
        last = self._before_honorifics(name)
        if last is None or last.i < name.sent.start:
            return None
        if last.text == ",":
            return self._introduced(name, last)
        if self.offices.is_office(last):
            return self.offices.phrase(last, name.root)
        posted = self._posted(name, last)
        if posted is not None:
            return self.offices.phrase(posted, name.root)
        return self._of_phrase(name, last) or self._rank(name)

    def _posted(self, name: Span, last: Token) -> Token | None:
        """The title before the place or post that stands between it and the name: 'Assistant Commissioner Landi Kotal X'."""
        start = last.i
        while start > name.sent.start and self.doc[start].ent_iob_ == "I":
            start -= 1
        place = last.ent_type_ in ("LOC", "ORG") and last.text[:1].isupper()
        if start <= name.sent.start or not (place or last.lower_ in self.lexicon.roles.posts):
            return None
        title = self.doc[start - 1]
        abbreviated = place or title.text in self.offices.short
        return title if self.offices.is_office(title) and title.text[:1].isupper() and abbreviated else None

    def _before_honorifics(self, name: Span) -> Token | None:
        """The word before the name and its honorifics: the last of them that is more than a rank, else what precedes."""
        i = name.start - 1
        while i > name.sent.start and (self.doc[i].lower_ in self.ranks or self.doc[i].text in ("(", ")")):
            if self.offices.is_office(self.doc[i]) and not self._is_mere_rank(self.doc[i]):
                return self.doc[i]
            i -= 3 if self._is_short(i) else 1
        return self.doc[i] if i >= name.sent.start else None

    def _is_short(self, i: int) -> bool:
        """Whether an abbreviation in brackets ends here, after the office that it stands for: 'Chief of Army Staff (COAS)'."""
        return i > 2 and self.doc[i].text == ")" and self.doc[i - 2].text == "(" and self.doc[i - 1].text.isupper()

    def _is_mere_rank(self, token: Token) -> bool:
        """'Army chief General …' is said of the chief; 'Consul General' is an office."""
        before = token.nbor(-1)
        if before.ent_type_ == "LOC" and before.i > 0:
            before = before.nbor(-1)
        return self.offices.is_office(before) and [before.lower_, token.lower_] not in self.offices.compounds

    def _rank(self, name: Span) -> Office | None:
        """'Capt. Maria Conti of the coast guard': a rank is an office where the body follows."""
        if (
            name.start <= name.sent.start
            or name.end >= len(self.doc)
            or self.doc[name.end].lower_ not in ("of", "from")
        ):
            return None
        rank = self.doc[name.start - 1]
        if rank.lower_ not in self.lexicon.roles.ranks:
            return None
        start = rank.i
        while start > name.sent.start and self.doc[start - 1].lower_ in self.lexicon.roles.ranks:
            start -= 1
        return Office(rank, start, rank.i + 1, name.root)

    def _of_phrase(self, name: Span, last: Token) -> Office | None:
        """The office of a title with an of-phrase: 'minister of the displaced Karim Antoun'."""
        for token in reversed(self.doc[max(name.sent.start, last.i - 5) : last.i + 1]):
            posted = token.nbor().lower_ == "in" and all(one.ent_type_ for one in self.doc[token.i + 2 : name.start])
            if self.offices.is_office(token) and (posted or token.nbor().lower_ in ("of", "for")):
                return self.offices.phrase(token, name.root) if last.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") else None
            verbal = token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBN", "JJ")
            if verbal or token.is_punct or token.ent_type_ == "PERSON":
                return None
        return None

    def _introduced(self, name: Span, comma: Token) -> Office | None:
        """'Haiti's acting prime minister, Jean Pierre', 'the head of the agency, Ana Diaz,': an owned office, a comma, a name."""
        closed = (
            name.end >= len(self.doc)
            or self.doc[name.end].text in (",", ".", "”", '"')
            or (self.doc[name.end].pos_ in ("VERB", "AUX", "ADV"))
        )
        for token in reversed(self.doc[max(name.sent.start, comma.i - _FAR) : comma.i]):
            if token.pos_ in ("VERB", "AUX", "PUNCT") or token.ent_type_ == "PERSON":
                return None
            if self.offices.is_office(token):
                near = token.i == comma.i - 1 and not self._is_fronted(token, name)
                linked = near or (closed and token.nbor().lower_ in self.lexicon.roles.links)
                return self.offices.phrase(token) if linked and self._is_owned(token) else None
        return None

    def _is_fronted(self, office: Token, name: Span) -> bool:
        """Whether a phrase before the sentence's subject ends here: 'In talks with Iran's minister, Diaz said'."""
        if name.root.dep_ == "appos" or not name.root.dep_.startswith("nsubj"):
            return False
        above = [office, *office.ancestors]
        return any(preposition(one) is not None for one in above if one.i <= office.i)

    def _is_owned(self, token: Token) -> bool:
        """Whether an office has a determiner, an owner or a nationality, and is not itself said of a name before."""
        words = self.doc[max(token.sent.start, token.i - 5) : token.i]
        owned = any(
            one.dep_ in ("det", "nmod:poss") or one.tag_ == "POS" or self.lexicon.state_of_word(one.text)
            for one in words
        )
        before = self.doc[max(self.offices.phrase(token).start - 1, 0)]
        owned = owned or before.ent_type_ == "ORG" or before.text == ")"
        return owned and not (token.dep_ == "appos" and token.head.ent_type_ == "PERSON")

    def _shared(self, name: Span) -> Office | None:
        """'Ministers Karl Brandt and Eva Holm': a plural title before the first of several names."""
        first = name.root.head if name.root.dep_ == "conj" else None
        span = next((one for one in self.doc.ents if first is not None and one.start <= first.i < one.end), None)
        if span is None or span.label_ != "PERSON" or span.start == span.sent.start:
            return None
        title = self.doc[span.start - 1]
        return (
            self.offices.phrase(title, name.root)
            if self.offices.is_office(title) and title.tag_ in ("NNS", "NNPS")
            else None
        )

    # -- after the name -----------------------------------------------------------------------------------------------

    def _after(self, name: Span) -> Office | None:
        """'Ann Miller, 43, president and founder of …', 'Omar Shah, the caretaker information minister in …'."""
        start = self._past_age(name.end)
        if start + 1 >= len(self.doc) or self.doc[start].text not in _ASIDE:
            return None
        for token in self._aside(start + 1):
            if self._is_one(token) and not self._goes_on(token):
                office = self.offices.phrase(token)
                return None if self._is_of_the_next(office) else office
        return None

    def _is_of_the_next(self, office: Office) -> bool:
        """Whether the office is the title of a name behind it: '…, Minister of Government Ana Rivas'."""
        for token in self.doc[office.end : office.end + 6]:
            if token.ent_type_ == "PERSON":
                return token.nbor(-1).pos_ in ("NOUN", "PROPN", "ADJ")
            if token.text in _STOPS:
                return False
        return False

    def _is_one(self, token: Token) -> bool:
        """Whether a word names an office of one person; 'dozens of officials' are somebody else."""
        if not self.offices.is_office(token) or token.tag_ in ("NNS", "NNPS"):
            return False
        end = self.offices.phrase(token).end
        return end >= len(self.doc) or self.doc[end].tag_ != "POS"  # 'the secretary-general's envoy'

    def _goes_on(self, token: Token) -> bool:
        """Whether a later word is the office proper: 'deputy Americas director', 'police chief'."""
        following = token.nbor() if token.i + 1 < len(self.doc) else token
        part = token.dep_ in ("compound", "amod", "nmod:desc") and token.head.i > token.i
        return (part and self.offices.is_office(token.head)) or (
            following is not token and self.offices.is_office(following) and following.dep_ != "case"
        )

    def _past_age(self, at: int) -> int:
        """The place after ', 43' or '(43)' behind a name."""
        words = self.doc[at : at + 3]
        if len(words) == 3 and words[0].text in (",", "(") and words[1].like_num and words[2].text in (",", ")"):
            return at + 2 if words[2].text == "," else at + 3
        return at

    def _aside(self, at: int) -> Iterator[Token]:
        """The tokens of the noun phrase that begins here, up to a stop, a verb, or a relative word."""
        for token in self.doc[at : at + _FAR]:
            verbal = token.pos_ in ("VERB", "AUX") and token.lower_ not in self.offices.before | self.offices.former
            leads = token.i == at and (token.pos_ in ("ADP", "CCONJ", "SCONJ") or token.tag_.startswith("W"))
            leads = (leads and token.lower_ not in self.offices.former) or (token.i == at and token.dep_ == "cc")
            if token.text in _STOPS or verbal or leads:
                return
            yield token

    def _around(self, name: Span) -> Office | None:
        """An office that the parse links to the name although words stand between: 'the agency's chief in Kabul, X'."""
        linked = [name.root.head] if name.root.dep_ in ("appos", "flat") else children(name.root, "appos")
        for token in linked:
            between = self.doc[min(token.i, name.end) : max(token.i, name.start)]
            if any(one.pos_ == "VERB" and one.tag_ in ("VBD", "VBZ", "VBP") for one in between):
                continue
            if self._is_one(token) and not name.start <= token.i < name.end:
                return self.offices.phrase(token)
        return None
