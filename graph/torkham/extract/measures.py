"""What counted people do or undergo: the measure that the words around them in the sentence give."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from torkham.extract.counted import Count, is_people, noun_of
from torkham.extract.syntax import arguments, children, conjuncts, is_passive, preposition
from torkham.lexicon.people import people
from torkham.lexicon.quantities import Measure, measures

_WINDOW = 9
_PREDICATES = ("VERB", "AUX", "ADJ", "NOUN", "PROPN")


@dataclass(frozen=True)
class Found:
    """A measure, the word that gives it, and how strongly; ``real`` is False where the act was only wanted or begun.

    ``own`` is False where the people are the word's argument only by way of another verb ('to avoid being arrested').
    """

    measure: str
    word: Token
    weight: int
    real: bool
    rule: str
    own: bool = True


@cache
def _by_verb() -> dict[str, tuple[tuple[tuple[str, ...], Measure], ...]]:
    """First word of each verb phrase -> its other words and the entry, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Measure]]] = {}
    for entry in measures().measure:
        for phrase in entry.verbs:
            first, *rest = phrase.split()
            table.setdefault(first, []).append((tuple(rest), entry))
    return {first: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for first, found in table.items()}


@cache
def _by_noun() -> dict[str, tuple[Measure, ...]]:
    table: dict[str, list[Measure]] = {}
    for entry in measures().measure:
        for noun in entry.nouns:
            table.setdefault(noun, []).append(entry)
    return {noun: tuple(entries) for noun, entries in table.items()}


@cache
def _by_adjective() -> dict[str, Measure]:
    return {word: entry for entry in measures().measure for word in entry.adjectives}


def measure_of(count: Count) -> Found | None:
    """The measure of a count by its own sentence; None where nothing tells it."""
    outer, inner = _around(count)
    host = None if outer else _host(count)
    if host is not None:
        above, below = _around(host)
        outer = above or below
    best_outer, best_inner = _best(outer), _best(inner)
    if best_outer is not None and best_outer.real:
        strong = best_inner is not None and best_outer.weight == 0 and best_inner.weight >= 2
        found = best_inner if strong else best_outer
    elif best_outer is not None:
        found = best_inner if best_inner is not None and best_inner.measure == "in-pipeline" else best_outer
    else:
        found = best_inner
    hint = _by_head(count)
    if found is None or (
        found.weight == 0 and hint is not None and found.measure != hint.measure and found is best_outer
    ):
        found = hint or found or _by_window(count) or _by_word_before(count) or _by_place(count)
    return _fitting(count, found)


def _fitting(count: Count, found: Found | None) -> Found | None:
    """People counted by their office or trade are not residents or returnees because they 'live' or 'leave' somewhere."""
    head = count.head
    office = head is not None and noun_of(head) in people().roles and noun_of(head) not in people().nouns
    return None if found is not None and office and found.measure not in measures().bodily else found


def _best(found: list[Found]) -> Found | None:
    return max(found, key=lambda one: (one.own, one.weight, one.real, -one.word.i), default=None)


def _around(count: Count) -> tuple[list[Found], list[Found]]:
    """What the predicates above and below the counted people say of them."""
    chain, outer, inner = {token.i for token in count.tokens}, [], []
    for word in count.tokens[0].sent:
        if word.i in chain or word.pos_ not in _PREDICATES:
            continue
        below = any(above.i in chain for above in word.ancestors)
        if below and word.head.i not in chain and not _of_own_clause(word, chain):
            continue
        found = list(_verb_says(word, chain)) if word.pos_ in ("VERB", "AUX") or children(word, "cop") else []
        found += _noun_says(word, count)
        (inner if below else outer).extend(found)
    for token in count.tokens:
        inner += [said for child in children(token, "amod", "acl") if (said := _describes(child)) is not None]
        inner += [said for child in children(token, "nmod", "obl") if (said := _stands_in(child))]
    return outer, inner


def _of_own_clause(word: Token, chain: set[int]) -> bool:
    """Whether a word below the people belongs to the same clause that describes them ('who were arrested and deported')."""
    while word.dep_ in ("conj", "xcomp", "obj", "obl", "nmod") and word.head.i not in chain and word.head != word:
        word = word.head
    return word.head.i in chain


