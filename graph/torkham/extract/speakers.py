"""Who speaks: the subject of a verb of saying, repaired where the parse errs; a pronoun goes on with who spoke last."""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from torkham.extract.authors import Authors
from torkham.extract.cast import Cast
from torkham.extract.kinds import BODIES
from torkham.extract.phrases import is_subject
from torkham.extract.relays import Relays
from torkham.extract.syntax import Argument, arguments, children, conjuncts, finite_above, is_passive
from torkham.extract.topics import Topics, holder, named_beside, set_apart
from torkham.extract.utterances import Tokens, Utterance
from torkham.extract.wording import Wording, is_inverted

_REMEMBERED = 3
"""For how many sentences a pronoun may go on with the last speaker."""

_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ism")
"""Endings of nouns that name no person: 'a motion from lawyers who said …'."""


class Speakers:
    """Finds the speakers and hearers of an utterance, as indices of entities."""

    def __init__(self, cast: Cast, authors: Authors, wording: Wording) -> None:
        self.cast = cast
        self.authors = authors
        self.wording = wording
        self.relays = Relays(cast)
        self.topics = Topics(cast, wording)
        self.last: Utterance | None = None
        """The utterance before, whose speaker a pronoun goes on with."""

    def of(self, verb: Token, slots: list[Argument]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Who speaks, and who relays it ('was quoted by Dawn as saying')."""
        above = self.relays.quoting(verb)
        if above is not None:
            quoted, quoting = self.relays.quoted(above)
            return self.named(quoted, verb), self.actors(quoting)
        if is_passive(verb):
            return self.actors([one.token for one in slots if one.slot == "subject"]), ()
        subjects = self.subjects(verb, slots)
        spoken = (self._same_speaker(subjects[0], verb) or self.topics.of(subjects[0])) if subjects else ()
        relays = self.relays.quoted_by(subjects[0]) if subjects else []
        return spoken or self.actors(subjects), self.actors(relays)

    def source(self, sentence: Span, verb: Token, speaker: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Whom a reporter cites, and then the reporter as relay; the speaker himself where he cites nobody.

        What the press cites is the source's word; others who cite somebody stand up for it themselves.
        """
        if not any(self.cast.of_type(one) == "NewsOrganization" for one in speaker):
            return speaker, ()
        cited = tuple(one for one in self.actors(self.relays.cited(sentence, verb)) if one not in speaker)
        return (cited, speaker) if cited else (speaker, ())

    def named(self, tokens: Sequence[Token], verb: Token) -> tuple[int, ...]:
        """Who speaks where the nouns before or after the verb name them: a pronoun is whoever spoke last."""
        if len(tokens) == 1:
            same = self._same_speaker(tokens[0], verb) or self.topics.of(tokens[0])
            if same:
                return same
        return self.actors(list(tokens))

    def is_human(self, subjects: list[Token]) -> bool:
        """Whether the words about a subject show a person: an age, or 'who'."""
        words = self.cast.lexicon.discourse
        return any(
            below.lower_ in words.aged
            or (below.tag_ == "WP" and below.head.dep_ == "acl:relcl" and below.head.head == one)
            for one in subjects
            for below in one.subtree
        )

    def unnamed(self, subjects: list[Token]) -> tuple[int, ...]:
        """A person whom nothing but the quotation tells to be one: 'said a 34-year-old mason'; never a letter or report."""
        able = [one for one in subjects if one.pos_ == "NOUN" and one.lemma_.casefold() not in self.authors.documents]
        able = [one for one in able if one.tag_ == "NN" and not one.lower_.endswith(_ABSTRACT)]
        return (self.cast.source(able[0]),) if able and not self.cast.candidate(able[0]) else ()

    def subjects(self, verb: Token, slots: list[Argument]) -> list[Token]:
        """Who is grammatically said to speak, repaired where the parse hangs the verb or its subject on the wrong clause."""
        own = [one.token for one in slots if one.slot == "subject" and one.own and not self.wording.quoted(one.token)]
        if own:
            return _named_last([named_beside(holder(one)) for one in own])
        after = self._after_quotation(verb, slots)
        if after is not None:
            return [after]
        for clause in children(verb, "ccomp"):
            if is_inverted(verb, clause):
                return [
                    named_beside(next(iter(one for one in children(clause, "nsubj", "nsubj:pass") if one.i > verb.i)))
                ]
        if verb.tag_ in ("VBD", "VBZ", "VBP"):
            like = _like_verb_above(verb)
            if like is not None:
                return [one.token for one in arguments(like) if one.slot == "subject"]
            beside = self._after_comma(verb)
            if beside is not None:
                return [beside]
        if verb.tag_ == "VBG" and verb.dep_ == "advcl":
            above = self._spoken_above(verb)
            return [one.token for one in arguments(above) if one.slot in ("subject", "object") and one.own][:1]
        return [one.token for one in slots if one.slot == "subject" and not self.wording.quoted(one.token)]

    def _after_quotation(self, verb: Token, slots: list[Argument]) -> Token | None:
        """Who stands right after the verb that follows a quotation, where the parse calls him its object: '"…," wrote X'."""
        before = verb.nbor(-1) if verb.i > verb.sent.start else verb
        if not before.is_quote or verb.lemma_.casefold() in self.cast.lexicon.telling:
            return None
        return next((one.token for one in slots if one.slot == "object" and one.own and one.token.i > verb.i), None)

    def _spoken_above(self, verb: Token) -> Token:
        """The clause that '…, adding that' goes on: the report around it, unless what is reported speaks itself."""
        above = finite_above(verb)
        lexicon = self.cast.lexicon
        before = verb.doc[verb.i - 2] if verb.i > verb.sent.start + 2 and verb.nbor(-1).text == "," else above
        if before.tag_ in ("VBD", "VBZ") and lexicon.is_reporting(before.lemma_.casefold()):
            return before  # 'the migrants include four women, IOM said, adding that'
        aside = verb.nbor(-1).text == "," or (verb.nbor(-1).is_quote and verb.nbor(-2).text == ",")
        if lexicon.is_reporting(above.lemma_.casefold()) or not aside:
            return above
        reports = (
            one
            for one in above.ancestors
            if one.i < above.i and one.pos_ == "VERB" and lexicon.is_reporting(one.lemma_.casefold())
        )
        return next((one for one in reports if one.tag_ in ("VBD", "VBZ", "VBP") or children(one, "aux")), above)

    def _after_comma(self, verb: Token) -> Token | None:
        """The noun phrase between the last comma and the verb: '…, an official of the agency said'; a name set apart."""
        aside = set_apart(verb)
        if aside is not None:
            return aside
        start = verb.i
        while (
            start > verb.sent.start
            and verb.i - start < 15
            and self.cast.doc[start - 1].text not in (",", "”", '"', "’")
        ):
            start -= 1
        if start == verb.sent.start or verb.dep_ == "conj" or self.cast.doc[start - 1].text not in (",", "”", '"', "’"):
            return None
        phrase = [token for token in self.cast.doc[start : verb.i] if not self.wording.quoted(token)]
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
        last = self.last
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
        if candidate.noun == "he" and not all(self.cast.suits(index, subject) for index in last.speaker):
            return ()
        return last.speaker if {"he": person, "it": body, "they": many}[candidate.noun] else ()

    def last_body(self) -> tuple[int, ...]:
        """The body that spoke last, empty where it was somebody else."""
        speaker = self.last.speaker if self.last is not None else ()
        return speaker if len(speaker) == 1 and self.cast.of_type(speaker[0]) in BODIES else ()

    def _named_between(self, last: Utterance, subject: Token, noun: str) -> bool:
        """Whether somebody else whom the pronoun fits is the subject of a main clause in between."""
        wanted = {"he": ("Person", "UnnamedSource"), "it": BODIES, "they": ("Population", "Coalition")}[noun]
        sentences = list(self.cast.doc.spans["sentences"])[last.sentence + 1 : self.cast.sentence_of[subject.i]]
        people = [self.topics.subject(sentence) for sentence in sentences] if noun == "he" else []
        if any(index is not None and index not in last.speaker for index in people):
            return True
        start = last.verb.i if last.verb is not None else last.parts[-1][1]
        after_words = subject.head.dep_ in ("root", "parataxis")
        for token in self.cast.doc[max(start, last.parts[-1][1]) : subject.sent.start if after_words else subject.i]:
            beside = token.dep_ == "nsubj" and token.head.dep_ == "root"
            if token.pos_ != "PRON" and (beside or (token.dep_ == "appos" and is_subject(token))):
                index = self.cast.actor(token)
                meant = index is not None and self.cast.agrees(index, subject)
                if index is not None and meant and self.cast.of_type(index) in wanted and index not in last.speaker:
                    return True
        return False

    def actors(self, tokens: list[Token]) -> tuple[int, ...]:
        """All actors that these heads stand for: coordinations in full, documents by their authors, never places."""
        found: dict[int, None] = {}
        for token in tokens:
            for one in _without_titles(conjuncts(token)):
                if one != token and one.lower_ == "one" and children(one, "nmod"):
                    continue  # 'Ann Lee, a nurse and one of the plaintiffs'
                interviewed = next((two for two in children(one, "nmod") if two.tag_ == "DT"), None)
                if one.tag_ == "CD" and interviewed is not None and interviewed.nbor().tag_ in ("VBN", "VBD"):
                    found[self.cast.source_called(one, interviewed.i + 2)] = None
                    continue  # 'eleven of those interviewed'
                if one.tag_ == "DT" and (children(one, "acl", "acl:relcl") or one.nbor().tag_ == "VBN"):
                    if one.nbor().tag_ == "VBN":
                        found[self.cast.source_called(one, one.i + 2)] = None
                    continue  # 'those interviewed' refers to nobody named before
                authors = self.authors.of(one)
                actor = self.cast.actor(one)
                for index in authors or (() if actor is None else (actor,)):
                    if self.cast.of_type(index) != "Place":
                        found[index] = None
        return tuple(found)

    def hearers(self, verb: Token, slots: list[Argument], speaker: tuple[int, ...]) -> tuple[int, ...]:
        """Who is spoken to: 'told reporters', 'said to them'; never the speaker."""
        wanted = {"indirect", "to"} | ({"object"} if verb.lemma_.casefold() in self.cast.lexicon.telling else set())
        heard = self.actors(
            [one.token for one in slots if one.slot in wanted and one.own and one.token.i > verb.i - 30]
        )
        return tuple(actor for actor in heard if actor not in speaker)

    def beside(self, sentence: Span, verb: Token, quoted: list[Tokens]) -> int | None:
        """The speaker right after the verb ('said Noori'), else the subject-like mention between quotation and verb."""

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


def _like_verb_above(verb: Token) -> Token | None:
    """The verb of saying that a coordinated one really goes with: 'acknowledged that officers may enter … and said …'.

    Coordination joins like forms: a finite verb is not the second half of an infinitive's clause.
    """
    if verb.dep_ != "conj" or verb.head.tag_ == verb.tag_ or children(verb.head, "aux"):
        return None
    return next((above for above in verb.head.ancestors if above.tag_ == verb.tag_ and above.pos_ == "VERB"), None)


def _without_titles(together: list[Token]) -> list[Token]:
    """Coordinated heads without the titles of one who is named: 'mayor and candidate Bill Smith' is one."""
    if not any(one.ent_type_ == "PERSON" for one in together):
        return together
    return [
        one
        for one in together
        if one.ent_type_ or one.tag_ not in ("NN", "NNP") or any(child.dep_ == "det" for child in one.children)
    ]


def _named_last(subjects: list[Token]) -> list[Token]:
    """Of a title and a name that the parse makes two subjects, the name: 'minister of the displaced' / 'Karim Antoun'."""
    named = [token for token in subjects if token.ent_type_ == "PERSON"]
    return named[:1] if named and len(subjects) > 1 else subjects
