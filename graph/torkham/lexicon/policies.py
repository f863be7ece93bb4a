"""Words of policies and their deadlines (``lexicon/en/policies.toml``, ``deadlines.toml``)."""

from functools import cache

import msgspec

from torkham import resources
from torkham.lexicon.files import load
from torkham.model.reading import Status


class PolicyWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One ``[[policy]]``: a type of policy and how texts speak of it.

    A policy is one of ``heads`` (lemmas) together with one of ``topics`` (lemmas) beside it ('repatriation drive'),
    in its infinitive ('plan to deport') or after 'of'; ``alone`` heads need only people after 'on' or 'against'.
    """

    type: str
    heads: tuple[str, ...]
    topics: tuple[str, ...]
    alone: tuple[str, ...] = ()
    example: str
    not_: tuple[str, ...] = msgspec.field(name="not", default=())


class Policies(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``policies.toml``: the types, the ``named`` last words of official names, and what tells how things stand.

    ``topical`` ones of the names need a topic beside them ('Labor Law' is no policy here), ``single`` heads are none in
    the plural; the possessor of ``granted`` ones is whom they are granted to. ``stages`` are parts of a policy;
    the subject of an ``about`` verb only speaks of it; ``plain``
    adjectives at its beginning are no part of a label.

    ``status`` verbs have the policy as object or passive subject, the ``intransitive`` of them also as subject; ``nouns``
    of it do so under one of the ``deciding`` verbs ('announced the expansion of the drive'), ``resolving`` verbs announce
    an infinitive, ``conditions`` (lower case) undo it. ``joining`` prepositions lead to the topic of a policy noun.
    """

    policy: tuple[PolicyWords, ...]
    topical: tuple[str, ...]
    single: tuple[str, ...]
    granted: tuple[str, ...]
    stages: tuple[str, ...]
    about: tuple[str, ...]
    plain: tuple[str, ...]
    named: tuple[str, ...]
    other: str
    status: dict[Status, tuple[str, ...]]
    nouns: dict[Status, tuple[str, ...]]
    intransitive: tuple[str, ...]
    deciding: tuple[str, ...]
    resolving: tuple[str, ...]
    conditions: tuple[str, ...]
    joining: tuple[str, ...]


class Deadlines(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``deadlines.toml``; lemmas unless said otherwise.

    ``named`` (lower case) are a date by which; ``nouns`` last until one, ``spans`` stand after a span of time, ``former``
    adverbs before a date that was replaced. ``effect`` phrases put an ``ending`` of somebody's stay into force,
    ``ousting`` verbs do so from a day on,
    ``completing`` verbs bring it or one of the ``operations`` to its end; ``emptying`` does so to a place, which
    ``wishing`` verbs want ``gone`` (as written); ``facilities`` are used until ``stopping``, ``schemes`` of them are
    over then; ``supplies`` that last until a date bind nobody;
    ``held`` words after 'remain' bind nobody. ``failing`` verbs stand for a negation, ``asking`` ones leave an extension
    open, ``wishing`` ones order only what others are to do, ``forecasting`` words nothing, ``advancing`` verbs with one
    of their words bring a date forward. ``expiring`` verbs have it (or one of ``papers``) as subject and the date beside
    them; ``receiving`` people takes no time;
    ``supposing`` words are above what is to end; ``setting``, ``extending`` and ``granting`` are verbs of who sets,
    prolongs or gives it, ``extensions`` nouns of it;
    ``ordering`` verbs oblige somebody to an infinitive, ``commanding`` ones take a noun too ('ordered the closure by'),
    ``modals`` (lower case) oblige a subject, ``permitting`` modals and verbs allow one of the ``staying`` verbs;
    ``acts`` are what people must do even where no order is told; ``threats`` follow in 'or face arrest'; ``policies``
    are the policy types that have deadlines.
    """

    named: tuple[str, ...]
    spans: tuple[str, ...]
    former: tuple[str, ...]
    advancing: dict[str, tuple[str, ...]]
    effect: tuple[str, ...]
    ousting: tuple[str, ...]
    ending: tuple[str, ...]
    completing: tuple[str, ...]
    operations: tuple[str, ...]
    emptying: tuple[str, ...]
    gone: tuple[str, ...]
    facilities: tuple[str, ...]
    schemes: tuple[str, ...]
    supplies: tuple[str, ...]
    stopping: tuple[str, ...]
    held: tuple[str, ...]
    failing: tuple[str, ...]
    asking: tuple[str, ...]
    wishing: tuple[str, ...]
    forecasting: tuple[str, ...]
    nouns: tuple[str, ...]
    papers: tuple[str, ...]
    expiring: tuple[str, ...]
    setting: tuple[str, ...]
    supposing: tuple[str, ...]
    extending: tuple[str, ...]
    extensions: tuple[str, ...]
    receiving: tuple[str, ...]
    granting: tuple[str, ...]
    ordering: tuple[str, ...]
    commanding: tuple[str, ...]
    modals: tuple[str, ...]
    permitting: tuple[str, ...]
    staying: tuple[str, ...]
    acts: tuple[str, ...]
    threats: tuple[str, ...]
    policies: tuple[str, ...]


@cache
def policies() -> Policies:
    """The shipped ``policies.toml``; raises OntologyError where it is malformed."""
    return load(resources.ontology() / "lexicon" / "en" / "policies.toml", Policies)


@cache
def deadlines() -> Deadlines:
    """The shipped ``deadlines.toml``; raises OntologyError where it is malformed."""
    return load(resources.ontology() / "lexicon" / "en" / "deadlines.toml", Deadlines)
