"""Did it happen? Planned, requested, threatened, denied, hypothetical or actual, from the words around a trigger.

The cues are data (``hedges.toml``), their scopes are read off the parse: ConText (Chapman et al. 2007) on trees
instead of word windows.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from torkham.extract.phrasal import matching
from torkham.extract.syntax import FINITE, OBJECT_MARKS, children, finite_above, like_verb_above, preposition
from torkham.lexicon import Lexicon
from torkham.lexicon.hedges import Cue
from torkham.lexicon.times import times
from torkham.lexicon.verbs import Entries
from torkham.model.reading import Modality as Value

_CLAUSAL = ("xcomp", "ccomp", "advcl", "acl", "csubj")
_NOMINAL = ("nmod", "obl", "compound", "obj", "nsubj:pass", "nsubj")

Weighed = tuple[int, int, Value]
"""Strength, nearness (negative number of arcs), modality: the greatest wins."""


class Modality:
    """Judges triggers by the cues of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.hedges = lexicon.hedges
        self.support = lexicon.support_verbs
        self.words = lexicon.discourse
        self.negations = frozenset(self.hedges.negations)
        self.neutral = frozenset(self.hedges.phases) | frozenset(self.hedges.double)
        pairs = [(word, cue) for cue in self.hedges.cue for word in cue.words]
        self.cues = Entries(pairs)

    def of(self, trigger: Token) -> Value:
        """The modality of the event that this verb or noun tells."""
        found = [*self._own(trigger, 0), *self._governed(trigger, 0), *self._before(trigger)]
        if self._asked_not_to(trigger):
            return "hypothetical"
        return max(found, default=(0, 0, "actual"), key=lambda one: (one[0], one[1]))[2]

    def is_demand(self, helper: Token) -> bool:
        """Whether a helping verb says what ought to be: 'should', 'must'."""
        return any(cue.modality == "requested" and cue.kind == "auxiliary" for cue in self._cues(helper, "own"))

    def is_negated(self, token: Token) -> bool:
        """Whether a negation hangs on the word: 'not', 'no', 'never'."""
        window = token.doc[max(0, token.i - 4) : token.i + 1].text.casefold()
        if any(phrase in window for phrase in self.hedges.pseudo):
            return False
        near = children(token, "advmod", "det", "neg", "cc:preconj", "mark", "case")
        near += [one for more in children(token, "amod") for one in children(more, "advmod", "det")]  # 'no more delays'
        subjects = children(token, "nsubj", "nsubj:pass")  # 'no refugees will be deported', 'nobody was told'
        near += [*subjects, *(child for subject in subjects for child in children(subject, "det"))]
        return any(child.lower_ in self.negations for child in near)

    def _asked_not_to(self, trigger: Token) -> bool:
        """'asked Pakistan not to deport': what is not to be done is neither done nor denied."""
        infinitive = any(child.lower_ == "to" for child in children(trigger, "mark", "aux"))
        if trigger.dep_ == "conj" and trigger.tag_ == "VB" and not children(trigger, "aux", "nsubj"):
            # 'urged it to help them, not send them back'
            return self.is_negated(trigger) and self.of(trigger.head) == "requested"
        if not infinitive or not self.is_negated(trigger) or trigger.dep_ not in _CLAUSAL:
            return False
        return any(cue.modality == "requested" for cue in self._heads(trigger.head, "complement"))

    def _before(self, noun: Token) -> Iterator[Weighed]:
        """The verb right before an event noun, where the parse has lost their link: 'leave or face arrests and deportations'."""
        if noun.pos_ not in ("NOUN", "PROPN"):
            return
        for token in reversed(noun.doc[max(noun.sent.start, noun.i - 6) : noun.i]):
            if token.pos_ == "VERB" or token.tag_ in ("VBG", "VBP", "VB"):
                yield from (
                    (cue.strength, -2, cue.modality)
                    for cue in self._heads(token, "object")
                    if cue.kind == "verb" and not (cue.modality == "denied" and self._goes_on(token, "object"))
                )
                return
            if token.pos_ not in ("ADJ", "NOUN", "CCONJ", "DET", "ADV", "PUNCT") or token.text in ".;:":
                return

    # -- cues on the trigger itself -----------------------------------------------------------------------------------

    def _own(self, token: Token, depth: int) -> Iterator[Weighed]:
        if self.is_negated(token):
            yield 3, -depth, "denied"
        for child in children(token, "aux", "advmod", "amod", "aux:pass", "case", "det"):
            for cue in self._cues(child, "own"):
                negated = cue.negated if cue.kind == "auxiliary" and self.is_negated(token) else None
                value = (
                    "planned" if cue.modality == "hypothetical" and self._future_in_past(token, child) else cue.modality
                )
                yield cue.strength + (3 if negated else 0), -depth, negated or value
        if self._is_to_be(token):
            yield 1, -depth, "requested"
        yield from self._led(token, depth)
        for mark in children(token, "mark", "cc", "advmod"):
            kinds = {"conjunction"} if mark.dep_ == "mark" or self._alternative(token) else set()
            yield from ((cue.strength, -depth, cue.modality) for cue in self._cues(mark, "clause") if cue.kind in kinds)

    def _led(self, token: Token, depth: int) -> Iterator[Weighed]:
        """A preposition that tells ('pending their return'), or an adjective that the parse ties to the verb ('due to rule')."""
        first, _, rest = (preposition(token) or "").partition(" ")
        for words, cue in self.cues.starting(first):
            if cue.kind == "preposition" and " ".join(words) == rest:
                yield cue.strength, -depth, cue.modality
        mark = next((child for child in children(token, "mark") if child.lower_ == "to" and child.i), None)
        if mark is not None and children(token, "cop") and mark.nbor(-1).pos_ == "ADJ":
            adjective = (cue for cue in self._cues(mark.nbor(-1), "complement") if cue.kind == "adjective")
            yield from ((cue.strength, -depth, cue.modality) for cue in adjective)

    def _alternative(self, token: Token) -> bool:
        """Whether the word is joined to something asked for: 'they must leave or be deported', 'time to go or be arrested'."""
        befalls = token.head.tag_ == "VB" and bool(children(token, "aux:pass"))
        return token.dep_ == "conj" and (befalls or self.of(token.head) == "requested")

    def _is_to_be(self, token: Token) -> bool:
        """'They were to leave by the end of December.'"""
        helpers = [
            one
            for one in (*children(token, "aux", "cop"), token.head)
            if one.lemma_ == "be" and one.i + 1 < len(token.doc)
        ]
        return any(
            one.nbor().lower_ == "to" or (one.nbor().lower_ == "not" and one.nbor(2).lower_ == "to") for one in helpers
        )

    def _cues(self, token: Token, scope: str) -> Iterator[Cue]:
        for rest, cue in self.cues.starting(token.lemma_.casefold()):
            if scope in cue.scope and not rest:
                yield cue
        if token.lower_ != token.lemma_.casefold():
            yield from (cue for rest, cue in self.cues.starting(token.lower_) if scope in cue.scope and not rest)

    # -- cues above the trigger -----------------------------------------------------------------------------------------

    def _governed(self, token: Token, depth: int) -> Iterator[Weighed]:
        head = like_verb_above(token) or token.head
        if head == token or depth > 4:
            return
        finite = [one for one in children(token, "aux", "aux:pass") if one.tag_ not in ("VBG", "VB")]
        if token.dep_ == "conj" and not finite and not children(token, "nsubj", "nsubj:pass"):
            yield from self._own(head, depth + 1) if token.pos_ == head.pos_ else ()
            yield from self._governed(head, depth + 1)
            return
        scope = self._scope(token)
        yield from self._beside(token, depth)
        yield from self._past_relative(token, depth)
        if scope is None:
            return
        if token.dep_ == "nsubj" and token.pos_ == "NOUN" and head.pos_ in ("VERB", "ADJ", "NOUN", "AUX"):
            yield from self._as_its_verb(head, depth)
        if head.lemma_.casefold() in self.neutral and not self._kept_from(token):
            if head.lemma_.casefold() in self.hedges.phases:
                yield from self._own(head, depth + 1)
                yield from self._governed(head, depth + 1)
            return
        found = [
            (self._value(cue, head), cue.strength)
            for cue in self._heads(head, scope)
            if not (cue.modality == "denied" and self._goes_on(head, scope))
        ]
        yield from ((strength, -depth - 1, value) for value, strength in found)
        if not found and self._lends(head, token):  # 'could expose them to abuses': as real as the verb beside it
            yield from self._own(head, depth + 1)
        if not found and (scope == "object" or token.dep_ in ("xcomp", "compound") or self._takes_part(token)):
            yield from self._governed(head, depth + 1)
        if not found and (token.dep_ == "xcomp" or self._takes_part(token)):
            yield from self._own(head, depth + 1)
        if not found and head.lemma_.casefold() in self.hedges.claims and self._disowned(head):
            yield 3, -depth - 1, "denied"

    def _value(self, cue: Cue, head: Token) -> Value:
        """What a cue says of what it governs; what one is asked to refrain from is neither done nor denied, what one is
        asked to plan is asked for."""
        if self.is_negated(head) and cue.negated:
            return cue.negated
        if cue.modality == "planned" and head.head.lemma_.casefold() in self.hedges.giving_up:
            return "planned"  # 'urged Berlin to drop its plan to deport them'
        changed: dict[Value, Value] = {"denied": "hypothetical", "planned": "requested"}
        return changed.get(cue.modality, cue.modality) if self.of(head) == "requested" else cue.modality

    def _as_its_verb(self, verb: Token, depth: int) -> Iterator[Weighed]:
        """'Deportations could harm them'; whether an event takes place, its verb says: 'deportations will start'."""
        takes_place = verb.lemma_.casefold() in (*self.hedges.phases, *times().occurring)
        for cue in (cue for child in children(verb, "aux") for cue in self._cues(child, "own")):
            if cue.modality == "hypothetical" or takes_place:
                future = self._future_in_past(verb, next(iter(children(verb, "aux"))))
                yield cue.strength, -depth - 1, "planned" if future else cue.modality

    def _beside(self, token: Token, depth: int) -> Iterator[Weighed]:
        """What comes with a planned or possible act is no more real: 'would be moved before being sent back'."""
        forms = {token.tag_, *(child.tag_ for child in children(token, "aux:pass"))}
        reason = any(child.lower_ in OBJECT_MARKS for child in children(token, "mark"))  # 'thanked for hosting them'
        participle = token.dep_ == "advcl" and "VBG" in forms and token.i > token.head.i and not reason
        scene = token.dep_ == "obl" and token.pos_ == "NOUN" and preposition(token) in self.words.scenic
        if not participle and not scene:
            return
        above = finite_above(token)
        for child in children(above, "aux"):
            for cue in self._cues(child, "own"):
                future = self._future_in_past(above, child)
                yield cue.strength, -depth - 1, "planned" if future else cue.modality

    def _past_relative(self, token: Token, depth: int) -> Iterator[Weighed]:
        """'Told Afghans who hold cards to go': the infinitive that the parse hangs on the relative clause is what is asked."""
        infinitive = token.dep_ == "advcl" and any(child.lower_ == "to" for child in children(token, "mark"))
        if not infinitive or token.head.dep_ != "acl:relcl":
            return
        noun = token.head.head
        while noun.dep_ == "nmod" and preposition(noun) == "of":
            noun = noun.head
        if noun.dep_ in ("obj", "iobj", "obl"):
            asked = (cue for cue in self._heads(noun.head, "complement") if cue.modality == "requested")
            yield from ((cue.strength, -depth - 1, cue.modality) for cue in asked)

    def _kept_from(self, token: Token) -> bool:
        """'Stopped them from crossing'."""
        return any(child.lower_ == "from" for child in children(token, "mark", "case"))

    def _takes_part(self, token: Token) -> bool:
        """'Should cooperate in returning'."""
        return token.tag_ == "VBG" and any(child.lower_ == "in" for child in children(token, "mark"))

    def _disowned(self, claim: Token) -> bool:
        """Whether an accusation or report is denied or rejected: then so is what it says."""
        verb = claim.head
        return claim.dep_ == "obj" and any(cue.modality == "denied" for cue in self._heads(verb, "complement"))

    def _lends(self, verb: Token, noun: Token) -> bool:
        """Whether a verb only carries the event of the noun after a preposition: 'exposed to', 'subjected to'."""
        case = preposition(noun)
        return case is not None and any(entry.noun == case for _, entry in matching(verb, self.support))

    def _goes_on(self, head: Token, scope: str) -> bool:
        """Whether it is only asked that an event be stopped, which is then going on: 'must suspend the deportations'."""
        return scope == "object" and head.lemma_.casefold() in self.hedges.double and self.of(head) == "requested"

    def _scope(self, token: Token) -> str | None:
        if (
            token.dep_ == "acl" and token.tag_ == "VBN" and not children(token, "mark")
        ):  # 'a policy criticised by many': not what the policy is to do
            return None
        if token.dep_ == "advcl" and token.tag_ == "VBG" and token.i > token.head.i and token.nbor(-1).text == ",":
            return None  # '…, dismissing the report': beside what the main verb asks for
        if token.dep_ in _CLAUSAL:
            if (
                token.dep_ in ("ccomp", "advcl")
                and children(token, "nsubj", "nsubj:pass")
                and (token.tag_ in FINITE or children(token, "aux", "aux:pass", "mark"))
            ):
                if token.dep_ == "ccomp":
                    return "complement" if token.head.pos_ in ("ADJ", "NOUN") else "sentence"
                return None
            return "complement"
        case = preposition(token)
        if token.dep_ in ("nmod", "obl") and case in self.words.scenic and not self._phrasal(token.head, case):
            return None
        return "object" if token.dep_ in _NOMINAL else None

    def _phrasal(self, head: Token, case: str | None) -> bool:
        """Whether a preposition belongs to the verb: 'held off on deportations'."""
        near = {child.lower_ for child in head.children} | {case}
        return any(case in rest and set(rest) <= near for rest, _ in self.cues.starting(head.lemma_.casefold()))

    def _heads(self, head: Token, scope: str) -> Iterator[Cue]:
        kinds = {
            "VERB": ("verb",),
            "NOUN": ("noun",),
            "ADJ": ("adjective",),
            "AUX": ("verb", "auxiliary"),
            "PROPN": ("noun",),
        }.get(head.pos_, ())
        for _, cue in matching(head, self.cues):
            if scope in cue.scope and cue.kind in kinds:
                yield cue
        if head.lower_ != head.lemma_.casefold():
            yield from (
                cue
                for rest, cue in self.cues.starting(head.lower_)
                if not rest and cue.kind == "adjective" and scope in cue.scope
            )

    def _future_in_past(self, token: Token, helper: Token) -> bool:
        """'said that deportations would start': the 'will' of a report in the past, not that of a condition."""
        marks = [mark for child in children(token, "advcl") for mark in children(child, "mark")]
        supposed = any(cue.modality == "hypothetical" for mark in marks for cue in self._cues(mark, "clause"))
        if helper.lower_ not in self.words.future_past or supposed:
            return False
        clause = token
        while clause.dep_ in ("conj", "xcomp") and clause.head != clause:
            clause = clause.head
        return clause.dep_ == "ccomp" and clause.head.tag_ in ("VBD", "VBN")
