"""What is found in ONE article: the seam between reading and everything after it.

All offsets are Unicode code points into ``Article.text``, end exclusive. Entities, time expressions, policies and
sentences are referred to by their index in the :class:`Reading`. A reading is a pure function of (article, lexicon,
model version) and serialises to JSON and back: ``msgspec.json.decode(msgspec.json.encode(r), type=Reading) == r``.
"""

from typing import Literal

import msgspec

Modality = Literal["actual", "planned", "requested", "threatened", "denied", "hypothetical"]
MentionKind = Literal["name", "nominal", "pronoun"]
SpeakerKind = Literal["named", "unnamed", "collective"]
Mode = Literal["direct", "indirect"]
Qualifier = Literal[
    "exact", "about", "nearly", "at-least", "more-than", "at-most", "less-than", "range", "vague", "unquantified"
]
Change = Literal["set", "extended", "restated"]
Status = Literal["announced", "in-force", "extended", "suspended", "ended", "unknown"]
SentenceKind = Literal["headline", "caption", "paragraph"]


class Sentence(msgspec.Struct, frozen=True):
    """A sentence that is read; it never crosses a paragraph. ``kind`` is that of its block."""

    start: int
    end: int
    kind: SentenceKind


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A place in the text where an entity is spoken of, and why it is taken for that entity."""

    start: int
    end: int
    kind: MentionKind
    reason: str


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """An actor or place of one article: all its mentions, joined.

    ``type`` is the local name of a class of the ontology (an actor type of the contract, or ``Place``); ``known`` the
    key of an entry of ``actors.ttl`` ('unhcr'), when it is one; ``label`` the best name in this text (of a known actor
    its preferred label); ``names`` every name used for it here, never a pronoun.
    """

    type: str
    label: str
    names: tuple[str, ...]
    mentions: tuple[Mention, ...]
    known: str | None = None


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True):
    """A date expression as written, and what its words alone fix.

    ``edtf`` holds the known parts, unknown digits as X: '2023-11-01', '2023-10', 'XXXX-12-13', 'XXXX-10', '2021', or
    an interval '2023-10-01/2023-11-01'; None for a purely relative one. ``weekday`` is 0 (Monday) to 6. A relative one
    ('last month', 'three weeks ago', 'Wednesday') has ``unit`` and ``offset`` (negative is past) from its ``anchor``:
    the publication date, or the time expression with that index; a weekday that has them is told by both, also by its
    distance from a 'deadline' of the article. ``tense`` is
    the direction that the sentence's verb gives a bare weekday or day-and-month. ``part`` narrows it: 'early', 'mid',
    'late', 'end', 'start'.
    ``relation`` is how the fact stands to it: on, since, by, before, after, until. ``over``: the sentence looks back on
    it ('had given them until November 1').
    """

    start: int
    end: int
    text: str
    edtf: str | None = None
    weekday: int | None = None
    unit: Literal["day", "week", "month", "year"] | None = None
    offset: int | None = None
    anchor: int | Literal["publication", "deadline"] | None = None
    tense: Literal["past", "present", "future"] | None = None
    part: Literal["early", "mid", "late", "start", "end"] | None = None
    relation: Literal["on", "since", "by", "before", "after", "until"] = "on"
    over: bool = False


class Bound(msgspec.Struct, frozen=True, kw_only=True):
    """When an article can have appeared, by what the world knows: words that speak of a known event or office.

    ``spans`` are the possible times, as first and last ISO day; None is open. Where ``time`` is set the expression with
    that index must mean a time with the ``day`` of the event in it ('since Assad fell last December'). ``why`` says it.
    """

    start: int
    end: int
    why: str
    spans: tuple[tuple[str | None, str | None], ...]
    time: int | None = None
    day: str | None = None


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """What all facts share: where they stand in the text, whose assertion they are, and the rule that found them.

    ``attributed_to`` holds entities; empty means the article's own voice. ``via`` lists who relayed it, outermost
    first. ``rule`` names the lexicon entry or pattern, for ``torkham explain``.
    """

    start: int
    end: int
    sentence: int
    rule: str
    attributed_to: tuple[int, ...] = ()
    via: tuple[int, ...] = ()


class Position(Fact, frozen=True, kw_only=True):
    """A person holds a role in an organisation; the span is the role phrase."""

    person: int
    role: str
    organisation: int


class EventReport(Fact, frozen=True, kw_only=True):
    """One mention of an event; the span is its trigger. Roles hold entities; ``request`` is the span of what is asked.

    ``place`` is where it happens or leads, else where it comes from; ``origin`` and ``destination`` say so of a movement
    where the words do.
    """

    type: str
    modality: Modality
    agent: tuple[int, ...] = ()
    patient: tuple[int, ...] = ()
    addressee: tuple[int, ...] = ()
    place: tuple[int, ...] = ()
    origin: tuple[int, ...] = ()
    destination: tuple[int, ...] = ()
    time: int | None = None
    request: tuple[int, int] | None = None


class Statement(Fact, frozen=True, kw_only=True):
    """Somebody's utterance in one sentence; the span is the reported words. ``via`` relays it, ``told_to`` hears it."""

    speaker: tuple[int, ...]
    speaker_kind: SpeakerKind
    mode: Mode
    told_to: tuple[int, ...] = ()
    time: int | None = None


class Figure(Fact, frozen=True, kw_only=True):
    """A count of people, families or households; the span is the number with its qualifier ('at least 130').

    ``lower`` and ``upper`` follow the contract's bounds; ``population`` holds the entities counted. ``part`` says that
    only some of that population are meant ('of them', 'a further', 'registered'), so that the count disputes no other.
    ``rival`` says that its words set it against another count ('however', 'but police put the figure at').
    """

    value: int | None
    lower: int | None
    upper: int | None
    qualifier: Qualifier
    measure: str
    population: tuple[int, ...] = ()
    place: tuple[int, ...] = ()
    time: int | None = None
    part: bool = False
    rival: bool = False


class Deadline(Fact, frozen=True, kw_only=True):
    """A date by which somebody must or may do something; the span is the date expression."""

    time: int
    change: Change
    policy: int | None = None
    previous: int | None = None
    set_by: tuple[int, ...] = ()
    applies_to: tuple[int, ...] = ()
    announced: int | None = None


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """A plan or programme spoken of in this article. ``named`` says whether ``label`` is the text's own name for it."""

    type: str
    label: str
    named: bool
    mentions: tuple[tuple[int, int], ...]
    issuer: tuple[int, ...] = ()
    targets: tuple[int, ...] = ()
    status: Status = "unknown"
    announced: int | None = None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Everything read in one article."""

    document: str
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    times: tuple[TimeExpression, ...]
    positions: tuple[Position, ...]
    events: tuple[EventReport, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    deadlines: tuple[Deadline, ...]
    policies: tuple[Policy, ...]
    bounds: tuple[Bound, ...] = ()
    publication: int | None = None
    """The time expression in which the text itself states its publication date, if any."""
