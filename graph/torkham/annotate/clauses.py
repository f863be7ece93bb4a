"""Clauses that the parser hangs in the wrong place and the words around them make plain.

'Some 30,000 people left in June, IOM said', 'the 1.3 million it says it removed', 'The ministry had on October 15 told':
each function below names the kind of sentence it rights, in the relations of Universal Dependencies.
"""

from spacy.tokens import Doc, Token

from torkham.lexicon.layout import layout

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_LONGEST = 8
"""Words of a speaker that the end of an item names."""
_NAMING = frozenset({"call", "describe", "term", "dub", "label"})


def rehung(doc: Doc) -> None:
    """Rights the clauses of a parsed document in place."""
    _give_times(doc)
    _reduce_relatives(doc)
    _report_again(doc)
    _relate(doc)
    _help_verbs(doc)
    _number_groups(doc)
    _name_freely(doc)
    _quote(doc)
    _add_that(doc)
    _hand_over(doc)
    _credit_items(doc)
    _own_names(doc)
    _face(doc)
    _retire(doc)
    _brief(doc)


def _follows_comma(token: Token) -> bool:
    first = token.left_edge
    return first.i > 0 and first.nbor(-1).text == ","


def _give_times(doc: Doc) -> None:
    """'Gave migrants 28 days to leave': what is given is an object, also a time."""
    for time in [one for one in doc if one.dep_ == "obl:unmarked" and one.head.lemma_ in ("give", "grant", "allow")]:
        slots = {child.dep_ for child in time.head.children}
        counted = any(child.dep_ in ("nummod", "det") for child in time.children)
        if counted and "iobj" in slots and "obj" not in slots and time.i > time.head.i:
            time.dep_ = "obj"


def _reduce_relatives(doc: Doc) -> None:
    """'Migrants returned from Iran say they were beaten': a bare participle before a finite verb describes its subject."""
    for part in [one for one in doc if one.dep_ == "ccomp" and one.tag_ == "VBN" and one.i < one.head.i]:
        verb, below = part.head, list(part.children)
        subjects = [one for one in below if one.dep_ in _SUBJECTS and one.i < part.i]
        bare = not any(one.dep_ in ("aux", "aux:pass", "cop", "mark") for one in below)
        own = any(one.dep_ in _SUBJECTS for one in verb.children)
        commas = any(one.text in ',"“”' for one in doc[part.i : verb.i])
        if len(subjects) == 1 and bare and not own and not commas and verb.tag_ in ("VBD", "VBP", "VBZ"):
            subjects[0].dep_, subjects[0].head = "nsubj", verb
            part.dep_, part.head = "acl", subjects[0]


def _report_again(doc: Doc) -> None:
    """'Some 30,000 people left in June, IOM said': of two subjects with a comma between, the first has its own verb."""
    for part in [one for one in doc if one.dep_ == "acl" and one.tag_ in ("VBN", "VBD")]:
        subject, verb = part.head, part.head.head
        if subject.dep_ not in _SUBJECTS or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i < part.i:
            continue
        own = [one for one in verb.children if one.dep_ in _SUBJECTS and one.i > part.i]
        if len(own) == 1 and _follows_comma(own[0]) and not any(one.dep_ in ("ccomp", "obj") for one in verb.children):
            part.head, part.dep_, part.tag_ = verb, "ccomp", "VBD"
            subject.head, subject.dep_ = part, "nsubj"


def _relate(doc: Doc) -> None:
    """'The 1.3 million it says it removed': a pronoun that says, right behind a noun, is put into its relative clause."""
    for verb in [one for one in doc if one.dep_ == "parataxis" and one.head.i < one.i]:
        subject = verb.left_edge
        if subject.tag_ != "PRP" or subject.dep_ != "nsubj" or subject.i == 0:
            continue
        before = subject.nbor(-1)
        said = [one for one in verb.children if one.dep_ == "ccomp" and one.i > verb.i]
        if before.pos_ not in ("NOUN", "NUM") or not said or any(one.dep_ == "obj" for one in said[0].children):
            continue
        said[0].head, said[0].dep_ = before.head if before.dep_ in ("flat", "compound") else before, "acl:relcl"
        verb.head = said[0]


