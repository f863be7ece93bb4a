"""Who does what to whom in a Universal Dependencies tree: the one routine that finds a predicate's arguments.

It reads active and passive clauses, relative and reduced relative clauses, subjects shared by conjoined verbs,
controlled infinitives, participles and nominalisations, and calls what it finds by slot: ``subject`` is who acts
(the by-phrase of a passive), ``object`` who undergoes (the subject of a passive), ``indirect``, ``clause``, and
``to``, ``from``, ``on`` … for prepositional phrases. Labels: https://universaldependencies.org/u/dep/.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from torkham.extract.relatives import RELATIVES, antecedent
from torkham.extract.strays import is_of_another_verb, taken_below

SUBJECTS = {"nsubj", "nsubj:outer", "csubj"}
PASSIVE_SUBJECTS = {"nsubj:pass", "csubj:pass"}
_NAMES = ("NNP", "NNPS")
CLAUSES = {"ccomp", "xcomp"}
OBJECT_MARKS = ("from", "for", "of", "into")
"""Before an -ing form they say what the object does: 'stopped, thanked, accused, coerced them …'."""
FINITE = ("VBD", "VBZ", "VBP")


@dataclass(frozen=True)
class Argument:
    """The head of an argument and the slot it stands in; ``own`` is False where it was shared by another predicate."""

    token: Token
    slot: str
    own: bool = True


def children(token: Token, *labels: str) -> list[Token]:
    """The dependents with one of these labels, in the order of the text."""
    return [child for child in token.children if child.dep_ in labels]


def preposition(token: Token) -> str | None:
    """The preposition of a phrase, lower case; of a fixed one ('according to') all its words."""
    for child in token.children:
        if child.dep_ == "case" and child.i < token.i and child.pos_ != "PART":
            words = [child, *children(child, "fixed")]
            after = child.nbor()
            if child.lower_ == "out" and after.lower_ == "of" and after.head == token:
                words.append(after)  # the parse may make them two: 'driven out of Iran'
            return " ".join(word.lower_ for word in words)
    return None


def conjuncts(token: Token) -> list[Token]:
    """The token and all that is coordinated with it."""
    found, queue = [token], [token]
    while queue:
        for child in children(queue.pop(), "conj"):
            found.append(child)
            queue.append(child)
    return sorted(found, key=lambda one: one.i)


def is_clause(token: Token) -> bool:
    """Whether the token heads a clause (a verb, or a predicate with a copula)."""
    return token.pos_ in ("VERB", "AUX") or bool(children(token, "cop"))


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: by its auxiliary, its subject, as a reduced relative, or shared from a conjunct."""
    if verb.tag_ not in ("VBN", "VBD") and not children(verb, "aux:pass"):
        return False
    if children(verb, "aux:pass"):
        return True
    if children(verb, *PASSIVE_SUBJECTS) and not children(verb, "obj"):
        return not _is_perfect(verb)
    if children(verb, "aux", "nsubj"):
        return False
    if verb.dep_ in ("acl", "amod") and verb.tag_ == "VBN":
        return True
    if verb.dep_ == "acl:relcl" and verb.tag_ == "VBN" and not children(verb, "obj"):  # 'men currently held in Doha'
        return True
    if verb.dep_ in ("xcomp", "advcl", "ccomp") and verb.tag_ == "VBN" and not children(verb, "obj"):
        return True
    return verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.pos_ == "VERB" and is_passive(verb.head)


def _is_perfect(verb: Token) -> bool:
    """'Have repatriated': active, whatever label the parse gives the subject."""
    return {one.lemma_ for one in children(verb, "aux")} == {"have"}


def _direct(verb: Token) -> Iterator[Argument]:
    passive = is_passive(verb)
    for child in verb.children:
        label, case = child.dep_, preposition(child)
        if label in (*SUBJECTS, *PASSIVE_SUBJECTS) and is_of_another_verb(child, verb):
            continue
        if label in SUBJECTS and child.i > verb.i and _has_subject_before(verb):
            yield Argument(antecedent(child), "object")  # a second subject after the verb: 'sources told Dawn'
        elif label in SUBJECTS or label in PASSIVE_SUBJECTS:
            yield Argument(antecedent(child), _raised(verb) if passive else "subject")
        elif label in ("obl:agent", "obl") and case == "by" and passive and child.ent_type_ != "DATE":
            yield Argument(child, "subject")
        elif label == "expl" and not passive and child.i < verb.i and children(verb, "ccomp"):
            yield Argument(child, "subject")  # 'It alleged that …'
        elif label == "obl" and not case and child.i > verb.i and child.tag_ in _NAMES and children(child, "nummod"):
            yield Argument(child, "object")  # 'deported 2,940 South Sudanese': no preposition, no circumstance
        elif label == "obj" and not case:
            yield Argument(antecedent(child), "object")
        elif label == "iobj":
            yield Argument(child, "indirect")
        elif label in ("obl", "nmod", "advmod", "obj") and case:
            yield Argument(antecedent(child), case)
        elif label in CLAUSES or (label in ("advcl", "acl") and (_infinitive(child) or _led_into(child))):
            yield Argument(child, "clause")


