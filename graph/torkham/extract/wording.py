"""Which words somebody is reported to say: the reported clause, the quotation, the clause that 'he said' hangs on."""

from spacy.tokens import Span, Token

from torkham.extract.cast import Cast
from torkham.extract.phrases import subtree_span
from torkham.extract.quotes import Quote
from torkham.extract.syntax import Argument, children
from torkham.extract.utterances import Tokens
from torkham.lexicon.reporting import Verb
from torkham.model.reading import Mode

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_RELATIVE = ("WDT", "WP", "WP$", "WRB")
_QUOTED = 3
"""Tokens between quotation marks from which on a sentence quotes, and does not just call something by a name."""


class Wording:
    """Finds the words of an utterance, as token spans of one sentence."""

    def __init__(self, cast: Cast, quotes: tuple[Quote, ...]) -> None:
        self.cast = cast
        self.quotes = quotes

    def content(
        self, sentence: Span, verb: Token, slots: list[Argument], groups: list[Verb]
    ) -> tuple[list[Tokens], Mode]:
        """The words reported by a verb with these arguments, and whether they are quoted; no words where it reports none."""
        gerund = any(group.gerund and group.stance != "deny" for group in groups)
        clause = self._clause(verb, slots, gerund=gerund) if any(group.clause for group in groups) else None
        if clause is None and any(group.stance == "claim" for group in groups):
            clause = _claimed(slots)
        aside = verb.dep_ in ("acl:relcl", "acl") and verb.head.lower_ != "what"  # 'what he called "a disgrace"'
        quoted = self.quotes_in(sentence, verb) if any(group.quotes for group in groups) and not aside else []
        quoted = [quote for quote in quoted if not self._of_another(sentence, verb, quote)]
        asked = [one.token for one in slots if one.slot == "clause"] if clause is None else []
        if asked:
            start, end = subtree_span(asked[0])
            quoted = [one for one in quoted if one[1] <= verb.i or (start <= one[0] and one[1] <= end)]
        added = clause is not None and not quoted and _is_added(verb, clause)
        before = self._host(sentence, verb) if added else []
        if clause is not None and before:
            part = self._trimmed(sentence, clause, verb)
            return sorted([*before, part]), self.mode_of(before[0])
        if clause is not None:
            part = self._completed(sentence, verb, self._trimmed(sentence, clause, verb))
            part = self._before_addition(verb, part)
            inside = [quote for quote in quoted if quote[0] < part[1] and part[0] < quote[1]]
            others = [quote for quote in quoted if quote not in inside and quote[1] - quote[0] > 2]
            if inside and (
                all(self._fills(part, quote) for quote in inside) or self._ends_before(inside[-1], verb, part)
            ):
                return inside + others, "direct"
            return sorted([part, *others]), "direct" if others else self.mode_of(part)
        if quoted and any(end - start > 2 for start, end in quoted):
            return quoted, "direct"
        estimated = self._estimate(sentence, verb) if any(group.stance == "estimate" for group in groups) else None
        if estimated is not None:
            return [estimated], "indirect"
        hosted = any(group.stance in ("neutral", "affirm", "find") for group in groups)
        host = self._host(sentence, verb) if hosted else []
        return host, "direct" if any(self.mode_of(part) == "direct" for part in host) else "indirect"

    def _of_another(self, sentence: Span, verb: Token, quote: Tokens) -> bool:
        """Whether another verb of saying stands between: 'called it abrupt and warned of "…"', '"…," he said, adding "…"'."""
        if quote[1] <= verb.i and (_goes_on(verb) or self._is_timed(verb)):
            return True
        between = self.cast.doc[min(verb.i + 1, quote[1]) : max(verb.i, quote[0])]
        return any(self._introduces(one) for one in between if not self.quoted(one))

    def _introduces(self, verb: Token) -> bool:
        """Whether a verb of saying goes on a sentence: coordinated, or as a participle after a comma or 'as'."""
        if not self.cast.lexicon.is_reporting(verb.lemma_) or verb.dep_ in ("acl", "acl:relcl"):
            return False
        if verb.tag_ in ("VBD", "VBZ", "VBP"):
            return verb.dep_ in ("conj", "root", "parataxis")
        return _goes_on(verb) or (verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).lower_ == "as")

    def _is_timed(self, verb: Token) -> bool:
        """Whether a verb only says when something was said: '"…" when two lawyers asked the court'."""
        when = {one.lower_ for one in children(verb, "mark", "advmod")}
        return verb.dep_ == "advcl" and bool(when & set(self.cast.lexicon.reporting.timed))

    def _before_addition(self, verb: Token, part: Tokens) -> Tokens:
        """The reported words up to ', adding that', which goes on with another report of the same speaker."""
        for token in self.cast.doc[max(part[0], verb.i) + 1 : part[1]]:
            if token.lower_ in self.cast.lexicon.reporting.adding and _goes_on(token) and not self.quoted(token):
                return self.trim_punct((part[0], token.i))
        return part

    def _fills(self, part: Tokens, quote: Tokens) -> bool:
        """Whether a quotation is all that is reported; what says when it was said is no part of it."""
        after = self.cast.doc[quote[1] + 1 : part[1]]
        timed = len(after) > 0 and after[0].lower_ in self.cast.lexicon.reporting.timed
        return _within((part[0], quote[1]) if timed else part, quote)

    def _ends_before(self, quote: Tokens, verb: Token, part: Tokens) -> bool:
        """Whether a quotation ends before the verb, and the parse has put the speaker's name into the reported words."""
        return quote[0] <= part[0] + 1 and quote[1] < part[1] <= verb.i

    def _completed(self, sentence: Span, verb: Token, part: Tokens) -> Tokens:
        """The reported words to their end, where the parse breaks them off: without a finite verb, before 'many of whom …'."""
        start, end = part
        rest = self.cast.doc[end : sentence.end]
        if start <= verb.i or not len(rest) or any(self.cast.lexicon.is_reporting(one.lemma_) for one in rest):
            return part
        finite = any(one.tag_ in _FINITE for one in self.cast.doc[start:end])
        relative = rest[0].text == "," and any(one.tag_ in _RELATIVE for one in rest[1:5])
        again = rest[0].text == "," and [one.lower_ for one in rest[1:3]] in (["and", "that"], ["but", "that"])
        clause = rest[0].pos_ == "CCONJ" and any(one.head == verb and one.dep_ == "conj" for one in rest)
        return self.trim_punct((start, sentence.end)) if not finite or relative or again or clause else part

    def _estimate(self, sentence: Span, verb: Token) -> Tokens | None:
        """'Beirut puts the number of refugees at 1.5 million': what is estimated and at how much, to the end of the clause."""
        if not children(verb, "obj", "ccomp", "xcomp"):
            return None
        end = verb.i + 1
        while end < sentence.end and not (self.cast.doc[end].text == "," and self.cast.doc[end].nbor().pos_ != "NUM"):
            end += 1
        words = self.cast.doc[verb.i + 1 : end]
        numbered = any(one.lower_ == "at" and any(two.pos_ == "NUM" for two in words) for one in words)
        return self.trim_punct((verb.i + 1, end)) if numbered else None

    def mode_of(self, part: Tokens) -> Mode:
        """Quoted in part, or words without quotation marks that say 'I' or 'we'; a mere name in marks is no quotation."""
        words = self.cast.lexicon.discourse
        inside = (min(one.end, part[1]) - max(one.start, part[0]) for one in self.quotes)
        if any(length >= _QUOTED for length in inside):
            return "direct"
        first = (*words.first_plural, *words.first_singular)
        return "direct" if any(token.lower_ in first for token in self.cast.doc[part[0] : part[1]]) else "indirect"

    def _clause(self, verb: Token, slots: list[Argument], *, gerund: bool) -> Token | None:
        """The reported clause: a finite complement, or an -ing form where the verb takes one; never a bare infinitive."""
        own = [one.i for one in children(verb, "nsubj")]
        for argument in sorted(slots, key=lambda one: (not _is_that_clause(one.token, verb), one.token.pos_ == "NUM")):
            token = argument.token
            if argument.slot != "clause" or token.dep_ not in ("ccomp", "xcomp", "acl"):
                continue
            if any(i < token.i < verb.i for i in own):
                continue  # 'Those sent back from Iran say that …'
            if _is_finite(token) and (token.dep_ == "ccomp" or children(token, "nsubj", "nsubj:pass", "expl")):
                return token
            if (
                gerund
                and token.i > verb.i
                and "VBG" in {one.tag_ for one in (token, *children(token, "aux", "aux:pass", "cop"))}
            ):
                return token
        return self._misattached(verb)

    def _misattached(self, verb: Token) -> Token | None:
        """'said Wednesday that …', where the parser hangs the clause on the weekday or the hearer instead of the verb."""
        for child in verb.children:
            if child.i > verb.i and child.dep_ in ("parataxis", "advcl") and self._asks(verb, child):
                return child
            if child.dep_ == "xcomp" and children(child, "ccomp"):  # 'made it clear that …'
                return next((one for one in children(child, "ccomp") if _is_finite(one)), None)
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

    def _asks(self, verb: Token, clause: Token) -> bool:
        """'described to researchers how, in 2015, her husband had been kidnapped'."""
        first = clause.left_edge
        return first.lower_ in self.cast.lexicon.reporting.asking and first.i - verb.i < 6 and _is_finite(clause)

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
        start = max(start, self._past_hearer(verb, clause))
        if start == verb.i + 2 and sentence.doc[verb.i + 1].pos_ == "NUM":
            start -= 1  # 'said 187 Afghans had been held', where the parse cuts off the number
        while start < end and (
            sentence.doc[start].is_punct
            or sentence.doc[start].is_space
            or (sentence.doc[start].lower_ == "that" and sentence.doc[start].dep_ == "mark")
        ):
            start += 1
        return self.trim_punct((start, end))

    def _past_hearer(self, verb: Token, clause: Token) -> int:
        """Where the clause's own subject begins if another stands between: 'telling the agency it had …', '", said he, "it'."""
        spoken = children(verb, "nsubj")
        if spoken and spoken[0].left_edge.i == verb.i + 1:
            return spoken[0].right_edge.i + 1
        subjects = [one for one in children(clause, "nsubj", "nsubj:pass") if one.i > verb.i]
        told = verb.lemma_.casefold() in self.cast.lexicon.telling or is_inverted(verb, clause)
        return subjects[1].left_edge.i if told and len(subjects) > 1 and subjects[0].left_edge.i == verb.i + 1 else 0

    def quotes_in(self, sentence: Span, verb: Token) -> list[Tokens]:
        """The quotes of this sentence, cut to it, that the verb stands outside of."""
        cut = [
            (max(quote.start, sentence.start), min(quote.end, sentence.end))
            for quote in self.quotes
            if not quote.covers(verb) and not self._is_title(quote)
        ]
        return [
            (start, end)
            for start, end in cut
            if start < end and any(not self.cast.doc[i].is_punct for i in range(start, end))
        ]

    def _is_title(self, quote: Quote) -> bool:
        """Whether the marks hold the name of a report or law: 'titled "…"'."""
        before = self.cast.doc[max(0, quote.start - 2)]
        return before.lower_ in self.cast.lexicon.reporting.naming

    def _host(self, sentence: Span, verb: Token) -> list[Tokens]:
        """The main clause where the verb of saying is an afterthought: 'We stand with them, said Shawn.'

        In two parts where it stands in the middle: 'Ten of them, the sources said, were women.'
        """
        if verb.dep_ not in ("parataxis", "advcl") or verb.head == verb or verb.head.sent.start != sentence.start:
            return []
        if any(one.text == ";" for one in sentence.doc[verb.head.i : verb.i]):
            return []  # 'Women clutched toddlers; a boy asked for a phone' are two clauses
        as_clause = any(one.dep_ == "mark" and one.lower_ == "as" for one in verb.children)
        if verb.dep_ == "advcl" and (not as_clause or children(verb, "obj")):
            return []
        low, high = verb.left_edge.i, verb.right_edge.i + 1
        start = sentence.start if verb.head.dep_ == "root" else max(sentence.start, verb.head.left_edge.i)
        before, after = self.trim_punct((start, low)), self.trim_punct((high, sentence.end))
        amid = verb.dep_ == "parataxis" and verb.i < verb.head.i and before[1] > before[0]
        parts = [before, after] if amid else [before] if verb.i > verb.head.i else [after]
        return parts if sum(end - start for start, end in parts) > 2 else []

    def trim_punct(self, part: Tokens) -> Tokens:
        """The span without spaces and punctuation at its ends; a bracket that was opened inside is kept."""
        start, end = part
        while start < end and (self.cast.doc[start].is_punct or self.cast.doc[start].is_space):
            start += 1
        while end > start and (self.cast.doc[end - 1].is_punct or self.cast.doc[end - 1].is_space):
            if self.cast.doc[end - 1].text == ")" and any(one.text == "(" for one in self.cast.doc[start:end]):
                break
            end -= 1
        return start, end

    def quoted(self, token: Token) -> bool:
        """Whether a verb stands inside somebody's quoted words: what it reports is then part of the quotation."""
        return any(quote.covers(token) for quote in self.quotes)