def _help_verbs(doc: Doc) -> None:
    """'The ministry had on October 15 told residents': a time between the helper and its participle parts them not."""
    for helper in [one for one in doc if one.lower_ in ("had", "has", "have") and one.dep_ == "ccomp"]:
        verb, below = helper.head, list(helper.children)
        if helper.i > verb.i or verb.tag_ not in ("VBN", "VBD") or any(one.dep_ in ("obj", "xcomp") for one in below):
            continue
        if any(one.dep_ in _SUBJECTS for one in verb.children) or "," in [one.text for one in doc[helper.i : verb.i]]:
            continue
        for child in below:
            child.head = verb
        helper.dep_, helper.pos_, verb.tag_ = "aux", "AUX", "VBN"


def _number_groups(doc: Doc) -> None:
    """'The Syrians, who number 2.7 million': who does so is counted, so 'number' is a verb."""
    for word in [one for one in doc if one.lower_ == "number" and one.tag_ == "NN" and one.dep_ == "acl:relcl"]:
        if word.i and word.nbor(-1).tag_ in ("WP", "WDT") and word.nbor(-1).head == word:
            word.tag_, word.pos_ = "VBP", "VERB"
            for count in [one for one in word.children if one.tag_ == "CD" and one.i > word.i]:
                count.dep_ = "obj"


def _name_freely(doc: Doc) -> None:
    """'An inquiry into what he called a disregard': the free relative 'what' is the head, its verb describes it."""
    for verb in [one for one in doc if one.lemma_ in _NAMING and one.dep_ in ("acl", "advcl")]:
        what = next((one for one in verb.children if one.lower_ == "what" and one.i < verb.i), None)
        mark = next((one for one in verb.children if one.dep_ == "mark" and one.i < verb.i), None)
        if what is None or mark is None or mark.i + 1 != what.i:
            continue
        what.head, what.dep_ = verb.head, "nmod" if verb.dep_ == "acl" else "obl"
        mark.head, mark.dep_ = what, "case"
        verb.head, verb.dep_ = what, "acl:relcl"


def _quote(doc: Doc) -> None:
    """'Five men were held, AFP quoted Moradi as saying': what stands before the comma is what he says."""
    for saying in [
        one for one in doc if one.lower_ == "saying" and one.dep_ == "advcl" and one.i and one.head.i < one.i
    ]:
        if saying.nbor(-1).lower_ != "as" or any(one.dep_ == "ccomp" for one in saying.children):
            continue
        for told in [one for one in saying.head.children if one.dep_ == "ccomp" and one.i < saying.head.i]:
            told.head = saying


def _add_that(doc: Doc) -> None:
    """'Adding that the number of those deported was small': a clause whose 'that' stands behind a verb is this verb's."""
    for clause in [one for one in doc if one.dep_ == "ccomp"]:
        that = next((one for one in clause.children if one.dep_ == "mark" and one.lower_ == "that"), None)
        if that is None or that.i == 0:
            continue
        verb = that.nbor(-1)
        if verb == clause.head or verb.pos_ != "VERB" or clause in verb.ancestors:
            continue
        for part in [one for one in verb.children if one.dep_ == "ccomp" and verb.i < one.i < clause.i]:
            before = part.nbor(-1)
            if part.tag_ == "VBN" and before.pos_ in ("NOUN", "PROPN", "PRON") and part not in before.ancestors:
                part.head, part.dep_ = before, "acl"
        clause.head = verb


def _hand_over(doc: Doc) -> None:
    """'Handed over 60,000 rupees': 'over' belongs to the verb, since nobody hands 'more than'."""
    for word in [one for one in doc if one.lower_ == "over" and one.i and one.nbor(-1).lemma_ == "hand"]:
        if word.dep_ == "advmod" and word.nbor(-1).pos_ == "VERB" and word not in word.nbor(-1).ancestors:
            word.head, word.dep_, word.tag_, word.pos_ = word.nbor(-1), "compound:prt", "RP", "ADP"


