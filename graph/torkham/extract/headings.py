"""Who says what a headline says: 'Iran to expel two million: minister', 'UNHCR: returns must stop', '… – UNHCR'."""

from spacy.tokens import Span, Token

from torkham.extract.cast import Cast
from torkham.extract.utterances import Tokens, Utterance
from torkham.extract.wording import Wording
from torkham.lexicon.layout import layout

_LONGEST = 6
"""Words that the speaker's name or description may have."""
_TOPICS = ("State", "DeFactoAuthority", "Place", "Population")
"""Before a colon these are what the headline is about, not who says it: 'Iran: mass expulsions must stop'."""
_DASHES = ("–", "—", "-", "--")


class Headings:
    """Finds the speaker that a headline sets apart by a colon or dash."""

    def __init__(self, cast: Cast, wording: Wording) -> None:
        self.cast = cast
        self.wording = wording

    def utterance(self, number: int, sentence: Span) -> Utterance | None:
        """What the headline reports, or None where it sets no speaker apart."""
        if sentence.label_ != "headline" and not self._is_item(sentence):
            return None
        marks = [one for one in sentence if one.text == ":" or (one.text in _DASHES and one.nbor(-1).whitespace_)]
        if not marks:
            return None
        first, last = marks[0], marks[-1]
        after = self._speaker(self.cast.doc[last.i + 1 : sentence.end])
        publisher = after is not None and last.text != ":" and self.cast.of_type(after) == "NewsOrganization"
        if after is not None and not publisher:
            return self._said(number, after, (sentence.start, last.i))
        before = self._speaker(self.cast.doc[sentence.start : first.i]) if first.text == ":" else None
        if before is not None and self.cast.of_type(before) not in _TOPICS:
            return self._said(number, before, (first.i + 1, sentence.end))
        return None

    def _is_item(self, sentence: Span) -> bool:
        """An item of a list whose last words are set apart: '• 845,000 have left: IOM'."""
        colons = [one.i for one in sentence if one.text == ":"]
        return sentence[0].text in layout().bullets and bool(colons) and colons[-1] > sentence.end - _LONGEST

    def _speaker(self, words: Span) -> int | None:
        """The actor that these words name and nothing else; of an office, the one person of the text who holds it."""
        named = [one for one in words if not one.is_space and not one.is_quote]
        if not 0 < len(named) <= _LONGEST or any(one.pos_ in ("VERB", "AUX", "SCONJ") for one in named):
            return None
        heads = [one for one in named if (found := self.cast.candidate(one)) is not None and found.head == one]
        index = self.cast.actor(heads[0]) if heads else None
        if index is None or self.cast.of_type(index) == "Place":
            return None
        return self._holder(heads[0]) if self.cast.of_type(index) == "UnnamedSource" else index

    def _holder(self, office: Token) -> int | None:
        noun, own = office.lemma_.casefold(), self.cast.actor(office)
        drafts = self.cast.drafts
        held = [n for n, one in enumerate(drafts) if one.type == "Person" and noun in one.titles]
        return held[0] if len(held) == 1 else own

    def _said(self, number: int, speaker: int, part: Tokens) -> Utterance | None:
        start, end = self.wording.trim_punct(part)
        if end - start < 3:
            return None
        mode = self.wording.mode_of((start, end))
        return Utterance(number, (speaker,), [(start, end)], mode, "headline")
