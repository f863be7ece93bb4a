"""Offices and titles that English news gives people (``lexicon/en/roles.toml``)."""

from functools import cache

import msgspec

from torkham import resources
from torkham.lexicon.files import load


class Roles(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file; lower case, without article.

    ``heads`` are nouns that name an office by themselves ('president'); ``compounds`` offices of several words whose
    head alone would say less ('chief of staff', 'prime minister'); ``portfolios`` the words before 'minister',
    'secretary', 'ministry' that belong to the office ('interior'), with ``portfolio_heads`` naming those heads.
    ``modifiers`` stand before an office and belong to its phrase ('caretaker', 'deputy'); ``former`` ones end it
    ('ex-'). ``links`` are prepositions that lead to the organisation ('spokesperson for UNHCR'). ``national`` offices
    belong to a state when nothing else is said ('Pakistani prime minister'); ``spokes`` are offices that speak for
    others. ``honorifics`` and ``ranks`` stand before a name and are no part of it; ``post_nominals`` after it.
    ``name_parts`` are small words inside names ('ul', 'bin'); ``appointing`` verbs take a person and an office
    ('was appointed commissioner'), ``leading`` verbs a person and an organisation ('heads the agency') and give the
    office named as value; ``choosing`` are those of the appointing verbs whose object is who is appointed.
    ``abbreviations`` (upper case) stand for the office given. Of ``abroad`` offices 'to', 'in' and 'for' tell where
    they are sent, not whom they serve. ``sovereign`` phrases name offices of a whole state. ``unreal`` auxiliaries and
    adverbs say that an office is not held, or not yet. ``trades`` are heads that a country or town does not give.
    What follows 'of' after ``local`` offices is a place; ``posts`` follow an abbreviation before a name ('SSP West').
    ``seats`` are the words for the house of an office ('ministry'); each group of ``alike`` words means one trade.
    """

    heads: tuple[str, ...]
    compounds: tuple[str, ...]
    portfolios: tuple[str, ...]
    portfolio_heads: tuple[str, ...]
    modifiers: tuple[str, ...]
    former: tuple[str, ...]
    links: tuple[str, ...]
    national: tuple[str, ...]
    spokes: tuple[str, ...]
    honorifics: tuple[str, ...]
    ranks: tuple[str, ...]
    post_nominals: tuple[str, ...]
    name_parts: tuple[str, ...]
    appointing: tuple[str, ...]
    choosing: tuple[str, ...]
    abroad: tuple[str, ...]
    sovereign: tuple[str, ...]
    unreal: tuple[str, ...]
    leading: dict[str, str]
    abbreviations: dict[str, str]
    trades: tuple[str, ...]
    seats: dict[str, str]
    local: tuple[str, ...]
    posts: tuple[str, ...]
    alike: tuple[tuple[str, ...], ...]


@cache
def roles() -> Roles:
    """The offices and titles of English, read once.

    Raises:
        OntologyError: the file is missing or malformed.
    """
    return load(resources.ontology() / "lexicon" / "en" / "roles.toml", Roles)
