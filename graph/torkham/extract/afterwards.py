"""Whose a quotation is that ends its sentence: '"Where would we go?" she asked.' is cut in two after the question."""

from spacy.tokens import Span, Token

from torkham.extract.cast import Cast
from torkham.extract.fulltext import fulltext
from torkham.extract.phrasal import matching
from torkham.extract.quotes import Quote
from torkham.extract.speakers import Speakers
from torkham.extract.syntax import Argument, arguments, children, preposition
from torkham.extract.utterances import Tokens, Utterance

_ENDS = (".", "?", "!", "…", "...")
_REACH = 22
"""Within how many words the verb of saying follows the quotation."""
_MATTER = ("for", "about", "of", "into")
"""They lead to what is asked or spoken about, so that the sentence says more than who spoke."""


class Afterwards:
    """Finds the speaker of the quotation that the sentence before ends with, in a sentence that only names him."""

    def __init__(self, cast: Cast, quotes: tuple[Quote, ...], speakers: Speakers) -> None:
        self.cast = cast
        self.quotes = quotes
        self.speakers = speakers
        self.sentences: list[Span] = list(cast.doc.spans["sentences"])

    def utterance(self, number: int, sentence: Span) -> Utterance | None:
        """The quoted words of the sentence before, spoken by whom this sentence names; None where it does not."""
        part = self._quoted_before(number)
        verb = self._verb(sentence) if part is not None else None
        if part is None or verb is None:
            return None
        slots = arguments(verb)
        speaker, relay = self.speakers.of(verb, slots)
        speaker = speaker or self._inverted(verb, slots)
        if not speaker:
            return None
        told = self.speakers.hearers(verb, slots, speaker)
        rule = f"reporting after a quotation:{verb.lemma_.casefold()}"
        return Utterance(number - 1, speaker, [part], "direct", rule, verb, told, relay)

    def _quoted_before(self, number: int) -> Tokens | None:
        """The quotation with which the sentence before ends, in the same paragraph."""
        if number == 0:
            return None
        before, here = self.sentences[number - 1], self.sentences[number]
        if "\n" in fulltext(self.cast.doc)[before.end_char : here.start_char]:
            return None
        for quote in self.quotes:
            ends = before.start < quote.end <= before.end and self.cast.doc[quote.end - 1].text in _ENDS
            after = self.cast.doc[quote.end : before.end]
            if quote.closed and ends and all(one.is_punct or one.is_space for one in after):
                return max(quote.start, before.start), quote.end
        return None

    def _verb(self, sentence: Span) -> Token | None:
        """The verb of saying of a sentence that says nothing but who spoke, to whom, and how."""
        verb = sentence.root
        said = matching(verb, self.cast.lexicon.reporting_verbs)
        near = verb.i - sentence.start < _REACH and verb.tag_ in ("VBD", "VBZ", "VBP")
        if not near or not any(group.quotes for _, group in said):
            return None
        matter = children(verb, "ccomp", "xcomp", "advcl", "parataxis", "conj")
        matter += [one for one in verb.children if preposition(one) in _MATTER]
        matter += [one for one in children(verb, "obj") if self._is_matter(one, verb)]
        return None if matter or any(one.is_quote for one in sentence[1:]) else verb

    def _is_matter(self, noun: Token, verb: Token) -> bool:
        """Whether an object is what is said, and not who hears it or, right after the verb, who says it."""
        hears = verb.lemma_.casefold() in self.cast.lexicon.telling
        return not hears and bool(children(verb, "nsubj") or noun.left_edge.i != verb.i + 1)

    def _inverted(self, verb: Token, slots: list[Argument]) -> tuple[int, ...]:
        """'asked Ann Lee': who stands after the verb where nobody stands before it."""
        if children(verb, "nsubj"):
            return ()
        return self.speakers.actors([one.token for one in slots if one.slot == "object" and one.token.i > verb.i])
