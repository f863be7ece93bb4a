"""What tells a measure where no predicate does: the noun itself, a word near by, a place; and the whole of a part."""

from spacy.tokens import Token

from torkham.extract.carried import named_among_them
from torkham.extract.count import SUM, TALLY, Count
from torkham.extract.measurewords import Found, by_noun, by_themselves, by_verb, match_verb
from torkham.extract.peoplenouns import is_people, noun_of
from torkham.extract.reality import as_real, is_wanted
from torkham.extract.syntax import arguments, children, is_passive, preposition
from torkham.lexicon.people import people
from torkham.lexicon.quantities import measures, numbers

_WINDOW = 9
_COMPANY = ("with", "along with", "together with", "alongside")
BESIDE = "beside the whole"
"""The rule of a host that is only coordinated with the count: what describes it describes the count no more."""


def by_head(count: Count) -> Found | None:
    """The noun itself tells it, or one before it: returnees, deportees, applicants, returnee families."""
    if count.head is None:
        return None
    nouns = [noun_of(one) for one in (count.head, *children(count.head, "compound"))]
    noun = next((one for one in nouns if one in by_noun()), None)
    return Found(by_noun()[noun][0].name, count.head, 0, True, f"noun {noun}") if noun is not None else None


def by_window(count: Count) -> Found | None:
    """The first verb after the people, where the parse does not connect them."""
    told = count.rule == TALLY and count.head is not None
    last = count.head if told and count.head is not None else max(count.tokens, key=lambda token: token.i)
    object_ = any(token.dep_ == "obj" and token.head.pos_ == "VERB" for token in count.tokens)
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
        if word.dep_ == "amod" or last.doc[word.i + 1 : word.i + 2].text == "-":
            continue  # the 're' of 're-entered'
        if object_ and word.pos_ == "CCONJ":
            return None  # 'wounded 33 worshippers and left 11 dead': the second verb goes with the first
        if word.pos_ != "VERB" or (word.lemma_.lower() in measures().estimating and word.tag_ != "VBN"):
            continue
        if word.lemma_.lower() in measures().linking and any(one.pos_ == "ADJ" for one in children(word, "xcomp")):
            return None
        passive = word.tag_ == "VBN" and (is_passive(word) or word.nbor(-1).lemma_ == "be")
        bare = word.nbor(-1).lower_ not in ("have", "has", "had", "since") and not children(word, "obj")
        undergone = passive or (word.tag_ == "VBN" and bare)
        slots = {"object" if undergone else "subject"}
        entry = match_verb(word, by_themselves(word, slots)) or match_verb(word, slots)
        return as_real(word, entry) if entry is not None else None
    return None


def by_word_before(count: Count) -> Found | None:
    """The word before the number is a verb even where the tagger took it for a noun ('Turkey hosts 3.1 million Syrians')."""
    doc = count.tokens[0].doc
    start = doc.char_span(count.quantity.start, count.quantity.start + 1, alignment_mode="expand")
    if start is None or start.start <= count.tokens[0].sent.start:
        return None
    word = doc[start.start - 1]
    if word.is_quote and word.i > word.sent.start:
        word = word.nbor(-1)
    if count.rule == TALLY and word.lemma_.lower() in (*measures().reaching, *measures().putting):
        return None
    if word.lemma_.lower() in measures().light and not any(one.ent_type_ == "LOC" for one in word.lefts):
        return None  # 'they have two daughters'
    for form in (word.lemma_.lower(), word.lower_, word.lower_.removesuffix("s")):
        for rest, entry in by_verb().get(form, ()):
            fits = not rest and "object" in entry.counted and not entry.needs
            if fits and not {one.lower_ for one in word.sent} & set(entry.unless):
                return Found(entry.name, word, entry.weight, True, f"verb {form}")
    return None


