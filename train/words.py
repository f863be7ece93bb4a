"""The recipe's word lists, read from ``words.toml`` beside this file."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

FORM_TAGS = ("VB", "VBZ", "VBD", "VBN", "VBG")


@dataclass(frozen=True)
class Words:
    """See the comments in ``words.toml``; ``verbs`` has one tuple of replacements per Penn tag."""

    links: frozenset[str]
    titles: frozenset[str]
    demonym_endings: tuple[str, ...]
    verbs: dict[str, tuple[str, ...]]
    replaced_verbs: frozenset[str]
    nouns: dict[str, tuple[str, ...]]
    lemmas: tuple[str, ...]
    irregular: tuple[tuple[str, str, str], ...]


def load() -> Words:
    """The lists as one record."""
    data = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    forms = dict(zip(FORM_TAGS, map(tuple, zip(*data["verbs"]["forms"], strict=True)), strict=True))
    return Words(
        links=frozenset(data["links"]),
        titles=frozenset(data["titles"]),
        demonym_endings=tuple(data["demonym_endings"]),
        verbs={**forms, "VBP": forms["VB"]},
        replaced_verbs=frozenset(data["verbs"]["replace"]),
        nouns={name: tuple(words) for name, words in data["nouns"].items()},
        lemmas=tuple(data["lemmas"]["verbs"]),
        irregular=tuple(_three(verb) for verb in data["lemmas"]["irregular"].replace("\n", "|").split("|") if verb),
    )


def _three(verb: str) -> tuple[str, str, str]:
    base, past, participle = verb.split()
    return base, past, participle