def _credit_items(doc: Doc) -> None:
    """'• Since 2023, 845,000 have left: IOM': the name after the colon ends the item, it is no sentence."""
    for root in [one for one in doc if one.head == one and one.dep_ in ("root", "ROOT")]:
        name = root.sent
        if name.start < 2 or doc[name.start - 1].text != ":" or len(name) > _LONGEST:
            continue
        item = doc[name.start - 1].sent
        if item[0].text in layout().bullets and not any(one.pos_ in ("VERB", "AUX") or one.is_space for one in name):
            root.head, root.dep_ = item.root, "parataxis"


def _own_names(doc: Doc) -> None:
    """'The Organization for Migration's request': what the possessor's preposition hangs on is the possessor."""
    for mark in [one for one in doc if one.tag_ == "POS" and one.head.dep_ == "nmod" and one.i + 1 < len(doc)]:
        inner, thing = mark.head, mark.nbor(1)
        owner = inner.head
        if (
            not (owner.i < inner.i < mark.i < thing.i)
            or owner.dep_ not in ("iobj", "obj", "obl")
            or owner.pos_ != "PROPN"
        ):
            continue
        if thing.head == owner.head and thing.dep_ == "obj":
            owner.head, owner.dep_, mark.head = thing, "nmod:poss", owner


def _face(doc: Doc) -> None:
    """'With those failing to comply facing expulsion': who faces it are those, and 'facing' describes no expulsion."""
    for facing in [one for one in doc if one.lower_ == "facing" and one.dep_ in ("amod", "case") and one.i]:
        noun = facing.head
        if facing.nbor(-1).pos_ != "VERB" or noun.i < facing.i:
            continue
        for above in noun.ancestors:
            own = [one for one in above.children if one.dep_ in _SUBJECTS and one.i < above.i < facing.i]
            whom = own[0] if own else above if above.pos_ in ("NOUN", "PRON", "PROPN", "DET") else None
            if whom is not None and whom.i < facing.i:
                facing.head, facing.dep_ = whom, "acl"
                noun.head, noun.dep_ = facing, "obj"
                break


def _retire(doc: Doc) -> None:
    """'Minister retired Lt Gen Abdul Baloch said': between a title and a rank it describes the person, who is the subject."""
    for retired in [one for one in doc if one.lower_ == "retired" and one.tag_ == "VBD" and one.i]:
        person = next((one for one in retired.children if one.dep_ == "obj" and one.i > retired.i), None)
        verb = retired.head
        ranked = person is not None and any(one.dep_ == "nmod:desc" and one.i > retired.i for one in person.children)
        if person is None or not ranked or retired.nbor(-1).pos_ != "PROPN" or verb.i < person.i:
            continue
        for child in [one for one in retired.children if one != person]:
            child.head = verb
        person.head, person.dep_ = verb, "nsubj"
        retired.head, retired.dep_, retired.tag_, retired.pos_ = person, "amod", "VBN", "ADJ"


def _brief(doc: Doc) -> None:
    """'Briefing reporters after the meeting, the minister said': the minister does both."""
    for word in [one for one in doc if one.is_sent_start and one.dep_ == "compound" and one.lower_.endswith("ing")]:
        heard = word.head
        verb = heard.head
        told = heard.dep_ == "nsubj" and heard.i == word.i + 1 and heard.tag_ == "NNS" and verb.i > heard.i
        others = [one for one in verb.children if one.dep_ == "nsubj" and one.i > heard.i]
        if not told or not others or not _follows_comma(others[0]):
            continue
        word.head, word.dep_, word.tag_, word.pos_ = verb, "advcl", "VBG", "VERB"
        word.lemma_ = word.lower_.removesuffix("ing")
        heard.head, heard.dep_ = word, "obj"
