"""Whose word it is without any verb of saying: 'according to UNHCR', 'in the agency's view'."""

from spacy.tokens import Span, Token

from torkham.extract.authors import Authors
from torkham.extract.cast import Cast
from torkham.extract.phrases import subtree_span
from torkham.extract.speakers import Speakers
from torkham.extract.syntax import children, preposition
from torkham.extract.utterances import Tokens, Utterance
from torkham.extract.wording import Wording
from torkham.lexicon.quantities import measures
from torkham.model.reading import Mode


class Sources:
    """Finds phrases that name the source of a sentence or clause."""

    def __init__(self, cast: Cast, authors: Authors, wording: Wording, speakers: Speakers) -> None:
        self.cast = cast
        self.authors = authors
        self.wording = wording
        self.speakers = speakers
        self.words = cast.lexicon.reporting

    def utterance(self, number: int, sentence: Span, token: Token) -> Utterance | None:
        """What the source phrase that begins at this token attributes, or None where none begins."""
        case = self._phrase(token)
        if case is not None:
            noun = token.head if token.dep_ == "case" and token.head.i > token.i else None
            low, after = token.i, token.i + len(case.split())
        elif self._shows(token):
            owners = list(self.cast.doc[self._after_comma(token) : token.i])
            part = self.wording.trim_punct((sentence.start, self._after_comma(token)))
            named = self.speakers.actors([one for one in owners if self.cast.candidate(one) is not None][:1])
            return Utterance(number, named, [part], "indirect", "according:data", token) if named else None
        elif self._is_view(token):
            noun, case = token, "view"
            low, after = token.left_edge.i, token.i
        else:
            return None
        high = self._end(sentence, after, noun)
        speaker = self._opinion(token) if case == "view" else self._who(noun, after, high)
        parts = self._attributed(sentence, low, high, noun) if speaker else []
        if not parts:
            return None
        mode: Mode = "direct" if any(self._quotes(part) for part in parts) else "indirect"
        return Utterance(number, speaker, parts, mode, f"according:{case}", token)

    # -- who ----------------------------------------------------------------------------------------------------------

    def _who(self, noun: Token | None, low: int, high: int) -> tuple[int, ...]:
        """The source: the noun's authors, owners or itself; else the first that the phrase names."""
        tokens = list(self.cast.doc[low:high])
        if any(one.lower_ == "same" for one in tokens[:2]) and self.speakers.last is not None:
            return self.speakers.last.speaker  # 'according to the same source'
        if noun is not None:
            lemma = noun.lemma_.casefold()
            if lemma in self.authors.documents or lemma in self.words.utterances:
                return self.authors.of(noun) or self.authors.own(noun) or self.speakers.actors(tokens[:1])
            if self.cast.candidate(noun) is not None:
                return self.speakers.actors([noun])
            owner = next(iter(children(noun, "nmod:poss")), None)
            if owner is not None and owner.lower_ in (
                *self.cast.lexicon.discourse.first_singular,
                *self.cast.lexicon.discourse.first_plural,
            ):
                return ()  # 'according to our information': the speaker's own
            if owner is not None and owner.pos_ == "PRON" and noun.pos_ == "NOUN":
                return (self.cast.source(noun),)
            if owner is not None and lemma in measures().tallies:
                return self.speakers.actors([owner])  # 'according to UNHCR's tally'
        documents = [one for one in tokens if one.lemma_.casefold() in self.authors.documents]
        if documents:
            return self.authors.of(documents[0])
        heads = [one for one in tokens if self.cast.candidate(one) is not None and one.dep_ != "nmod:poss"]
        return self.speakers.actors(heads[:1])

    def _opinion(self, view: Token) -> tuple[int, ...]:
        """Whose opinion it is; 'the agency' is the body that spoke last."""
        owners = children(view, "nmod:poss")
        candidate = self.cast.candidate(owners[0])
        if candidate is None or candidate.kind == "name":
            return self.speakers.actors(owners)
        return self.speakers.last_body() or (self.speakers.actors(owners) if self.speakers.last is None else ())

    def _is_view(self, token: Token) -> bool:
        """'In the agency's view': an opinion with an owner, after 'in' or 'by'."""
        return (
            token.lemma_.casefold() in self.words.views
            and token.dep_ in ("obl", "nmod")
            and preposition(token) in ("in", "by")
            and any(one.pos_ != "PRON" for one in children(token, "nmod:poss"))
        )

    def _shows(self, token: Token) -> bool:
        """'…, UN data show.': the source at the end of a sentence, whatever the parse makes of it."""
        if token.lemma_.casefold() not in measures().tallies or token.i + 2 >= len(self.cast.doc):
            return False
        ends = token.nbor(2).text == "." and token.nbor(2).i == token.sent.end - 1
        return ends and token.nbor(1).lower_ in self.words.showing and self._after_comma(token) > token.sent.start

    def _after_comma(self, token: Token) -> int:
        """Where the words right before a noun begin, behind a comma; the start of the sentence where there is none."""
        near = range(token.i - 1, max(token.sent.start, token.i - 6), -1)
        return next((i + 1 for i in near if self.cast.doc[i].text == ","), token.sent.start)

    def _phrase(self, token: Token) -> str | None:
        """The phrase before a source that begins here: 'according to'."""
        for phrase in self.words.source_phrases:
            words = phrase.split()
            here = [one.lower_ for one in self.cast.doc[token.i : token.i + len(words)]]
            if here == words:
                return phrase
        return None

    # -- what ---------------------------------------------------------------------------------------------------------

    def _end(self, sentence: Span, after: int, noun: Token | None) -> int:
        """Where the phrase ends: before the comma after the source, or after what that comma only adds to it."""
        high = after + 1
        while high < sentence.end and not (self.cast.doc[high].text in (",", ";", ".", "—") and high > after):
            high += 1
        if noun is None:
            return high
        aside = [one for one in children(noun, "appos", "acl:relcl", "acl") if one.i >= high]
        verbs = any(one.dep_ == "root" for one in noun.subtree)
        end = max((one.right_edge.i + 1 for one in aside), default=high)
        return high if verbs or (end >= sentence.end - 1 and after <= sentence.start + 3) else max(high, end)

    def _attributed(self, sentence: Span, low: int, high: int, noun: Token | None) -> list[Tokens]:
        """The words on both sides of the phrase; of 'the 900 who, according to X, have left' only these."""
        start, end = sentence.start, sentence.end
        quote = next((one for one in self.wording.quotes if one.start <= low < one.end), None)
        if quote is not None:
            start, end = max(start, quote.start), min(end, quote.end)
        clause = noun.head if noun is not None else None
        if clause is not None and clause.dep_ == "acl:relcl" and self.cast.doc[max(low - 2, 0)].tag_ in ("WDT", "WP"):
            start, end = clause.head.left_edge.i, subtree_span(clause)[1]
        start, end = self._own_clause(sentence, low, high, (start, end))
        if [one.lower_ for one in self.cast.doc[max(low - 2, 0) : low]] == ["that", ","]:
            start = low  # 'AFP reported that, according to the ministry, …': the reporter's words go before
        pieces = [self.wording.trim_punct((start, low)), self.wording.trim_punct((high, end))]
        return [piece for piece in pieces if piece[1] - piece[0] > 2 or self._is_subject(piece, pieces[1])]

    def _is_subject(self, piece: Tokens, rest: Tokens) -> bool:
        """'five, according to UNHCR, were expelled': the words before the phrase are only the subject of those behind."""
        subjects = [one for one in self.cast.doc[piece[0] : piece[1]] if one.dep_.startswith("nsubj")]
        return any(rest[0] <= one.head.i < rest[1] for one in subjects)

    def _own_clause(self, sentence: Span, low: int, high: int, within: Tokens) -> Tokens:
        """Of 'nine were let go; five, according to X, were deported' the second clause, of 'a town where 11 died,
        according to X, took in dozens' the relative one."""
        start, end = within
        stops = [one.i for one in sentence if one.text == ";"]
        before, behind = [i for i in stops if i < low], [i for i in stops if i >= high]
        if before and high < end - 2:
            start = max(start, before[-1] + 1)
        if behind and low > sentence.start + 1:
            end = min(end, behind[0])
        where = next((one for one in sentence if one.tag_ == "WRB" and one.i < low), None)
        verb = where.head if where is not None else None
        if where is None or verb is None or verb.dep_ != "acl:relcl" or not where.i < verb.i < low:
            return start, end
        opening = self.cast.doc[sentence.start : where.i]
        later = sentence.root.i >= high and not any(one.pos_ in ("VERB", "AUX") for one in opening)
        return (where.i, low) if later and self.cast.doc[low - 1].text == "," else (start, end)

    def _quotes(self, part: Tokens) -> bool:
        return any(quote.start < part[1] and part[0] < quote.end for quote in self.wording.quotes)
