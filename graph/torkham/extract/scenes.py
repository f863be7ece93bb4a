"""Where an event happens: the place that a role names, else where the words around the trigger are set."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from torkham.extract.fillers import Fillers
from torkham.extract.framing import Fit
from torkham.extract.syntax import arguments, children, preposition


def places(trigger: Token, fit: Fit, movers: Sequence[int], fillers: Fillers) -> tuple[int, ...]:
    """The places of an event, as entities; ``movers`` are those who go home where the words say 'home'."""
    for role in ("place", "origin"):
        found = _named(fit.roles.get(role, []), fillers)
        if found:
            return found
    return _named(_settings(trigger, fillers), fillers) or _homes(trigger, movers, fillers)


def _named(tokens: Iterable[Token], fillers: Fillers) -> tuple[int, ...]:
    return tuple(dict.fromkeys(place for token in tokens for place in fillers.places(token)))


def _settings(trigger: Token, fillers: Fillers) -> list[Token]:
    """'arrested across Punjab'; else where the act is set in which it happened: 'arrested during raids in Karachi'."""
    if trigger.pos_ != "VERB":
        return []
    settings = fillers.cast.lexicon.discourse.settings
    own = [one.token for one in arguments(trigger) if one.slot in settings and one.own]
    if _named(own, fillers):
        return own
    return [
        child
        for token in own
        for child in children(token, "nmod")
        if preposition(child) in settings and fillers.kinds(token) == {"thing"}
    ]


def _homes(trigger: Token, movers: Sequence[int], fillers: Fillers) -> tuple[int, ...]:
    """The country of people who are sent or go home."""
    words = fillers.cast.lexicon.discourse.homewards
    if not any(child.lower_ in words for child in children(trigger, "advmod", "obj", "obl", "compound:prt")):
        return ()
    cast = fillers.cast
    found: dict[int, None] = {}
    for index in movers:
        state = cast.drafts[index].state
        territory = cast.lexicon.territory(state) if state else None
        if territory is not None:
            found[cast.known(territory.key, "Place", territory.label)] = None
    return tuple(found)
