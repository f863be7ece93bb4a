"""Quotations without a verb of saying of their own: whose they are, the sentences and marks around them tell."""

from spacy.tokens import Span, Token

from torkham.extract.cast import Cast
from torkham.extract.fulltext import fulltext
from torkham.extract.quotes import Quote
from torkham.extract.topics import Topics, named_beside
from torkham.extract.utterances import Tokens, Utterance

_REACH = 3
"""How many sentences back, in its paragraph, a quotation may take up the speaker again."""
_SIGNED = 3
"""How many words after a dash the name of who is quoted may begin."""


class Neighbours:
    """Gives quotations that nobody is said to utter to whoever spoke or acted right before or after."""

    def __init__(self, cast: Cast, quotes: tuple[Quote, ...], topics: Topics) -> None:
        self.cast = cast
        self.quotes = quotes
        self.topics = topics
        self.sentences: list[Span] = list(cast.doc.spans["sentences"])

    def quotations(self, found: list[Utterance]) -> list[Utterance]:
        """The utterances that ``found`` lacks, in reading order."""
        carried: list[Utterance] = []
        for _ in range(2):  # who signs a quotation at its end has said its beginning, too
            for number, sentence in enumerate(self.sentences):
                for quote in self.quotes:
                    start, end = max(quote.start, sentence.start), min(quote.end, sentence.end)
                    spoken = (one for one in (*found, *carried) if one.sentence == number)
                    if start < end and not any(one.covers((start + end) // 2) for one in spoken):
                        carried += self._quotation(number, quote, (start, end), found + carried)
        return carried

    def _quotation(self, number: int, quote: Quote, part: Tokens, found: list[Utterance]) -> list[Utterance]:
        start, end = part
        sentence, words = self.sentences[number], self._words(start, end)
        before, after = self._words(sentence.start, start), self._words(end, sentence.end)
        if words < 3 and self.cast.doc[end - 1].text not in ".!?":
            return []
        span = [self._stripped(start, end)]
        if not before and not after and not self._follows_colon(number):
            owner = self._owner(quote, number, found)
            if owner is not None:
                rule = "quotation carried on"
                return [Utterance(number, owner.speaker, span, "direct", rule, None, owner.told_to, owner.relayed_by)]
        signed = self._signed(sentence, end) if not before else None
        if not before and self._follows_colon(number):
            speaker = self._introduced(self.sentences[number - 1], start)
        elif before and not after:
            speaker = self._introduced(sentence, start)
        else:
            speaker = signed
        if speaker is None and not before and not after:
            speaker = self._acting(number, found)
        return [] if speaker is None else [Utterance(number, (speaker,), span, "direct", "quotation beside a person")]

    def _owner(self, quote: Quote, number: int, found: list[Utterance]) -> Utterance | None:
        """Another sentence of the same quotation, the sentence before, or the one after, in its paragraph."""
        direct = [one for one in found if one.mode == "direct"]
        same = [one for one in direct if any(quote.start <= start < quote.end for start, _ in one.parts)]
        if same:
            return min(same, key=lambda one: abs(one.sentence - number))
        before = [one for one in found if one.sentence == number - 1 and self._together(number - 1, number)]
        after = [one for one in direct if one.sentence == number + 1 and self._together(number, number + 1)]
        if before and not (after and before[-1].mode == "indirect"):
            return before[-1]
        if after:
            return after[0]
        earlier = [one for one in direct if one.sentence == number - 1]
        return earlier[-1] if earlier else None

    def _acting(self, number: int, found: list[Utterance]) -> int | None:
        """Who spoke or acted in the sentences right before, in the paragraph: 'He paused. "They took my brother."'"""
        for earlier in range(number - 1, max(number - 1 - _REACH, -1), -1):
            if not self._together(earlier, number):
                return None
            spoken = [one for one in found if one.sentence == earlier]
            if spoken:
                return spoken[-1].speaker[0] if spoken[-1].mode == "direct" and len(spoken[-1].speaker) == 1 else None
            subject = self.topics.main_subject(self.sentences[earlier])
            if subject is None or subject.pos_ != "PRON":
                return None if subject is None else self.topics.person(subject)
        return None

    def _follows_colon(self, number: int) -> bool:
        return number > 0 and self.sentences[number - 1].text.rstrip().endswith(":")

    def _introduced(self, sentence: Span, start: int) -> int | None:
        """The subject of the clause whose colon leads to the quotation: 'The minister was blunt: "…"'."""
        mark = start - 1
        while mark > sentence.start and (self.cast.doc[mark].is_quote or self.cast.doc[mark].is_space):
            mark -= 1
        if self.cast.doc[mark].text != ":":
            return None
        subject = next((one for one in sentence if one.dep_ == "nsubj" and one.i < mark), None)
        index = self.cast.actor(named_beside(subject)) if subject is not None else None
        return index if index is not None and self.cast.of_type(index) != "Place" else None

    def _signed(self, sentence: Span, end: int) -> int | None:
        """The name after a dash, in the same line or alone in the next: '"…" — Abdul Wahid, labourer'."""
        after = [one for one in self.cast.doc[end : end + _SIGNED + 4] if not one.is_space and not one.is_quote]
        if not after or after[0].text not in ("—", "–", "-", "―", "--"):
            return None
        name = next((one for one in after[1 : _SIGNED + 1] if one.ent_type_ == "PERSON"), None)
        rest = self.cast.doc[after[0].i : sentence.end]
        verbs = any(one.tag_ in ("VBD", "VBZ", "VBP") and not _is_aside(one) for one in rest)
        return self.cast.actor(name) if name is not None and not verbs else None

    def _words(self, start: int, end: int) -> int:
        return sum(not one.is_punct and not one.is_space for one in self.cast.doc[start:end])

    def _together(self, first: int, second: int) -> bool:
        """Whether two sentences stand in one paragraph."""
        if first < 0 or second >= len(self.sentences):
            return False
        return "\n" not in fulltext(self.cast.doc)[self.sentences[first].end_char : self.sentences[second].start_char]

    def _stripped(self, start: int, end: int) -> Tokens:
        while start < end and (self.cast.doc[start].is_space or self.cast.doc[start].is_quote):
            start += 1
        while end > start and (self.cast.doc[end - 1].is_space or self.cast.doc[end - 1].is_quote):
            end -= 1
        return start, end


def _is_aside(verb: Token) -> bool:
    """Whether a verb only tells more of a name: 'who fled in May'."""
    return verb.dep_ in ("acl:relcl", "acl")
