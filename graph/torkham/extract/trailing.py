"""The reporting clause at the end of a sentence: '…, rights groups and families have told the BBC', '…, says the agency'.

News puts it there all the time, and parsers hang its subject on the reported clause. The order of the words is plain.
"""

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from torkham.extract.syntax import children

_FINITE = ("VBD", "VBZ", "VBP")
_MARKS = ('"', "“", "”", "„", "«", "»")
_LONGEST = 18
"""Words that a speaker's description may have here."""


@dataclass(frozen=True)
class Trailing:
    """The reported words as tokens ``[start, end)``, and the nouns that name who says them (none where they are unclear)."""

    words: tuple[int, int]
    speakers: tuple[Token, ...]


def trailing(sentence: Span, verb: Token, *, tells: bool) -> Trailing | None:
    """The parts of a sentence that ends in a reporting clause with this verb, or None where it does not.

    ``tells`` says that the verb's object is who hears it ('told reporters'); of any other verb it is what is said.
    """
    if not (_is_finite(verb) or _is_past(verb)) or _has_content_after(verb) or (not tells and children(verb, "obj")):
        return None
    doc = sentence.doc
    before: int = verb.i - 1
    while before > sentence.start and (doc[before].pos_ in ("AUX", "ADV", "PART") or doc[before].is_quote):
        before -= 1
    found = _speaking(sentence, verb, before, tells=tells) if doc[before].text == "," else _before(sentence, before)
    if found is None:
        return None
    comma, phrase = found
    start = _after_colon(sentence, comma)
    if not phrase or phrase[0].pos_ == "CCONJ" or not _is_clause(doc, start, comma, sentence.label_ == "headline"):
        return None
    return Trailing((start, comma), tuple(_heads(phrase)))


def _before(sentence: Span, end: int) -> tuple[int, list[Token]] | None:
    """The comma that ends the reported words, and the noun phrase from there to ``end``."""
    comma = _comma_before(sentence, end)
    return None if comma is None else (comma, [one for one in sentence.doc[comma + 1 : end + 1] if not one.is_quote])


def _speaking(sentence: Span, verb: Token, comma: int, *, tells: bool) -> tuple[int, list[Token]] | None:
    """Who speaks where a comma stands before the verb: the noun after it, or a name in apposition before that comma."""
    after = [] if _is_past(verb) else _phrase_after(sentence, verb)
    if after and not tells and comma == verb.i - 1 - sentence.doc[verb.i - 1].is_quote:
        return comma, after
    inner = _before(sentence, comma - 1)
    outer = _before(sentence, inner[0] - 1) if inner is not None else None
    if inner is None or outer is None:
        return None
    return outer[0], inner[1] if any(one.ent_type_ == "PERSON" for one in inner[1]) else outer[1]


def _after_colon(sentence: Span, end: int) -> int:
    """Where the reported words begin: after an opening 'BBC News reports:', else with the sentence."""
    opening = sentence[: min(8, end - sentence.start)]
    colon = next((one.i for one in opening if one.text == ":" and one.nbor(-1).tag_ in (*_FINITE, "NNS")), None)
    return sentence.start if colon is None else colon + 1


def _is_finite(verb: Token) -> bool:
    perfect = verb.tag_ == "VBN" and any(child.lemma_ == "have" for child in children(verb, "aux"))
    return (verb.tag_ in _FINITE or perfect) and not children(verb, "aux:pass")


def _is_past(verb: Token) -> bool:
    """'…, the aid office, OCHA, cautioned on Friday': a past tense after a name between commas, read as a participle."""
    alone = (
        verb.tag_ == "VBN"
        and verb.i > verb.sent.start + 1
        and not children(verb, "aux", "aux:pass", "obl:agent", "nsubj")
    )
    return alone and verb.nbor(-1).text == "," and verb.nbor(-2).ent_type_ in ("ORG", "PERSON")


def _has_content_after(verb: Token) -> bool:
    """Whether what is said follows the verb: a clause, or an object that is no hearer."""
    following = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    clause = any(child.dep_ in ("ccomp", "xcomp") and child.i > verb.i for child in verb.children)
    return clause or (following is not None and following.lower_ in ("that", "to", "it", "nothing", "no", ":", "so"))


def _comma_before(sentence: Span, end: int) -> int | None:
    """The comma before the noun phrase that ends at ``end``; None where a verb or too many words come first."""
    for i in range(end, max(sentence.start, end - _LONGEST), -1):
        token = sentence.doc[i]
        if token.text == ",":
            return i if i < end else None
        if token.is_quote and i > sentence.start and sentence.doc[i - 1].text == ",":
            continue
        if (
            (token.pos_ in ("VERB", "AUX", "SCONJ") and token.dep_ != "amod")
            or token.tag_ in ("WRB", "WP", "WDT")
            or token.is_quote
        ):
            return None
    return None


def _phrase_after(sentence: Span, verb: Token) -> list[Token]:
    phrase: list[Token] = []
    for token in sentence.doc[verb.i + 1 : sentence.end]:
        if (
            token.text == ","
            and token.i + 1 < sentence.end
            and token.nbor().ent_type_ == "PERSON"
            and token.i - verb.i < 5
        ):
            return [one for one in token.doc[token.i + 1 : sentence.end] if one.ent_type_ == "PERSON"][:3]
        if token.is_punct or token.pos_ in ("VERB", "AUX"):
            break
        phrase.append(token)
    return phrase


def _is_clause(doc: Doc, start: int, end: int, heading: bool) -> bool:
    """Whether the words before the comma are a main clause: not just 'After the raid began', nor a mere quotation.

    A headline's clause may lack its helping verb: 'Refugees killed after return, says …'.
    """
    marks = sum(token.text in _MARKS for token in doc[start : end + 2])
    if doc[start].is_quote or marks % 2:
        return False
    finite = [token for token in doc[start:end] if token.tag_ in (*_FINITE, "MD") or (heading and token.pos_ == "VERB")]
    subordinate = doc[start].pos_ == "SCONJ" or doc[start].lower_ in ("after", "when", "while", "since", "before")
    return len(finite) > (1 if subordinate else 0)


def _heads(phrase: list[Token]) -> list[Token]:
    """The nouns that name the speakers: the first noun phrase and those coordinated with it, up to a preposition."""
    heads: list[Token] = []
    for n, token in enumerate(phrase):
        if token.pos_ == "ADP" or token.text == ",":
            break
        following = phrase[n + 1] if n + 1 < len(phrase) else None
        described = token.pos_ == "NOUN" and following is not None and following.pos_ == "ADJ"
        ends = following is None or following.pos_ in ("CCONJ", "ADP", "PUNCT") or following.text == ","
        last = (ends and (following is None or following.text != "-")) or described  # 'the Berlin-based monitor'
        if last and token.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM"):
            heads.append(token)
        if described:
            break
    return heads
