"""Lexicon entries of several words found in a parsed sentence: 'send … back', 'take … into custody', 'express concern'."""

from collections.abc import Iterator
from typing import TypeVar

from spacy.tokens import Token

from torkham.lexicon.verbs import Entries

T = TypeVar("T")


def matching(token: Token, entries: Entries[T]) -> Iterator[tuple[int, T]]:
    """All values whose phrase starts with this token's lemma and stands around it, as (number of words, value)."""
    for rest, value in entries.starting(token.lemma_.casefold()):
        if all(_present(token, word) for word in rest) and not _only_where(token, rest):
            yield len(rest) + 1, value


def _only_where(token: Token, rest: tuple[str, ...]) -> bool:
    """Whether 'in' belongs to a place and not to the verb: 'took them to the camp in buses' is no 'take in'."""
    return rest == ("in",) and not any(child.lower_ == "in" for child in token.children)


def _present(token: Token, word: str) -> bool:
    """Whether a word of the phrase hangs on the token, at most two arcs below, or is its helping verb's complement."""
    for child in token.children:
        if child.dep_ == "mark" and child.lower_ == "to":
            continue  # 'managed to get in touch' is no 'get to'
        if child.dep_ in ("nsubj", "nsubj:pass", "csubj", "ccomp", "acl:relcl", "conj"):
            continue
        if word in (child.lemma_.casefold(), child.lower_) and (child.i == 0 or child.nbor(-1).text != ","):
            return True  # not after a comma: 'turned back in May, up from April'
        if child.dep_ in ("obl", "obj", "xcomp", "advmod", "nmod", "iobj", "compound:prt", "case") and any(
            word in (below.lemma_.casefold(), below.lower_)
            for below in child.children
            if below.dep_ not in ("acl:relcl", "nmod", "conj")
        ):
            return True
    return False


def noun_matching(token: Token, entries: Entries[T]) -> Iterator[tuple[int, T]]:
    """All values whose noun or compound ('mass arrest') this token heads, as (number of words, value)."""
    for rest, value in entries.starting(token.lemma_.casefold()):
        before = [word for one in _in_phrase(token, len(rest) + 2) for word in (one.lemma_.casefold(), one.lower_)]
        if all(word in before for word in rest):
            yield len(rest) + 1, value


def _in_phrase(noun: Token, reach: int) -> list[Token]:
    """The words before a noun, no further than to where another phrase ends: 'forced conscription upon return'."""
    found: list[Token] = []
    for i in range(noun.i - 1, max(-1, noun.i - reach - 1), -1):
        if noun.doc[i].pos_ in ("ADP", "SCONJ"):
            break
        found.append(noun.doc[i])
    return found
