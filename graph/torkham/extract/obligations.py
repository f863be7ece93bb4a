"""Obligation and permission until a date: 'must leave by October 31', 'can remain until February 29'."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from torkham.extract.deadlinesigns import Sign
from torkham.extract.peoplenouns import is_people
from torkham.extract.syntax import children, is_passive
from torkham.lexicon.policies import deadlines
from torkham.model import TimeExpression
from torkham.model.reading import Change

_LIMITS = ("by", "before", "until")


def obliged(span: Span, time: TimeExpression) -> Sign | None:
    """'must leave by October 31', 'told them to return before Friday', 'can remain until May', 'leave by Friday or face …'."""
    if time.relation not in _LIMITS:
        return None
    for verb in _verbs_above(span.root):
        if verb.i > span.end + 1 and verb.dep_ != "root":
            continue
        sign = _order(verb, time)
        if sign is not None:
            return sign
        if verb.dep_ == "acl:relcl":  # 'Refugees who were to travel before 3 February must be admitted first'
            break
    return _by_words(span, time)


def _verbs_above(token: Token) -> Iterator[Token]:
    """The nearest verbs above a date, with what they are coordinated with or hang on."""
    found = [above for above in token.ancestors if above.pos_ in ("VERB", "AUX") or children(above, "cop")]
    yield from found[:2]


def _order(verb: Token, time: TimeExpression) -> Sign | None:
    words, helpers = deadlines(), {child.lower_ for child in children(verb, "aux", "aux:pass", "cop")}
    if time.relation != "until" and _condition(verb):
        return Sign(verb, verb, "set", f"not {verb.lower_} {time.relation}")
    if _is_held(verb) or _runs_low(verb):
        return None
    if helpers & {"have", "has", "had"} and verb.tag_ == "VBN" and not helpers & set(words.modals):
        return None
    infinitive = any(child.lower_ == "to" and child.dep_ in ("mark", "aux") for child in verb.children)
    allowed = helpers & {"can", "may"} and any(is_people(one) for one in children(verb, "nsubj"))
    if time.relation == "until" and allowed and verb.lemma_.lower() not in words.acts:
        return Sign(_commander(verb), verb, _change_in(verb), f"may {verb.lower_} until")
    if time.relation == "until" and verb.lemma_.lower() not in (*words.staying, *words.acts, *words.granting):
        return None
    if time.relation == "by" and verb.lemma_.lower() in words.commanding and not children(verb, "ccomp", "xcomp"):
        return Sign(verb, None, _change_in(verb), f"{verb.lower_} by")
    if _is_forecast(verb):
        return None
    wished = verb.tag_ in ("VB", "VBP") and not helpers and verb.dep_ == "ccomp" and _commanded(verb)
    if helpers & set(words.modals) or wished or (infinitive and _commanded(verb)):
        return (
            None
            if _perfect(verb)
            else Sign(_commander(verb), verb, _change_in(verb), f"must {verb.lower_} {time.relation}")
        )
    if (
        time.relation == "until"
        and verb.lemma_.lower() in (*words.staying, *words.acts)
        and (helpers | _governors(verb)) & set(words.permitting)
    ):
        return Sign(_commander(verb), verb, _change_in(verb), f"may {verb.lower_} until")
    act = verb.lemma_.lower() in words.acts and verb.head.lemma_.lower() not in words.forecasting
    if act and infinitive:
        return Sign(_commander(verb), verb, _change_in(verb), f"to {verb.lower_} {time.relation}")
    imperative = act and verb.tag_ == "VB" and not children(verb, "nsubj", "nsubj:pass") and not helpers
    threatened = any(
        one.lemma_.lower() in words.threats and one.i > verb.i and one.nbor(-1).lower_ in ("or", "otherwise")
        for one in verb.sent
        if one.i > verb.sent.start
    )
    return (
        Sign(verb, verb, "set", f"{verb.lower_} {time.relation}")
        if imperative or (act and threatened and verb.tag_ in ("VB", "VBP"))
        else None
    )


def _is_forecast(verb: Token) -> bool:
    """'the agency will have to drop 400,000 people by October': a body says what it will come to, and orders nothing."""
    above = verb.head
    if verb.dep_ != "xcomp" or above.lemma_ != "have" or verb.lemma_.lower() in deadlines().acts:
        return False
    bodies = [one for one in children(above, "nsubj") if one.pos_ != "PRON" and not is_people(one)]
    return bool(bodies) and any(child.tag_ == "MD" for child in children(above, "aux"))


def overstaying(span: Span) -> Sign | None:
    """'those who stay after 30 June would lose their status', 'anyone found after that date will be deported'."""
    for verb in _verbs_above(span.root):
        whole = verb.head
        if verb.dep_ not in ("acl:relcl", "acl") or (not is_people(whole) and whole.pos_ not in ("PRON", "DET")):
            continue
        penalty = whole.head
        threatened = any(child.tag_ == "MD" for child in children(penalty, "aux"))
        threatened = threatened or penalty.lemma_.lower() in deadlines().threats[:2]
        if verb.lemma_.lower() in deadlines().staying and threatened and not _is_held(verb):
            return Sign(verb, verb, "set", f"{verb.lower_} after")
    return None


def _governors(verb: Token) -> set[str]:
    """The lemmas above an infinitive: of 'allowed the refugees to stay' both, where the parse hangs it on the refugees."""
    above = [verb.head] if verb.dep_ != "acl" else [verb.head, verb.head.head]
    return {one.lemma_.lower() for one in above}


def _condition(verb: Token) -> bool:
    """'Those who have not left by Friday', 'if they do not register by', 'unless they go by', 'who failed to leave by'."""
    words = deadlines()
    clause = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in words.failing else verb
    marks = {child.lower_ for child in children(clause, "mark")}
    if "unless" in marks:
        return True
    prefix = [clause.doc[clause.i - 2]] if clause.i > 1 and clause.nbor(-1).text == "-" else []  # 'have not re-entered'
    parts = [child.lower_ for one in (clause, *prefix) for child in one.children]
    negated = clause != verb or any(word in ("not", "n't", "never") for word in parts)
    return negated and (clause.dep_ in ("acl:relcl", "acl") or "if" in marks or clause.tag_ == "VBG")


def _is_held(verb: Token) -> bool:
    """'will remain in custody until May 3', 'will remain closed until Friday': a state, not a permission."""
    if verb.lemma_.lower() not in deadlines().staying:
        return False
    return any(child.lower_ in deadlines().held for child in verb.children if child.i > verb.i) or (
        verb.pos_ == "ADJ" and verb.lower_ in deadlines().held
    )


def _runs_low(verb: Token) -> bool:
    """'food stocks will last until December': what there is, not what somebody may do."""
    return any(one.lemma_.lower() in deadlines().supplies for one in children(verb, "nsubj", "nsubj:pass"))


def _perfect(verb: Token) -> bool:
    """'must have arrived before 2021' is a condition, not a deadline."""
    return verb.tag_ == "VBN" and any(child.lower_ == "have" for child in children(verb, "aux"))


def _commanded(verb: Token) -> bool:
    """Whether the infinitive hangs on an order, a permission, or 'be', 'have' and 'need' ('were to leave')."""
    words, above = deadlines(), verb.head
    if verb.dep_ == "conj" and above.pos_ == "VERB":
        return _commanded(above) or bool({child.lower_ for child in children(above, "aux")} & set(words.modals))
    if above.lemma_.lower() in words.ordering and verb.dep_ in ("xcomp", "ccomp", "acl", "advcl", "obj"):
        return above.lemma_.lower() not in (*words.wishing, *words.forecasting) or _of_others(above, verb)
    light = {child.lemma_.lower() for child in children(verb, "aux", "cop")} | (
        {above.lemma_.lower()} if verb.dep_ == "xcomp" else set()
    )
    return bool(light & {"be", "have", "need"})


def _of_others(wish: Token, act: Token) -> bool:
    """'wants them to leave', 'asked refugees to go', 'were asked to go': not what one wants to do oneself, nor a forecast."""
    others = [child for child in (*children(wish, "obj", "iobj", "obl"), *children(act, "nsubj")) if child.i < act.i]
    forecast = wish.lemma_.lower() in deadlines().forecasting  # 'expect the camp to be empty by March' orders nobody
    told = any(not forecast or child.pos_ == "PRON" or is_people(child) for child in others)
    return told or (is_passive(wish) and wish.lemma_.lower() in deadlines().wishing)


def _commander(verb: Token) -> Token:
    """The verb or noun by which somebody is told to do it; the verb itself where nobody is."""
    words, token = deadlines(), verb
    for _ in range(3):
        if token.head.lemma_.lower() in (*words.ordering, *words.setting, *words.extending) and token.head != token:
            return token.head
        token = token.head
    return _told_before(verb) or verb


def _told_before(verb: Token) -> Token | None:
    """'told hundreds of Afghans who hold cards to go': the order before an infinitive that the parse hangs elsewhere."""
    if not any(child.lower_ == "to" for child in children(verb, "mark")):
        return None
    orders = deadlines().ordering
    before = [one for one in verb.doc[verb.sent.start : verb.i] if one.pos_ == "VERB" and one.lemma_.lower() in orders]
    return before[-1] if before else None


def _change_in(verb: Token) -> Change:
    words = deadlines()
    lemmas = {one.lemma_.lower() for one in verb.sent if one.head.lemma_.lower() not in words.failing}
    return "extended" if lemmas & {*words.extending[:3], *words.extensions} else "set"


def _by_words(span: Span, time: TimeExpression) -> Sign | None:
    """The words before the date alone, where the parse is wrong: 'should leave by November 1', 'to leave … by', 'have until'."""
    words = deadlines()
    before = span.doc[max(span.sent.start, span.start - 9) : span.start]
    for token in reversed(before):
        if token.lower_ in (";", ":", "—", "”", '"') or token.lower_ in ("that", "who", "which", "after", "because"):
            return None
        if token.pos_ != "VERB" or token.lemma_.lower() not in words.acts:
            continue
        earlier = [one.lower_ for one in span.doc[max(span.sent.start, token.i - 3) : token.i]]
        if earlier[-1:] == ["to"] and span.doc[max(span.sent.start, token.i - 2)].lemma_.lower() in words.forecasting:
            return None
        if any(one in words.modals for one in earlier) or earlier[-1:] == ["to"]:
            return Sign(token, token, _change_in(token), f"{token.lower_} {time.relation}")
    return None
