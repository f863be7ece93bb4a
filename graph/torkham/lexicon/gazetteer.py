"""Looking known names up: by key, by spelling, by nationality, by capital."""

from collections.abc import Iterable
from functools import cached_property

from torkham.lexicon.names import KnownName

_SHORT = 4
"""Names up to this length ('UN', 'US', 'WHO') are matched with their case."""


class Gazetteer:
    """The known actors and places, ready to be asked."""

    def __init__(self, entries: Iterable[KnownName]) -> None:
        self.entries = tuple(entries)
        self._by_key = {entry.key: entry for entry in self.entries}

    def name(self, key: str) -> KnownName | None:
        """The entry with this key."""
        return self._by_key.get(key)

    @cached_property
    def _by_surface(self) -> dict[str, KnownName]:
        found: dict[str, KnownName] = {}
        for entry in sorted(self.entries, key=lambda one: (one.type == "Place", one.key)):
            for text in entry.names:
                found.setdefault(_folded(text), entry)
        return found

    def by_surface(self, text: str) -> KnownName | None:
        """The entry with this name; a state wins over the place of the same name."""
        return self._by_surface.get(_folded(text))

    @cached_property
    def _metonyms(self) -> dict[str, KnownName]:
        return {_folded(text): entry for entry in self.entries for text in entry.metonyms}

    def acting(self, text: str) -> KnownName | None:
        """Who acts under this name: the state itself, or the government that its capital stands for."""
        metonym = self._metonyms.get(_folded(text))
        if metonym is not None:
            return metonym
        entry = self.by_surface(text)
        return entry if entry is not None and entry.type != "Place" else None

    # -- states and their people ------------------------------------------------------------------------------------

    @cached_property
    def _adjectives(self) -> dict[str, str]:
        return {text: entry.key for entry in reversed(self.entries) for text in (*entry.nationals, *entry.demonyms)}

    @cached_property
    def _nationals(self) -> dict[str, str]:
        return {text: entry.key for entry in reversed(self.entries) for text in entry.nationals or entry.demonyms}

    def state_of_word(self, word: str) -> str | None:
        """'Afghan', 'Pakistani' -> the key of the state; hyphenated ones too ('Afghan-born')."""
        return self._adjectives.get(word) or self._adjectives.get(word.split("-", maxsplit=1)[0])

    def state_of_national(self, word: str) -> str | None:
        """'Afghans', 'Syrians' -> the key of the state."""
        return self._nationals.get(word)

    def people_of(self, key: str) -> str:
        """How to call a state's people: 'Afghans'; 'Somalis' rather than 'Somalians', as they are Somali first."""
        entry = self._by_key[key]
        plain = (f"{text}s" for text in entry.demonyms if f"{text}s" in entry.nationals)
        plural = next(plain, None) or next((text for text in entry.nationals if text.endswith("s")), None)
        return plural or next(iter(entry.nationals), None) or f"{next(iter(entry.demonyms), entry.label)} nationals"

    def adjective_of(self, key: str) -> str | None:
        """'pakistan' -> 'Pakistani'."""
        entry = self._by_key.get(key)
        return max(entry.demonyms, key=lambda word: (len(word), word), default=None) if entry else None

    def state_of_name(self, text: str) -> str | None:
        """The key of the state that a name names or lies in: 'Pakistan', 'Islamabad', 'Kandahar' ..."""
        entry = self.by_surface(text)
        if entry is None:
            return None
        return entry.key if entry.type == "State" else self.state_with(entry.in_country or entry.key)

    # -- territories ------------------------------------------------------------------------------------------------

    @cached_property
    def _states(self) -> dict[str, str]:
        return {entry.territory: entry.key for entry in self.entries if entry.territory and entry.type == "State"}

    def territory(self, key: str | None) -> KnownName | None:
        """The place that a state or ruler of this key governs."""
        entry = self._by_key.get(key or "")
        return self._by_key.get(entry.territory) if entry is not None and entry.territory else None

    def is_held_in_fact(self, state: str) -> bool:
        """Whether others than this state rule its territory."""
        land = self._by_key[state].territory if state in self._by_key else None
        return land is not None and any(
            entry.territory == land and entry.type == "DeFactoAuthority" for entry in self.entries
        )

    def state_with(self, place: str | None) -> str | None:
        """The key of the state whose territory this place is (a state's own key stands for itself)."""
        if place is None:
            return None
        entry = self._by_key.get(place)
        return place if entry is not None and entry.type == "State" else self._states.get(place)

    def is_territory(self, place: str | None) -> bool:
        """Whether a place is the territory of a state."""
        return place in self._states


def _folded(text: str) -> str:
    """Case away where the name is long enough not to be a word ('who'); 'the' and possessives away."""
    bare = text.replace("’", "'").removesuffix("'s").removeprefix("the ").removeprefix("The ")
    bare = bare.replace("Int'l", "International")
    dotless = bare.replace(".", "")
    return dotless if len(dotless) <= _SHORT and dotless.isupper() else bare.casefold()
