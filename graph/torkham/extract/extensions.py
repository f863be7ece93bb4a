"""Deadlines that are given, prolonged, brought forward, or put into force: 'gave them until', 'extended to', 'take effect'."""

from spacy.tokens import Span, Token

from torkham.extract.deadlinesigns import (
    Sign,
    above,
    act_of_noun,
    before,
    change_of,
    is_advanced,
    is_coming,
    is_deadline,
    speaks_of_deadline,
)
from torkham.extract.peoplenouns import is_people
from torkham.extract.syntax import arguments, children, is_passive
from torkham.lexicon.layout import layout
from torkham.lexicon.policies import deadlines
from torkham.model import TimeExpression

_REACH = 9


def extended(span: Span, time: TimeExpression) -> Sign | None:
    """'extended the deadline to June 30', 'an extension until February 29', 'were given until Friday', 'valid until'."""
    if time.relation not in ("until", "by"):
        return None
    for token in (*above(span.root), *before(span, 2), *_giving(span)):
        sign = _prolonged(token, span) or (_until(token, span) if time.relation == "until" else None)
        if sign is not None:
            return sign
    longer = _longer_before(span) if time.relation == "until" and not _asks(span) else None
    if longer is None:
        return None
    return Sign(longer if longer.pos_ == "VERB" else span.root.head, None, "extended", "extension until")


def _giving(span: Span) -> list[Token]:
    """'gave nationals who live without documents in three districts until July 31 to return': the verb, however far."""
    after = span.doc[span.end : span.end + 2]
    if len(after) < 2 or after[0].lower_ != "to" or after[1].tag_ != "VB":
        return []
    earlier = span.doc[span.sent.start : span.start]
    return [one for one in earlier if one.lemma_.lower() in deadlines().granting and one.pos_ == "VERB"][-1:]


def moved(span: Span, time: TimeExpression) -> Sign | None:
    """'extended the cards that expired on April 1 to June 30': what goes on to the second date is not what expired."""
    if time.relation != "until" or not before(span, 1) or before(span, 1)[0].lower_ not in ("to", "until", "till"):
        return None
    verb = _longer_before(span)
    extends = verb is not None and verb.lemma_.lower() in deadlines().extending[:2] and not is_passive(verb)
    return (
        Sign(verb, None, "extended", f"{verb.lower_} to") if extends and verb is not None and not _asks(span) else None
    )


def _longer_before(span: Span) -> Token | None:
    """The word of prolonging in the sentence before a date."""
    words = (*deadlines().extensions, deadlines().extending[0])
    found = [one for one in span.doc[span.sent.start : span.start] if one.lemma_.lower() in words]
    return found[0] if found else None


def _prolonged(token: Token, span: Span) -> Sign | None:
    words, lemma = deadlines(), token.lemma_.lower()
    if is_advanced(token) and speaks_of_deadline(token):
        return Sign(token, None, "set", f"{token.lower_} forward")
    if lemma in words.extending and any(_is_the_date(one) for one in children(token, "obj", "nsubj:pass")):
        return Sign(token, None, "extended", f"{token.lower_} the date to")
    back = lemma != "put" or any(child.lower_ in ("back", "off") for child in token.children)
    if (
        (lemma in words.extending or lemma in words.extensions)
        and back
        and (lemma in words.extending[:2] or speaks_of_deadline(token) or _moves_it(token))
    ):
        return Sign(token, None, "extended", f"{token.lower_} until")
    return None


def _moves_it(verb: Token) -> bool:
    """'had set March 31 as the deadline, but pushed it back to April 30'."""
    its = [one for one in children(verb, "obj") if one.lower_ == "it"]
    return bool(its) and any(is_deadline(one) for one in verb.doc[verb.sent.start : verb.i])


def _is_the_date(noun: Token) -> bool:
    """'pushed the date back to September 6': a date spoken of before, not that of an election or a trial."""
    own = [child.dep_ for child in noun.children if child.dep_ not in ("det", "punct")]
    return noun.lower_ == "date" and bool(children(noun, "det")) and not own


def only_asked(extending: Token) -> bool:
    """'asked Ankara to extend the deadline until May': nobody has done it yet."""
    if extending.lemma_.lower() not in deadlines().extending:
        return False
    if (
        extending.sent[0].text in layout().bullets and extending.tag_ == "VB"
    ):  # '- extend the amnesty until 31 December'
        return True
    above = [one.lemma_.lower() for one in list(extending.ancestors)[:2]]
    return extending.dep_ in ("xcomp", "ccomp", "acl", "advcl", "obj") and any(
        lemma in deadlines().asking for lemma in above
    )


def _until(token: Token, span: Span) -> Sign | None:
    """What is given, valid or open until a date."""
    words, lemma = deadlines(), token.lemma_.lower()
    if lemma in words.granting and token.pos_ in ("VERB", "AUX") and token.i < span.start:
        if _is_wish(token) or _takes_in(token):
            return None
        close = token.nbor(1).lower_ == "until" or not children(token, "xcomp", "ccomp") or token in _giving(span)
        near = span.start - token.i < _REACH or token in span.root.ancestors or token in _giving(span)
        if close and near and _gives_only_time(token, span):
            return Sign(token, None, "set", f"{token.lower_} until")
    if lemma == "valid" or (lemma == "open" and _about(token, (*words.facilities, *words.papers))):
        decided = next(
            (one for one in token.ancestors if one.lemma_.lower() in words.setting and one.pos_ == "VERB"), None
        )
        return Sign(decided or token, None, "restated" if decided is None else "set", f"{lemma} until")
    noun = span.doc[span.start - 2] if span.start - 2 >= span.sent.start else None
    if noun is not None and noun.pos_ == "NOUN" and noun.lemma_.lower() in (*words.nouns, "amnesty"):
        return Sign(noun, act_of_noun(noun), change_of(noun), f"{noun.lower_} until")
    return None


