"""What the article reports somebody as saying in one sentence."""

from dataclasses import dataclass

from spacy.tokens import Token

from torkham.model.reading import Mode

Tokens = tuple[int, int]


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
    denied: bool = False
    """Whether the speaker denies, disputes or rules out what the words say."""

    def covers(self, i: int) -> bool:
        """Whether token ``i`` belongs to the reported words."""
        return any(start <= i < end for start, end in self.parts)

    @property
    def size(self) -> int:
        return sum(end - start for start, end in self.parts)