def by_place(count: Count) -> Found | None:
    """'there are 1.3 million Afghans', '6 million Afghans in Iran'."""
    head = count.head
    if head is None or head.lemma_.lower() in people().roles:
        return None
    for token in count.tokens:
        if token.dep_ == "nsubj" and any(child.dep_ == "expl" for child in token.head.children):
            found = _among(token) or Found("resident", token.head, 0, True, "there are")
            return None if found.rule == "there are" and named_among_them(token.sent) else found
        for child in children(token, "nmod"):
            here = child.ent_type_ == "LOC" or child.lemma_.lower() in measures().grounds
            if preposition(child) in ("in", "within") and here:
                return Found("resident", child, 0, True, "people in a place")
        if token.dep_ == "nsubj" and children(token.head, "cop") and _is_in_a_place(token.head):
            return Found("resident", token.head, 0, True, "people are in a place")
    return None


def _among(token: Token) -> Found | None:
    """'there were 23 children among the deportees': they are what the others are."""
    near = [*children(token, "nmod"), *children(token.head, "obl")]
    others = [one for one in near if preposition(one) in ("among", "amongst") and is_people(one)]
    entries = [(one, entry) for one in others for entry in by_noun().get(noun_of(one), ())]
    return next((Found(entry.name, one, 0, True, f"among {noun_of(one)}") for one, entry in entries), None)


def by_company(count: Count) -> Found | None:
    """'are estimated to be among those who have fled Sudan', 'of those arrested, 40 were …': as those, so these."""
    opening = [one for one in count.tokens[0].sent[:12] if one.i < count.tokens[0].i]
    for token in count.tokens:
        for those in (token.head, *token.head.children, *opening):
            if preposition(those) not in ("among", "amongst", "of", "out of", "out") or those.lower_ != "those":
                continue
            behind = [those.nbor(1)] if those.nbor(1).tag_ == "VBN" else []
            for clause in (*children(those, "acl", "acl:relcl"), *behind):
                entry = match_verb(clause, {"object" if is_passive(clause) or clause in behind else "subject"})
                if entry is not None:
                    return as_real(clause, entry)
    return None


def by_acts(count: Count) -> Found | None:
    """'the top destination for deportations (87,298 individuals)': the brackets count the acts before them."""
    for token in count.tokens:
        above = token.head
        if (
            token.dep_ in ("appos", "parataxis")
            and above.lemma_.lower() in measures().acts
            and by_noun().get(above.lemma_.lower())
        ):
            return Found(by_noun()[above.lemma_.lower()][0].name, above, 0, True, f"acts {above.lemma_.lower()}")
    return None


def _is_in_a_place(predicate: Token) -> bool:
    """'42,654 people are now in the districts of Arua and Adjumani'."""
    named = [predicate, *children(predicate, "nmod", "appos", "compound")]
    return preposition(predicate) in ("in", "at", "inside", "within") and any(one.ent_type_ == "LOC" for one in named)


def by_stock(count: Count) -> Found | None:
    """'the number of refugees increased to 463,000': as many as there are."""
    if count.rule not in (TALLY, SUM) or count.head is None or noun_of(count.head) not in measures().stock:
        return None
    return Found("resident", count.head, 0, True, f"number of {noun_of(count.head)}")


def by_whole(count: Count) -> Found | None:
    """'Out of the deportees, 652 travelled alone': the whole that opens the sentence tells it."""
    opening = count.tokens[0].sent[:8]
    if not any(word.lower_ == "of" for word in opening[:2]):
        return None
    whole = next((word for word in opening if is_people(word) and word.i < count.tokens[0].i), None)
    return by_head(Count(count.quantity, whole, (whole,), "whole")) if whole is not None else None


def _among_whom(count: Count) -> Count | None:
    """'There are 110 Indians among 1,638 people, who were pushed …': what the whole undergo, the part undergo."""
    for token in count.tokens:
        if not any(child.dep_ == "expl" for child in token.head.children):
            continue
        for one in (*children(token, "nmod"), *children(token.head, "obl", "nmod"), *_of_conjuncts(token)):
            if preposition(one) in ("among", "amongst") and is_people(one):
                return Count(count.quantity, one, (one,), "whole")
    return None


