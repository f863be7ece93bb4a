"""The tokeniser: spaCy's rules for English, with the conventions of news text and of the UD English treebanks.

Whole stay: '#AfghanEvac', 'RFE/RL', '9,56,720', 'U.S.', initials and the abbreviations of ``conventions.toml``.
Apart go: 'RFE/RL' + ''s', and glued sentences ('Pipeline"The', 'country.”The').
"""

import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, CONCAT_QUOTES, HYPHENS, LIST_ELLIPSES, LIST_ICONS
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry
from spacy.vocab import Vocab

CONVENTIONS = Path(__file__).with_name("english") / "conventions.toml"
QUOTES = '"“”'
MARKUP = r"</?[A-Za-z][^<>]{0,200}>|&[a-z]{2,8};"
"""Remnants of HTML stand apart from the words."""

INFIXES = [
    MARKUP,
    *LIST_ELLIPSES,
    *LIST_ICONS,
    r"(?<=[0-9])[+\-\*^](?=[0-9-])",
    rf"(?<=[{ALPHA_LOWER}])[.?!](?=[{QUOTES}][{ALPHA_UPPER}])",
    rf"(?<=[{ALPHA_LOWER}.?!,])[{QUOTES}](?=[{ALPHA_UPPER}])",
    rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
    rf"(?<=[{ALPHA_LOWER}])[?!](?=[{ALPHA_UPPER}])",
    rf"(?<=[{ALPHA}]),(?=[{ALPHA}{QUOTES}])",
    rf"(?<=[{ALPHA}])(?:{HYPHENS})(?=[{ALPHA}])",
    rf"(?<=[{ALPHA}0-9])[:<>=](?=[{ALPHA}])",
    rf"(?<=[{ALPHA_LOWER}0-9])/(?=[{ALPHA}])",
    rf"(?<=[{ALPHA}0-9])/(?=[{ALPHA_LOWER}])",
]


class Conventions:
    """What ``conventions.toml`` says of abbreviations."""

    def __init__(self, path: Path = CONVENTIONS) -> None:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        self.abbreviations = tuple(data["abbreviations"])
        self.before_names = frozenset(data["before_names"])


class NewsTokenizer:
    """spaCy's tokeniser under other rules; it is made anew from the rules, so nothing of it is stored on disk."""

    def __init__(self, vocab: Vocab) -> None:
        defaults = English.Defaults
        exceptions = dict(defaults.tokenizer_exceptions or {})
        exceptions |= {word: [{"ORTH": word}] for word in Conventions().abbreviations}
        prefixes = [p for p in defaults.prefixes or () if p != "#"]
        prefixes += [rf"#(?![{ALPHA}0-9_])", rf"[-–—]/(?=[{ALPHA}])", MARKUP]
        self.vocab = vocab
        self.inner = Tokenizer(
            vocab,
            rules=exceptions,
            prefix_search=compile_prefix_regex(prefixes).search,
            suffix_search=compile_suffix_regex([*(defaults.suffixes or ()), MARKUP]).search,
            infix_finditer=compile_infix_regex(INFIXES).finditer,
            token_match=None,
            url_match=defaults.url_match,
        )

    def __call__(self, text: str) -> Doc:
        """The text as a Doc with ``doc.text == text``."""
        doc: Doc = self.inner(text)
        return doc

    def to_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> None:
        """Nothing to write."""

    def from_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> "NewsTokenizer":
        """Nothing to read."""
        return self

    def to_bytes(self, exclude: Iterable[str] = ()) -> bytes:
        """Nothing to pack."""
        return b""

    def from_bytes(self, data: bytes, exclude: Iterable[str] = ()) -> "NewsTokenizer":
        """Nothing to unpack."""
        return self


def make_tokenizer() -> Callable[[Language], NewsTokenizer]:
    """The registered maker, as spaCy's ``config.cfg`` names it."""
    return lambda nlp: NewsTokenizer(nlp.vocab)


registry.tokenizers.register("torkham.NewsTokenizer.v1", func=make_tokenizer)