def is_inverted(verb: Token, clause: Token) -> bool:
    """Whether who speaks stands after the verb amid the words: 'Unless aid comes, said its director, the agency will stop'."""
    subjects = [one for one in children(clause, "nsubj", "nsubj:pass") if one.i > verb.i]
    amid = verb.i > verb.sent.start and verb.nbor(-1).text == "," and len(subjects) > 1
    return (
        amid
        and subjects[0].left_edge.i == verb.i + 1
        and any(one.text == "," for one in verb.doc[subjects[0].i : subjects[1].i])
    )


def _is_finite(clause: Token) -> bool:
    """Whether a clause has a finite verb: 'that they left', not 'to leave' or 'families loading'."""
    words = [clause, *children(clause, "aux", "cop", "aux:pass")]
    if any(child.dep_ == "mark" and child.lower_ == "to" for child in clause.children):
        return False
    if clause.tag_ == "VBN" and not children(clause, "nsubj", "nsubj:pass", "aux", "aux:pass", "cop", "expl"):
        return False  # 'the number of Afghans deported'
    return any(word.tag_ in _FINITE for word in words) or clause.tag_ not in ("VBG", "VB")


def _is_that_clause(clause: Token, verb: Token) -> bool:
    """Whether a clause after the verb opens with 'that', which no clause before it can outdo."""
    return clause.i > verb.i and any(one.lower_ == "that" for one in children(clause, "mark"))