def _verb_says(verb: Token, chain: set[int]) -> Iterator[Found]:
    found = [argument for argument in arguments(verb) if argument.token.i in chain]
    slots = {argument.slot for argument in found} | _of_whose(verb, chain)
    if not slots:
        return
    if verb.pos_ not in ("VERB", "AUX") or children(verb, "cop"):
        entry = _by_adjective().get(_predicate_text(verb)) or _by_adjective().get(verb.lower_)
        if entry is not None and "subject" in slots | {"subject" if "object" in slots else ""}:
            yield Found(entry.name, verb, entry.weight, True, f"adjective {verb.lower_}")
        return
    entry = match_verb(verb, slots)
    if entry is not None and verb.lemma_.lower() in measures().light and not _of_a_place(verb):
        entry = None
    if entry is not None:
        own = not found or any(argument.own for argument in found)
        yield replace(_as_real(verb, entry), own=own)


def _of_a_place(verb: Token) -> bool:
    """'Pakistan has 1.4 million registered refugees', but not 'he has three children'."""
    subjects = [argument.token for argument in arguments(verb) if argument.slot == "subject"]
    return any(subject.ent_type_ == "LOC" or is_people(subject) for subject in subjects) and not any(
        is_people(subject) and subject.tag_ in ("NN", "NNP") for subject in subjects
    )


def _of_whose(verb: Token, chain: set[int]) -> set[str]:
    """'Afghans whose cases are being considered': what happens to their cases happens to them."""
    if verb.dep_ != "acl:relcl" or verb.head.i not in chain:
        return set()
    return (
        {"object", "subject"}
        if any(word.lower_ == "whose" for child in verb.lefts for word in child.children)
        else set()
    )


def _predicate_text(word: Token) -> str:
    case = preposition(word)
    return f"{case} {word.lower_}" if case else word.lower_


def match_verb(verb: Token, slots: set[str]) -> Measure | None:
    """The entry for a verb with its particles, where the counted people stand in one of ``slots``."""
    near = {word.lower_ for word in verb.children} | {word.lower_ for word in verb.doc[verb.i + 1 : verb.i + 4]}
    phrase = {word.lower_ for word in verb.subtree} | {word.lemma_.lower() for word in verb.subtree}
    fitting: list[tuple[int, int, int, Measure]] = []
    for rest, entry in _by_verb().get(verb.lemma_.lower(), ()):
        if (
            all(word in near for word in rest)
            and slots & set(entry.counted)
            and (not entry.needs or phrase & set(entry.needs))
        ):
            distance = next(
                (word.i - verb.i for word in verb.doc[verb.i + 1 : verb.sent.end] if rest and word.lower_ == rest[0]), 0
            )
            fitting.append((len(rest), -abs(distance), entry.weight, entry))
    return max(fitting, key=lambda one: one[:3])[3] if fitting else None


def _as_real(verb: Token, entry: Measure) -> Found:
    """The measure, changed where the act is only wanted, begun or commanded."""
    rule = f"verb {verb.lemma_.lower()}"
    if entry.obliged and _obliged(verb):
        return Found(entry.obliged, verb, entry.weight, False, f"{rule}, an obligation")
    if entry.begun and _under(verb, measures().starting):
        return Found(entry.begun, verb, entry.weight, False, f"{rule}, only begun")
    if entry.unreal and _wanted(verb):
        return Found(entry.unreal, verb, entry.weight, False, f"{rule}, not done")
    return Found(entry.name, verb, entry.weight, True, rule)


def _line(verb: Token) -> list[Token]:
    """The verb and those that it is coordinated with or hangs on as a complement, bottom up."""
    line = [verb]
    while line[-1].dep_ in ("xcomp", "conj") and line[-1].head != line[-1] and len(line) < 5:
        line.append(line[-1].head)
    return line


def _helpers(verb: Token) -> set[str]:
    return {child.lower_ for child in children(verb, "aux", "aux:pass", "advmod", "cop")}


