"""The last look at a reading: entities that nobody mentions go, speakers without a name are called so."""

import msgspec

from torkham.model import Entity, Reading

_ENTITY_FIELDS = {
    "agent",
    "patient",
    "addressee",
    "place",
    "origin",
    "destination",
    "attributed_to",
    "via",
    "speaker",
    "told_to",
    "population",
    "set_by",
    "applies_to",
    "issuer",
    "targets",
}
_KINDS = ("positions", "events", "statements", "figures", "deadlines", "policies")


def settle(reading: Reading) -> Reading:
    """The reading with speakers typed and every entity in use, renumbered in the order of the text.

    An office in a body that no words of the text name is left out.
    """
    speakers = {index for statement in reading.statements for index in statement.speaker}
    entities = [_typed(entity, index in speakers) for index, entity in enumerate(reading.entities)]
    used = [index for index, entity in enumerate(entities) if entity.mentions]
    order = sorted(used, key=lambda index: (entities[index].mentions[0].start, index))
    number = {old: new for new, old in enumerate(order)}
    held = tuple(one for one in reading.positions if one.person in number and one.organisation in number)
    reading = msgspec.structs.replace(reading, positions=held)
    facts = {kind: tuple(_renumbered(fact, number) for fact in getattr(reading, kind)) for kind in _KINDS}
    return msgspec.structs.replace(reading, entities=tuple(entities[old] for old in order), **facts)


def _typed(entity: Entity, speaks: bool) -> Entity:
    """A group of people by trade that never speaks is a population; one person of a population who speaks is a source."""
    core = min(entity.names, key=len, default=entity.label)  # 'officials' of 'officials of the agency'
    plural = core.endswith("s") or " and " in core
    if entity.type == "UnnamedSource" and not speaks and plural:
        return msgspec.structs.replace(entity, type="Population")
    if entity.type == "Population" and speaks and not plural:
        return msgspec.structs.replace(entity, type="UnnamedSource")
    return entity


def _renumbered(fact: msgspec.Struct, number: dict[int, int]) -> msgspec.Struct:
    changed: dict[str, object] = {}
    for name in fact.__struct_fields__:
        value = getattr(fact, name)
        if name in _ENTITY_FIELDS and isinstance(value, tuple):
            changed[name] = tuple(number[index] for index in value if index in number)
        elif name in ("person", "organisation"):
            changed[name] = number[value]
    return msgspec.structs.replace(fact, **changed)
