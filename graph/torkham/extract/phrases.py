"""Noun phrases: where they begin and end, which noun in them counts, and how to name them without article or number."""

import re

from spacy.tokens import Doc, Token

from torkham.extract.syntax import children, preposition

_BEFORE = {
    "amod",
    "compound",
    "nmod:unmarked",
    "nmod:desc",
    "flat",
    "goeswith",
    "advmod",
    "nummod",
    "det",
    "punct",
    "cc",
    "conj",
}
_REMNANT = re.compile(r"(?<=\w)&[a-z]+;?$")
"""The beginning of an HTML entity that a word took with it: 'Karimi&n' of 'Karimi&nbsp;said'."""
_SKIPPED = {"DET", "NUM", "PRON", "PUNCT", "ADV", "ADP", "SCONJ", "CCONJ"}


def semantic_head(token: Token, partitives: frozenset[str]) -> Token:
    """The noun that a partitive measures ('scores of Afghans' -> Afghans); other tokens stand for themselves."""
    seen = 0
    while token.lemma_.lower() in partitives or token.pos_ == "NUM":
        inner = [child for child in children(token, "nmod", "obl") if preposition(child) == "of" and child.i > token.i]
        if not inner or seen > 4:
            return token
        token, seen = inner[0], seen + 1
    return token


def premodifiers(head: Token) -> list[Token]:
    """The words before a noun that describe it, in order, without determiners, numbers and degree words."""
    found: list[Token] = []
    for child in head.lefts:
        if (
            child.dep_ in ("amod", "compound", "nmod:unmarked", "nmod:desc", "nmod", "flat", "goeswith")
            and child.i < head.i
            and not _is_case(child)
        ):
            found += _words_below(child)
    return sorted(set(found), key=lambda one: one.i)


def _is_case(token: Token) -> bool:
    return preposition(token) is not None


def _words_below(token: Token) -> list[Token]:
    inner = [
        word
        for word in token.subtree
        if word.pos_ not in ("DET", "NUM", "PRON", "SCONJ") and word.dep_ not in ("det", "nummod")
    ]
    return [word for word in inner if word.dep_ not in ("acl:relcl", "advcl")]


def text_of(doc: Doc, start: int, end: int) -> str:
    """The text of tokens ``[start, end)`` on one line, without brackets of editors or remnants of HTML."""
    text = " ".join(doc[start:end].text.replace("[", "").replace("]", "").split())
    return _REMNANT.sub("", text) or text


def in_sentence(doc: Doc, start: int, end: int) -> str:
    """The text of a description as it stands inside a sentence: 'officials of the agency', not 'Officials …'."""
    text, first = text_of(doc, start, end), doc[start]
    common = (
        first.pos_ in ("NOUN", "ADJ", "VERB", "ADV", "DET", "PRON") and not first.ent_type_ and first.text[1:].islower()
    )
    opens = first.is_sent_start or (start > 0 and first.nbor(-1).is_punct) or first.tag_ in ("NN", "NNS")
    return text[:1].lower() + text[1:] if common and opens and first.tag_ not in ("NNP", "NNPS") else text


def core_span(head: Token) -> tuple[int, int]:
    """Token span of the describing words and the noun: 'senior State Department official'.

    Leading words that count or only grade ('more than', 'primarily') are left out.
    """
    words = premodifiers(head)
    words = [word for word in words if word.pos_ not in _SKIPPED or word.ent_type_ or word.dep_ == "punct"]
    contiguous = head.i
    chosen = {word.i for word in words}
    while contiguous - 1 in chosen or _joins(head.doc, contiguous, chosen):
        contiguous -= 1
    while (
        head.sent.start < contiguous < head.i
        and not head.doc[contiguous - 1].whitespace_
        and head.doc[contiguous - 1].text not in "[(“\"‘'"
    ):
        contiguous -= 1
    return contiguous, head.i + 1


def _joins(doc: Doc, start: int, chosen: set[int]) -> bool:
    """A hyphen, comma or 'and' between two describing words, or a bracket within them."""
    if start >= 2 and doc[start - 1].text == "and":
        return start - 2 in chosen and doc[start - 2].pos_ == "ADJ" == doc[start].pos_
    return (
        start >= 2 and doc[start - 1].text in {"-", "–", ",", "and", "]", "/", "&", "'s", "’s"} and start - 2 in chosen
    )


def whole_span(head: Token) -> tuple[int, int]:
    """Token span from the first describing word to the end of an of-phrase: 'group of former US diplomats'."""
    start, end = core_span(head)
    for child in head.rights:
        if child.dep_ == "nmod" and preposition(child) == "of":
            end = max(end, whole_end(child))
            break
    return start, end


def whole_end(token: Token, *, joined: bool = True) -> int:
    """Where a noun phrase ends, with what belongs to it and, if ``joined``, what is coordinated with its head."""
    end, queue = token.i + 1, [token]
    while queue:
        above = queue.pop()
        for child in above.children:
            if _belongs(child) and (joined or above != token or child.dep_ not in ("cc", "conj")):
                end = max(end, child.i + 1)
                queue.append(child)
    return end


def _belongs(child: Token) -> bool:
    """Whether a dependent is a part of the noun phrase, not an aside or a clause that follows it."""
    if child.dep_ == "punct":
        return child.text in "-/"
    if child.dep_ == "conj":
        return child.pos_ in ("NOUN", "PROPN", "ADJ")
    return child.dep_ not in ("acl", "acl:relcl", "appos", "parataxis", "advcl")


def is_plural(head: Token) -> bool:
    """Whether the noun is plural by its tag or by what counts it."""
    return head.tag_ in ("NNS", "NNPS") or bool(children(head, "nummod")) or head.morph.get("Number", None) == ["Plur"]


def is_definite(head: Token, definite: frozenset[str]) -> bool:
    """Whether a determiner says that the reader knows who is meant."""
    return any(child.lower_ in definite for child in children(head, "det")) or (
        head.i > 0 and head.nbor(-1).lower_ in definite and head.nbor(-1).dep_ == "det"
    )


def is_subject(token: Token) -> bool:
    """Whether a noun is a subject; also a name that the parse takes for an aside of a fronted phrase: 'In town, Ann Lee …'."""
    if token.dep_.startswith("nsubj"):
        return True
    if token.dep_ != "appos" or token.ent_type_ != "PERSON" or token.i == 0 or token.nbor(-1).text != ",":
        return False
    phrase = token.head
    verb = phrase.head
    fronted = phrase.dep_ == "obl" and verb.pos_ == "VERB" and verb.i > token.i
    return fronted and not any(child.dep_.startswith("nsubj") for child in verb.children)


def is_subordinate(token: Token) -> bool:
    """Whether a word stands in a clause that only describes or dates: 'who fled when the Taliban took power'."""
    return any(one.dep_ in ("advcl", "acl", "acl:relcl") for one in (token, *token.ancestors))


def subtree_span(token: Token, without: tuple[str, ...] = ()) -> tuple[int, int]:
    """First and last-plus-one token index below ``token``, leaving out branches with these labels."""
    low, high = token.i, token.i + 1
    queue = [token]
    while queue:
        for child in queue.pop().children:
            if child.dep_ not in without:
                low, high = min(low, child.i), max(high, child.i + 1)
                queue.append(child)
    return low, high
