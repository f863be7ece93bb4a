"""Entities while their article is being read, and whose words are whose."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from torkham.model import Mention


@dataclass(slots=True)
class Draft:
    """An entity while the article is being read.

    ``spots`` are the head tokens of its mentions, ``titles`` words of a person's offices. ``gender`` is 'f', 'm' or '',
    ``assumed`` the same where only a pronoun tells it.
    """

    type: str
    label: str
    known: str | None = None
    state: str | None = None
    noun: str = ""
    plural: bool = False
    gender: str = ""
    assumed: str = ""
    names: list[str] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)
    spots: list[Token] = field(default_factory=list)

    @property
    def is_place(self) -> bool:
        return self.type == "Place"


@dataclass(frozen=True)
class Voice:
    """Whom 'I' and 'we' mean in a stretch of tokens that somebody speaks."""

    tokens: range
    i: int
    we: int
