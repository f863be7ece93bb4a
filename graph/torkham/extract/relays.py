"""Whose words are passed on by another: 'ANI reported, citing police', 'was quoted by AFP as saying', 'AFP quoted X as …'."""

from spacy.tokens import Span, Token

from torkham.extract.cast import Cast
from torkham.extract.syntax import arguments, children, finite_above, is_passive

_CLOSING = 5
"""Words after a verb of saying at the end of a sentence: 'as saying last week.'"""


class Relays:
    """Finds the words that name who is quoted and who quotes, around a verb of saying."""

    def __init__(self, cast: Cast) -> None:
        self.words = cast.lexicon.reporting
        self.verbs = frozenset(one for group in self.words.verb if group.stance == "relay" for one in group.lemmas)

    def quoting(self, verb: Token) -> Token | None:
        """The verb of quoting that this one stands under: 'saying' in 'was quoted by AFP as saying that …'."""
        above = verb.head
        if verb.tag_ != "VBG" or above.lemma_.casefold() not in self.verbs or above.i > verb.i:
            return None
        phrase = verb.doc[max(above.i, verb.i - 2) : verb.i + 1].text.casefold()
        return above if any(phrase.endswith(one) for one in self.words.quoted_as) else None

    def before(self, sentence: Span, verb: Token) -> tuple[int, int] | None:
        """The words before 'AFP quoted X as saying last week' at the end of a sentence, as tokens ``[start, end)``."""
        above = self.quoting(verb)
        quoting = [one.token for one in arguments(above) if one.slot == "subject" and one.own] if above else []
        if not quoting or sentence.end - verb.i > _CLOSING:
            return None
        comma = quoting[0].left_edge.i - 1
        return (sentence.start, comma) if comma > sentence.start + 2 and verb.doc[comma].text == "," else None

    def quoted(self, above: Token) -> tuple[list[Token], list[Token]]:
        """Who is quoted, and who quotes, as the arguments of a verb of quoting tell."""
        slots = arguments(above)
        objects = [one.token for one in slots if one.slot == "object"]
        subjects = [one.token for one in slots if one.slot == "subject" and one.token not in objects]
        if is_passive(above) and not subjects:
            subjects = [one.token for one in slots if one.slot in self.words.media_prepositions and one.own]
        return objects, subjects

    def cited(self, sentence: Span, verb: Token) -> list[Token]:
        """Who is cited by what a participle adds to a report: 'X reported, citing Y', 'Quoting Y, X reported'."""
        for token in sentence:
            if token.lower_ in self.words.source_verbs and token.tag_ == "VBG" and _adds_to(token, verb):
                return children(token, "obj")
        return []

    def quoted_by(self, subject: Token) -> list[Token]:
        """Who quotes a speaker, by an aside to his name: 'The ministry, quoted by AFP, said …'."""
        for aside in children(subject, "acl"):
            if aside.lemma_.casefold() in self.verbs and aside.tag_ == "VBN":
                return [one.token for one in arguments(aside) if one.slot == "subject" and one.token != subject]
        return []


def _adds_to(participle: Token, verb: Token) -> bool:
    """Whether a participle belongs to this verb: right after it, perhaps after a day or place, or opening the sentence."""
    if participle.i > verb.i:
        between = verb.doc[verb.i + 1 : participle.i]
        return len(between) < 9 and not any(one.pos_ in ("VERB", "AUX") for one in between)
    if participle.dep_ == "acl" and participle.nbor(-1).text == "," and participle.head in children(verb, "nsubj"):
        return True  # 'Amu TV, citing residents, reported that'
    return participle.i == verb.sent.start and finite_above(participle) == verb