def _has_subject_before(verb: Token) -> bool:
    """Whether a subject stands before the verb, with no end of a quotation between ('"It is a trap," said Ann Lee')."""
    before = [one for one in children(verb, *SUBJECTS) if one.i < verb.i]
    return bool(before) and not any(one.text in '"”' for one in verb.doc[before[-1].i : verb.i])


def _raised(verb: Token) -> str:
    """What the subject of a passive is in the active: of two objects the one who is given something ('were handed cash')."""
    return "indirect" if any(not preposition(child) for child in children(verb, "obj")) else "object"


def _infinitive(token: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "to" for child in token.children)


def _led_into(token: Token) -> bool:
    """'coerced them into leaving'."""
    return token.tag_ == "VBG" and any(child.dep_ == "mark" and child.lower_ == "into" for child in token.children)


def _governor(verb: Token) -> Token | None:
    """The predicate from which a verb without a subject borrows one."""
    return verb.head if verb.dep_ in ("conj", "xcomp", "ccomp", "advcl", "parataxis") and verb.head != verb else None


def _shared_subject(verb: Token, depth: int) -> Argument | None:
    """The surface subject of a verb that has none of its own."""
    if verb.dep_ == "amod":
        return Argument(verb.head, "subject", False)
    if verb.dep_ == "acl:relcl":
        explicit = any(
            child.lower_ in RELATIVES and child.dep_ in SUBJECTS | PASSIVE_SUBJECTS for child in verb.children
        )
        return (
            None if explicit or children(verb, *SUBJECTS, *PASSIVE_SUBJECTS) else Argument(verb.head, "subject", False)
        )
    if verb.dep_ == "acl" and not _after_comma(verb):
        return _subject_of_acl(verb, depth)
    governor = finite_above(verb) if _after_comma(verb) else like_verb_above(verb) or _governor(verb)
    if governor is None:
        return None
    if governor.pos_ not in ("VERB", "AUX") and not children(governor, "cop"):
        return None
    return _borrowed(verb, governor, depth)


def _after_comma(verb: Token) -> bool:
    """A participle after a comma: '…, widening a campaign'."""
    return verb.dep_ in ("advcl", "acl") and verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).text == ","


def _borrowed(verb: Token, governor: Token, depth: int) -> Argument | None:
    inherited = {argument.slot: argument for argument in reversed(arguments(governor, depth + 1))}
    if verb.dep_ == "conj":
        surface = inherited.get(_raised(governor) if is_passive(governor) else "subject")
        return surface and Argument(surface.token, "subject", False)
    from_clause = any(child.dep_ == "mark" and child.lower_ in OBJECT_MARKS for child in verb.children)
    wanted: tuple[str, ...] = ("on", "upon", "indirect")
    if verb.dep_ != "advcl" or from_clause:
        wanted = ("object", "indirect", "on", "to", "upon")
    if verb.dep_ in ("xcomp", "ccomp") or from_clause or (verb.dep_ == "advcl" and _infinitive(verb)):
        for slot in wanted:
            if slot in inherited and _controls(governor, inherited[slot], slot, verb):
                return Argument(inherited[slot].token, "subject", False)
    raised = inherited.get(_raised(governor)) if is_passive(governor) else None
    surface = raised or inherited.get("subject")
    return surface and Argument(surface.token, "subject", False)


def _controls(governor: Token, argument: Argument, slot: str, verb: Token) -> bool:
    """Whether that argument of the governor is who is to do the infinitive ('urged Iran to stop', 'called on Iran to stop')."""
    if argument.token.i > verb.i or argument.token == verb:
        return False
    if slot in ("on", "to", "upon"):
        return verb.dep_ in ("xcomp", "ccomp", "advcl") and _infinitive(verb)
    return argument.own and argument.token.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")


def _is_called_on(noun: Token, verb: Token) -> bool:
    """'Called on all parties to guarantee …': the infinitive is theirs, also where the parse hangs it on them."""
    return noun.dep_ == "obl" and preposition(noun) in ("on", "upon") and _infinitive(verb)