def _claimed(slots: list[Argument]) -> Token | None:
    """'claimed to have arrested 900': a perfect infinitive tells what is said to have been done."""
    clauses = [one.token for one in slots if one.slot == "clause" and one.token.dep_ == "xcomp"]
    perfect = (one for one in clauses if any(word.lemma_ == "have" for word in children(one, "aux")))
    return next((one for one in perfect if any(word.lower_ == "to" for word in children(one, "mark"))), None)


def _is_added(verb: Token, clause: Token) -> bool:
    """'Police have detained 900, said Ann Lee, and dozens of them had …': what 'and' adds behind the speaker is not all of it."""
    subjects = [one.i for one in children(verb, "nsubj") if one.i > verb.i]
    first = clause.left_edge
    inverted = bool(subjects) and verb.i > verb.sent.start and verb.nbor(-1).text == ","
    joined = any(one.lower_ in ("and", "but") for one in verb.doc[first.i : first.i + 2])
    return inverted and first.i > subjects[0] and joined


def _goes_on(verb: Token) -> bool:
    """Whether a participle after a comma adds to what was said: '"…," he said, adding that'."""
    before = verb.i - 1
    while before > verb.sent.start and verb.doc[before].is_quote:
        before -= 1
    return verb.lower_.endswith("ing") and before >= verb.sent.start and verb.doc[before].text == ","


def _within(outer: Tokens, inner: Tokens) -> bool:
    return outer[0] <= inner[0] + 1 and inner[1] - 1 <= outer[1] and (outer[1] - outer[0]) - (inner[1] - inner[0]) <= 2
