"""Policies: plans and programmes by their own name or by description, whose they are, and whom they are for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from torkham.extract.links import Links
from torkham.extract.policylabels import label, phrase
from torkham.extract.policystatus import status
from torkham.extract.syntax import arguments, children, conjuncts, preposition
from torkham.lexicon.hedges import hedges
from torkham.lexicon.policies import PolicyWords, policies
from torkham.model import Policy

_ISSUERS = ("State", "GovernmentBody", "DeFactoAuthority", "IntergovernmentalOrganization")
_TARGETS = ("Population", "UnnamedSource", "Person")
_STEPS = 3
_LINKS = {"of", "for", "and", "the", "&", "on", "to"}


@dataclass(frozen=True)
class _Mention:
    """One mention: the span of its words, the head noun, its type and whether the words are an official name."""

    span: Span
    head: Token
    type: str
    named: bool


def find(doc: Doc, links: Links) -> tuple[Policy, ...]:
    """The policies of the sentences that are read, in order; unnamed ones of one issuer and type are one."""
    groups: dict[tuple[str, tuple[int, ...], str], list[_Mention]] = {}
    for sentence in doc.spans["sentences"]:
        for mention in _mentions(sentence):
            issuer = _issuer(mention, links)
            key = (mention.type, issuer, label(mention.span) if mention.named else "")
            groups.setdefault(key, []).append(mention)
    merged = _without_issuer_joined(groups)
    found = [_policy(kind, issuer, name, mentions, links) for (kind, issuer, name), mentions in merged.items()]
    return tuple(sorted(found, key=lambda policy: policy.mentions[0]))


def _mentions(sentence: Span) -> Iterator[_Mention]:
    taken: set[int] = set()
    for token in sentence:
        if token.i in taken:
            continue
        mention = _official(token, sentence) or _described(token)
        if mention is not None:
            taken |= set(range(mention.span.start, mention.span.end))
            yield mention


def _official(token: Token, sentence: Span) -> _Mention | None:
    """A capitalised name that ends in one of the listed words: 'Illegal Foreigners' Repatriation Plan'."""
    doc, words = token.doc, policies()
    if not token.text[:1].isupper() or (
        token.i > sentence.start and _capital(token.nbor(-1)) and token.nbor(-1).lower_ not in _LINKS
    ):
        return None
    end, last = token.i, None
    while end < sentence.end and (
        _capital(doc[end]) or doc[end].lower_ in _LINKS or doc[end].text in {"'s", "’s", "’", "'", "-"}
    ):
        if doc[end].text[:1].isupper() and doc[end].lower_ in words.named and end > token.i:
            last = end
        end += 1
    if last is None or _in_title(sentence) or any(one.ent_type_ == "ORG" for one in doc[token.i : last + 1]):
        return None
    start = token.i + (1 if token.lower_ in ("the", "a", "an", "under", "its") else 0)
    span = doc[start : last + 1]
    lemmas = {one.lemma_.lower() for one in span} | {one.lower_ for one in span}
    kind = _type_of(lemmas)
    if kind == words.other and doc[last].lower_ in words.topical:
        return None  # 'Labor Law' has nothing to do with who may stay
    return _Mention(span, doc[last], kind, True) if len(span) >= 2 else None


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() or token.is_digit


def _in_title(sentence: Span) -> bool:
    """In a headline with capitals on every word, capitals make no name."""
    words = [token for token in sentence if token.is_alpha and len(token) > 3]
    return len(words) > 3 and sum(token.text[:1].isupper() for token in words) / len(words) > 0.7


def _type_of(lemmas: set[str]) -> str:
    return next((entry.type for entry in policies().policy if lemmas & set(entry.topics)), policies().other)


@cache
def _heads() -> dict[str, tuple[PolicyWords, ...]]:
    table: dict[str, list[PolicyWords]] = {}
    for entry in policies().policy:
        for head in entry.heads:
            table.setdefault(head, []).append(entry)
    return {head: tuple(entries) for head, entries in table.items()}


def _is_none(noun: Token) -> bool:
    """'have no plan to expel refugees', 'before they had taken any decision to return', 'an extension is not a policy'."""
    negations = hedges().negations
    own = [one.lemma_.lower() for one in children(noun, "det")]
    denied = children(noun, "cop") and any(one.lemma_.lower() in negations for one in children(noun, "advmod"))
    return "no" in own or "any" in own or bool(denied)