def _subject_of_acl(verb: Token, depth: int) -> Argument | None:
    noun = verb.head
    if not children(verb, "mark") or _is_perfect(verb) or _is_called_on(noun, verb):
        return Argument(noun, "subject", False)  # else the noun takes no part: 'protection against being deported'
    owners = children(noun, "nmod:poss")
    if owners:
        return Argument(owners[0], "subject", False)
    for token in (noun, *noun.ancestors):
        if children(token, "cop"):  # 'they are in danger of being deported'
            found = [one for one in arguments(token, depth + 1) if one.slot == "subject"]
            return Argument(found[0].token, "subject", False) if found else None
        if token.pos_ == "VERB":
            found = [
                one
                for one in arguments(token, depth + 1)
                if one.slot in ("object", "indirect", "on") and one.token != noun
            ]
            found += [one for one in arguments(token, depth + 1) if one.slot == "subject"]
            return Argument(found[0].token, "subject", False) if found else None
    return None


def arguments(predicate: Token, depth: int = 0) -> list[Argument]:
    """All arguments of a verb (or a predicate with a copula), its own first, then what it shares.

    A surface subject that is shared fills ``object`` where the verb is passive. ``depth`` guards against loops.
    """
    found = [*_direct(predicate), *(Argument(antecedent(one), "subject") for one in taken_below(predicate))]
    slots = {argument.slot for argument in found}
    surface = "object" if is_passive(predicate) else "subject"
    has_subject = bool(children(predicate, *SUBJECTS, *PASSIVE_SUBJECTS))
    if not has_subject and depth < 6:
        shared = _shared_subject(predicate, depth)
        if shared is not None and surface not in slots:
            found.append(Argument(antecedent(shared.token), surface, False))
    if "object" not in {argument.slot for argument in found}:
        found += _raised_object(predicate)
    found += _gap(predicate, {argument.slot for argument in found})
    return found


def _raised_object(verb: Token) -> list[Argument]:
    """The object that coordinated verbs share at their end: 'arrested, detained and deported hundreds of refugees'."""
    if is_passive(verb) or children(verb, "obj", "ccomp", "xcomp", "obl", "iobj"):
        return []
    if verb.dep_ == "conj" and not is_passive(verb.head):  # 'deported or repatriated 11,000 people'
        shared = [one for one in children(verb.head, "obj") if one.i > verb.i]
        if shared:
            return [Argument(antecedent(shared[0]), "object", False)]
    for other in conjuncts(verb.head if verb.dep_ == "conj" else verb):
        between = verb.doc[verb.i + 1 : other.i] if other.i > verb.i else None
        if between is not None and all(one.pos_ in ("VERB", "CCONJ", "PUNCT", "ADV", "ADP") for one in between):
            shared = children(other, "obj")
            if shared:
                return [Argument(antecedent(shared[0]), "object", False)]
    return []


def like_verb_above(verb: Token) -> Token | None:
    """The verb that a coordinated one really goes with: 'accused it of flouting the law and called on it to stop'.

    Coordination joins like forms: a finite verb is not the second half of a participle or an infinitive, nor a
    participle that of a finite verb ('is detaining people who fled the war and sending them home'); and what is said
    goes with what is said ('confirmed that they had been sent home but denied that …').
    """
    if verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX"):
        return None
    finite = verb.tag_ in FINITE
    unlike = verb.head.tag_ in ("VB", "VBG") if finite else verb.tag_ == "VBG" and verb.head.tag_ in FINITE
    both_tell = finite and is_passive(verb.head) and bool(children(verb, "ccomp"))
    if not unlike and not both_tell and not (finite and _leaves_quotation(verb)):
        return None
    above = (one for one in verb.head.ancestors if one.tag_ == verb.tag_ and one.pos_ == "VERB")
    return next((one for one in above if children(one, "ccomp") or not both_tell), None)


def _leaves_quotation(verb: Token) -> bool:
    """Whether a quotation ends between the verb and what the parse joins it to: 'said "it is a trap" and left'."""
    marks = [token.text for token in verb.doc[verb.head.i + 1 : verb.i] if token.text in ('"', "\u201c", "\u201d")]
    return marks[:1] == ["\u201d"] or len(marks) == 1


def finite_above(verb: Token) -> Token:
    """The finite clause that a participle after a comma belongs to: '…, saying' goes with the main verb."""
    above = verb.head
    while above.head != above and not (
        above.pos_ in ("VERB", "AUX") and (above.tag_ in ("VBD", "VBZ", "VBP") or children(above, "aux"))
    ):
        above = above.head
    return above


def _gap(verb: Token, slots: set[str]) -> list[Argument]:
    """The head noun as object of a relative clause that has a subject but no object: 'the list Pakistan rejected'."""
    if verb.dep_ != "acl:relcl" or "object" in slots or not children(verb, *SUBJECTS):
        return []
    if any(child.lower_ in RELATIVES and child.dep_ in SUBJECTS for child in verb.children):
        return []
    return [Argument(verb.head, "object", False)]
