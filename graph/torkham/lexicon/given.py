"""What tells a woman from a man in English news: given names, titles, nouns (``lexicon/en/given.toml``)."""

import unicodedata
from functools import cached_property

import msgspec


class Given(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """The file; lower case, names without accents.

    ``women`` and ``men`` are given names, ``women_words`` and ``men_words`` titles before names and nouns for one
    person. ``single`` nouns of people mean one person in the singular, so that 'he' or 'she' may refer to it.
    ``naming`` verbs lead with 'as' to the name of somebody described before. ``she`` and ``he`` are pronoun forms.
    """

    women: tuple[str, ...]
    men: tuple[str, ...]
    women_words: tuple[str, ...]
    men_words: tuple[str, ...]
    single: tuple[str, ...]
    naming: tuple[str, ...]
    she: tuple[str, ...]
    he: tuple[str, ...]

    @cached_property
    def _names(self) -> dict[str, str]:
        return dict.fromkeys(self.men, "m") | dict.fromkeys(self.women, "f")

    @cached_property
    def _words(self) -> dict[str, str]:
        return dict.fromkeys(self.men_words, "m") | dict.fromkeys(self.women_words, "f")

    def of_name(self, name: str) -> str:
        """'f' or 'm' where the first word of a full name that is listed tells it, else ''; one word alone tells too."""
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
        words = [word for word in plain.split() if word not in self._words]
        given = words[:-1] or words
        return next((self._names[word] for word in given if word in self._names), "")

    def of_pronoun(self, form: str) -> str:
        """'f' or 'm' of a pronoun in lower case, else ''."""
        return "f" if form in self.she else "m" if form in self.he else ""

    def of_word(self, word: str) -> str:
        """'f' or 'm' where a title or noun tells it, else ''."""
        return self._words.get(word.casefold(), "")
