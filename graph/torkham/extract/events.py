"""Event reports: the words that tell of an event, who does it to whom, whether it happened, when and where."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from torkham.extract.agents import DOINGS, fill, of_claimants, of_doers, recalled
from torkham.extract.cast import Cast
from torkham.extract.fillers import Fillers
from torkham.extract.framing import Fit, fit, request_span
from torkham.extract.kinds import BODIES
from torkham.extract.modality import Modality
from torkham.extract.nations import nation
from torkham.extract.nominalisations import noun_arguments
from torkham.extract.parts import CLAIMED, assigned, brings_home, comes_home, may_fill, sender
from torkham.extract.phrasal import matching, noun_matching
from torkham.extract.readings import is_coming, readings
from torkham.extract.rulings import regained
from torkham.extract.scenes import scene
from torkham.extract.statements import Attribution
from torkham.extract.support import supported
from torkham.extract.syntax import Argument, arguments, children, conjuncts, is_passive, preposition
from torkham.extract.timing import Timing
from torkham.lexicon.frames import Frame, Role
from torkham.lexicon.quantities import measures
from torkham.model import EventReport
from torkham.model.reading import Modality as Modal

_MOVES = frozenset({"Return", "Flight"})
"""What people do who are made to go: 'were forced back to go home' is one event."""

_FORCES = ("DeFactoAuthority", "ArmedGroup")
_DONE_TO_NATIONS = frozenset({"Expulsion", "Arrest", "Release"})
"""What is done to people of a nation: 'Afghan deportations'."""


@dataclass(frozen=True)
class Telling:
    """A word that tells of an event, and how the best frame reads it."""

    trigger: Token
    fit: Fit


class Events:
    """Finds all event reports of an article."""

    def __init__(self, cast: Cast, fillers: Fillers, attribution: Attribution, timing: Timing) -> None:
        self.cast = cast
        self.lexicon = cast.lexicon
        self.fillers = fillers
        self.attribution = attribution
        self.timing = timing
        self.modality = Modality(cast.lexicon)
        self.told: list[Telling] = []
        """What ``find`` found, for the figures of the people in it."""

    def find(self) -> tuple[EventReport, ...]:
        """All reports, in the order of their triggers."""
        tellings = [
            telling
            for sentence in self.cast.doc.spans["sentences"]
            for token in sentence
            for telling in self._tell(token)
        ]
        self.told = [one for one in tellings if not self._told_twice(one, tellings)]
        reports = tuple(self._report(one) for one in self.told)
        reports = fill(recalled(reports, [self._by_pronoun(one) for one in self.told], self.cast), self.cast)
        reports = of_doers(reports, [[token.idx for token in one.fit.roles.get("patient", [])] for one in self.told])
        return of_claimants(reports, [self._contradicts(one) for one in self.told])

    def _contradicts(self, telling: Telling) -> bool:
        """Whether it is about a claim that was made before: 'Police denied the allegation'."""
        words = (*self.lexicon.hedges.claims, *CLAIMED)
        return any(one.lemma_.casefold() in words for one in telling.fit.roles.get("patient", []))

    def _by_pronoun(self, telling: Telling) -> bool:
        """Whether only a pronoun says who is spoken to."""
        spoken_to = telling.fit.roles.get("addressee", [])
        return bool(spoken_to) and all(token.pos_ == "PRON" for token in spoken_to)

    # -- which words tell of an event ---------------------------------------------------------------------------------

    def _tell(self, token: Token) -> Iterator[Telling]:
        fits = [one for one in self._fits(token) if one is not None]
        if fits:
            best = max(range(len(fits)), key=lambda i: (fits[i].score, -i))
            yield Telling(token, fits[best])

    def _fits(self, token: Token) -> Iterator[Fit | None]:
        if self._in_name(token):
            return
        if token.pos_ in ("VERB", "AUX"):
            yield from self._fits_of_verb(token)
        elif token.pos_ in ("NOUN", "PROPN") and not self._only_names_a_thing(token) and not self._in_title(token):
            given = None
            for words, frame in noun_matching(token, self.lexicon.noun_frames):
                given = self._of_noun(token) if given is None else given
                yield fit(frame, words, token, given, self.fillers)
        elif token.pos_ == "ADJ" and (children(token, "cop") or token.dep_ in ("xcomp", "conj")):
            for words, frame in matching(token, self.lexicon.adjective_frames):
                yield fit(frame, words, token, arguments(token), self.fillers)

    def _in_name(self, token: Token) -> bool:
        candidate = self.cast.candidate(token)
        return candidate is not None and candidate.kind == "name" and candidate.start <= token.i < candidate.end

    def _in_title(self, token: Token) -> bool:
        """A capitalised noun in running text is part of the name of something: 'the Repatriation Plan'."""
        return (
            token.text[:1].isupper()
            and token.i > token.sent.start
            and (token.nbor(-2) if token.nbor(-1).is_punct and token.i > 1 else token.nbor(-1)).text[:1].isupper()
            and not self._in_headline(token)
        )

    def _in_headline(self, token: Token) -> bool:
        number = self.cast.sentence_of.get(token.i)
        return number is not None and self.cast.doc.spans["sentences"][number].label_ == "headline"

    def _only_names_a_thing(self, token: Token) -> bool:
        """An event noun before another noun tells of the event only if that is a campaign or process of it."""
        return (
            token.dep_ in ("compound", "nmod:unmarked")
            and token.head.lemma_.casefold() not in self.lexicon.discourse.eventive
        )

    def _fits_of_verb(self, token: Token) -> Iterator[Fit | None]:
        people = token.dep_ != "amod" or "people" in self.fillers.kinds(token.head)  # not 'a disputed term'
        frames = list(matching(token, self.lexicon.verb_frames)) if people else []
        for given in readings(token, headline=self._in_headline(token)) if frames else ():
            told = self._uncalled(token, self._described(token, regained(token, given, self.fillers)))
            found = [fit(frame, words, token, told, self.fillers) for words, frame in frames]
            yield from found
            if any(found):
                return

    def _uncalled(self, token: Token, given: list[Argument]) -> list[Argument]:
        """The arguments; who calls for something to be done does not do it: 'called for extending the deadline'."""
        called_for = token.tag_ == "VBG" and any(child.lower_ == "for" for child in children(token, "mark"))
        if not called_for or self.modality.of(token) != "requested":
            return given
        return [one for one in given if one.slot != "subject" or one.own or one.token.head != token.head]

    def _described(self, token: Token, given: list[Argument]) -> list[Argument]:
        """The arguments; the noun right after 'returning' moves, also where the parse makes it an object."""
        transitive = any(one.slot in self.lexicon.discourse.ways for one in given)  # 'returning refugees to danger'
        if transitive or token.tag_ != "VBG" or token.lemma_.casefold() not in self.lexicon.discourse.describing:
            return given
        described = [
            child
            for child in children(token, "obj")
            if child.i == token.i + 1 and "people" in self.fillers.kinds(child)
        ]
        rest = [one for one in given if one.slot != "subject" and one.token not in described]
        return [Argument(one, "subject") for one in described] + rest if described else given

    def _of_noun(self, token: Token) -> list[Argument]:
        host = token.head if token.dep_ == "compound" else token
        given = noun_arguments(token) + (
            [one for one in noun_arguments(host) if one.token != token] if host != token else []
        )
        told = any(one.slot == "by" for one in given) or any(is_passive(one) for one in children(token, "acl"))
        lent = supported(token if host == token else host, self.lexicon)
        return given + [one for one in lent if not told or one.slot != "subject"]  # 'paused an injunction issued by …'

    def _told_twice(self, one: Telling, all_of_them: list[Telling]) -> bool:
        """Whether the verb above tells the same event: 'issued an appeal', 'forced to return'."""
        heads = [one.trigger.head, *([one.trigger.head.head] if one.trigger.head.dep_ == "conj" else [])]
        above = [other for other in all_of_them if other.trigger in heads]
        if any(one.trigger.lemma_.casefold() in other.fit.frame.complement_heads for other in above):
            return True  # 'forced to return', 'forced or pressed to go back' is one event
        moved = one.trigger.dep_ == "xcomp" and one.fit.frame.event in _MOVES
        if moved and any(other.fit.frame.event == "Expulsion" for other in above):
            return True
        if one.trigger.pos_ == "VERB":
            return False
        event = one.fit.frame.event
        return any(
            other.trigger == one.trigger.head
            and other.fit.frame.event == event
            and other.fit.score[0] > 1
            and one.trigger.dep_ in ("obj", "obl", "nsubj:pass")
            for other in all_of_them
        )

    # -- what is said of it -------------------------------------------------------------------------------------------

    def _report(self, telling: Telling) -> EventReport:
        trigger, roles = telling.trigger, telling.fit.roles
        speakers, relays = self.attribution.of(trigger.i)
        frame = telling.fit.frame
        agents = self._actors(telling, "agent") or self._national(telling, "agent")
        patients = self._owners(telling) or self._actors(telling, "patient") or self._national(telling, "patient")
        agents, patients = assigned(frame.event, agents or self._sender(telling), patients, self.cast)
        event = frame.event
        if event == "Expulsion" and brings_home(agents, patients, self.cast):
            event, agents, patients = "Return", patients, ()
        if not patients:
            roles.setdefault("place", []).extend(roles.get("patient", []))
        request = next(iter(roles.get("request", [])), None)
        where = scene(trigger, telling.fit, (*patients, *agents), self.fillers)
        if event == "Arrival" and trigger.lemma_.casefold() in measures().crossing:
            homes = {self.cast.drafts[one].state for one in agents}
            event = "Return" if comes_home(homes, where.destination or where.place, self.cast) else event
        return EventReport(
            start=trigger.idx,
            end=trigger.idx + len(trigger),
            sentence=self.cast.sentence_of[trigger.i],
            rule=f"frame:{frame.event}:{trigger.lemma_.casefold()}",
            attributed_to=speakers,
            via=relays,
            type=event,
            modality=frame.modality or self._modality(trigger),
            agent=agents,
            patient=patients,
            addressee=tuple(one for one in self._actors(telling, "addressee") if one not in agents),
            place=where.place,
            origin=where.origin,
            destination=where.destination,
            time=self.timing.event(trigger),
            request=self._span(request),
        )

    def _modality(self, trigger: Token) -> Modal:
        found = self.modality.of(trigger)
        coming = found in ("actual", "requested") and self._in_headline(trigger) and is_coming(trigger)
        return "planned" if coming else found

    def _actors(self, telling: Telling, role: Role) -> tuple[int, ...]:
        spoken_of = role == "addressee" or (role == "patient" and telling.fit.frame.event in DOINGS)
        return tuple(
            dict.fromkeys(
                actor
                for token in telling.fit.roles.get(role, [])
                for actor in self.fillers.actors(token, addressed=spoken_of, before=telling.trigger)
                if may_fill(telling.fit.frame.event, role, token, actor, self.cast)
            )
        )

    def _sender(self, telling: Telling) -> tuple[int, ...]:
        """Who expels people from a country: its state."""
        origins = [one for token in telling.fit.roles.get("origin", []) for one in conjuncts(token)]
        return sender(telling.fit.frame.event, [self.cast.place(token) for token in origins], self.cast)

    def _owners(self, telling: Telling) -> tuple[int, ...]:
        """Who is praised or accused by what is said of their doings: 'welcomed Germany's decision'."""
        if telling.fit.frame.event not in DOINGS:
            return ()
        owners = (
            child
            for token in telling.fit.roles.get("patient", [])
            if self.fillers.kinds(token) == {"thing"}
            for child in children(token, "nmod:poss", "nmod")
            if child.dep_ == "nmod:poss" or preposition(child) in ("of", "by")
        )
        found = dict.fromkeys(actor for child in owners for actor in self.fillers.actors(child, addressed=True))
        return tuple(one for one in found if telling.fit.frame.event == "Praise" or self.cast.of_type(one) in BODIES)

    def _national(self, telling: Telling, role: Role) -> tuple[int, ...]:
        """An adjective of nationality before an event noun: 'Pakistani crackdown', 'Afghan exodus', 'Afghan deportations'."""
        frame = telling.fit.frame
        if telling.trigger.pos_ not in ("NOUN", "PROPN"):
            return ()
        for child in children(telling.trigger, "amod", "compound", "nmod:poss"):
            key = nation(child, self.lexicon) or self.lexicon.state_of_name(child.text)
            if key is not None and role == self._part_of_nation(frame, key):
                moved = role == "patient" or frame.subject == frame.object
                return (self.cast.population(key),) if moved else (self.cast.state(key, child),)
            index = self.cast.actor(child)
            if role == frame.subject == "agent" and index is not None and self.cast.of_type(index) in _FORCES:
                return (index,)  # 'the Taliban takeover'
        return ()

    def _part_of_nation(self, frame: Frame, state: str) -> Role | None:
        """What a nationality tells: who moves; of what is done to people whom the article speaks of, to whom; else who acts."""
        if frame.subject == frame.object:
            moving = frame.subject_is and not {"state", "actor", "organisation"} & set(frame.subject_is)
            return frame.subject if moving else None
        if frame.object == "patient" and frame.event in _DONE_TO_NATIONS:
            spoken_of = any(one.type == "Population" and one.state == state for one in self.cast.drafts)
            return "patient" if spoken_of else "agent"
        return "agent" if frame.subject == "agent" else None

    def _span(self, token: Token | None) -> tuple[int, int] | None:
        if token is None:
            return None
        start, end = request_span(token)
        last = self.cast.doc[end - 1]
        return (self.cast.doc[start].idx, last.idx + len(last)) if end > start else None
