"""Sentence borders that are certain before the network reads: marks on tokens, True, False or (undecided) None.

A border stands where a block or line begins, after a full stop before a capital, after a dateline ('KABUL (AP) —'),
and where two sentences are glued
together ('Pipeline"The process …'). None stands before closing punctuation, after an initial or title ('Gen.', 'J.'),
or inside a dateline, and in an article's blocks none where no mark ends a sentence. Everything else is for the network
to decide.
"""

import re
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc, Token

from torkham.annotate.tokenizer import Conventions
from torkham.model import Block

BLOCKS = "blocks"
QUOTES = frozenset('"“”')
STOPS = frozenset(".!?")
OPENING = frozenset("“‘")
CLOSERS = frozenset("\"”’')]")
ENDS = frozenset(".?!…:;–—")
CLOSING = frozenset(",;:.!?)]}”%")
# A place in capitals, perhaps with country, date and agency, then a dash: ISLAMABAD, Nov 1 (Reuters) -
_DATELINE = re.compile(
    r"\s*[A-Z][A-Z.'’-]+(?: [A-Z.'’-]+){0,3}(?:/[A-Z .'’-]+)?"
    r"(?:, [\w.]+(?: [\w.,]+){0,4})?(?: ?\([\w/ .&]+\))? ?(?:--|[—–-])(?=[\s\"“])"
)


def mark(doc: Doc, blocks: Sequence[Block], conventions: Conventions) -> Doc:
    """Set the certain borders of a fresh Doc; a headline is one sentence unless punctuation ends it earlier."""
    edges = sorted({offset for block in blocks for offset in (block.start, block.end)}, reverse=True)
    headlines = {offset for block in blocks if block.kind == "headline" for offset in range(block.start, block.end)}
    pending = True
    for token in doc:
        while edges and edges[-1] <= token.idx:
            pending = edges.pop() >= 0
        pending = pending or (token.i > 0 and "\n" in token.nbor(-1).text_with_ws)
        if token.is_space:
            token.is_sent_start = False
        elif pending:
            token.is_sent_start, pending = True, False
        elif token.idx in headlines and token.nbor(-1).text[-1:] not in ".?!":
            token.is_sent_start = False
        else:
            token.is_sent_start = False if blocks and not _after_end(token) else _certain(token, conventions)
    for token in list(doc):
        if token.is_sent_start:
            _dateline(doc, token)
    return doc


def _certain(token: Token, conventions: Conventions) -> bool | None:
    before = token.nbor(-1)
    if token.text in CLOSING or before.text in conventions.before_names or _joined(token, before):
        return False
    if re.fullmatch(r"[A-Z]\.", before.text) and token.text[:1].isupper():
        return not (_is_initial(before) or re.fullmatch(r"[A-Z]\.", token.text))
    if before.text in QUOTES and before.i and _ends_quotation(before) and token.text[:1].isupper():
        return True
    if before.text in QUOTES and not before.whitespace_ and (before.i == 0 or before.nbor(-1).whitespace_):
        return False
    if before.text in STOPS and before.whitespace_ and before.i and (token.text[:1].isupper() or token.text in OPENING):
        return True
    return _glued(token, before) or None


def _joined(token: Token, before: Token) -> bool:
    """Whether a quotation and its speaker meet here: 'he told reporters: “We will go.”', '“Who came?” he asked.'"""
    opens = before.text == ":" and token.text in QUOTES
    return opens or (before.text in QUOTES and token.text[:1].islower())


def _is_initial(token: Token) -> bool:
    """'J.' of a name, and not 'on X.': it opens the text or follows a capitalised word or another initial."""
    return token.i == 0 or token.nbor(-1).is_title or bool(re.fullmatch(r"[A-Z]\.", token.nbor(-1).text))


def _ends_quotation(mark: Token) -> bool:
    """Whether a quotation mark ends a quoted sentence: '… commitments." The'."""
    return bool(mark.whitespace_) and mark.nbor(-1).text == "." and not mark.nbor(-1).whitespace_


def _after_end(token: Token) -> bool:
    """Whether a sentence may have ended before this token: edited text ends one with a mark, perhaps in quotes."""
    before = token.nbor(-1)
    while before.i and (before.text in CLOSERS or before.is_space):
        before = before.nbor(-1)
    return before.text[-1:] in ENDS or (token.text in QUOTES and before.is_alpha)


def _glued(token: Token, before: Token) -> bool:
    """Whether a sentence begins here without a blank before it: at an opening quote, or after a closing one."""
    if before.whitespace_ or before.is_space or token.i + 1 >= len(token.doc):
        return False
    following = token.nbor(1)
    if token.text in QUOTES and not token.whitespace_ and following.text[:1].isupper():
        return (before.is_alpha or before.text in ".?!") and not _open_quote(token)
    if before.text in QUOTES and token.text[:1].isupper() and before.i:
        end = before.nbor(-1)
        return end.text[-1:] in ".?!" and not end.whitespace_
    return before.text in ".?!" and token.is_title and before.i > 0


def _open_quote(token: Token) -> bool:
    """Whether a quotation is open before the token, counted from the last certain border."""
    if token.text in "“”":
        return token.text == "”"
    count = 0
    for previous in reversed(token.doc[: token.i]):
        count += previous.text == token.text
        if previous.is_sent_start or "\n" in previous.text_with_ws:
            break
    return count % 2 == 1


def _dateline(doc: Doc, first: Token) -> None:
    match = _DATELINE.match(doc.text, first.idx)
    if match is None or "\n" in match.group():
        return
    for token in doc[first.i + 1 :]:
        inside = token.idx < match.end()
        if token.is_space:
            continue
        token.is_sent_start = not inside
        if not inside:
            break


class BorderMarker:
    """The first component of the shipped pipeline; ``doc.user_data['blocks']`` holds the article's blocks."""

    def __init__(self) -> None:
        self._conventions = Conventions()

    def __call__(self, doc: Doc) -> Doc:
        """Mark the document's certain borders."""
        return mark(doc, doc.user_data.get(BLOCKS, ()), self._conventions)


@Language.factory("torkham_borders", assigns=["token.is_sent_start"])
def make_borders(nlp: Language, name: str) -> BorderMarker:
    """The registered factory."""
    return BorderMarker()
