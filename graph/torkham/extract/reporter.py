"""Who says what, sentence by sentence: reported clauses, quotations, 'according to', relayed reports."""

from spacy.tokens import Span, Token

from torkham.extract.afterwards import Afterwards
from torkham.extract.authors import Authors
from torkham.extract.cast import Cast
from torkham.extract.headings import Headings
from torkham.extract.phrasal import matching
from torkham.extract.quotes import Quote
from torkham.extract.sources import Sources
from torkham.extract.speakers import Speakers
from torkham.extract.syntax import arguments, children
from torkham.extract.trailing import trailing
from torkham.extract.utterances import Utterance
from torkham.extract.wording import Wording
from torkham.lexicon.reporting import Verb

_AHEAD = 5
"""Tokens behind 'at' among which a number stands."""


class Reporter:
    """Finds the utterances of one sentence at a time, in reading order."""

    def __init__(self, cast: Cast, quotes: tuple[Quote, ...]) -> None:
        self.cast = cast
        self.words = cast.lexicon.reporting
        self.quotes = quotes
        self.authors = Authors(cast)
        self.wording = Wording(cast, quotes)
        self.speakers = Speakers(cast, self.authors, self.wording)
        self.afterwards = Afterwards(cast, quotes, self.speakers)
        self.headings = Headings(cast, self.wording)
        self.sources = Sources(cast, self.authors, self.wording, self.speakers)

    def sentence(self, number: int, sentence: Span) -> list[Utterance]:
        """All utterances of a sentence; the documents that it speaks of are remembered with their authors."""
        found: list[Utterance] = []
        for token in sentence:
            if token.lemma_.casefold() in self.authors.documents and token.pos_ == "NOUN":
                self.authors.learn(token)
        for token in sentence:
            utterance = self.sources.utterance(number, sentence, token) or self._verb(number, sentence, token)
            if utterance is not None and not any(one.parts == utterance.parts for one in found):
                found.append(utterance)
                self.speakers.last = utterance
        heading = self.headings.utterance(number, sentence) if not found else None
        if heading is not None:
            return [heading]
        if not found:
            after = self.afterwards.utterance(number, sentence)
            found = [after] if after is not None else self._inverted(number, sentence)
            self.speakers.last = found[-1] if found else self.speakers.last
        return found

    def _inverted(self, number: int, sentence: Span) -> list[Utterance]:
        """A quotation whose speaker the parse misses: the name or description beside a verb of saying outside the marks."""
        for verb in sentence:
            if (
                self.wording.quoted(verb)
                or verb.lemma_.casefold() not in self.cast.lexicon.reporting_verbs
                or verb.dep_ == "acl:relcl"
            ):
                continue
            groups = [group for _, group in matching(verb, self.cast.lexicon.reporting_verbs) if group.quotes]
            quoted = [part for part in self.wording.quotes_in(sentence, verb) if part[1] - part[0] > 2]
            if groups and quoted and verb.tag_ in ("VBD", "VBZ", "VBP"):
                speaker = self.speakers.beside(sentence, verb, quoted)
                if speaker is not None:
                    return [Utterance(number, (speaker,), quoted, "direct", "quotation beside a speaker", verb)]
        return []

    def _verb(self, number: int, sentence: Span, verb: Token) -> Utterance | None:
        lemma = verb.lemma_.casefold()
        if (
            verb.pos_ not in ("VERB", "AUX")
            or lemma not in self.cast.lexicon.reporting_verbs
            or self.wording.quoted(verb)
        ):
            return None
        groups = [group for _, group in matching(verb, self.cast.lexicon.reporting_verbs) if self._asserts(verb, group)]
        if not groups or (_loose_participle(verb) and self.speakers.relays.quoting(verb) is None):
            return None
        slots = arguments(verb)
        tells = lemma in self.cast.lexicon.telling
        tail = (
            trailing(sentence, verb, tells=tells)
            if any(group.stance not in ("think", "deny") for group in groups)
            else None
        )
        speaker, relay = (
            self.speakers.of(verb, slots) if tail is None else (self.speakers.named(tail.speakers, verb), ())
        )
        parts, mode = self.wording.content(sentence, verb, slots, groups)
        if tail is not None:
            parts, mode = [self.wording.trim_punct(tail.words)], self.wording.mode_of(tail.words)
        if (before := self.speakers.relays.before(sentence, verb)) is not None:
            parts, mode = [self.wording.trim_punct(before)], self.wording.mode_of(before)
        if not parts:
            return None
        if not speaker and (mode == "direct" or self.speakers.is_human(self.speakers.subjects(verb, slots))):
            speaker = self.speakers.unnamed(self.speakers.subjects(verb, slots))
        if not speaker and tail is not None and (names := [one for one in tail.speakers if one.pos_ == "PROPN"]):
            speaker = (self.cast.stranger(names[0]),) if self.cast.candidate(names[0]) is None else ()
        if not speaker:
            return None
        speaker, reporter = self.speakers.source(sentence, verb, speaker)
        relay = (*reporter, *relay)
        told = self.speakers.hearers(verb, slots, speaker)
        subjects = [one.token for one in slots if one.slot == "subject"]
        written = [one for one in subjects if one.lemma_.casefold() in self.authors.documents]
        for document in written:
            self.authors.wrote(document, speaker)
        denied = any(group.stance == "deny" for group in groups)
        return Utterance(number, speaker, parts, mode, f"reporting:{lemma}", verb, told, relay, bool(written), denied)

    def _asserts(self, verb: Token, group: Verb) -> bool:
        """Whether a use of the verb tells what somebody says: 'We want them to know that …' does not."""
        if group.stance == "hear" or self._unsaid(verb, group) or (group.counting and not _counts(verb)):
            return False
        own = bool(children(verb, "nsubj")) and verb.dep_ != "acl:relcl"
        return group.stance != "think" or own or verb.dep_ not in ("xcomp", "advcl", "acl", "acl:relcl")

    def _unsaid(self, verb: Token, group: Verb) -> bool:
        """Whether the words around say that nobody has said it: 'did not say that', 'if he says', 'declined to say'."""
        marks = {child.lower_ for child in children(verb, "mark", "advmod")}
        lemmas = {child.lemma_.casefold() for child in children(verb, "advmod", "det")}
        if marks & set(self.words.doubtful) or (group.stance == "think" and marks & set(self.words.timed)):
            return True
        negated = bool(lemmas & set(self.cast.lexicon.hedges.negations))
        if negated and (group.stance not in ("think", "deny") or self._asked(verb)):
            return True
        if any(self._names(clause) for clause in children(verb, "ccomp")):
            return True
        return verb.dep_ == "xcomp" and verb.tag_ == "VB" and verb.head.lemma_.casefold() in self.words.unspoken

    def _asked(self, verb: Token) -> bool:
        """'She does not know where they are': a question that nobody answers."""
        return any(one.left_edge.lower_ in self.words.asking for one in children(verb, "ccomp"))

    def _names(self, clause: Token) -> bool:
        """'… who asked that her family name be withheld': how the article calls somebody is nothing told."""
        bare = children(clause, "aux", "aux:pass") or [clause]
        subjects = children(clause, "nsubj", "nsubj:pass")
        return bare[0].tag_ == "VB" and any(one.lemma_.casefold() in self.words.identity for one in subjects)


def _loose_participle(verb: Token) -> bool:
    """A participle without a comma before it is not surely its clause's subject's: 'documents confirming they are …'."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "acl", "amod", "xcomp") or children(verb, "nsubj", "aux"):
        return False
    first = verb
    while first.i > 0 and first.nbor(-1).dep_ in ("advmod", "cc"):
        first = first.nbor(-1)
    return first.i > verb.sent.start and first.nbor(-1).text not in (",", "—", "–", "-", ";", "”", '"', "’")


def _counts(verb: Token) -> bool:
    """'put the toll at 30', 'put at over 3,000 the number of …': a number without a name before it follows 'at'."""
    for at in verb.doc[verb.i + 1 : verb.sent.end - 1]:
        if at.lower_ == "at" and at.nbor().lower_ not in ("least", "most"):
            ahead = verb.doc[at.i + 1 : min(at.i + 1 + _AHEAD, verb.sent.end)]
            number = next((one.i for one in ahead if one.like_num), None)
            if number is not None and not any(one.pos_ == "PROPN" for one in verb.doc[at.i + 1 : number]):
                return True
    return False
