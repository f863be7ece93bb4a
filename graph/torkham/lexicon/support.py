"""Verbs that lend their arguments to an event noun: 'face arrest', 'carried out attacks' (``lexicon/en/support.toml``)."""

from functools import cache
from typing import Literal

import msgspec

from torkham import resources
from torkham.lexicon.files import load

Deep = Literal["subject", "object", "addressee"]


class Support(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One ``[[support]]``: verbs (lemmas, with particle) whose subject is an argument of the event noun beside them.

    ``noun`` says where the event noun stands: the verb's 'object' (of a passive its subject), its 'subject', or after
    a preposition ('subjected to deportation': 'to'). ``subject`` is the part that the verb's subject plays in the
    noun's event, ``object`` the one of its object when the noun stands elsewhere: 'subject' who acts, 'addressee' who is
    spoken to, 'object' who
    undergoes. Which role that is, the noun's frame tells.
    """

    verbs: tuple[str, ...]
    noun: str
    subject: Deep | None = None
    object: Deep | None = None
    example: str


class SupportFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file."""

    support: tuple[Support, ...]


@cache
def supports() -> tuple[Support, ...]:
    """The support verbs of English, read once.

    Raises:
        OntologyError: the file is missing or malformed.
    """
    return load(resources.ontology() / "lexicon" / "en" / "support.toml", SupportFile).support
