"""How far an act is done: real, only begun, commanded, wanted or averted."""

from spacy.tokens import Token

from torkham.extract.measurewords import Found
from torkham.extract.syntax import children
from torkham.lexicon.quantities import Measure, measures


def as_real(verb: Token, entry: Measure) -> Found:
    """The measure, changed where the act is only wanted, begun or commanded."""
    rule = f"verb {verb.lemma_.lower()}"
    if entry.obliged and _obliged(verb):
        return Found(entry.obliged, verb, entry.weight, False, f"{rule}, an obligation")
    if entry.begun and _under(verb, measures().starting):
        return Found(entry.begun, verb, entry.weight, False, f"{rule}, only begun")
    if entry.unreal and (is_wanted(verb) or is_tried(verb)):
        return Found(entry.unreal, verb, entry.weight, False, f"{rule}, not done")
    return Found(entry.name, verb, entry.weight, True, rule)


def is_tried(verb: Token) -> bool:
    """'attempted to cross the border': nobody is said to have crossed."""
    forms = {verb.head.lemma_.lower(), verb.head.lower_.removesuffix("ed"), verb.head.lower_.removesuffix("ing")}
    return verb.dep_ == "xcomp" and bool(forms & set(measures().attempting))


def _line(verb: Token) -> list[Token]:
    """The verb and those that it is coordinated with or hangs on as a complement, bottom up."""
    line = [verb]
    while line[-1].dep_ in ("xcomp", "conj") and line[-1].head != line[-1] and len(line) < 5:
        if line[-1].dep_ == "conj" and any(one.lemma_ == "have" for one in children(line[-1], "aux")):
            break  # 'would no longer wait and had pushed back 95': done
        line.append(line[-1].head)
    return line


def _helpers(verb: Token) -> set[str]:
    return {child.lower_ for child in children(verb, "aux", "aux:pass", "advmod", "cop", "cc")}


def is_wanted(verb: Token) -> bool:
    words = measures()
    if any(_helpers(one) & set(words.modals) for one in _line(verb)):
        return True
    first = min([verb, *children(verb, "aux", "aux:pass")], key=lambda token: token.i)
    if first.i > verb.sent.start and first.tag_ in ("VBG", "VB") and first.nbor(-1).lemma_.lower() in words.risking:
        return True
    infinitive = any(child.lower_ == "to" and child.dep_ == "mark" for child in verb.children)
    if infinitive and not _is_perfect(verb) and verb.dep_ in ("acl", "advcl", "csubj"):
        return True
    if verb.tag_ == "VBG" and any(
        child.lower_ in words.averting and child.dep_ in ("mark", "case") for child in verb.lefts
    ):
        return True
    return _under(verb, words.ordering)


def _is_perfect(verb: Token) -> bool:
    """'the number of Afghans to have returned': they have."""
    return verb.tag_ == "VBN" and any(child.lower_ == "have" for child in children(verb, "aux"))


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
        if one.tag_ == "VBG" and children(one, "aux"):
            continue  # 'they have been arresting hundreds, he said': told, not wanted
        if above != one and bare and above.lemma_.lower() in lemmas:
            return True
    return False


def _obliged(verb: Token) -> bool:
    words = measures()
    for one in _line(verb):
        helpers = _helpers(one) - ({"have"} if _is_perfect(one) else set())
        if helpers & {"must", "should", "ought", "shall"} or (
            helpers & set(words.obliging) and "to" in {c.lower_ for c in one.lefts}
        ):
            return True
    infinitive = any(child.lower_ == "to" and child.dep_ == "mark" for child in verb.children)
    infinitive = infinitive and not _is_perfect(verb)
    be = verb.head.lemma_.lower() in ("be", "have", "need") and verb.dep_ == "xcomp"
    return infinitive and (
        be
        or (
            _under(verb, words.ordering)
            and verb.head.lemma_.lower() not in ("expect", "hope", "plan", "want", "intend", "begin")
        )
    )