def _of_conjuncts(token: Token) -> list[Token]:
    return [one for other in children(token, "conj") for one in children(other, "nmod")]


def host_of(count: Count) -> Count | None:
    """The whole of which a count is named as a part: 'foreigners, including 1.2 million Afghans', 'families of 17,000'."""
    if (whole := _among_whom(count)) is not None:
        return whole
    first = min(count.tokens, key=lambda token: token.i)
    at = _left_edge(count, first) - 1
    while at > first.sent.start and first.doc[at].lower_ in ("the", "an", "a", "and", "some", "up", "to", "of"):
        at -= 1
    if at <= first.sent.start:
        return _conjoined(count)
    sign = first.doc[at]
    if sign.lemma_.lower() not in measures().including and sign.lower_ not in measures().including:
        return _conjoined(count)
    return _host_before(count, sign)


def _left_edge(count: Count, first: Token) -> int:
    """Where the words of a count begin; of the whole of another count, its own number and not that one's."""
    if count.rule in (BESIDE, "whole"):
        return min(token.left_edge.i if token.dep_ == "nummod" else token.i for token in count.tokens)
    start = first.doc.char_span(count.quantity.start, count.quantity.start + 1, alignment_mode="expand")
    return start.start if start is not None else first.i


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
    """'2,000 men and 300 women were arrested': the second shares the place of the first; so does company, and a load."""
    for token in count.tokens:
        if token.dep_ in ("conj", "appos") and token.head.i < token.i and _somebody(token.head):
            numbers = tuple(children(token.head, "nummod"))
            rule = BESIDE if token.dep_ == "conj" else "whole"
            return Count(count.quantity, token.head, (token.head, *numbers), rule)
    return _accompanied(count) or _carrier(count)


def _somebody(token: Token) -> bool:
    magnitude = f"{token.lemma_.lower()}s" in numbers().vague
    return is_people(token) or token.ent_type_ == "PERSON" or token.pos_ == "NUM" or magnitude


def _accompanied(count: Count) -> Count | None:
    """'she was arrested with her two sons', 'a farmer was killed along with three brothers'."""
    for token in count.tokens:
        if _case(token) not in _COMPANY or not _is_company(token):
            continue
        verb = token.head if token.head.pos_ == "VERB" else next((a for a in token.ancestors if a.pos_ == "VERB"), None)
        if verb is None:
            continue
        moved = [a.token for a in arguments(verb) if a.slot == ("object" if is_passive(verb) else "subject")]
        if moved and (_somebody(moved[0]) or moved[0].pos_ == "PRON"):
            return Count(count.quantity, moved[0], (moved[0],), BESIDE)
    return None


def _case(token: Token) -> str:
    """The prepositions of a phrase, also where the parse gives 'along with' two of them."""
    return " ".join(one.lower_ for child in children(token, "case") for one in (child, *children(child, "fixed")))


def _is_company(token: Token) -> bool:
    """'with her two sons', 'with four other villagers', 'along with 30 men'; 'with 300 cases' is none."""
    others = any(child.lower_ in ("other", "others") for child in children(token, "amod", "nmod"))
    return _case(token) != "with" or others or bool(children(token, "nmod:poss"))


def _carrier(count: Count) -> Count | None:
    """'a ship carrying 82 people left for Cuba': where the vehicle goes, its people go."""
    for token in count.tokens:
        verb = token.head
        if token.dep_ == "obj" and verb.lemma_.lower() in measures().carrying and verb.dep_ in ("acl", "acl:relcl"):
            return Count(count.quantity, verb.head, (verb.head,), BESIDE)
    return None


def of_acts(count: Count) -> Found | None:
    """Acts counted one by one tell what the people do or undergo: arrests, deaths, returns."""
    for token in count.tokens:
        for entry in by_noun().get(token.lemma_.lower(), ()):
            planned = entry.unreal is not None and is_planned(token)
            name = entry.unreal if planned and entry.unreal else entry.name
            return Found(name, token, entry.weight, not planned, f"acts {token.lemma_.lower()}")
    return None


def is_planned(noun: Token) -> bool:
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
