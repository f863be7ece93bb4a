"""The lexicon as a whole: the files of ``lexicon/en`` and the known names, with the look-ups that reading needs."""

from functools import cached_property
from pathlib import Path

from torkham import resources
from torkham.lexicon import files, names
from torkham.lexicon.discourse import Discourse
from torkham.lexicon.frames import Frame, FrameFile
from torkham.lexicon.gazetteer import Gazetteer
from torkham.lexicon.given import Given
from torkham.lexicon.hedges import Hedges
from torkham.lexicon.organisations import Organisations
from torkham.lexicon.people import PeopleFile
from torkham.lexicon.reporting import Reporting, Verb
from torkham.lexicon.roles import Roles
from torkham.lexicon.support import Support, SupportFile
from torkham.lexicon.verbs import Entries

_ENDING = 5
"""Nouns of people at least this long also end compounds written in one word."""


class Lexicon(Gazetteer):
    """Everything that an expert can change without Python; read once, never changed."""

    def __init__(self, folder: Path) -> None:
        super().__init__(names.load(folder / "actors.ttl"))
        english = folder / "lexicon" / "en"
        self.discourse = files.load(english / "discourse.toml", Discourse)
        self.reporting = files.load(english / "reporting.toml", Reporting)
        self.roles = files.load(english / "roles.toml", Roles)
        self.given = files.load(english / "given.toml", Given)
        self.people = files.load(english / "people.toml", PeopleFile)
        self.organisations = files.load(english / "organisations.toml", Organisations)
        self.hedges = files.load(english / "hedges.toml", Hedges)
        self.supports = files.load(english / "support.toml", SupportFile).support
        paths = sorted((english / "frames").glob("*.toml"))
        self.frames: tuple[Frame, ...] = tuple(frame for path in paths for frame in files.load(path, FrameFile).frame)

    # -- saying -----------------------------------------------------------------------------------------------------

    @cached_property
    def reporting_verbs(self) -> Entries[Verb]:
        """Verbs of saying by lemma."""
        return Entries((lemma, verb) for verb in self.reporting.verb for lemma in verb.lemmas)

    def is_reporting(self, lemma: str) -> bool:
        """Whether a verb of this lemma may report what somebody said."""
        return lemma in self.reporting_verbs

    @cached_property
    def telling(self) -> frozenset[str]:
        """First lemmas of verbs whose object is who is spoken to."""
        return frozenset(
            lemma.split()[0] for verb in self.reporting.verb if verb.hearer == "object" for lemma in verb.lemmas
        )

    @cached_property
    def documents(self) -> frozenset[str]:
        """Nouns for something said or written that speaks for its author, by their last word."""
        return frozenset(word.split()[-1] for word in (*self.reporting.utterances, *self.discourse.documents))

    # -- people and bodies --------------------------------------------------------------------------------------------

    @cached_property
    def people_nouns(self) -> frozenset[str]:
        """Lemmas of people spoken of as a group."""
        return frozenset(self.people.nouns) | frozenset(self.people.households)

    def homeland(self, name: str) -> str | None:
        """The key of the state that is home to a people named after no state: 'Rohingya'."""
        return next((key for word in name.split() if (key := self.people.homelands.get(word.casefold()))), None)

    def is_people(self, lemma: str) -> bool:
        """Whether a noun means people, also as the last part of a longer word ('farmworker', 'schoolgirl')."""
        return lemma in self.people_nouns or lemma.endswith(self._people_endings)

    @cached_property
    def _people_endings(self) -> tuple[str, ...]:
        return tuple(sorted(noun for noun in (*self.people.nouns, *self.people.roles) if len(noun) >= _ENDING))

    @cached_property
    def role_nouns(self) -> frozenset[str]:
        """Lemmas of people by their office or trade."""
        return frozenset(self.people.roles) | frozenset(self.roles.heads) | frozenset(self.roles.spokes)

    @property
    def titles(self) -> tuple[frozenset[str], ...]:
        """Ranks, abbreviations of offices, the posts that follow these; words that end a body's name; nouns of people."""
        roles, endings, people = self.roles, self.organisations.endings, (*self.people.nouns, *self.people.roles)
        return tuple(map(frozenset, (roles.ranks, roles.abbreviations, roles.posts, endings, people)))

    @cached_property
    def generic_people(self) -> frozenset[str]:
        """People nouns that add nothing to a nationality, singular and plural."""
        words = self.discourse.generic
        return frozenset(words) | frozenset(f"{word}s" for word in words)

    def organisation_type(self, words: list[str], *, named: bool) -> str | None:
        """The type that the head of a phrase tells: the longest ending of ``words`` (lower-case lemmas) that is listed."""
        best: tuple[int, str] | None = None
        text = " ".join(words)
        for kind in self.organisations.kind:
            if (kind.named_only and not named) or (kind.needs and not any(need in text for need in kind.needs)):
                continue
            if any(text.startswith(beginning) for beginning in kind.beginnings) and named:
                return kind.type
            for head in (form for listed in kind.heads for form in _forms(listed)):
                if text == head or text.endswith(f" {head}"):
                    length = len(head.split())
                    best = (length, kind.type) if best is None or length > best[0] else best
        return best[1] if best else None

    def is_body(self, words: list[str]) -> bool:
        """Whether the last words of a phrase are a listed body of several words: 'coast guard', though a guard is a person."""
        listed = (head for kind in self.organisations.kind if not kind.named_only for head in kind.heads)
        heads = (form for head in listed for form in _forms(head))
        return any(" " in head and f" {' '.join(words)}".endswith(f" {head}") for head in heads)

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Every verb that the files ask for by its lemma."""
        phrases = [verb for frame in self.frames for verb in frame.verbs]
        phrases += [lemma for verb in self.reporting.verb for lemma in verb.lemmas]
        phrases += [word for cue in self.hedges.cue if cue.kind == "verb" for word in cue.words]
        phrases += [verb for support in self.supports for verb in support.verbs]
        return frozenset(phrase.split()[0] for phrase in phrases)

    # -- events -----------------------------------------------------------------------------------------------------

    @cached_property
    def verb_frames(self) -> Entries[Frame]:
        """Frames by their verbs."""
        return Entries((verb, frame) for frame in self.frames for verb in frame.verbs)

    @cached_property
    def noun_frames(self) -> Entries[Frame]:
        """Frames by their nouns, filed under the last word ('mass arrest' under 'arrest')."""
        return Entries((_head_first(noun), frame) for frame in self.frames for noun in frame.nouns)

    @cached_property
    def adjective_frames(self) -> Entries[Frame]:
        """Frames by their adjectives."""
        return Entries((adjective, frame) for frame in self.frames for adjective in frame.adjectives)

    @cached_property
    def support_verbs(self) -> Entries[Support]:
        """Support verbs by lemma."""
        return Entries((verb, support) for support in self.supports for verb in support.verbs)


def _forms(head: str) -> tuple[str, ...]:
    """A head as listed and, of several words, in the singular: the lemma of 'security forces' ends in 'force'."""
    return (head, head.removesuffix("s")) if " " in head and head.endswith("s") else (head,)


def _head_first(noun: str) -> str:
    *rest, head = noun.split()
    return " ".join([head, *rest])


def load(folder: Path | None = None) -> Lexicon:
    """The lexicon of an ``ontology`` folder, by default the one that Torkham ships.

    Raises:
        OntologyError: a file is missing or malformed; the message names it and the entry.
    """
    return Lexicon(folder or resources.ontology())
