"""What the predicates around counted people say of them: verbs, adjectives, nouns, and the words that describe them."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from torkham.extract.count import TALLY, Count
from torkham.extract.hints import is_planned
from torkham.extract.measurewords import Found, by_adjective, by_noun, by_setting, by_themselves, by_verb, match_verb
from torkham.extract.peoplenouns import is_people, noun_of
from torkham.extract.reality import as_real, is_tried
from torkham.extract.syntax import Argument, arguments, children, is_passive, preposition
from torkham.lexicon.quantities import Measure, measures

_SETTING = 9
_PREDICATES = ("VERB", "AUX", "ADJ", "ADV", "NOUN", "PROPN")


def around(count: Count) -> tuple[list[Found], list[Found]]:
    """What the predicates above and below the counted people say of them."""
    chain = {token.i for token in count.tokens}
    told = {*measures().reaching, *measures().putting} if count.rule == TALLY else set()
    outer: list[Found] = []
    inner: list[Found] = []
    for word in count.tokens[0].sent:
        if word.i in chain or word.pos_ not in _PREDICATES or (told and word.lemma_.lower() in told):
            continue
        below = any(above.i in chain for above in word.ancestors)
        if below and (_of_part(word, chain) or (word.head.i not in chain and not _of_own_clause(word, chain))):
            continue
        found = list(_verb_says(word, chain, count)) if _is_verb(word) or children(word, "cop") else []
        found += _noun_says(word, count)
        (inner if below else outer).extend(found)
    for token in count.tokens:
        inner += [said for child in children(token, "amod", "acl") if (said := _describes(child)) is not None]
        inner += [said] if (said := _stands_in(token)) else []
    return outer, inner


def _of_part(word: Token, chain: set[int]) -> bool:
    """'173 Rohingya, including 50 registered in India': what follows the part describes the part."""
    between = word.doc[max(chain) + 1 : word.i]
    return any(one.lower_ in measures().including and one.nbor(1).pos_ == "NUM" for one in between)


def _of_own_clause(word: Token, chain: set[int]) -> bool:
    """Whether a word below the people belongs to the same clause that describes them ('who were arrested and deported')."""
    while word.dep_ in ("conj", "xcomp", "obj", "obl", "nmod") and word.head.i not in chain and word.head != word:
        word = word.head
    return word.head.i in chain


def _verb_says(verb: Token, chain: set[int], count: Count) -> Iterator[Found]:
    found = [argument for argument in arguments(verb) if argument.token.i in chain]
    slots = {_slot(argument, verb, count) for argument in found} | _of_whose(verb, chain)
    if not slots:
        return
    if not _is_verb(verb) or (children(verb, "cop") and "object" not in slots):
        entry = by_adjective().get(_predicate_text(verb)) or by_adjective().get(verb.lower_)
        if entry is None and verb.pos_ == "NOUN" and is_people(verb):  # 'almost 2,400 were spontaneous returnees'
            entry = next(iter(by_noun().get(noun_of(verb), ())), None)
        if entry is not None and "subject" in slots | {"subject" if "object" in slots else ""}:
            yield Found(entry.name, verb, entry.weight, True, f"adjective {verb.lower_}")
        return
    entry = (
        match_verb(verb, by_themselves(verb, slots))
        or match_verb(verb, slots)
        or match_verb(verb, _reread(verb, slots))
    )
    if entry is not None and verb.lemma_.lower() in measures().light and not is_passive(verb) and not _of_a_place(verb):
        entry = None
    if verb.lemma_.lower() in measures().linking:
        entry = _linked(verb, entry)
    if "subject" in slots and is_tried(verb):
        entry = entry if entry is not None and entry.unreal else None
    if entry is not None:
        own = not found or verb.head.i in chain or any(argument.own for argument in found)
        yield replace(as_real(verb, entry), own=own)


def _linked(verb: Token, entry: Measure | None) -> Measure | None:
    """'67 people remained unidentified', '80 remain in custody': what they remain, not that they do."""
    adjectives = [one for one in children(verb, "xcomp") if one.pos_ == "ADJ" or one.tag_ == "VBN"]
    told = [by_adjective().get(one.lower_) for one in adjectives]
    told += [by_setting().get(one.lemma_.lower()) for one in children(verb, "obl")]
    found = next((one for one in told if one is not None), None)
    return found or (None if adjectives else entry)


def _slot(argument: Argument, verb: Token, count: Count) -> str:
    """The slot of the people; 'close to 30,000 people walk' and '20,000 returning families' are repaired by their words."""
    quantity, head = count.quantity, count.head
    if head is not None and quantity.number_end <= verb.idx < head.idx:
        return "subject" if verb.tag_ == "VBG" else "object"
    subjects = children(verb, "nsubj", "nsubj:pass")
    if argument.slot == "subject" and argument.token in subjects[1:] and argument.token.i > verb.i:
        return "object"  # a verb has one subject: 'police have rounded up 300 Afghans'
    case = next((child for child in children(argument.token, "case") if child.idx < argument.token.idx), None)
    if case is None or not quantity.start <= case.idx < quantity.number or argument.slot in ("subject", "object"):
        return argument.slot
    before = argument.token.i < verb.i and not children(verb, "nsubj", "nsubj:pass")
    return ("object" if is_passive(verb) else "subject") if before else "object"


def _reread(verb: Token, slots: set[str]) -> set[str]:
    """A participle read as a past tense ('counted 3,100 people turned back'), or the other way ('the ship left')."""
    bare = verb.tag_ in ("VBD", "VBN") and not children(verb, "obj", "aux", "aux:pass", "ccomp", "xcomp")
    if bare and slots == {"subject"}:
        return {"object"}
    finite = verb.dep_ in ("root", "ccomp", "conj") or any(preposition(child) == "for" for child in verb.children)
    return {"subject"} if bare and slots == {"object"} and finite else set()


def _is_verb(word: Token) -> bool:
    """Also an infinitive that the tagger half took for a noun: 'has seen a million people leave'."""
    return word.pos_ in ("VERB", "AUX") or (word.pos_ == "NOUN" and word.tag_ == "VB")


def _of_a_place(verb: Token) -> bool:
    """'Pakistan has 1.4 million registered refugees', but not 'he has three children'."""
    subjects = [argument.token for argument in arguments(verb) if argument.slot == "subject"]
    grounds = measures().grounds
    here = any(one.ent_type_ == "LOC" or is_people(one) or one.lemma_.lower() in grounds for one in subjects)
    return here and not any(is_people(subject) and subject.tag_ in ("NN", "NNP") for subject in subjects)


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
    """'the deportation of 300 Afghans', 'a crackdown on 1.2 million foreigners', 'home to 3 million Afghans'."""
    if noun.pos_ not in ("NOUN", "PROPN", "ADJ") or noun.lemma_.lower() not in by_noun():
        return []
    for token in count.tokens:
        if _follows(token, noun):
            case = preposition(token) or ""
            for entry in sorted(_entries(noun), key=lambda one: not one.under):
                if case in entry.with_ and (not entry.under or _is_under(noun, entry.under)):
                    planned = entry.unreal is not None and is_planned(noun)
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


def _entries(noun: Token) -> tuple[Measure, ...]:
    """The measures of a noun; what kind of flight or order it is, says the noun before it ('a deportation flight of')."""
    lemma, described = noun.lemma_.lower(), children(noun, "compound", "amod")
    for one in described:
        if (whole := f"{one.lower_} {lemma}") in by_noun():  # 'the forced return of 200,000 people'
            return by_noun()[whole]
    kinds = [one.lemma_.lower() for one in described]
    return (
        next((by_noun()[kind] for kind in kinds if kind in measures().acts and kind in by_noun()), ())
        or by_noun()[noun.lemma_.lower()]
    )


def _follows(token: Token, noun: Token) -> bool:
    """Whether the people depend on the noun, or their preposition stands right behind it where the parse lost that."""
    shared = token.head.dep_ == "conj" and token.head.head == noun and token.dep_ == "nmod"
    if shared or (token.head == noun and token.dep_ in ("nmod", "obl", "nmod:agent", "acl", "compound")):
        return True
    return any(child.i == noun.i + 1 and child.lower_ in ("of", "for") for child in children(token, "case"))


def _is_under(noun: Token, words: tuple[str, ...]) -> bool:
    """'revoked the visas of', 'the end of protection for', 'permits for … are set to expire'."""
    above = noun.head
    near = [above, *children(above, "xcomp"), *children(noun, "amod", "acl", "compound")]
    rest = noun.doc[noun.i + 1 : noun.sent.end]
    near += [one for one in rest if one.doc[one.i - 2 : one.i].text.lower() == "due to"]  # 'were due to lapse'
    return any(one.lemma_.lower() in words for one in near if one != noun)


def _describes(child: Token) -> Found | None:
    """'registered refugees', 'detained migrants', 'displaced people'."""
    entry = by_adjective().get(child.lower_)
    if entry is None and child.dep_ == "amod" and child.tag_ in ("VBN", "VBG", "JJ"):
        lemma = child.lemma_.lower()
        entry = match_verb(child, {"subject" if _acts(child) else "object"}) if lemma in by_verb() else None
        entry = entry if entry is not None and not entry.needs else None
    return (
        Found(entry.name, child, 0, True, f"description {child.lower_}")
        if entry is not None and child.dep_ == "amod"
        else None
    )


def _acts(child: Token) -> bool:
    """Whether the people do what the participle says: 'returning families', and 'four lakh held cards', misread."""
    return child.lower_.endswith("ing") or bool(children(child, "obj"))


def _stands_in(people: Token) -> Found | None:
    """'12,000 Afghans in the visa pipeline', '676 men in immigration detention': by the words behind the noun."""
    if people.i + 1 >= people.sent.end or people.nbor(1).lower_ not in ("in", "on", "under", "inside"):
        return None
    for word in people.doc[people.i + 2 : min(people.sent.end, people.i + _SETTING)]:
        if word.pos_ in ("VERB", "AUX", "PUNCT", "ADP", "SCONJ", "PRON"):
            return None
        entry = by_setting().get(word.lemma_.lower())
        if entry is not None:
            return Found(entry.name, word, min(entry.weight, 1), True, f"in {word.lemma_.lower()}")
    return None
