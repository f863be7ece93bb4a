"""Where an event happens: the place that a role names, else where the words around the trigger are set."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from torkham.extract.cast import Cast
from torkham.extract.fillers import Fillers
from torkham.extract.framing import Fit
from torkham.extract.syntax import arguments, children, preposition
from torkham.model import Mention

_BODILY = ("Expulsion", "Arrest", "Release", "Return", "Flight", "Arrival", "Attack", "Assistance", "Meeting")
"""Events that take place somewhere, even where the place has no name."""
_ABOARD = ("on", "onto", "aboard", "in", "into")


@dataclass(frozen=True, slots=True)
class Scene:
    """The places of an event, as entities; ``place`` is ``origin`` only where the words tell no other."""

    place: tuple[int, ...]
    origin: tuple[int, ...]
    destination: tuple[int, ...]


def scene(trigger: Token, fit: Fit, movers: Sequence[int], fillers: Fillers) -> Scene:
    """Where an event happens, comes from and leads; ``movers`` are those who go home where the words say 'home'."""
    meant = _countries(fit, movers, fillers)
    place, left = (_named(fit.roles.get(role, []), fillers, meant) for role in ("place", "origin"))
    origin, reached = (_named(fit.ends.get(end, []), fillers, meant) for end in ("origin", "destination"))
    homes = (*_homes(trigger, movers, fillers), *_bound_for(trigger, fit, fillers))
    where = place or left or _named(_settings(trigger, fit, fillers), fillers) or homes
    where = where or (_ruled(trigger, movers, fillers.cast) if fit.frame.event == "Takeover" else ())
    if not where and fit.frame.event in _BODILY:
        where = _sites([*fit.roles.get("place", []), *_own_settings(trigger, fillers)], fillers.cast)
    return Scene(where, origin, tuple(dict.fromkeys((*reached, *homes))))


def _bound_for(trigger: Token, fit: Fit, fillers: Fillers) -> tuple[int, ...]:
    """'Put on a flight to Kabul': where that goes on which people are put."""
    aboard = [one.token for one in arguments(trigger) if one.slot in _ABOARD] if fit.frame.event == "Expulsion" else []
    ways = [child for token in aboard for child in children(token, "nmod") if preposition(child) in ("to", "for")]
    return _named(ways, fillers)


def _sites(tokens: Iterable[Token], cast: Cast) -> tuple[int, ...]:
    """'Driven to the border', 'held in a transit camp': places without a name, where the words tell no other."""
    found = [cast.site(token) for token in tokens if token.lemma_.casefold() in cast.lexicon.discourse.sites]
    return tuple(dict.fromkeys(found))


def _own_settings(trigger: Token, fillers: Fillers) -> list[Token]:
    settings = fillers.cast.lexicon.discourse.settings
    return (
        [one.token for one in arguments(trigger) if one.own and one.slot in settings] if trigger.pos_ == "VERB" else []
    )


def _ruled(trigger: Token, rulers: Sequence[int], cast: Cast) -> tuple[int, ...]:
    """'Since the Taliban seized power': the country of which they are the rulers."""
    keys = [cast.drafts[index].known for index in rulers if cast.of_type(index) == "DeFactoAuthority"]
    lands = [land for key in keys if key is not None and (land := cast.lexicon.territory(key)) is not None]
    mention = Mention(start=trigger.idx, end=trigger.idx + len(trigger), kind="nominal", reason="the country they rule")
    places = [cast.known(land.key, "Place", land.label) for land in lands]
    for place in places:
        cast.drafts[place].mentions += [] if mention in cast.drafts[place].mentions else [mention]
    return tuple(places)


def _named(
    tokens: Iterable[Token], fillers: Fillers, meant: dict[int, tuple[int, ...]] | None = None
) -> tuple[int, ...]:
    told = meant or {}
    return tuple(
        dict.fromkeys(place for token in tokens for place in told.get(token.i, ()) or _of(token, fillers, told))
    )


def _of(token: Token, fillers: Fillers, told: dict[int, tuple[int, ...]]) -> tuple[int, ...]:
    return () if token.i in told else fillers.places(token)


def _countries(fit: Fit, movers: Sequence[int], fillers: Fillers) -> dict[int, tuple[int, ...]]:
    """'The country' that people are expelled to is their own, the one they are expelled from that of who expels them."""
    cast, found = fillers.cast, {}
    keys = {"destination": _keys(movers, "Population", cast), "origin": _keys(movers, "State", cast)}
    for end, tokens in fit.ends.items() if fit.frame.event == "Expulsion" else ():
        for token in tokens:
            words = cast.lexicon.discourse
            spoken_of = any(child.lower_ in words.definite for child in children(token, "det"))
            if (
                token.lemma_.casefold() in words.countries
                and spoken_of
                and not children(token, "nmod:poss", "nmod", "amod", "acl", "acl:relcl")
            ):
                lands = [land for key in keys[end] if (land := cast.lexicon.territory(key)) is not None]
                places = [cast.known(land.key, "Place", land.label) for land in lands]
                for place in places:
                    mention = Mention(start=token.idx, end=token.idx + len(token), kind="nominal", reason="the country")
                    cast.drafts[place].mentions += [] if mention in cast.drafts[place].mentions else [mention]
                found[token.i] = tuple(places)
    return found


def _keys(movers: Sequence[int], kind: str, cast: Cast) -> list[str]:
    drafts = [cast.drafts[index] for index in movers if cast.of_type(index) == kind]
    keys = [draft.known if kind == "State" else draft.state for draft in drafts]
    return [key for key in dict.fromkeys(keys) if key is not None]


def _settings(trigger: Token, fit: Fit, fillers: Fillers) -> list[Token]:
    """'arrested across Punjab'; else where the thing is with which it is done: 'raids in Karachi', 'opened a clinic in Herat'.

    People are arrested where they are: 'detained 320 migrants in the province of Van'.
    """
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
        if preposition(child) in (*settings, *words.ways)
        if fit.frame.event == "Arrest" or fillers.kinds(token) == {"thing"}
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
