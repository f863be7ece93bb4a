"""Where an event happens: the place that a role names, else where the words around the trigger are set."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from torkham.extract.fillers import Fillers
from torkham.extract.framing import Fit
from torkham.extract.syntax import arguments, children, preposition
from torkham.model import Mention


@dataclass(frozen=True, slots=True)
class Scene:
    """The places of an event, as entities; ``place`` is ``origin`` only where the words tell no other."""

    place: tuple[int, ...]
    origin: tuple[int, ...]
    destination: tuple[int, ...]


def scene(trigger: Token, fit: Fit, movers: Sequence[int], fillers: Fillers) -> Scene:
    """Where an event happens, comes from and leads; ``movers`` are those who go home where the words say 'home'."""
    place, left = (_named(fit.roles.get(role, []), fillers) for role in ("place", "origin"))
    origin, reached = (_named(fit.ends.get(end, []), fillers) for end in ("origin", "destination"))
    homes = _homes(trigger, movers, fillers)
    where = place or left or _named(_settings(trigger, fillers), fillers) or homes
    return Scene(where, origin, tuple(dict.fromkeys((*reached, *homes))))


def _named(tokens: Iterable[Token], fillers: Fillers) -> tuple[int, ...]:
    return tuple(dict.fromkeys(place for token in tokens for place in fillers.places(token)))


def _settings(trigger: Token, fillers: Fillers) -> list[Token]:
    """'arrested across Punjab'; else where the thing is with which it is done: 'raids in Karachi', 'opened a clinic in Herat'."""
    if trigger.pos_ != "VERB":
        return []
    words = fillers.cast.lexicon.discourse
    settings = words.settings
    given = [one for one in arguments(trigger) if one.own]
    own = [one.token for one in given if one.slot in settings]
    if _named(own, fillers):
        return own
    return [
        child
        for token in (*own, *(one.token for one in given if one.slot == "object"))
        for child in children(token, "nmod")
        if preposition(child) in (*settings, *words.ways) and fillers.kinds(token) == {"thing"}
    ]


def _homes(trigger: Token, movers: Sequence[int], fillers: Fillers) -> tuple[int, ...]:
    """The country of people who are sent or go home."""
    words = fillers.cast.lexicon.discourse.homewards
    home = next((one for one in children(trigger, "advmod", "obj", "obl", "compound:prt") if one.lower_ in words), None)
    if home is None:
        return ()
    cast = fillers.cast
    mention = Mention(start=home.idx, end=home.idx + len(home), kind="nominal", reason="the movers' own country")
    found: dict[int, None] = {}
    for index in movers:
        state = cast.drafts[index].state
        territory = cast.lexicon.territory(state) if state else None
        if territory is not None:
            place = cast.known(territory.key, "Place", territory.label)
            cast.drafts[place].mentions += [] if mention in cast.drafts[place].mentions else [mention]
            found[place] = None
    return tuple(found)
