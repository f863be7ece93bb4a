"""Who says what, sentence by sentence: reported clauses, quotations, 'according to', relayed reports."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from torkham.extract.authors import Authors
from torkham.extract.cast import Cast
from torkham.extract.phrasal import matching
from torkham.extract.quotes import Quote
from torkham.extract.syntax import (
    Argument,
    arguments,
    children,
    conjuncts,
    finite_above,
    is_passive,
    subtree_span,
)
from torkham.lexicon.reporting import Verb
from torkham.model.reading import Mode

Tokens = tuple[int, int]
_REMEMBERED = 3
"""For how many sentences a pronoun may go on with the last speaker."""
_BODIES = (
    "State",
    "GovernmentBody",
    "DeFactoAuthority",
    "ArmedGroup",
    "IntergovernmentalOrganization",
    "NonGovernmentalOrganization",
    "NewsOrganization",
    "Company",
    "Coalition",
)


@dataclass(slots=True)
class Utterance:
    """Somebody's words in one sentence: ``parts`` are token spans ``[start, end)`` of the reported words, in order."""

    sentence: int
    speaker: tuple[int, ...]
    parts: list[Tokens]
    mode: Mode
    rule: str
    verb: Token | None = None
    told_to: tuple[int, ...] = ()
    relayed_by: tuple[int, ...] = ()
    by_document: bool = False
    """Whether a letter or report is the grammatical speaker: 'it said' goes on with it."""

    def covers(self, i: int) -> bool:
        """Whether token ``i`` belongs to the reported words."""
        return any(start <= i < end for start, end in self.parts)

    @property
    def size(self) -> int:
        return sum(end - start for start, end in self.parts)