def _described(token: Token) -> _Mention | None:
    """'forced repatriation drive', 'plan to deport Afghans', 'crackdown on undocumented foreigners'."""
    entries = _heads().get(token.lemma_.lower()) or _heads().get(token.lower_)
    if (token.tag_ == "NNS" and token.lemma_.lower() in policies().single) or _is_stage(token) or _is_none(token):
        return None
    if token.pos_ not in ("NOUN", "PROPN") or entries is None or (token.pos_ == "PROPN" and token.ent_type_ == "ORG"):
        return None
    beside = {
        word.lemma_.lower()
        for child in children(token, "compound", "amod", "nmod", "nmod:unmarked", "nmod:poss")
        if child.dep_ != "nmod" or preposition(child) in policies().joining
        for word in _words(child)
    }
    clauses = children(token, "acl", "advcl", "xcomp", "acl:relcl")
    clause = {child.lemma_.lower() for child in (*clauses, *_infinitive_after(token)) if child.pos_ == "VERB"}
    for entry in entries:
        topics = set(entry.topics)
        on = [child for child in children(token, "nmod", "obl") if preposition(child) in ("on", "against")]
        if (
            (beside | clause) & topics
            or (token.lemma_.lower() in entry.alone and on)
            or (token.lemma_.lower() in entry.alone and _national(token))
        ):
            return _Mention(phrase(token), token, entry.type, False)
    return None


def _is_stage(head: Token) -> bool:
    """'the second phase of the Repatriation Plan' is that plan."""
    wholes = [child for child in children(head, "nmod") if preposition(child) == "of"]
    stage = head.lemma_.lower() in policies().stages
    return stage and any(one.lemma_.lower() in _heads() or one.lower_ in policies().named for one in wholes)


def _infinitive_after(head: Token) -> list[Token]:
    """'halt its plan to deport Syrians': the infinitive right after the noun, wherever the parse hangs it."""
    after = head.doc[head.i + 1 : min(head.i + 3, head.sent.end)]
    return [after[1]] if len(after) == 2 and after[0].lower_ == "to" and after[1].tag_ == "VB" else []


def _words(child: Token) -> list[Token]:
    return [child, *children(child, "compound", "amod", "conj", "nmod:unmarked")]


def _national(token: Token) -> bool:
    spans = token.doc.spans.get("demonyms", ())
    return any(span.start <= child.i < span.end for child in children(token, "amod", "compound") for span in spans)


def _issuer(mention: _Mention, links: Links) -> tuple[int, ...]:
    """Whose policy it is: its possessor, the adjective of nationality, or the subject of the verb that launches it."""
    found = _issuers(mention, links)
    return tuple(index for index in found if links.kind(index) in _ISSUERS)


def _issuers(mention: _Mention, links: Links) -> tuple[int, ...]:
    head, inside = mention.head, range(mention.span.start, mention.span.end) if mention.named else range(0)
    if (own := _subject_of_its(head, links)) is not None:
        return (own,)
    first = mention.span[0]
    own = (mention.named and first.ent_type_ != "ORG") or first.ent_type_ == "LOC"
    named = [links.nation(first), links.actor(first)] if own else []
    states = [one for one in named if one is not None and links.kind(one) == "State"]
    if states:
        return (states[0],)  # 'U.S. Refugee Admissions Program'
    for child in (*children(head, "nmod:poss"), *children(head, "amod", "compound")):
        if child.i in inside or (child.dep_ == "nmod:poss" and head.lemma_.lower() in policies().granted):
            continue  # 'Haiti's TPS designation' is not Haiti's policy
        index = links.actor(child) if child.dep_ == "nmod:poss" or child.ent_type_ else links.nation(child)
        if index is not None:
            return (index,)
    for child in children(head, "nmod", "obl", "obl:agent"):
        index = links.actor(child) if preposition(child) in ("by", "of") and child.pos_ == "PROPN" else None
        if index is not None and links.kind(index) in _ISSUERS:
            return (index,)
    return _launcher(head, links)


def _subject_of_its(head: Token, links: Links) -> int | None:
    """'asked Iran to stop its campaign': 'its' is who is to stop it."""
    if head.dep_ != "obj" or not any(child.pos_ == "PRON" for child in children(head, "nmod:poss")):
        return None
    actors = [links.actor(one.token) for one in arguments(head.head) if one.slot == "subject"]
    return next((one for one in actors if one is not None and links.kind(one) in _ISSUERS), None)


