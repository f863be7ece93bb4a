"""Things that the parser often gets wrong and the words make plain.

Lists of verbs, whose first comma it takes for a new sentence ('was stopped, held for two days and bussed home'): in
Universal Dependencies all members hang on the first as its conjuncts. And numbers behind a preposition of their own
('gave cash to 585'), which count no noun before it. And participles that go on with a passive after a clause between
commas ('were registered by IOM, which says …, and given blankets'). And times and places that it hangs on a verb beyond
the sentence's main one ('The camp will close, officials told them on Tuesday': English has no such crossing). And what
the functions below name; clauses are righted in ``clauses.py``.
"""

from spacy.tokens import Doc, Token

from torkham.annotate import clauses

_FORMS = frozenset({"VBD", "VBN", "VBZ", "VBP"})
_WAYS = frozenset({"home", "back", "away"})
_SHARE = 3
"""Tokens from a percent sign back to the number before its bracket."""
_CIRCUMSTANCES = frozenset({"obl", "obl:unmarked", "advmod"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl", "cop", "mark"})


def repaired(doc: Doc) -> Doc:
    """The document, repaired in place."""
    if doc.has_annotation("DEP"):
        _join_lists(doc)
        _free_numbers(doc)
        _resume_passives(doc)
        _keep_sides(doc)
        _pass_adverbs(doc)
        _share_of_number(doc)
        clauses.rehung(doc)
    return doc


def _free_numbers(doc: Doc) -> None:
    for number in [one for one in doc if one.dep_ == "nummod" and one.head.i < one.i and one.head.head.pos_ == "VERB"]:
        if any(child.dep_ == "case" and number.head.i < child.i < number.i for child in number.children):
            number.dep_, number.head = "obl", number.head.head


def _pass_adverbs(doc: Doc) -> None:
    """'Headed home from Turkey', 'sent back to their country': the place belongs to the verb."""
    for word in [one for one in doc if one.dep_ in ("obl", "nmod") and one.head.lower_ in _WAYS]:
        way = word.head
        if way.dep_ in ("advmod", "compound:prt") and way.head.pos_ == "VERB" and way.head.i < way.i < word.i:
            word.dep_, word.head = "obl", way.head


def _share_of_number(doc: Doc) -> None:
    """'Gave cash to 585 (6%) of all Afghans': the share in brackets explains the number, which has the preposition."""
    for share in [one for one in doc if one.text == "%" and one.i >= _SHARE]:
        number = doc[share.i - _SHARE]
        if doc[share.i - 2].text != "(" or number.tag_ != "CD" or share.head == number or share in number.ancestors:
            continue
        for child in list(share.children):
            if child.i < number.i or (child.i > share.i and child.dep_ == "nmod"):
                child.head = number
        share.dep_, share.head = "appos", number


def _keep_sides(doc: Doc) -> None:
    """Hangs a circumstance whose arc crosses the main verb of its sentence on the nearest verb of its own side."""
    for root in [one for one in doc if one.head == one and one.pos_ == "VERB"]:
        span = root.sent
        for word in [one for one in span if one.dep_ in _CIRCUMSTANCES and one.head != root]:
            if (word.i - root.i) * (word.head.i - root.i) >= 0 or word.i == root.i:
                continue
            near = [
                one
                for one in doc[span.start : word.i]
                if one.pos_ == "VERB" and (one.i - root.i) * (word.i - root.i) >= 0
            ]
            if near and word not in near[-1].ancestors:
                word.head = near[-1]


def _resume_passives(doc: Doc) -> None:
    """Makes a participle the conjunct of the passive verb before the relative clause on which the parser hung it."""
    for last in [token for token in doc if token.dep_ == "conj" and token.tag_ == "VBN"]:
        opened = next((one for one in last.children if one.dep_ == "cc"), None)
        if opened is None or opened.i == 0 or opened.nbor(-1).text != "," or last.i != opened.i + 1:
            continue
        clause = next((one for one in last.ancestors if one.dep_ == "acl:relcl"), None)
        verb = next((one for one in clause.ancestors if one.pos_ == "VERB"), None) if clause is not None else None
        if verb is not None and any(one.dep_ == "aux:pass" for one in verb.children) and clause is not None:
            if any(one.dep_ == "aux:pass" for one in last.head.children):
                continue
            last.head = verb


def _join_lists(doc: Doc) -> None:
    """Makes conjuncts of a verb's neighbours that go on with its subject."""
    for verb in [token for token in doc if token.dep_ == "parataxis" and _goes_on(token)]:
        first = verb.head
        for last in [child for child in verb.children if child.dep_ == "conj"]:
            if verb.tag_ == "VBD" and last.tag_ == "VBN" == first.tag_:
                verb.tag_ = "VBN"  # the helper of 'was stopped' is theirs, too
            last.head = first
        verb.dep_ = "conj"


def _goes_on(verb: Token) -> bool:
    """Whether a verb after a comma has no subject, and an 'and' leads on to another that has none either."""
    first = verb.head
    if {verb.pos_, first.pos_} != {"VERB"} or verb.tag_ not in _FORMS or first.tag_ not in _FORMS or verb.i < first.i:
        return False
    start = next((one for one in verb.subtree if not one.is_punct), verb)
    others = [
        child for child in verb.children if child.dep_ == "conj" and any(one.dep_ == "cc" for one in child.children)
    ]
    members = [verb, *others]
    bare = not any(child.dep_ in _SUBJECTS for one in members for child in one.children)
    return bool(others) and bare and start.i > 0 and start.nbor(-1).text == ","
