"""Head nouns that tell what kind of organisation a name or description is (``lexicon/en/organisations.toml``)."""

from functools import cache

import msgspec

from torkham import resources
from torkham.lexicon.files import load


class Kind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One ``[[kind]]``: head nouns (lemmas, lower case, also of several words) of organisations of one type.

    ``type`` is the local name of a class of the ontology. Of several heads that end a name the longest wins ('police
    force' before 'force'). ``beginnings`` are first words that show the type ('Ministry of …'). ``named_only`` heads
    tell it only inside a proper name ('Front' in 'National Resistance Front', not 'the front'). ``needs`` are words,
    lower case, one of which must stand elsewhere in the phrase ('rights' in 'rights group').
    """

    type: str
    heads: tuple[str, ...]
    example: str
    beginnings: tuple[str, ...] = ()
    named_only: bool = False
    needs: tuple[str, ...] = ()


class Organisations(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file; the first ``kind`` that fits wins.

    ``company_suffixes`` end a company's name ('Ltd'). ``buildings`` end names of places that never act ('Jinnah
    Airport'). ``rulers`` beside the name of a movement say that it rules ('Taliban government'). ``facilities``, with
    their types, are bodies only where somebody runs them. ``vague`` heads name none alone or in the plural,
    ``taking_part`` ones none with 'to' ('parties to the conflict'). ``kinds`` stand
    right after a body's name and only say what it is ('the Dawn newspaper'). Of ``national`` bodies a state has one each:
    without an owner they are those of the country in which the text is written. ``federal`` are names, with 'the', of the
    government of these states. ``papers``, as written, look like names of bodies or persons and are none ('PoR', 'God').
    ``endings`` after a name make it that of a body ('Duncan Lewis Solicitors').
    """

    kind: tuple[Kind, ...]
    company_suffixes: tuple[str, ...]
    buildings: tuple[str, ...]
    rulers: tuple[str, ...]
    facilities: dict[str, str]
    vague: tuple[str, ...]
    taking_part: tuple[str, ...]
    kinds: tuple[str, ...]
    national: tuple[str, ...]
    papers: tuple[str, ...]
    endings: tuple[str, ...]
    federal: dict[str, tuple[str, ...]]


@cache
def organisations() -> Organisations:
    """The organisation words of English, read once.

    Raises:
        OntologyError: the file is missing or malformed.
    """
    return load(resources.ontology() / "lexicon" / "en" / "organisations.toml", Organisations)