def _launcher(head: Token, links: Links) -> tuple[int, ...]:
    """The subject of the verb by which a policy is made or carried on; who only stops it need not be whose it is."""
    known = [verb for kind in ("extended", "in-force", "announced") for verb in policies().status[kind]]
    token = head
    for _ in range(_STEPS):
        token = token.head
        if token.pos_ != "VERB":
            continue
        over = token.lemma_.lower() in (*policies().status["ended"], *policies().status["suspended"])
        about = token.lemma_.lower() in policies().about and not _is_its(head)
        if not over and token.lemma_.lower() not in known and (about or head.dep_ != "obj" or token != head.head):
            return ()
        subjects = [argument.token for argument in arguments(token) if argument.slot == "subject"]
        if over:  # a court may block a plan, but what a state ends is its own
            states = (links.actor(one) for one in subjects if head.dep_ == "obj" and token == head.head)
            return tuple(one for one in states if one is not None and links.kind(one) == "State")
        if token.dep_ == "advcl" and token.tag_ == "VBG":
            subjects += [one.token for one in arguments(_finite(token)) if one.slot == "subject"]
        actors = [links.actor(one) for subject in subjects for one in conjuncts(subject)]
        found = [index for index in actors if index is not None and links.kind(index) in _ISSUERS]
        return tuple(dict.fromkeys(found))
    return ()


def _is_its(head: Token) -> bool:
    """'defended its policy': whose it is, not just who speaks of it ('criticised the policy')."""
    return head.dep_ == "obj" and any(child.pos_ == "PRON" for child in children(head, "nmod:poss"))


def _finite(verb: Token) -> Token:
    """The main verb of the sentence's part: that of 'told …, widening a campaign', wherever the parse hangs the participle."""
    above = [one for one in verb.ancestors if one.pos_ == "VERB" and one.dep_ in ("root", "ccomp", "parataxis")]
    return above[0] if above else verb


def _without_issuer_joined(
    groups: dict[tuple[str, tuple[int, ...], str], list[_Mention]],
) -> dict[tuple[str, tuple[int, ...], str], list[_Mention]]:
    """An unnamed policy without issuer joins the only one of its type that has an issuer."""
    joined = dict(groups)
    for key in list(joined):
        kind, issuer, name = key
        same = [other for other in joined if other[0] == kind and other[1] and other != key]
        if not issuer and not name and len({other[1] for other in same}) == 1:
            home = next((other for other in same if not other[2]), same[0])
            joined[home] = sorted(joined[home] + joined.pop(key), key=lambda one: one.span.start)
    return joined


def _policy(kind: str, issuer: tuple[int, ...], name: str, mentions: list[_Mention], links: Links) -> Policy:
    fullest = max(mentions, key=lambda one: (one.named, len(one.span)))
    return Policy(
        type=kind,
        label=name or label(fullest.span),
        named=bool(name),
        mentions=tuple(dict.fromkeys((one.span.start_char, one.span.end_char) for one in mentions)),
        issuer=issuer,
        targets=_targets(mentions, links),
        status=status(one.head for one in mentions),
        announced=_announced(mentions, links),
    )


def _targets(mentions: list[_Mention], links: Links) -> tuple[int, ...]:
    """Whom it is for: after 'on' or 'against', or the object of its infinitive."""
    found: list[int] = []
    for mention in mentions:
        heads = [
            child for child in children(mention.head, "nmod", "obl") if preposition(child) in ("on", "against", "for")
        ]
        for clause in children(mention.head, "acl"):
            heads += [argument.token for argument in arguments(clause) if argument.slot == "object"]
        found += [index for head in heads for one in conjuncts(head) if (index := links.actor(one)) is not None]
    return tuple(dict.fromkeys(index for index in found if links.kind(index) in _TARGETS))


def _announced(mentions: list[_Mention], links: Links) -> int | None:
    for mention in mentions:
        verb = mention.head.head
        if verb.pos_ == "VERB" and verb.lemma_.lower() in (
            *policies().status["announced"],
            *policies().status["in-force"][:2],
        ):
            time = links.time(verb)
            if time is not None:
                return time
    return None