def _wanted(verb: Token) -> bool:
    words = measures()
    if any(_helpers(one) & set(words.modals) for one in _line(verb)):
        return True
    first = min([verb, *children(verb, "aux", "aux:pass")], key=lambda token: token.i)
    if first.i > verb.sent.start and first.tag_ in ("VBG", "VB") and first.nbor(-1).lemma_.lower() in words.risking:
        return True
    infinitive = any(child.lower_ == "to" and child.dep_ == "mark" for child in verb.children)
    if infinitive and verb.dep_ in ("acl", "advcl", "csubj"):
        return True
    if verb.tag_ == "VBG" and any(
        child.lower_ in words.averting and child.dep_ in ("mark", "case") for child in verb.lefts
    ):
        return True
    return _under(verb, words.ordering)


def _under(verb: Token, lemmas: tuple[str, ...]) -> bool:
    """Whether the verb is the infinitive, participle or object of one of these words."""
    for one in _line(verb):
        above = one.head
        bare = one.tag_ in ("VB", "VBG") and one.dep_ in (
            "xcomp",
            "ccomp",
            "acl",
            "advcl",
            "obl",
            "obj",
            "conj",
            "nmod",
        )
        if above != one and bare and above.lemma_.lower() in lemmas:
            return True
    return False


def _obliged(verb: Token) -> bool:
    words = measures()
    for one in _line(verb):
        helpers = _helpers(one)
        if helpers & {"must", "should", "ought", "shall"} or (
            helpers & set(words.obliging) and "to" in {c.lower_ for c in one.lefts}
        ):
            return True
    infinitive = any(child.lower_ == "to" and child.dep_ == "mark" for child in verb.children)
    be = verb.head.lemma_.lower() in ("be", "have", "need") and verb.dep_ == "xcomp"
    return infinitive and (
        be
        or (
            _under(verb, words.ordering)
            and verb.head.lemma_.lower() not in ("expect", "hope", "plan", "want", "intend", "begin")
        )
    )


def _noun_says(noun: Token, count: Count) -> list[Found]:
    """'the deportation of 300 Afghans', 'a crackdown on 1.7 million foreigners', 'home to 3 million Afghans'."""
    if noun.pos_ not in ("NOUN", "PROPN", "ADJ") or noun.lemma_.lower() not in _by_noun():
        return []
    for token in count.tokens:
        if token.head == noun and token.dep_ in ("nmod", "obl", "nmod:agent", "acl", "compound"):
            case = preposition(token) or ""
            for entry in _by_noun()[noun.lemma_.lower()]:
                if case in entry.with_:
                    planned = entry.unreal is not None and _planned_noun(noun)
                    return [
                        Found(
                            entry.unreal if planned and entry.unreal else entry.name,
                            noun,
                            entry.weight,
                            not planned,
                            f"noun {noun.lemma_.lower()} {case}",
                        )
                    ]
    return []


def _planned_noun(noun: Token) -> bool:
    """'plan the deportation of', 'called for the release of', 'to halt the expulsion of'."""
    above = noun.head
    if any(
        child.lower_ in ("planned", "possible", "potential", "proposed", "imminent", "threatened", "looming", "mass")
        for child in children(noun, "amod")
    ):
        return True
    return above.pos_ == "VERB" and (
        above.lemma_.lower() in (*measures().ordering, *measures().starting) or _wanted(above)
    )


def _describes(child: Token) -> Found | None:
    """'registered refugees', 'detained migrants', 'displaced people'."""
    entry = _by_adjective().get(child.lower_)
    if entry is None and child.dep_ == "amod" and child.tag_ in ("VBN", "JJ"):
        lemma = child.lemma_.lower()
        entry = match_verb(child, {"object"}) if lemma in _by_verb() else None
        entry = entry if entry is not None and not entry.needs else None
    return (
        Found(entry.name, child, 0, True, f"description {child.lower_}")
        if entry is not None and child.dep_ == "amod"
        else None
    )


@cache
def _by_setting() -> dict[str, Measure]:
    return {noun: entry for entry in measures().measure for noun in entry.settings}


def _stands_in(child: Token) -> Found | None:
    """'25,000 Afghans in the visa pipeline', '676 men in immigration detention'."""
    entry = next((found for one in conjuncts(child) if (found := _by_setting().get(one.lemma_.lower()))), None)
    joined = preposition(child) is None and bool(children(child, "cc"))
    if entry is None or (preposition(child) not in ("in", "on", "under", "inside") and not joined):
        return None
    return Found(entry.name, child, min(entry.weight, 1), True, f"in {child.lemma_.lower()}")


