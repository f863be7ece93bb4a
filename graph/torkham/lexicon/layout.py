"""How English news pages are laid out (``lexicon/en/layout.toml``): cues of teasers, captions, bylines and noise."""

from functools import cache

import msgspec

from torkham import resources
from torkham.lexicon.files import load


class Press(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A paper, agency or organisation that publishes, under the names that datelines and credits give it."""

    label: str
    names: tuple[str, ...]


class Layout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file's lists, as written there; what each is for stands beside it."""

    teaser: tuple[str, ...]
    video: tuple[str, ...]
    bullets: tuple[str, ...]
    caption: tuple[str, ...]
    noise: tuple[str, ...]
    noise_starts: tuple[str, ...]
    noise_contains: tuple[str, ...]
    byline_starts: tuple[str, ...]
    byline_short: tuple[str, ...]
    stamping: tuple[str, ...]
    byline_contains: tuple[str, ...]
    published_in: tuple[str, ...]
    credit: tuple[str, ...]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    date_words: tuple[str, ...]
    press: tuple[Press, ...]


@cache
def layout() -> Layout:
    """The layout cues of English news pages, read once.

    Raises:
        OntologyError: the file is missing or malformed.
    """
    return load(resources.ontology() / "lexicon" / "en" / "layout.toml", Layout)
