"""Which words somebody is reported to say: the reported clause, the quotation, the clause that 'he said' hangs on."""

from spacy.tokens import Span, Token

from torkham.extract.cast import Cast
from torkham.extract.quotes import Quote
from torkham.extract.syntax import Argument, children, subtree_span
from torkham.extract.utterances import Tokens
from torkham.lexicon.reporting import Verb
from torkham.model.reading import Mode


class Wording:
    """Finds the words of an utterance, as token spans of one sentence."""

    def __init__(self, cast: Cast, quotes: tuple[Quote, ...]) -> None:
        self.cast = cast
        self.quotes = quotes

    def content(
        self, sentence: Span, verb: Token, slots: list[Argument], groups: list[Verb]
    ) -> tuple[list[Tokens], Mode]:
        """The words reported by a verb with these arguments, and whether they are quoted; no words where it reports none."""
        clause = self._clause(verb, slots) if any(group.clause for group in groups) else None
        aside = verb.dep_ in ("acl:relcl", "acl")
        quoted = self.quotes_in(sentence, verb) if any(group.quotes for group in groups) and not aside else []
        asked = [one.token for one in slots if one.slot == "clause"] if clause is None else []
        if asked:
            start, end = subtree_span(asked[0])
            quoted = [quote for quote in quoted if start <= quote[0] and quote[1] <= end]
        if clause is not None:
            part = self._trimmed(sentence, clause, verb)
            inside = [quote for quote in quoted if quote[0] < part[1] and part[0] < quote[1]]
            others = [quote for quote in quoted if quote not in inside and quote[1] - quote[0] > 2]
            if inside and all(_within(part, quote) for quote in inside):
                return inside + others, "direct"
            return sorted([part, *others]), "direct" if inside or others else self.mode_of(part)
        if quoted and any(end - start > 2 for start, end in quoted):
            return quoted, "direct"
        host = (
            self._host(sentence, verb)
            if any(group.stance in ("neutral", "affirm", "find") for group in groups)
            else None
        )
        return ([host], self.mode_of(host)) if host else ([], "indirect")

    def mode_of(self, part: Tokens) -> Mode:
        """Words without quotation marks that say 'I' or 'we' are quoted all the same."""
        words = self.cast.lexicon.discourse
        first = (*words.first_plural, *words.first_singular)
        return "direct" if any(token.lower_ in first for token in self.cast.doc[part[0] : part[1]]) else "indirect"

    def _clause(self, verb: Token, slots: list[Argument]) -> Token | None:
        """The reported clause: a finite complement, never a bare infinitive ('told them to leave')."""
        for argument in slots:
            token = argument.token
            if argument.slot != "clause" or token.dep_ not in ("ccomp", "xcomp", "acl"):
                continue
            if _is_finite(token) and (token.dep_ == "ccomp" or children(token, "nsubj", "nsubj:pass", "expl")):
                return token
        return self._misattached(verb)

    def _misattached(self, verb: Token) -> Token | None:
        """'said Wednesday that …', where the parser hangs the clause on the weekday or the hearer instead of the verb."""
        for child in verb.children:
            if child.i < verb.i or child.dep_ not in ("obl:unmarked", "obl:tmod", "obj", "iobj", "obl", "nsubj"):
                continue
            for clause in children(child, "acl", "acl:relcl", "ccomp"):
                marks = [
                    one
                    for one in children(clause, "mark", "nsubj", "obj")
                    if one.lower_ == "that" and one.dep_ == "mark"
                ]
                if marks and children(clause, "nsubj", "nsubj:pass", "expl"):
                    return clause
        return None

    def _trimmed(self, sentence: Span, clause: Token, verb: Token) -> Tokens:
        """The clause's words without 'that', outer punctuation, and the reporting clause if that lies inside."""
        start, end = subtree_span(clause)
        start, end = max(start, sentence.start), min(end, sentence.end)
        if start <= verb.i < end:
            start, end = (
                (verb.i + 1, end)
                if clause.i > verb.i
                else (start, verb.left_edge.i if verb.left_edge.i > start else verb.i)
            )
        while start < end and (
            sentence.doc[start].is_punct
            or sentence.doc[start].is_space
            or (sentence.doc[start].lower_ == "that" and sentence.doc[start].dep_ == "mark")
        ):
            start += 1
        while end > start and (sentence.doc[end - 1].is_punct or sentence.doc[end - 1].is_space):
            end -= 1
        return start, end

    def quotes_in(self, sentence: Span, verb: Token) -> list[Tokens]:
        """The quotes of this sentence, cut to it, that the verb stands outside of."""
        cut = [
            (max(quote.start, sentence.start), min(quote.end, sentence.end))
            for quote in self.quotes
            if not quote.covers(verb)
        ]
        return [
            (start, end)
            for start, end in cut
            if start < end and any(not self.cast.doc[i].is_punct for i in range(start, end))
        ]

    def _host(self, sentence: Span, verb: Token) -> Tokens | None:
        """The main clause where the verb of saying is an afterthought: 'We stand with them, said Shawn.'"""
        if verb.dep_ not in ("parataxis", "advcl") or verb.head == verb or verb.head.sent.start != sentence.start:
            return None
        if verb.dep_ == "advcl" and not any(one.dep_ == "mark" and one.lower_ == "as" for one in verb.children):
            return None
        low, high = verb.left_edge.i, verb.right_edge.i + 1
        part = (sentence.start, low) if verb.i > verb.head.i else (high, sentence.end)
        part = self.trim_punct(part)
        return part if part[1] - part[0] > 2 else None

    def trim_punct(self, part: Tokens) -> Tokens:
        """The span without spaces and punctuation at its ends."""
        start, end = part
        while start < end and (self.cast.doc[start].is_punct or self.cast.doc[start].is_space):
            start += 1
        while end > start and (self.cast.doc[end - 1].is_punct or self.cast.doc[end - 1].is_space):
            end -= 1
        return start, end

    def quoted(self, token: Token) -> bool:
        """Whether a verb stands inside somebody's quoted words: what it reports is then part of the quotation."""
        return any(quote.covers(token) for quote in self.quotes)


def _is_finite(clause: Token) -> bool:
    """Whether a clause has a finite verb: 'that they left', not 'to leave' or 'families loading'."""
    words = [clause, *children(clause, "aux", "cop", "aux:pass")]
    if any(child.dep_ == "mark" and child.lower_ == "to" for child in clause.children):
        return False
    return any(word.tag_ in ("VBD", "VBZ", "VBP", "MD") for word in words) or clause.tag_ not in ("VBG", "VB")


def _within(outer: Tokens, inner: Tokens) -> bool:
    return outer[0] <= inner[0] + 1 and inner[1] - 1 <= outer[1] and (outer[1] - outer[0]) - (inner[1] - inner[0]) <= 2