class Reporter:
    """Finds the utterances of one sentence at a time, in reading order."""

    def __init__(self, cast: Cast, quotes: tuple[Quote, ...]) -> None:
        self.cast = cast
        self.words = cast.lexicon.reporting
        self.quotes = quotes
        self.authors = Authors(cast)
        self._last: Utterance | None = None

    def sentence(self, number: int, sentence: Span) -> list[Utterance]:
        """All utterances of a sentence; the documents that it speaks of are remembered with their authors."""
        found: list[Utterance] = []
        for token in sentence:
            if token.lemma_.casefold() in self.authors.documents and token.pos_ == "NOUN":
                self.authors.learn(token)
        for token in sentence:
            utterance = self._according(number, sentence, token) or self._verb(number, sentence, token)
            if utterance is not None and not any(one.parts == utterance.parts for one in found):
                found.append(utterance)
                self._last = utterance
        if not found:
            found = self._inverted(number, sentence)
            self._last = found[-1] if found else self._last
        return found

    def _inverted(self, number: int, sentence: Span) -> list[Utterance]:
        """A quotation whose speaker the parse misses: the name or description beside a verb of saying outside the marks."""
        for verb in sentence:
            if (
                self._quoted(verb)
                or verb.lemma_.casefold() not in self.cast.lexicon.reporting_verbs
                or verb.dep_ == "acl:relcl"
            ):
                continue
            groups = [group for _, group in matching(verb, self.cast.lexicon.reporting_verbs) if group.quotes]
            quoted = [part for part in self._quotes_in(sentence, verb) if part[1] - part[0] > 2]
            if groups and quoted and verb.tag_ in ("VBD", "VBZ", "VBP"):
                speaker = self._beside(sentence, verb, quoted)
                if speaker is not None:
                    return [Utterance(number, (speaker,), quoted, "direct", "quotation beside a speaker", verb)]
        return []

    def _beside(self, sentence: Span, verb: Token, quoted: list[Tokens]) -> int | None:
        """The speaker right after the verb ('said Bugti'), else the subject-like mention between quotation and verb."""

        def free(token: Token) -> bool:
            return not any(start <= token.i < end for start, end in quoted)

        after = [token for token in self.cast.doc[verb.i + 1 : min(verb.i + 10, sentence.end)] if free(token)]
        closed = any(end <= verb.i and verb.i - end <= 3 for _, end in quoted)
        before = [token for token in reversed(self.cast.doc[max(sentence.start, verb.i - 25) : verb.i]) if free(token)]
        for tokens in (after, before) if closed else (before, after):
            found = self._first_speaker(tokens)
            if found is not None:
                return found
        return None

    def _first_speaker(self, tokens: list[Token]) -> int | None:
        mentions = [
            (token, self.cast.actor(token))
            for token in tokens
            if (one := self.cast.candidate(token)) is not None and one.head is token
        ]
        able = [
            (token, index) for token, index in mentions if index is not None and self.cast.of_type(index) != "Place"
        ]
        named = [index for token, index in able if self.cast.of_type(index) == "Person" and token.dep_ != "nmod:poss"]
        return (
            named[0]
            if named
            else next((index for token, index in able if token.dep_ not in ("nmod:poss", "compound", "amod")), None)
        )

    # -- verbs of saying ------------------------------------------------------------------------------------------

    def _verb(self, number: int, sentence: Span, verb: Token) -> Utterance | None:
        lemma = verb.lemma_.casefold()
        if verb.pos_ not in ("VERB", "AUX") or lemma not in self.cast.lexicon.reporting_verbs or self._quoted(verb):
            return None
        groups = [group for _, group in matching(verb, self.cast.lexicon.reporting_verbs) if self._asserts(verb, group)]
        if not groups or _loose_participle(verb):
            return None
        slots = arguments(verb)
        speaker, relay = self._speaker(verb, slots)
        parts, mode = self._content(sentence, verb, slots, groups)
        if not parts:
            return None
        if not speaker and mode == "direct":
            speaker = self._unnamed(self._subjects(verb, slots))
        if not speaker:
            return None
        told = self._addressees(verb, slots, speaker)
        by_document = any(
            one.slot == "subject" and one.token.lemma_.casefold() in self.authors.documents for one in slots
        )
        return Utterance(number, speaker, parts, mode, f"reporting:{lemma}", verb, told, relay, by_document)

    def _asserts(self, verb: Token, group: Verb) -> bool:
        """Whether a use of the verb tells what somebody says: 'We want them to know that …' does not."""
        if group.stance == "hear":
            return False
        return group.stance != "think" or verb.dep_ not in ("xcomp", "advcl", "acl", "acl:relcl")

    def _speaker(self, verb: Token, slots: list[Argument]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Who speaks, and who relays it ('was quoted by Dawn as saying')."""
        if is_passive(verb):
            quoted = [one.token for one in slots if one.slot == "object"]
            relays = [one.token for one in slots if one.slot == "subject"]
            as_saying = any(phrase in verb.doc[verb.i : verb.sent.end].text for phrase in self.words.quoted_as)
            return (self._actors(quoted), self._actors(relays)) if as_saying else (self._actors(relays), ())
        subjects = self._subjects(verb, slots)
        spoken = self._same_speaker(subjects[0], verb) if subjects else ()
        return spoken or self._actors(subjects), ()

    def _unnamed(self, subjects: list[Token]) -> tuple[int, ...]:
        """A person whom nothing but the quotation tells to be one: 'said a 34-year-old mason'; never a letter or report."""
        able = [one for one in subjects if one.pos_ == "NOUN" and one.lemma_.casefold() not in self.authors.documents]
        return (self.cast.source(able[0]),) if able and not self.cast.candidate(able[0]) else ()

    def _subjects(self, verb: Token, slots: list[Argument]) -> list[Token]:
        """Who is grammatically said to speak, repaired where the parse hangs the verb or its subject on the wrong clause."""
        own = [one.token for one in slots if one.slot == "subject" and one.own and not self._quoted(one.token)]
        if own:
            return _named_last(own)
        if verb.tag_ in ("VBD", "VBZ", "VBP"):
            like = _like_verb_above(verb)
            if like is not None:
                return [one.token for one in arguments(like) if one.slot == "subject"]
            beside = self._after_comma(verb)
            if beside is not None:
                return [beside]
        if verb.tag_ == "VBG" and verb.dep_ == "advcl":
            return [
                one.token for one in arguments(finite_above(verb)) if one.slot in ("subject", "object") and one.own
            ][:1]
        return [one.token for one in slots if one.slot == "subject" and not self._quoted(one.token)]

    def _after_comma(self, verb: Token) -> Token | None:
        """The noun phrase between the last comma and the verb: '…, an official of the agency said'."""
        start = verb.i
        while (
            start > verb.sent.start
            and verb.i - start < 15
            and self.cast.doc[start - 1].text not in (",", "”", '"', "’")
        ):
            start -= 1
        if start == verb.sent.start or verb.dep_ == "conj" or self.cast.doc[start - 1].text not in (",", "”", '"', "’"):
            return None
        phrase = [token for token in self.cast.doc[start : verb.i] if not self._quoted(token)]
        if any(token.pos_ in ("VERB", "AUX") for token in phrase):
            return None
        heads = [
            token
            for token in phrase
            if self.cast.actor(token) is not None and (one := self.cast.candidate(token)) and one.head is token
        ]
        named = [token for token in heads if token.ent_type_ == "PERSON"]
        return next(iter(named or heads), None)

    def _same_speaker(self, subject: Token, verb: Token) -> tuple[int, ...]:
        """'He said', 'it added': a pronoun before a verb of saying is whoever spoke last, where number and kind agree."""
        candidate = self.cast.candidate(subject)
        last = self._last
        if (
            candidate is None
            or candidate.kind != "pronoun"
            or last is None
            or candidate.noun not in ("he", "she", "it", "they")
        ):
            return ()
        if self.cast.sentence_of[subject.i] - last.sentence > _REMEMBERED or self._named_between(
            last, subject, candidate.noun
        ):
            return ()
        drafts = [self.cast.drafts[index] for index in last.speaker]
        person = (
            len(drafts) == 1 and drafts[0].type in ("Person", "UnnamedSource", "Population") and not drafts[0].plural
        )
        body = len(drafts) == 1 and (
            last.by_document or drafts[0].type not in ("Person", "UnnamedSource", "Population")
        )
        many = len(drafts) > 1 or drafts[0].plural
        return last.speaker if {"he": person, "it": body, "they": many}[candidate.noun] else ()

    def _named_between(self, last: Utterance, subject: Token, noun: str) -> bool:
        """Whether somebody else whom the pronoun fits is the subject of a main clause in between."""
        wanted = {"he": ("Person", "UnnamedSource"), "it": _BODIES, "they": ("Population", "Coalition")}[noun]
        start = last.verb.i if last.verb is not None else last.parts[-1][1]
        after_words = subject.head.dep_ in ("root", "parataxis")
        for token in self.cast.doc[max(start, last.parts[-1][1]) : subject.sent.start if after_words else subject.i]:
            if token.dep_ == "nsubj" and token.pos_ != "PRON" and token.head.dep_ == "root":
                index = self.cast.actor(token)
                if index is not None and self.cast.of_type(index) in wanted and index not in last.speaker:
                    return True
        return False

    def _actors(self, tokens: list[Token]) -> tuple[int, ...]:
        found: dict[int, None] = {}
        for token in tokens:
            for one in conjuncts(token):
                authors = self.authors.of(one)
                actor = self.cast.actor(one)
                for index in authors or (() if actor is None else (actor,)):
                    if self.cast.of_type(index) not in ("Place",):
                        found[index] = None
        return tuple(found)

    def _content(
        self, sentence: Span, verb: Token, slots: list[Argument], groups: list[Verb]
    ) -> tuple[list[Tokens], Mode]:
        clause = self._clause(verb, slots) if any(group.clause for group in groups) else None
        aside = verb.dep_ in ("acl:relcl", "acl")
        quoted = self._quotes_in(sentence, verb) if any(group.quotes for group in groups) and not aside else []
        if clause is not None:
            part = self._trimmed(sentence, clause, verb)
            inside = [quote for quote in quoted if quote[0] < part[1] and part[0] < quote[1]]
            others = [quote for quote in quoted if quote not in inside and quote[1] - quote[0] > 2]
            if inside and all(_within(part, quote) for quote in inside):
                return inside + others, "direct"
            return sorted([part, *others]), "direct" if inside or others else self._mode_of(part)
        if quoted and any(end - start > 2 for start, end in quoted):
            return quoted, "direct"
        host = (
            self._host(sentence, verb)
            if any(group.stance in ("neutral", "affirm", "find") for group in groups)
            else None
        )
        return ([host], self._mode_of(host)) if host else ([], "indirect")

    def _mode_of(self, part: Tokens) -> Mode:
        """Words without quotation marks that say 'I' or 'we' are quoted all the same."""
        words = self.cast.lexicon.discourse
        first = (*words.first_plural, *words.first_singular)
        return "direct" if any(token.lower_ in first for token in self.cast.doc[part[0] : part[1]]) else "indirect"

    def _clause(self, verb: Token, slots: list[Argument]) -> Token | None:
        """The reported clause: a finite complement, never a bare infinitive ('told them to leave')."""
        for argument in slots:
            token = argument.token
            if argument.slot != "clause" or token.dep_ not in ("ccomp", "xcomp", "acl"):
                continue
            if _is_finite(token) and (token.dep_ == "ccomp" or children(token, "nsubj", "nsubj:pass", "expl")):
                return token
        return self._misattached(verb)

    def _misattached(self, verb: Token) -> Token | None:
        """'said Wednesday that …', where the parser hangs the clause on the weekday or the hearer instead of the verb."""
        for child in verb.children:
            if child.i < verb.i or child.dep_ not in ("obl:unmarked", "obl:tmod", "obj", "iobj", "obl", "nsubj"):
                continue
            for clause in children(child, "acl", "acl:relcl", "ccomp"):
                marks = [
                    one
                    for one in children(clause, "mark", "nsubj", "obj")
                    if one.lower_ == "that" and one.dep_ == "mark"
                ]
                if marks and children(clause, "nsubj", "nsubj:pass", "expl"):
                    return clause
        return None

    def _trimmed(self, sentence: Span, clause: Token, verb: Token) -> Tokens:
        """The clause's words without 'that', outer punctuation, and the reporting clause if that lies inside."""
        start, end = subtree_span(clause)
        start, end = max(start, sentence.start), min(end, sentence.end)
        if start <= verb.i < end:
            start, end = (
                (verb.i + 1, end)
                if clause.i > verb.i
                else (start, verb.left_edge.i if verb.left_edge.i > start else verb.i)
            )
        while start < end and (
            sentence.doc[start].is_punct
            or sentence.doc[start].is_space
            or (sentence.doc[start].lower_ == "that" and sentence.doc[start].dep_ == "mark")
        ):
            start += 1
        while end > start and (sentence.doc[end - 1].is_punct or sentence.doc[end - 1].is_space):
            end -= 1
        return start, end

    def _quotes_in(self, sentence: Span, verb: Token) -> list[Tokens]:
        """The quotes of this sentence, cut to it, that the verb stands outside of."""
        cut = [
            (max(quote.start, sentence.start), min(quote.end, sentence.end))
            for quote in self.quotes
            if not quote.covers(verb)
        ]
        return [
            (start, end)
            for start, end in cut
            if start < end and any(not self.cast.doc[i].is_punct for i in range(start, end))
        ]

    def _host(self, sentence: Span, verb: Token) -> Tokens | None:
        """The main clause where the verb of saying is an afterthought: 'We stand with them, said Shawn.'"""
        if verb.dep_ not in ("parataxis", "advcl") or verb.head == verb or verb.head.sent.start != sentence.start:
            return None
        if verb.dep_ == "advcl" and not any(one.dep_ == "mark" and one.lower_ == "as" for one in verb.children):
            return None
        low, high = verb.left_edge.i, verb.right_edge.i + 1
        part = (sentence.start, low) if verb.i > verb.head.i else (high, sentence.end)
        part = self._trim_punct(part)
        return part if part[1] - part[0] > 2 else None

    def _trim_punct(self, part: Tokens) -> Tokens:
        start, end = part
        while start < end and (self.cast.doc[start].is_punct or self.cast.doc[start].is_space):
            start += 1
        while end > start and (self.cast.doc[end - 1].is_punct or self.cast.doc[end - 1].is_space):
            end -= 1
        return start, end

    def _addressees(self, verb: Token, slots: list[Argument], speaker: tuple[int, ...]) -> tuple[int, ...]:
        wanted = {"indirect", "to"} | ({"object"} if verb.lemma_.casefold() in self.cast.lexicon.telling else set())
        heard = self._actors(
            [one.token for one in slots if one.slot in wanted and one.own and one.token.i > verb.i - 30]
        )
        return tuple(actor for actor in heard if actor not in speaker)

    # -- according to -----------------------------------------------------------------------------------------------

    def _according(self, number: int, sentence: Span, token: Token) -> Utterance | None:
        case = self._source_phrase(token)
        if case is None:
            return None
        low = token.i
        high = low + 1
        while high < sentence.end and not (self.cast.doc[high].text in (",", ";", ".", "—") and high > low + 2):
            high += 1
        heads = [
            one
            for one in self.cast.doc[low + len(case.split()) : high]
            if self.cast.candidate(one) is not None or self.authors.of(one)
        ]
        speaker = self.authors.of(heads[0]) or self._actors(heads[:1]) if heads else ()
        if not speaker:
            return None
        pieces = [self._trim_punct((sentence.start, low)), self._trim_punct((high, sentence.end))]
        parts = [piece for piece in pieces if piece[1] - piece[0] > 2]
        quoted = any(quote.start < end and start < quote.end for quote in self.quotes for start, end in parts)
        return (
            Utterance(number, speaker, parts, "direct" if quoted else "indirect", f"according:{case}", token)
            if parts
            else None
        )

    def _source_phrase(self, token: Token) -> str | None:
        """The phrase before a source that begins here: 'according to'."""
        for phrase in self.words.source_phrases:
            words = phrase.split()
            if (
                token.lower_ == words[0]
                and [one.lower_ for one in self.cast.doc[token.i : token.i + len(words)]] == words
            ):
                return phrase
        return None

    def _quoted(self, token: Token) -> bool:
        """Whether a verb stands inside somebody's quoted words: what it reports is then part of the quotation."""
        return any(quote.covers(token) for quote in self.quotes)


def _loose_participle(verb: Token) -> bool:
    """A participle without a comma before it is not surely its clause's subject's: 'documents confirming they are …'."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "acl", "amod", "xcomp") or children(verb, "nsubj", "aux"):
        return False
    first = verb
    while first.i > 0 and first.nbor(-1).dep_ in ("advmod", "cc"):
        first = first.nbor(-1)
    return first.i > verb.sent.start and first.nbor(-1).text not in (",", "—", "–", "-", ";", "”", '"', "’")


def _is_finite(clause: Token) -> bool:
    """Whether a clause has a finite verb: 'that they left', not 'to leave' or 'families loading'."""
    words = [clause, *children(clause, "aux", "cop", "aux:pass")]
    if any(child.dep_ == "mark" and child.lower_ == "to" for child in clause.children):
        return False
    return any(word.tag_ in ("VBD", "VBZ", "VBP", "MD") for word in words) or clause.tag_ not in ("VBG", "VB")


def _like_verb_above(verb: Token) -> Token | None:
    """The verb of saying that a coordinated one really goes with: 'acknowledged that officers may enter … and said …'.

    Coordination joins like forms: a finite verb is not the second half of an infinitive's clause.
    """
    if verb.dep_ != "conj" or verb.head.tag_ == verb.tag_:
        return None
    return next((above for above in verb.head.ancestors if above.tag_ == verb.tag_ and above.pos_ == "VERB"), None)


def _named_last(subjects: list[Token]) -> list[Token]:
    """Of a title and a name that the parse makes two subjects, the name: 'minister of the displaced' / 'Karim Antoun'."""
    named = [token for token in subjects if token.ent_type_ == "PERSON"]
    return named[:1] if named and len(subjects) > 1 else subjects


def _within(outer: Tokens, inner: Tokens) -> bool:
    return outer[0] <= inner[0] + 1 and inner[1] - 1 <= outer[1] and (outer[1] - outer[0]) - (inner[1] - inner[0]) <= 2
