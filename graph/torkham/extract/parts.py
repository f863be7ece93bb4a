"""Who can play which part in an event: no state is deported, and those who are sent away send nobody away."""

from spacy.tokens import Token

from torkham.extract.cast import Cast
from torkham.extract.syntax import children

_COERCED = frozenset({"Expulsion", "Arrest", "Release"})
"""What is done to people, by a state or its bodies."""

_ORDERED = frozenset({"DeadlineSet", "DeadlineExtension", "PolicyExpansion"})
"""What states decide of people."""

_BODIES = frozenset(
    {
        "State",
        "DeFactoAuthority",
        "GovernmentBody",
        "IntergovernmentalOrganization",
        "NonGovernmentalOrganization",
        "NewsOrganization",
    }
)
"""To whom it cannot be done."""

_ACTING = frozenset({"State", "GovernmentBody"})


CLAIMED = frozenset({"it", "that", "this"})
"""Alone they are what was said, where somebody denies them: 'Officials deny it'."""


def may_fill(event: str, role: str, filler: Token, actor: int, cast: Cast) -> bool:
    """Whether an actor may be whom a pronoun means: 'they' who deport are not the people that the text spoke of, nor are
    'they' who are deported a body of the state. A court that does not stop deportations deports nobody."""
    if filler.pos_ != "PRON":
        return not (role == "agent" and event == "Expulsion" and _only_speaks(actor, cast))
    if event == "Rejection" and role == "patient" and filler.lower_ in CLAIMED:
        return False
    kind = cast.of_type(actor)
    if role == "agent" and kind == "Population":
        return event not in _COERCED | _ORDERED and not (event == "Attack" and _upon_us(filler.head, cast))
    return not (role == "patient" and event in _COERCED and kind in _BODIES)


def _only_speaks(actor: int, cast: Cast) -> bool:
    """Whether it is a court, or as many as 'the international community'."""
    draft = cast.drafts[actor]
    return draft.type == "Coalition" or (
        draft.type == "GovernmentBody" and not cast.lexicon.discourse.courts.isdisjoint(draft.label.casefold().split())
    )


def _upon_us(verb: Token, cast: Cast) -> bool:
    words = cast.lexicon.discourse
    return any(one.lower_ in (*words.first_singular, *words.first_plural) for one in children(verb, "obj"))


def assigned(
    event: str, agents: tuple[int, ...], patients: tuple[int, ...], cast: Cast
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Agents and patients; a state of which the words say only that it faces or avoids deportations is who deports."""
    if event not in _COERCED:
        return agents, tuple(one for one in patients if one not in agents)
    agents = tuple(one for one in agents if one not in patients or cast.of_type(one) != "Population")
    bodies = tuple(one for one in patients if cast.of_type(one) in _BODIES)
    acting = agents or tuple(one for one in bodies if cast.of_type(one) in _ACTING)
    return acting, tuple(one for one in patients if one not in bodies and one not in acting)


def sender(event: str, origins: list[int | None], cast: Cast) -> tuple[int, ...]:
    """The state from whose country people are deported: 'deported from Iran'."""
    places = [place for place in origins if place is not None]
    if event != "Expulsion" or len(places) != len(origins) or len({cast.country_of(one) for one in places}) != 1:
        return ()
    ruler = cast.ruler_of(places[0])
    return (ruler,) if ruler is not None else ()


def comes_home(homes: set[str | None], places: tuple[int, ...], cast: Cast) -> bool:
    """Whether people arrive in their own country, which is their return: 'Afghans crossed into Nangarhar'."""
    lands = {cast.country_of(place) for place in places} - {None}
    return len(homes) == 1 and lands == homes


def brings_home(agents: tuple[int, ...], patients: tuple[int, ...], cast: Cast) -> bool:
    """Whether a state fetches its own people, which is their return: 'Caracas flew home 30,000 citizens'."""
    states = {cast.drafts[one].known for one in agents if cast.of_type(one) == "State"}
    if len(states) != 1 or None in states or not patients:
        return False
    return all(
        draft.state in states or (draft.state is None and draft.label.casefold() in cast.lexicon.discourse.citizens)
        for draft in (cast.drafts[one] for one in patients)
    )
