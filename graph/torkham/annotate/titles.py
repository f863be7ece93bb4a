"""Titles that a name finder takes for a part of the name: 'CJI' of 'CJI Ranjan Gogoi', 'West' of 'SSP West Irfan Ali'."""

from dataclasses import dataclass

from spacy.tokens import Span


@dataclass(frozen=True)
class Titles:
    """Words before a person's name: ``words`` in lower case, ``abbreviations`` as written, ``posts`` that follow one of these.

    ``bodies``, in lower case, after a name make it that of a body: 'Duncan Lewis Solicitors'. ``people`` are
    nouns for one person ('widow').
    """

    words: frozenset[str]
    abbreviations: frozenset[str]
    posts: frozenset[str]
    bodies: frozenset[str]
    people: frozenset[str]

    def housed(self, name: Span) -> Span:
        """A name with the word after it that makes it a body's: 'Duncan Lewis Solicitors', 'Edhi Foundation'."""
        if name.label_ == "LOC" or name.end >= len(name.doc):
            return name
        after = name.doc[name.end]
        body = after.lower_ in self.bodies and after.text[:1].isupper() and name.doc[name.end - 1].whitespace_
        free = body and not after.ent_type_
        return Span(name.doc, name.start, name.end + 1, label="ORG") if free else name

    def without(self, name: Span) -> Span:
        """A person's name without the titles at its beginning; a lone word stays."""
        if name.label_ != "PERSON":
            return name
        doc, start = name.doc, name.start
        while start < name.end - 1 and self._is_title(name, start):
            start += 1
        return name if start == name.start else Span(doc, start, name.end, label=name.label_)

    def leads(self, name: Span, persons: set[int]) -> bool:
        """Whether it is a post before a person, who begins at one of these tokens: 'Khyber Captain (retd) Sanaullah Khan'."""
        if name.label_ != "PERSON" or len(name) == 1 or name[-1].lower_ not in self.words:
            return False
        rest = name.doc[name.end : name.end + 3]
        aside = [one.text for one in rest if not one.is_alpha] == ["(", ")"]
        return name.end + (3 if aside else 0) in persons

    def _is_title(self, name: Span, at: int) -> bool:
        word = name.doc[at]
        before = name.doc[at - 1] if at else None
        post = word.lower_ in self.posts and before is not None and before.text in self.abbreviations
        return word.lower_ in self.words or word.text in self.abbreviations or post


NONE = Titles(frozenset(), frozenset(), frozenset(), frozenset(), frozenset())
