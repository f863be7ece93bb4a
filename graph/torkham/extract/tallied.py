"""Numbers told of a noun that counts: 'the number of returnees reached 906,326', 'put the toll at 40', 'arrivals fell to 300'."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from torkham.extract.count import ACTS, SUM, TALLY, Count, Seen, chain
from torkham.extract.numbers import Quantity
from torkham.extract.peoplenouns import is_people, is_plural
from torkham.extract.syntax import arguments, children, preposition
from torkham.lexicon.quantities import measures, numbers

_JOINTS = ("at", "to", "from", "as", "past", "beyond")


def tally(quantity: Quantity, span: Span, sentence: Span, seen: Seen) -> Count | None:
    """The count that a noun before the number tells, with the people counted where the sentence names them."""
    joint = before(quantity, span, sentence)
    if joint is not None and joint.lower_ == "by":
        return None  # 'surpassing the figure of 2023 by 2,310': a difference
    if (people := _put_before(joint, span, sentence)) is not None:
        return Count(quantity, people, chain(span, people), TALLY)
    for noun in _counting_nouns(quantity, span, sentence):
        people = _people_of(noun, span)
        if people is None and noun.lemma_.lower() in measures().human_counts:
            break  # 'the refugee population would be 3 million': whatever was counted in the clause before
        if people is not None:
            return Count(quantity, people, chain(span, people), TALLY)
    for noun in _counting_nouns(quantity, span, sentence):
        human = noun.lemma_.lower() in measures().human_counts
        if human or seen.counts or seen.recent:
            return Count(quantity, noun if human else None, chain(span, None), TALLY)
    summed = _summed(quantity, span, sentence)
    if summed is not None:
        return Count(quantity, summed, chain(span, summed), SUM)
    if seen.recent and _at_a_rate(span, sentence):
        return Count(quantity, None, chain(span, None), TALLY)
    noun_of_act = _act_noun(quantity, span, sentence)
    if noun_of_act is None:
        return None
    people = next((child for child in children(noun_of_act, "nmod") if is_people(child)), None)
    return Count(quantity, people, (noun_of_act, *chain(span, None)), ACTS)


def _put_before(joint: Token | None, span: Span, sentence: Span) -> Token | None:
    """'put at more than 700,000 the number of Afghans': the people, where the tally stands behind the number."""
    words = measures()
    if joint is None or joint.lower_ != "at" or joint.nbor(-1).lemma_.lower() not in words.putting:
        return None
    behind = span.doc[span.end : min(span.end + 5, sentence.end)]
    noun = next((one for one in behind if one.lemma_.lower() in words.counting), None)
    return _people_of(noun, sentence[-1:]) if noun is not None and noun.nbor(1).lower_ == "of" else None


def _summed(quantity: Quantity, span: Span, sentence: Span) -> Token | None:
    """'people, totalling 2 lakh, have returned', 'refugees numbering 300': whom the participle sums up."""
    joint = before(quantity, span, sentence)
    if joint is None or joint.pos_ != "VERB" or joint.lower_ not in measures().summing:
        return None
    whole = [argument.token for argument in arguments(joint) if argument.slot == "subject"]
    whole += [one for token in whole for one in children(token, "nmod") if preposition(one) == "of"]
    whole += [one.head for one in whole if one.dep_ == "nmod"]  # 'holders of cards, who number 800,000'
    return next((one for one in whole if is_people(one)), None)


def _at_a_rate(span: Span, sentence: Span) -> bool:
    """'It hit almost 1,200 a day', 'the agency is averaging 1,350 a day': as many as were counted before."""
    rest = span.doc[span.end : min(sentence.end, span.end + 2)].text.lower()
    verb = span.root.head
    return rest in numbers().rates and span.root.dep_ == "obj" and verb.lemma_.lower() in measures().reaching


def _act_noun(quantity: Quantity, span: Span, sentence: Span) -> Token | None:
    """'Returns from Turkey stood at 145,639': the plural of an act as the subject of a verb of reaching."""
    words, joint = measures(), before(quantity, span, sentence)
    for noun in reversed(span.doc[sentence.start : span.start]):
        if noun.lemma_.lower() not in words.acts or noun.tag_ != "NNS" or not noun.dep_.startswith("nsubj"):
            continue
        verb = noun.head
        told = verb.lemma_.lower() in words.reaching and verb.i < span.start
        if told and joint is not None and (joint == verb or joint.lower_ in _JOINTS):
            return noun
    return None


def _people_of(noun: Token, span: Span) -> Token | None:
    """The people noun between a counting noun and the number; after 'number of' a singular form will do ('the dead')."""
    if noun.i and noun.nbor(-1).lower_ == "whose":  # 'holders of cards, whose number he put at 800,000'
        ahead = [one for one in span.doc[noun.sent.start : noun.i] if is_people(one) and is_plural(one)]
        return ahead[-1] if ahead else None
    between = span.doc[noun.i + 1 : span.start]
    for one in between:
        counted = one.dep_ == "nmod" and one.head == noun and preposition(one) == "of"
        if (is_people(one) and (is_plural(one) or counted)) or one.lower_ == "those":
            return one
    return None


def before(quantity: Quantity, span: Span, sentence: Span) -> Token | None:
    """The token before the number and its qualifier, in the same sentence."""
    left = span.doc.char_span(quantity.start, quantity.start + 1, alignment_mode="expand")
    at = (left.start if left is not None else span.start) - 1
    while at > sentence.start and span.doc[at].lower_ in numbers().before["exact"]:
        at -= 1  # 'only', 'barely'
    return span.doc[at] if at >= sentence.start else None


def _of_things(noun: Token) -> bool:
    """'the number of resettlement sites has increased from 73 to 108': no people are counted."""
    counted = [one for one in children(noun, "nmod") if preposition(one) == "of" and one.i > noun.i]
    known = (*measures().acts, *measures().holding, *measures().counting)
    return any(
        one.tag_ == "NNS" and not is_people(one) and not one.ent_type_ and one.lemma_.lower() not in known
        for one in counted
    ) and not any(is_people(below) for one in counted for below in one.subtree)


def _counting_nouns(quantity: Quantity, span: Span, sentence: Span) -> Iterator[Token]:
    """The nouns that the number tells: 'the number of returnees reached 906,326', 'put the toll at 40'."""
    words, joint = measures(), before(quantity, span, sentence)
    clause = span.doc[sentence.start : span.start]
    for noun in reversed([one for one in clause if one.idx < quantity.start]):
        if noun.lemma_.lower() not in words.counting or noun.pos_ != "NOUN" or _of_things(noun):
            continue
        between = span.doc[noun.i + 1 : span.start]
        if any(one.lemma_.lower() in words.reaching and one.pos_ in ("VERB", "AUX") for one in between):
            yield noun
            continue
        if joint is not None and joint.lower_ == "of" and joint.i == noun.i + 1:
            yield noun
            continue
        moved = any(one.lemma_.lower() in (*words.putting, *words.reaching) for one in clause)
        if joint is not None and joint.lower_ in _JOINTS and moved:
            yield noun
