"""How English writes numbers, and which words say what a counted group does (``numbers.toml``, ``measures.toml``)."""

from functools import cache

import msgspec

from torkham import resources
from torkham.lexicon.files import load
from torkham.lexicon.frames import Role
from torkham.model.reading import Qualifier


class Numbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``numbers.toml``. Words are lower case; a phrase has single blanks.

    ``units`` are added up (twenty, five), ``scales`` multiply (thousand, lakh), ``letters`` are scales written onto
    the digits (1.7m), ``fractions`` multiply a scale after 'a' ('half a million'), ``packs`` count by themselves
    ('two dozen'). ``vague`` magnitudes have bounds. ``few`` are determiners that leave a magnitude vague ('several
    hundred'). ``before`` and ``after`` are qualifiers by their place. ``joins`` and ``between`` make ranges.
    ``unquantified`` say how many without a number, as predicates of 'the number of'. ``currencies`` before and
    ``things`` after a number show that no people are counted; ``rates`` may follow a count ('a day'), ``shares`` in
    brackets, ``aboard`` phrases after whoever is on a vehicle; a number after ``ages`` is an age.
    """

    units: dict[str, int]
    scales: dict[str, int]
    letters: dict[str, int]
    fractions: dict[str, float]
    packs: dict[str, int]
    vague: dict[str, tuple[int, int]]
    few: tuple[str, ...]
    before: dict[Qualifier, tuple[str, ...]]
    after: dict[Qualifier, tuple[str, ...]]
    joins: tuple[str, ...]
    unquantified: tuple[str, ...]
    currencies: tuple[str, ...]
    things: tuple[str, ...]
    rates: tuple[str, ...]
    shares: tuple[str, ...]
    aboard: tuple[str, ...]
    ages: tuple[str, ...]


class Measure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One ``[[measure]]``: words that say what the counted people do or undergo.

    ``verbs`` are lemmas, with a particle or fixed word after them if they need one ('send back'); ``counted`` are the
    slots in which the people stand: subject, object, indirect, or a preposition. ``adjectives`` are predicates or
    describe the people ('eligible', 'displaced'); ``nouns`` have the people after one of the prepositions ``with``
    or are themselves the people ('deportee'). ``unreal`` is the measure where it is only planned, ordered, asked for
    ``needs``: one of these words must stand in the verb's own phrase, none of ``unless``; one of the ``agents``
    must be its subject. ``under``: one of these must govern or describe the noun ('revoked the visas of').
    ``settings`` are nouns in, on or under which the people are ('in the pipeline').
    """

    name: str
    example: str
    verbs: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    with_: tuple[str, ...] = msgspec.field(name="with", default=("of",))
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    unreal: str | None = None
    begun: str | None = None
    obliged: str | None = None
    weight: int = 0
    not_: tuple[str, ...] = msgspec.field(name="not", default=())


class Act(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One ``[[act]]``: the measure of the people who fill a role in an event, and the one where it is not (yet) done."""

    event: str
    role: Role
    measure: str
    unreal: str | None = None


class Measures(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``measures.toml``; lemmas unless said otherwise. What each list is for stands beside it in the file.

    ``starting``, ``ordering``, ``obliging``, ``modals``, ``averting`` and ``risking`` tell that an act is not (yet) done;
    ``acts`` are nouns that count people where they are counted, ``tallies`` nouns for somebody's count;
    ``stock`` are people who are where they are counted, unless a verb says more; ``linking`` verbs only link to an adjective;
    who does something ``crossing`` into his own country comes home;
    what is only begun with an ``attempting`` verb is not done; ``grounds`` are places without a name;
    ``ergative`` verbs people do by themselves unless an agent or a ``forcing`` adverb says otherwise;
    ``carrying`` verbs have a vehicle as their subject that takes the people where it goes;
    ``including``, ``holding``, ``parts`` and ``restricting`` tie a part to a whole; what stands under a ``denying`` verb
    is not its subject's count, what a ``naming`` verb speaks 'of' is; ``contrasting`` words set a
    count against another, ``comparing`` ones measure it by the one before; ``counting``, ``human_counts``,
    ``reaching``, ``summing`` and ``putting`` belong to 'the number of … reached'; ``estimating`` and ``recording`` verbs have who
    gives the figure as their subject; ``hosting`` ones the place, ``light`` ones only where it is a place. A bare number
    after an ``ambiguous`` verb counts nobody. ``bodily`` measures fit people counted by office or trade, ``foreign``
    ones too where a nationality stands before it.
    """

    measure: tuple[Measure, ...]
    act: tuple[Act, ...]
    starting: tuple[str, ...]
    ordering: tuple[str, ...]
    modals: tuple[str, ...]
    obliging: tuple[str, ...]
    averting: tuple[str, ...]
    including: tuple[str, ...]
    estimating: tuple[str, ...]
    counting: tuple[str, ...]
    human_counts: tuple[str, ...]
    reaching: tuple[str, ...]
    summing: tuple[str, ...]
    putting: tuple[str, ...]
    recording: tuple[str, ...]
    restricting: tuple[str, ...]
    denying: tuple[str, ...]
    naming: tuple[str, ...]
    contrasting: tuple[str, ...]
    comparing: tuple[str, ...]
    hosting: tuple[str, ...]
    light: tuple[str, ...]
    risking: tuple[str, ...]
    holding: tuple[str, ...]
    parts: tuple[str, ...]
    acts: tuple[str, ...]
    stock: tuple[str, ...]
    crossing: tuple[str, ...]
    linking: tuple[str, ...]
    attempting: tuple[str, ...]
    grounds: tuple[str, ...]
    ergative: tuple[str, ...]
    forcing: tuple[str, ...]
    carrying: tuple[str, ...]
    tallies: tuple[str, ...]
    ambiguous: tuple[str, ...]
    bodily: tuple[str, ...]
    foreign: tuple[str, ...]


@cache
def numbers() -> Numbers:
    """The shipped ``numbers.toml``; raises OntologyError where it is malformed."""
    return load(resources.ontology() / "lexicon" / "en" / "numbers.toml", Numbers)


@cache
def measures() -> Measures:
    """The shipped ``measures.toml``; raises OntologyError where it is malformed."""
    return load(resources.ontology() / "lexicon" / "en" / "measures.toml", Measures)
