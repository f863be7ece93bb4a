"""Words that say an event is planned, asked for, threatened, denied or merely possible (``lexicon/en/hedges.toml``).

The form follows ConText as medspaCy has it: a cue, its category, the direction and the scope in which it works, and
cues that cancel another's work. Chapman et al. 2007, "ConText: An algorithm for identifying contextual features".
"""

from functools import cache
from typing import Literal

import msgspec

from torkham import resources
from torkham.lexicon.files import load

Modality = Literal["actual", "planned", "requested", "threatened", "denied", "hypothetical"]
Kind = Literal["verb", "noun", "adjective", "adverb", "auxiliary", "preposition", "conjunction"]
Scope = Literal["own", "complement", "object", "sentence", "clause"]


class Cue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One ``[[cue]]``: lemmas (of several words where needed) that give the event in their scope a modality.

    ``kind`` is the part of speech. ``scope`` says which event is meant, seen from the cue: 'own' the predicate that
    the cue modifies or helps ('will deport'); 'complement' the infinitive, -ing form or that-clause under it ('plans
    to deport', also nouns: 'plan to deport'); 'object' a noun that is its object or follows 'of', 'for', 'with' ('face
    deportation'); 'sentence' the sentence under a verb ('denied that it had deported them'); 'clause' everything in the
    clause that it opens ('if deported'). Several may stand together. ``negated`` is the modality where the cue itself is
    negated ('did not promise to release'). ``strength`` decides between cues on one event, the higher wins. ``example``
    holds an event of that modality.
    """

    words: tuple[str, ...]
    kind: Kind
    modality: Modality
    scope: tuple[Scope, ...]
    example: str
    negated: Modality | None = None
    strength: int = 1


class Hedges(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file.

    ``negations`` are forms that deny the word they modify ('not', 'never'); ``double`` verbs that deny once more and
    so cancel a negation or mean the event ('did not stop deporting'); ``phases`` verbs that leave the event actual
    ('began deporting'); ``claims`` nouns whose content is denied with them ('rejected accusations of deporting');
    ``pseudo`` sequences look like a cue and are none ('not only'); who is asked to do a ``giving_up`` verb to a plan has it.
    """

    cue: tuple[Cue, ...]
    negations: tuple[str, ...]
    double: tuple[str, ...]
    giving_up: tuple[str, ...]
    phases: tuple[str, ...]
    claims: tuple[str, ...]
    pseudo: tuple[str, ...]


@cache
def hedges() -> Hedges:
    """The modality cues of English, read once.

    Raises:
        OntologyError: the file is missing or malformed.
    """
    return load(resources.ontology() / "lexicon" / "en" / "hedges.toml", Hedges)
