"""Event frames: which words tell of which event, and what their arguments are in it (``lexicon/en/frames/*.toml``)."""

from typing import Literal

import msgspec

Role = Literal["agent", "patient", "addressee", "place", "origin", "request", "topic", "instrument", "none"]
End = Literal["origin", "destination"]
Filler = Literal["people", "person", "organisation", "state", "actor", "place", "thing", "any"]


class Frame(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One ``[[frame]]``: a group of words that behave alike.

    ``verbs`` are lemmas, with their particle or fixed adverb if they need one ('send back'); ``nouns`` are
    nominalisations ('expulsion', also compounds: 'mass arrest'); ``adjectives`` are predicates ('barred').
    ``subject``, ``object``, ``indirect`` and the prepositions of ``with_`` say which role an argument fills.
    ``doer`` is the role of who acts in a that-clause ('demanded that Iran stop': the addressee).
    ``complement`` is the role of a to-infinitive or that-clause, ``control`` the role that acts in that infinitive.
    ``subject_is``/``object_is``/``with_is`` restrict what may fill them; ``object_heads`` the head noun's lemma
    ('deadline'); ``needs`` lists arguments without which the words mean something else ('object', 'to', 'that',
    'infinitive', 'complement' for either clause, 'object+to' for both): one of them must be there. ``unless`` lists
    lemmas that change the meaning where one heads any argument but the subject, or a modifier ('party': expelled from
    the party), ``subject_unless`` those that do so as the subject ('earthquake': killed by it); ``complement_heads`` the
    only verbs that an infinitive may have ('forced to leave'). ``homeward`` says that the movers go to their own country
    (true: unless the text tells otherwise) or leave it (false: only where the text tells). ``ends`` says which argument
    ('object', 'in') is where a movement comes from or leads, where the preposition alone does not say so. ``modality``
    overrides the clause's own. ``example`` must yield the event, ``not_`` must not.
    """

    event: str
    example: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    subject: Role = "agent"
    object: Role = "patient"
    indirect: Role = "addressee"
    with_: dict[str, Role] = msgspec.field(name="with", default_factory=dict)
    complement: Role = "none"
    complement_heads: tuple[str, ...] = ()
    doer: Role = "none"
    control: Literal["subject", "object", "none"] = "none"
    subject_is: tuple[Filler, ...] = ()
    object_is: tuple[Filler, ...] = ()
    with_is: dict[str, tuple[Filler, ...]] = msgspec.field(default_factory=dict)
    object_heads: tuple[str, ...] = ()
    subject_heads: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    subject_unless: tuple[str, ...] = ()
    homeward: bool | None = None
    ends: dict[str, End] = msgspec.field(default_factory=dict)
    modality: Literal["actual", "planned", "requested", "threatened", "denied", "hypothetical"] | None = None
    not_: str | tuple[str, ...] = msgspec.field(name="not", default=())


class FrameFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of frames."""

    frame: tuple[Frame, ...]
