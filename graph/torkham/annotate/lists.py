"""Lists of verbs whose first comma the parser takes for a new sentence: 'was stopped, held for two days and bussed home'.

In Universal Dependencies all members of a list hang on the first as its conjuncts, however many there are.
"""

from spacy.tokens import Doc, Token

_FORMS = frozenset({"VBD", "VBN", "VBZ", "VBP"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl", "cop", "mark"})


def join(doc: Doc) -> Doc:
    """Makes conjuncts of a verb's neighbours that go on with its subject, in place."""
    if not doc.has_annotation("DEP"):
        return doc
    for verb in [token for token in doc if token.dep_ == "parataxis" and _goes_on(token)]:
        first = verb.head
        for last in [child for child in verb.children if child.dep_ == "conj"]:
            if verb.tag_ == "VBD" and last.tag_ == "VBN" == first.tag_:
                verb.tag_ = "VBN"  # the helper of 'was stopped' is theirs, too
            last.head = first
        verb.dep_ = "conj"
    return doc


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
