"""Whom the sentences before a quotation are about: 'he said' and a quotation that stands alone go on with that person."""

from spacy.tokens import Span, Token

from torkham.extract.cast import Cast
from torkham.extract.phrases import is_definite
from torkham.extract.syntax import children
from torkham.extract.wording import Wording

_REACH = 3
"""How many sentences back the topic may have been named."""

_APART = 12
"""How many words may describe somebody between two commas."""


class Topics:
    """Finds the person whom a stretch of text is about: the subject of its main clauses, the nearest first."""

    def __init__(self, cast: Cast, wording: Wording) -> None:
        self.cast = cast
        self.wording = wording

    def of(self, pronoun: Token) -> tuple[int, ...]:
        """The one person whom 'he said' means where nobody has spoken yet; nobody for other words.

        Somebody whom only a subordinate clause mentions is none.
        """
        candidate = self.cast.candidate(pronoun)
        if candidate is None or candidate.kind != "pronoun" or candidate.noun != "he":
            return ()
        sentences = self.cast.doc.spans["sentences"]
        here = self.cast.sentence_of[pronoun.i]
        before = [token for token in _subjects(sentences[here], inner=True) if token.i < pronoun.i]
        for number in range(here - 1, max(here - 1 - _REACH, -1), -1):
            before += _subjects(sentences[number], inner=False)
        people = [
            index for token in before if not self._refers_back(token) and (index := self.person(token)) is not None
        ]
        fitting = [index for index in people if self.cast.suits(index, pronoun)]
        return tuple(fitting[:1])

    def main_subject(self, sentence: Span) -> Token | None:
        """The subject of a sentence's main clause, as a token."""
        return next(iter(_subjects(sentence, inner=False)), None)

    def subject(self, sentence: Span) -> int | None:
        """The one person who is the subject of a sentence's main clause, also as a pronoun."""
        people = (self.person(token) for token in _subjects(sentence, inner=False))
        return next((index for index in people if index is not None), None)

    def person(self, token: Token) -> int | None:
        """The single person, named or not, whom a subject outside quotations stands for."""
        index = None if self.wording.quoted(token) else self.cast.actor(named_beside(token))
        if index is None:
            return None
        draft = self.cast.drafts[index]
        single = draft.type == "Person" or (draft.type == "UnnamedSource" and not draft.plural)
        return index if single else None

    def _refers_back(self, token: Token) -> bool:
        """'The 44-year-old welder': a description with an age is of somebody who has been named."""
        words = self.cast.lexicon.discourse
        aged = any(child.lower_ in words.aged for child in children(token, "amod"))
        return aged and is_definite(token, frozenset(words.definite))


def _subjects(sentence: Span, *, inner: bool) -> list[Token]:
    """The subjects of a sentence's main clause, with ``inner`` of all; where the parse finds none, the first name."""
    subjects = [token for token in sentence if token.dep_ in ("nsubj", "nsubj:pass", "obl:agent")]
    main = [token for token in subjects if inner or token.head.dep_ == "root"]
    root = sentence.root
    if main or inner or children(root, "csubj", "expl"):
        return main
    return [token for token in sentence[: root.i - sentence.start] if token.ent_type_ == "PERSON"][:1]


def named_beside(subject: Token) -> Token:
    """The name in apposition to a description of one person: 'the commander of the guards, Majid Shojai, said'."""
    if subject.tag_ not in ("NN", "NNP") or subject.ent_type_ == "PERSON":
        return subject
    for token in subject.subtree:
        aside = token.dep_ in ("appos", "conj", "flat", "list") and token.ent_type_ == "PERSON" and token.i > subject.i
        if aside and token.nbor(-1).text == "," and token.head.ent_type_ != "PERSON":
            return token
    return _named_last_of(subject)


def _named_last_of(subject: Token) -> Token:
    """The name that a long title leads to right before the verb: 'Director for East Africa and the Horn Ann Lee said'."""
    last = subject.head.i - 1
    while last > subject.i and subject.doc[last].pos_ in ("AUX", "ADV"):
        last -= 1
    name = next((one for one in subject.doc.ents if one.label_ == "PERSON" and one.start <= last < one.end), None)
    if name is None or name.start <= subject.i + 1:
        return subject
    words = subject.doc[subject.i + 1 : name.start]
    title = words[-1].ent_type_ or words[-1].pos_ == "NOUN"
    plain = all(one.pos_ not in ("VERB", "AUX", "PRON") and not one.is_quote for one in words)
    return name.root if plain and title and words[-1].pos_ in ("NOUN", "PROPN") else subject


def set_apart(verb: Token) -> Token | None:
    """The name between two commas right before a verb: 'a teacher who gave only her first name, Rima, said'."""
    if verb.i < verb.sent.start + 3 or verb.nbor(-1).text != ",":
        return None
    name = next((one for one in verb.doc.ents if one.end == verb.i - 1 and one.start > verb.sent.start), None)
    if name is None:
        return _described_apart(verb)
    if verb.doc[name.start - 1].text != ",":
        return None
    apposed = name.label_ == "ORG" and name.root.dep_ == "appos"  # 'the aid office, OCHA, warned'
    return name.root if apposed or name.label_ == "PERSON" else None


def _described_apart(verb: Token) -> Token | None:
    """The name before a description between two commas: 'In Haripur, home to a camp, Zarmina, a widow, said'."""
    start = verb.i - 1
    while start > verb.sent.start and verb.doc[start - 1].text != "," and verb.i - start < _APART:
        start -= 1
    words = verb.doc[start : verb.i - 1]
    name = next((one for one in verb.doc.ents if one.end == start - 1 and one.label_ == "PERSON"), None)
    plain = len(words) > 1 and words[0].lower_ in ("a", "an") and all(one.pos_ not in ("VERB", "AUX") for one in words)
    return name.root if name is not None and plain else None


def holder(noun: Token) -> Token:
    """Of whom a noun is said, if it is said of a name: 'Omar is a citizen who says …'."""
    named = [one for one in children(noun, "nsubj") if one.ent_type_ == "PERSON"] if children(noun, "cop") else []
    return named[0] if named else noun