def _is_wish(verb: Token) -> bool:
    """'demanded that families be given time till March 31': nobody has given it yet."""
    base = any(child.lower_ == "be" for child in children(verb, "aux:pass"))
    modal = any(child.tag_ == "MD" for child in children(verb, "aux"))
    return base and not modal and verb.dep_ == "ccomp" and verb.head.lemma_.lower() in deadlines().asking


def _takes_in(verb: Token) -> bool:
    """'the communities that receive them through the end of 2026': whoever receives people is given no time."""
    people = [one for one in children(verb, "obj", "iobj") if one.pos_ == "PRON" or is_people(one)]
    return bool(people) and verb.lemma_.lower() in deadlines().receiving


def _asks(span: Span) -> bool:
    return any(one.lemma_.lower() in deadlines().asking for one in before(span, 2 * _REACH))


def _gives_only_time(verb: Token, span: Span) -> bool:
    """'have until Friday', 'gave them until Friday': nothing else is given."""
    things = [one for one in children(verb, "obj") if one.pos_ == "NOUN" and one.i not in range(span.start, span.end)]
    if any(one.lemma_.lower() in deadlines().supplies for one in things):
        return False
    held = verb.lemma_.lower() in ("have", "get") and any(one.lemma_.lower() in deadlines().papers for one in things)
    if held:  # 'I had a visa until the end of the year'
        return False
    return all(one.lemma_.lower() in deadlines().nouns or one.i < span.start for one in things)


def granted(span: Span) -> Sign | None:
    """'gave the Afghans 28 days to leave', 'had 48 hours to register': a span of time that somebody is given."""
    words = deadlines()
    for verb in above(span.root):
        if verb.lemma_.lower() in words.granting and verb.pos_ in ("VERB", "AUX") and verb.i < span.start:
            acts = [one for one in span.sent if one.i > span.end and one.nbor(-1).lower_ == "to" and one.pos_ == "VERB"]
            return Sign(verb, acts[0], "set", f"{verb.lower_} days to {acts[0].lower_}") if acts else None
    return None


def effective(span: Span, time: TimeExpression) -> Sign | None:
    """'deportations will take effect from September 1': the end of somebody's stay comes into force."""
    words = deadlines()
    if time.relation not in ("on", "since"):
        return None
    for verb in above(span.root):
        if time.relation == "since" and _ousts(verb) and is_passive(verb) and (is_coming(verb) or _is_to(verb)):
            return Sign(verb, None, "set", f"{verb.lower_} from")
        text = verb.doc[verb.i + 1 : verb.i + 3].text.lower()
        phrases = [phrase.split(" ", 1) for phrase in words.effect]
        if verb.pos_ in ("VERB", "AUX") and any(
            verb.lemma_.lower() == first and text.startswith(rest) for first, rest in phrases
        ):
            subject = _about(verb, words.ending)
            return Sign(subject, None, "set", f"{verb.lower_} {text}") if subject is not None else None
    return None


def _ousts(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    phrases = (lemma, *(f"{lemma} {child.lower_}" for child in verb.children if child.i > verb.i))
    return any(phrase in deadlines().ousting for phrase in phrases)


def _is_to(verb: Token) -> bool:
    """'are to be sent back from September 1'."""
    be = verb.head.lemma_ == "be" or any(child.lower_ in ("are", "is") for child in children(verb, "aux"))
    return be and any(child.lower_ == "to" for child in children(verb, "mark", "aux"))


def completed(span: Span, time: TimeExpression) -> Sign | None:
    """'the operation will be wrapped up by June 30': an expulsion that is to be at its end by then."""
    words = deadlines()
    if time.relation not in ("by", "before"):
        return None
    for verb in above(span.root):
        helpers = {child.lower_ for child in children(verb, "aux")}
        due = any(one.lemma_.lower() in words.supposing for one in list(verb.ancestors)[:2])
        if verb.lemma_.lower() in words.completing and (due or helpers & {"will", "would", "shall"}):
            nouns = (*words.ending, *words.operations)
            told = _about(verb, nouns) is not None or _closes_a_place(verb)
            told = told or (due and any(_about(one, nouns) is not None for one in list(verb.ancestors)[:2]))
            return Sign(verb, None, "set", f"{verb.lower_} by") if told else None
        wish = verb.head if verb.tag_ == "VBN" and verb.dep_ in ("acl", "xcomp", "ccomp") else verb
        wish = wish.head if wish.pos_ == "NOUN" else wish
        if wish.lemma_.lower() in words.wishing and wish.pos_ == "VERB" and _wanted_gone(wish, span):
            return Sign(wish, None, "set", f"{wish.lower_} it done by")
    return None


def _closes_a_place(verb: Token) -> bool:
    """'Dadaab would be closed by the end of November': a place is to be empty by then."""
    places = [one for one in children(verb, "nsubj:pass") if one.ent_type_ == "LOC"]
    return bool(places) and verb.lemma_.lower() in deadlines().emptying


def _wanted_gone(verb: Token, span: Span) -> bool:
    """'The ministry wants both camps empty by June 30', 'wants the site cleared before May'."""
    return any(one.lower_ in deadlines().gone for one in verb.doc[verb.i + 1 : span.start])


def _about(verb: Token, nouns: tuple[str, ...]) -> Token | None:
    """The subject of a verb, active or passive, if it or a word in its phrase is one of the nouns."""
    subjects = [one.token for one in arguments(verb) if one.slot in ("subject", "object") and one.own]
    subjects += children(verb, "nsubj", "nsubj:pass")
    return next((one for one in subjects if any(word.lemma_.lower() in nouns for word in one.subtree)), None)
