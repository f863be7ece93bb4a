"""What counted people do or undergo: the measure that the words around them in the sentence give."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from torkham.extract.acts import Acts
from torkham.extract.acts import of as act_of
from torkham.extract.count import Count
from torkham.extract.hints import BESIDE, by_head, by_place, by_window, by_word_before, host_of
from torkham.extract.measurewords import Found, by_adjective, by_noun, by_setting, by_verb, match_verb
from torkham.extract.peoplenouns import is_people, noun_of
from torkham.extract.reality import as_real, is_wanted
from torkham.extract.syntax import arguments, children, preposition
from torkham.lexicon.people import people
from torkham.lexicon.quantities import measures

_SETTING = 9
_PREDICATES = ("VERB", "AUX", "ADJ", "NOUN", "PROPN")


def measure_of(count: Count, acts: Acts) -> Found | None:
    """The measure of a count by its own sentence, or by the events told in it; None where nothing tells it."""
    outer, inner = _around(count)
    told = any(one.word.pos_ == "VERB" and one.word.dep_ != "amod" for one in inner)
    host = None if outer or told else host_of(count)
    if host is not None:
        above, below = _around(host)
        outer = above or (below if host.rule != BESIDE else []) or [one for one in [by_head(host)] if one is not None]
    best_outer, best_inner = _best(outer), _best(inner)
    if best_outer is not None and best_outer.real:
        strong = best_inner is not None and best_outer.weight == 0 and best_inner.weight >= 2
        found = best_inner if strong else best_outer
    elif best_outer is not None:
        found = best_inner if best_inner is not None and best_inner.measure == "in-pipeline" else best_outer
    else:
        found = best_inner
    found = found if found is not None else act_of(count, acts)
    hint = by_head(count)
    if found is None or (
        found.weight == 0 and hint is not None and found.measure != hint.measure and found is best_outer
    ):
        found = hint or found or by_window(count) or by_word_before(count) or by_place(count)
    return _fitting(count, found)


def _fitting(count: Count, found: Found | None) -> Found | None:
    """People counted by their office or trade are not residents or returnees because they 'live' or 'leave' somewhere."""
    head = count.head
    if head is None or found is None or noun_of(head) not in people().roles or noun_of(head) in people().nouns:
        return found
    demonyms = head.doc.spans.get("demonyms", ())
    foreign = any(span.start <= child.i < span.end for child in head.lefts for span in demonyms)
    allowed = (*measures().bodily, *(measures().foreign if foreign else ()))
    return found if found.measure in allowed else None


def _best(found: list[Found]) -> Found | None:
    return max(found, key=lambda one: (one.own, one.weight, one.real, -one.word.i), default=None)


def _around(count: Count) -> tuple[list[Found], list[Found]]:
    """What the predicates above and below the counted people say of them."""
    chain = {token.i for token in count.tokens}
    outer: list[Found] = []
    inner: list[Found] = []
    for word in count.tokens[0].sent:
        if word.i in chain or word.pos_ not in _PREDICATES:
            continue
        below = any(above.i in chain for above in word.ancestors)
        if below and word.head.i not in chain and not _of_own_clause(word, chain):
            continue
        found = list(_verb_says(word, chain)) if _is_verb(word) or children(word, "cop") else []
        found += _noun_says(word, count)
        (inner if below else outer).extend(found)
    for token in count.tokens:
        inner += [said for child in children(token, "amod", "acl") if (said := _describes(child)) is not None]
        inner += [said] if (said := _stands_in(token)) else []
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
    if not _is_verb(verb) or (children(verb, "cop") and "object" not in slots):
        entry = by_adjective().get(_predicate_text(verb)) or by_adjective().get(verb.lower_)
        if entry is not None and "subject" in slots | {"subject" if "object" in slots else ""}:
            yield Found(entry.name, verb, entry.weight, True, f"adjective {verb.lower_}")
        return
    entry = match_verb(verb, slots) or (match_verb(verb, {"object"}) if _lacks_its_object(verb, slots) else None)
    if entry is not None and verb.lemma_.lower() in measures().light and not _of_a_place(verb):
        entry = None
    if entry is not None:
        own = not found or any(argument.own for argument in found)
        yield replace(as_real(verb, entry), own=own)


def _is_verb(word: Token) -> bool:
    """Also an infinitive that the tagger half took for a noun: 'has seen a million people leave'."""
    return word.pos_ in ("VERB", "AUX") or (word.pos_ == "NOUN" and word.tag_ == "VB")


def _lacks_its_object(verb: Token, slots: set[str]) -> bool:
    """A participle read as a past tense: in 'counted 3,100 people turned back' nobody is said whom they turned back."""
    return slots == {"subject"} and verb.tag_ in ("VBD", "VBN") and not children(verb, "obj", "aux", "ccomp", "xcomp")


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


def _noun_says(noun: Token, count: Count) -> list[Found]:
    """'the deportation of 300 Afghans', 'a crackdown on 1.7 million foreigners', 'home to 3 million Afghans'."""
    if noun.pos_ not in ("NOUN", "PROPN", "ADJ") or noun.lemma_.lower() not in by_noun():
        return []
    for token in count.tokens:
        if token.head == noun and token.dep_ in ("nmod", "obl", "nmod:agent", "acl", "compound"):
            case = preposition(token) or ""
            for entry in by_noun()[noun.lemma_.lower()]:
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
        above.lemma_.lower() in (*measures().ordering, *measures().starting) or is_wanted(above)
    )


def _describes(child: Token) -> Found | None:
    """'registered refugees', 'detained migrants', 'displaced people'."""
    entry = by_adjective().get(child.lower_)
    if entry is None and child.dep_ == "amod" and child.tag_ in ("VBN", "VBG", "JJ"):
        lemma = child.lemma_.lower()
        entry = (
            match_verb(child, {"subject" if child.lower_.endswith("ing") else "object"}) if lemma in by_verb() else None
        )
        entry = entry if entry is not None and not entry.needs else None
    return (
        Found(entry.name, child, 0, True, f"description {child.lower_}")
        if entry is not None and child.dep_ == "amod"
        else None
    )


def _stands_in(people: Token) -> Found | None:
    """'25,000 Afghans in the visa pipeline', '676 men in immigration detention': by the words behind the noun."""
    if people.i + 1 >= people.sent.end or people.nbor(1).lower_ not in ("in", "on", "under", "inside"):
        return None
    for word in people.doc[people.i + 2 : min(people.sent.end, people.i + _SETTING)]:
        if word.pos_ in ("VERB", "AUX", "PUNCT", "ADP", "SCONJ", "PRON"):
            return None
        entry = by_setting().get(word.lemma_.lower())
        if entry is not None:
            return Found(entry.name, word, min(entry.weight, 1), True, f"in {word.lemma_.lower()}")
    return None