def _by_head(count: Count) -> Found | None:
    """The noun itself tells it: returnees, deportees, detainees, applicants."""
    if count.head is None:
        return None
    entries = _by_noun().get(noun_of(count.head), ())
    return Found(entries[0].name, count.head, 0, True, f"noun {noun_of(count.head)}") if entries else None


def _by_window(count: Count) -> Found | None:
    """The first verb after the people, where the parse does not connect them."""
    last = max(count.tokens, key=lambda token: token.i)
    for word in last.doc[last.i + 1 : min(last.sent.end, last.i + _WINDOW)]:
        if word.text in {",", ";", ":", "(", ")", '"', "”", "—"} or word.lower_ in (
            "that",
            "after",
            "when",
            "as",
            "while",
            "because",
            "if",
        ):
            return None
        if word.pos_ != "VERB" or word.lemma_.lower() in measures().estimating and word.tag_ != "VBN":
            continue
        passive = word.tag_ == "VBN" and (is_passive(word) or word.nbor(-1).lemma_ == "be")
        entry = match_verb(
            word,
            {
                "object"
                if passive or word.tag_ == "VBN" and word.nbor(-1).lower_ not in ("have", "has", "had", "since")
                else "subject"
            },
        )
        return _as_real(word, entry) if entry is not None else None
    return None


def _by_word_before(count: Count) -> Found | None:
    """The word before the number is a verb even where the tagger took it for a noun ('Turkey hosts 3.1 million Syrians')."""
    doc = count.tokens[0].doc
    start = doc.char_span(count.quantity.start, count.quantity.start + 1, alignment_mode="expand")
    if start is None or start.start <= count.tokens[0].sent.start:
        return None
    word = doc[start.start - 1]
    for form in (word.lemma_.lower(), word.lower_, word.lower_.removesuffix("s")):
        for rest, entry in _by_verb().get(form, ()):
            if not rest and "object" in entry.counted and not entry.needs:
                return Found(entry.name, word, entry.weight, True, f"verb {form}")
    return None


def _by_place(count: Count) -> Found | None:
    """'there are 1.3 million Afghans', '6 million Afghans in Iran'."""
    head = count.head
    if head is None or head.lemma_.lower() in people().roles:
        return None
    for token in count.tokens:
        if token.dep_ == "nsubj" and any(child.dep_ == "expl" for child in token.head.children):
            return Found("resident", token.head, 0, True, "there are")
        for child in children(token, "nmod"):
            if preposition(child) in ("in", "on", "within", "across") and child.ent_type_ == "LOC":
                return Found("resident", child, 0, True, "people in a place")
    return None


def _host(count: Count) -> Count | None:
    """The whole of which a count is named as a part: 'foreigners, including 1.7 million Afghans', 'families comprising 17,000 people'."""
    first = min(count.tokens, key=lambda token: token.i)
    start = first.doc.char_span(count.quantity.start, count.quantity.start + 1, alignment_mode="expand")
    at = (start.start if start is not None else first.i) - 1
    while at > first.sent.start and first.doc[at].lower_ in ("the", "an", "a", "and", "some", "up", "to", "of"):
        at -= 1
    if at <= first.sent.start:
        return _conjoined(count)
    sign = first.doc[at]
    if sign.lemma_.lower() not in measures().including and sign.lower_ not in measures().including:
        return _conjoined(count)
    return _host_before(count, sign)


def _host_before(count: Count, sign: Token) -> Count | None:
    whole = [
        token
        for token in sign.doc[sign.sent.start : sign.i]
        if is_people(token) and token.pos_ in ("NOUN", "PROPN", "PRON")
    ]
    if sign.pos_ == "VERB":
        whole = [a.token for a in arguments(sign) if a.slot == "subject"] or whole
    whole = [token for token in whole if token.i not in {one.i for one in count.tokens}]
    return Count(count.quantity, whole[-1], (whole[-1],), "whole") if whole else None


def _conjoined(count: Count) -> Count | None:
    """'2,000 men and 300 women were arrested': the second shares the place of the first."""
    for token in count.tokens:
        if token.dep_ in ("conj", "appos") and token.head.i < token.i and is_people(token.head):
            numbers = tuple(children(token.head, "nummod"))
            return Count(count.quantity, token.head, (token.head, *numbers), "whole")
    return None
