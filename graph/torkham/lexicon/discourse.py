"""How English texts refer back: pronouns, partitives and the nouns that stand for something named before."""

import msgspec


class Discourse(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``lexicon/en/discourse.toml``; all lemmas unless said otherwise.

    ``partitives`` only measure what follows 'of' ('scores of Afghans'); ``government`` nouns with a state name the
    state itself ('Pakistani authorities'); ``collectives`` may refer back to a body or coalition ('the groups');
    ``umbrella`` words before one say only whose body it is ('the UN agency');
    ``home`` nouns refer to a country by its people or by what was spoken of ('their country', 'the country');
    ``dwellings`` are forms of them that mean houses ('homes');
    ``localities`` are places without a name, ``sites`` those of events; ``documents`` speak for their
    authors ('the letter said'); ``citizens`` alone are those of the state that acts;
    ``generic`` people nouns add nothing to a nationality ('Afghan nationals' are Afghans). ``singular``,
    ``plural``, ``neuter``, ``first_singular``, ``first_plural`` are pronoun forms (lower case), ``definite``
    determiners. ``residents`` are prepositions that place a description in a country ('authorities in Pakistan');
    ``subnational`` words before a government noun say that it is not the state's. ``authoring`` participles lead
    from a document to its author ('signed by'). ``aged`` adjectives after an age stand for the person ('the
    31-year-old'). ``eventive`` nouns are the carrying out of what stands before them ('repatriation drive').
    ``locative`` prepositions go with places, ``scenic`` ones only set the scene of what a noun does ('in a raid'),
    ``settings`` say where or amid what an act took place; ``ways`` lead where a vehicle or a movement goes, ``sources``
    where it comes from; ``goals`` prepositions stand before where a movement leads, the -ing forms of ``describing``
    verbs before those who move ('returning families'); ``lawless`` words tell of arrests that are no state's;
    ``meanwhile`` prepositions lead to
    what one takes part in while doing something else, ``sides`` to those who fight each other; ``homewards``
    adverbs lead to the mover's own country; ``authorship`` words join a
    document to who wrote it, ``channels`` a speaker to the document. ``countries`` are ``home`` nouns that 'the'
    refers to the country spoken of; ``joint`` government nouns mean one government in the plural ('authorities').
    ``indefinite`` pronouns stand for people, ``bare`` quantities alone for some of those spoken of before,
    ``titular`` words may stand inside an office ('minister of the interior'), ``future_past`` helpers are
    the future of a report in the past ('said that they would leave'). ``courts`` are words in the names of courts,
    ``moving`` nouns people only in the plural, and 'the force' refers to a body called by one of the ``forces``;
    ``platforms`` only carry what is said.
    """

    partitives: tuple[str, ...]
    government: tuple[str, ...]
    collectives: tuple[str, ...]
    umbrella: tuple[str, ...]
    home: tuple[str, ...]
    dwellings: tuple[str, ...]
    localities: tuple[str, ...]
    sites: tuple[str, ...]
    documents: tuple[str, ...]
    generic: tuple[str, ...]
    citizens: tuple[str, ...]
    forces: tuple[str, ...]
    singular: tuple[str, ...]
    plural: tuple[str, ...]
    neuter: tuple[str, ...]
    first_singular: tuple[str, ...]
    first_plural: tuple[str, ...]
    definite: tuple[str, ...]
    residents: tuple[str, ...]
    subnational: tuple[str, ...]
    eventive: tuple[str, ...]
    aged: tuple[str, ...]
    authoring: tuple[str, ...]
    locative: tuple[str, ...]
    scenic: tuple[str, ...]
    settings: tuple[str, ...]
    ways: tuple[str, ...]
    sources: tuple[str, ...]
    goals: tuple[str, ...]
    describing: tuple[str, ...]
    homewards: tuple[str, ...]
    meanwhile: tuple[str, ...]
    sides: tuple[str, ...]
    lawless: tuple[str, ...]
    authorship: tuple[str, ...]
    channels: tuple[str, ...]
    countries: tuple[str, ...]
    joint: tuple[str, ...]
    indefinite: tuple[str, ...]
    bare: tuple[str, ...]
    titular: tuple[str, ...]
    future_past: tuple[str, ...]
    courts: frozenset[str]
    moving: tuple[str, ...]
    platforms: tuple[str, ...]
