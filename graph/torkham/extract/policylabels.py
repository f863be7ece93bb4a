"""What a policy is called: the words that describe it in the text, whole and without quotation marks."""

import re

from spacy.tokens import Span, Token

from torkham.extract.syntax import children, preposition
from torkham.lexicon.policies import policies

_QUOTES = re.compile(r"[\"“”]")
_EDGES = "'‘’ ,."


def label(span: Span) -> str:
    """The words of a mention as a label: 'new "voluntary return" plan' is the 'voluntary return plan'."""
    words = _QUOTES.sub("", span.text).replace("’", "'").split()
    while len(words) > 2 and words[0].lower() in policies().plain:
        words = words[1:]
    return " ".join(words).strip(_EDGES)


def phrase(head: Token) -> Span:
    """The describing words, the noun, and a short complement: 'drive to expel undocumented refugees'."""
    left = [child for child in children(head, "compound", "amod", "nmod:unmarked") if child.i < head.i]
    start = min([min(word.i for word in child.subtree) for child in left] + [head.i])
    tails = [
        child
        for child in children(head, "acl", "nmod")
        if child.i > head.i
        and (
            (child.dep_ == "acl" and child.pos_ == "VERB" and child.tag_ != "VBN")
            or preposition(child) in ("on", "against", "of")
        )
    ]
    end = head.i + 1
    for tail in tails[:1]:
        last = max(
            [word.i for word in tail.subtree if word.dep_ not in ("punct",) and not _in_side_clause(word, tail)]
            + [tail.i]
        )
        while last > tail.i and head.doc[last].dep_ == "acl" and head.doc[last].pos_ == "VERB":
            last -= 1  # 'of foreign nationals living (in Pakistan)': a participle without its complement
        end = last + 1 if last - head.i <= 9 else end
    return head.doc[start:end]


def _in_side_clause(word: Token, top: Token) -> bool:
    while word != top:
        if word.dep_ in ("acl:relcl", "advcl", "parataxis", "appos", "obl", "conj", "ccomp") or (
            word.dep_ == "nmod" and preposition(word) not in ("of", "on", "against")
        ):
            return True
        word = word.head
    return False
