"""Words by which English news tells who said something (``lexicon/en/reporting.toml``)."""

from functools import cache
from typing import Literal

import msgspec

from torkham import resources
from torkham.lexicon.files import load

Stance = Literal["neutral", "claim", "affirm", "concede", "deny", "think", "estimate", "find", "hear", "relay"]
Hearer = Literal["object", "to", "with", "none"]


class Verb(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One ``[[verb]]``: verbs of saying that behave alike.

    ``lemmas`` may hold a particle ('point out'). ``stance`` is how the speaker stands to the words: 'relay' marks
    verbs by which one voice passes on another's ('quote', 'cite'), whose object is then the first speaker.
    ``hearer`` is where the one spoken to stands: the object ('told Reuters'), after 'to' or 'with', or nowhere.
    ``quotes`` says whether the verb introduces quoted words ('"…," she added'), ``clause`` whether a that-clause,
    ``infinitive`` whether a to-infinitive is what was said ('promised to resubmit it'), ``gerund`` whether an -ing
    clause is ('denied targeting Afghans'), ``nominal`` whether a mere object is ('announced a crackdown').
    ``bare`` ones are a report although nothing follows that is reported ('as the agency reported'). ``needs_person``
    ones speak only with a speaker who can: people, bodies, documents; ``counting`` ones only of a number behind 'at' ('put the
    toll at 30', not 'put them on planes'). ``example`` shows the use.
    """

    lemmas: tuple[str, ...]
    example: str
    stance: Stance = "neutral"
    hearer: Hearer = "none"
    quotes: bool = True
    clause: bool = True
    infinitive: bool = False
    gerund: bool = False
    nominal: bool = False
    bare: bool = False
    needs_person: bool = False
    counting: bool = False


class Reporting(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file.

    ``source_phrases`` stand before a speaker without any verb ('according to'); ``source_verbs`` are participles with
    the same job ('citing', 'quoting') whose object is the voice relayed. ``utterances`` are nouns for something said
    that has a speaker ('a statement by', 'UNHCR's report'); ``relation`` prepositions lead from them to the speaker,
    ``content`` ones to what is said. ``media`` name where it was said ('on X', 'in a tweet', 'at a news conference'),
    after one of ``media_prepositions``. ``listeners`` are nouns of those who are told things as their trade
    ('reporters'). ``hearsay`` adverbs and phrases mark words as somebody's without saying whose. ``anonymity``
    phrases are said of speakers without a name. ``quoted_as`` phrases stand between a speaker and the words that
    others report of him ('was quoted by AFP as saying'). ``naming`` words before quotation marks say that they hold a
    name ('titled "…"'), ``asking`` words open an indirect question ('described how …'). What stands under a
    ``doubtful`` conjunction is said by nobody ('if he says that'), what is thought under a ``timed`` one is a condition
    ('when people feel that it is safe'); nor do those speak who are the subject of an ``unspoken`` verb ('declined to say').
    ``views`` are nouns for an opinion whose owner says what follows ('in the agency's view'), ``showing`` verbs end a sentence
    (', UN data show.'). With ``adding`` participles after a comma the same speaker says something more. To ask that
    one's ``identity`` be withheld is to tell nothing.
    """

    verb: tuple[Verb, ...]
    source_phrases: tuple[str, ...]
    source_verbs: tuple[str, ...]
    utterances: tuple[str, ...]
    relation: tuple[str, ...]
    content: tuple[str, ...]
    media: tuple[str, ...]
    media_prepositions: tuple[str, ...]
    listeners: tuple[str, ...]
    hearsay: tuple[str, ...]
    anonymity: tuple[str, ...]
    quoted_as: tuple[str, ...]
    naming: tuple[str, ...]
    asking: tuple[str, ...]
    showing: tuple[str, ...]
    doubtful: tuple[str, ...]
    timed: tuple[str, ...]
    unspoken: tuple[str, ...]
    identity: tuple[str, ...]
    views: tuple[str, ...]
    adding: tuple[str, ...]


@cache
def reporting() -> Reporting:
    """The reporting words of English, read once.

    Raises:
        OntologyError: the file is missing or malformed.
    """
    return load(resources.ontology() / "lexicon" / "en" / "reporting.toml", Reporting)


@cache
def denials() -> frozenset[str]:
    """The verbs by which a speaker denies what others say: 'deny', 'dispute', 'dismiss'."""
    return frozenset(lemma for verb in reporting().verb if verb.stance == "deny" for lemma in verb.lemmas)
