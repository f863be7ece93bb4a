"""Figures: how many people, counted as what, where, when, and by whom."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

import msgspec
from spacy.tokens import Doc, Token

from torkham.extract.acts import Acts
from torkham.extract.barecounts import ALONE, BESIDE_A_COUNT
from torkham.extract.carried import PART, in_sentence, over_sentences
from torkham.extract.count import TALLY, Count
from torkham.extract.counted import find_counts
from torkham.extract.counters import estimator
from torkham.extract.fulltext import fulltext
from torkham.extract.homeward import homeward
from torkham.extract.kinds import BODIES
from torkham.extract.links import Links, Speakers
from torkham.extract.measures import measure_of
from torkham.extract.measurewords import Found, by_noun
from torkham.extract.peoplenouns import is_people
from torkham.extract.syntax import arguments, children, conjuncts, preposition
from torkham.lexicon.hedges import hedges
from torkham.lexicon.people import people
from torkham.lexicon.quantities import measures
from torkham.lexicon.reporting import denials
from torkham.lexicon.times import times as time_words
from torkham.model import Figure, TimeExpression

_OTHER = "other"
_DATE_CASES = ("in", "on", "by", "during", "for", "last", "between", "since", "from")
_OWN_WORDS = 4
_JOINING = ("and", "or", "but", "to", "by")
_PLACE_CASES = ("in", "into", "to", "at", "across", "through", "via", "from", "inside", "near")


def find(doc: Doc, times: Iterable[TimeExpression], links: Links, acts: Acts) -> tuple[Figure, ...]:
    """The counts of people in the sentences that are read, in order.

    ``times`` keep dates from being taken for counts; ``acts`` are what the article's events say of the people in them.
    """
    listed = tuple(times)
    dates, text = [(time.start, time.end) for time in listed], fulltext(doc)
    figures: list[Figure] = []
    for number, sentence in enumerate(doc.spans["sentences"]):
        previous: tuple[Count, Found | None] | None = None
        told = [one for one in figures if not _is_of_sources(one, links)]
        recent = bool(figures) and figures[-1].sentence >= number - 2
        for count in find_counts(doc, sentence, dates, recent):
            found = homeward(count, measure_of(count, acts), links)
            if found is None and previous is not None:
                found = in_sentence(count, previous[0], previous[1])
            found = found or over_sentences(count, told, number)
            if _is_nobody(count, found):
                continue
            figure = _figure(count, found, number, links, told)
            previous = (count, found)
            figures.append(figure)
            told.append(figure)
        dated = _dated(figures, number, listed, text)
        figures = [_without_comparison(one, listed, text) if one.sentence == number else one for one in dated]
    return tuple(sorted(figures, key=lambda figure: (figure.start, figure.end)))


def _is_of_sources(figure: Figure, links: Links) -> bool:
    """'49 people were expelled, two security sources said. Ten of them were women': not of the sources."""
    return figure.measure == _OTHER and {links.kind(index) for index in figure.population} == {"UnnamedSource"}


def _is_nobody(count: Count, found: Found | None) -> bool:
    """A single person counts only where something was done to them; 'one of the officials said' is no figure."""
    single = count.quantity.value == 1 and count.quantity.qualifier == "exact"
    return single and (count.partitive or found is None or found.measure not in measures().bodily)


def _figure(count: Count, found: Found | None, sentence: int, links: Links, before: list[Figure]) -> Figure:
    quantity = count.quantity
    speakers, via = _speakers(count, found, links) if not _is_denied(count) else ((), ())
    if not speakers and before and before[-1].sentence == sentence and _trails(count):
        speakers, via = before[-1].attributed_to, before[-1].via
    near = before[-1].sentence - sentence if before else -9
    if not speakers and count.rule == PART and (near == 0 or (near == -1 and count.head is None)):
        speakers, via = before[-1].attributed_to, before[-1].via
    return Figure(
        start=quantity.start,
        end=quantity.end,
        sentence=sentence,
        rule=f"{count.rule}; {found.rule}" if found else count.rule,
        attributed_to=speakers,
        via=via,
        value=quantity.value,
        lower=quantity.lower,
        upper=quantity.upper,
        qualifier=quantity.qualifier,
        measure=found.measure if found else _OTHER,
        population=_population(count, links, before, sentence),
        place=tuple(_places(count, found, links)),
        time=_time(count, found, links),
        part=_is_part(count, found),
        rival=_is_rival(count),
    )


def _is_rival(count: Count) -> bool:
    """'However, the consulate says …', 'police put the figure at 1,280': a count that is held against another."""
    first = count.tokens[0]
    before = first.doc[first.sent.start : first.i]
    return (count.rule == TALLY and count.head is None) or any(
        one.lemma_.lower() in measures().contrasting for one in before
    )


def _is_denied(count: Count) -> bool:
    """'denied / dismissed claims that 300 people had been beaten': not the number of him who denies it."""
    below = count.tokens[0]
    for one in below.ancestors:
        lemma = one.lemma_.lower()
        if one.pos_ == "VERB" and lemma in measures().denying:
            return True
        if one.pos_ == "VERB" and lemma in denials() and _is_claimed(below):
            return True
        if one.pos_ == "VERB" and lemma in measures().estimating:
            return False
        below = one
    return False


def _is_claimed(token: Token) -> bool:
    """Whether a verb's complement is something that was said: 'that 300 had left', 'claims that 300 had left'."""
    return token.dep_ == "ccomp" or (token.dep_ == "obj" and token.lemma_.lower() in hedges().claims)


def _trails(count: Count) -> bool:
    """'3,000 people left in June, the agency said, with 1,200 recorded in a week': what only trails is the speaker's, too."""
    words = count.tokens[0].doc
    start = words.char_span(count.quantity.start, count.quantity.start + 1, alignment_mode="expand")
    at = start.start if start is not None else min(token.i for token in count.tokens)
    opening = words[at - 2 : at].text.lower() if at > count.tokens[0].sent.start + 2 else ""
    return opening in (", with", ", including")


def _is_part(count: Count, found: Found | None) -> bool:
    """Whether the number counts only some of its population: 'of them', 'a further 1.3 million', 'including 1.4 million …'."""
    first = min(count.tokens, key=lambda token: token.i)
    words = {
        token.lower_
        for token in first.doc[max(first.sent.start, first.i - 4) : first.i]
        if token.idx < count.quantity.number
    }
    words |= {child.lower_ for token in count.tokens for child in children(token, "amod", "det")}
    words |= {found.word.lemma_.lower()} if found else set()
    return count.partitive or count.rule in (PART, ALONE) or bool(words & set(measures().restricting) - {"more"})


def _population(count: Count, links: Links, before: list[Figure], number: int) -> tuple[int, ...]:
    """Who is counted: the entity of the noun, or of the whole where the text says only 'of these'."""
    if count.head is not None and count.head.lower_ == "those" and children(count.head, "acl:relcl", "acl"):
        return ()  # 'the number of those who have left' names nobody
    spoken = count.rule == PART and count.head is not None and count.head.lower_ in measures().parts
    if spoken and before and before[-1].sentence >= number - 2 and before[-1].population:
        return before[-1].population
    if count.head is not None and count.head.lemma_.lower() in people().states:
        return before[-1].population if before and before[-1].sentence >= number - 2 else ()
    if count.head is not None:
        found = [links.people(token) for token in _alternatives(count.head)]
        known = dict.fromkeys(index for index in found if index is not None)
        kept = tuple(index for index in known if is_people(count.head) or links.kind(index) not in BODIES)
        if kept:  # '300 of us' are not the one who speaks
            others = not spoken or count.head.lower_ not in ("us", "you")
            return tuple(index for index in kept if others or links.kind(index) == "Population")
    if (
        count.head is None
        and (named := _named_in_clause(count)) is not None
        and (own := links.people(named)) is not None
    ):
        return (own,)
    if not before or not (count.head is None or count.partitive):
        return ()
    if _from_others(count):
        return next((one.population for one in before if one.sentence == before[-1].sentence), ())
    return before[-1].population


def _named_in_clause(count: Count) -> Token | None:
    """Who is counted where the number stands alone: 'Of the Rohingya, 15 were …', '110 are Indian nationals'."""
    for token in count.tokens:
        if token.dep_.startswith("nsubj") and children(token.head, "cop") and is_people(token.head):
            return token.head
    opening = count.tokens[0].sent[:6]
    if opening[0].lower_ not in ("of", "among", "amongst") or opening[0].i > count.tokens[0].i:
        return None
    whole = next((one for one in opening[1:] if is_people(one) and one.i < count.tokens[0].i), None)
    return whole if whole is not None and not children(whole, "nummod") else None


def _from_others(count: Count) -> bool:
    """'including 146 nationals of Niger and 2,076 from other countries': not of the nation before."""
    last = max(token.i for token in count.tokens)
    rest = count.tokens[0].doc[last + 1 : last + 3]
    return len(rest) == 2 and rest[0].lower_ in ("from", "of") and rest[1].lower_ in ("other", "elsewhere", "various")


def _alternatives(head: Token) -> list[Token]:
    """'migrants and refugees' are counted together; 'men and 300 women' are not."""
    inner = [one for one in children(head, "nmod") if preposition(one) == "of" and is_people(one)]
    if inner and head.lemma_.lower() in by_noun():
        return inner  # 'the bodies of 21 migrants'
    return [head, *takewhile(lambda one: not children(one, "nummod"), _after(head))]


def _after(head: Token) -> list[Token]:
    """The people coordinated with a noun behind it, wherever the parse hangs them."""
    first = head.head if head.dep_ == "conj" and is_people(head.head) else head
    return [one for one in conjuncts(first) if one.i > head.i and is_people(one)]


def _places(count: Count, found: Found | None, links: Links) -> Iterator[int]:
    """Where it happens or they are: the places beside the counted noun and the word that tells the measure.

    Where that word is another count's ('243 families through Spin Boldak'), a place of its own comes first.
    """
    left_out = _place_before(count, links)
    beside = left_out or tuple(_beside(count.tokens, links))
    if found is None or left_out or (not found.own and beside):
        yield from dict.fromkeys(beside)
        return
    hosts: tuple[int | None, ...] = ()
    if found.word.lemma_.lower() in measures().hosting:
        hosts = tuple(links.place(one.token) for one in arguments(found.word) if one.slot == "subject")
    named = sorted({index for index in hosts if index is not None})
    yield from dict.fromkeys((*named, *beside, *_beside((found.word,), links)))


def _place_before(count: Count, links: Links) -> tuple[int, ...]:
    """'Ethiopia has received 20,600, Kenya at least 8,900': the place for which the verb is left out."""
    if count.head is not None or count.rule != BESIDE_A_COUNT:
        return ()
    doc = count.tokens[0].doc
    start = doc.char_span(count.quantity.start, count.quantity.start + 1, alignment_mode="expand")
    before = doc[start.start - 1] if start is not None and start.start > count.tokens[0].sent.start else None
    index = links.place(before) if before is not None and before.ent_type_ == "LOC" else None
    return () if index is None else (index,)


def _beside(heads: Iterable[Token], links: Links) -> Iterator[int]:
    for head in heads:
        for child in children(head, "obl", "nmod", "obj"):
            if preposition(child) in _PLACE_CASES or child.dep_ == "obj":
                index = links.place(child)
                if index is not None:
                    yield index


def _dated(figures: list[Figure], sentence: int, times: Sequence[TimeExpression], text: str) -> Iterator[Figure]:
    """Of several figures in a sentence each has the date right behind it: '276,000 in 2024 and 86,400 arrests in 2025'.

    A date right behind one number is not that of another: 'some 2.4 million remain, down from 3.7 million in 2021'.
    """
    here = [figure for figure in figures if figure.sentence == sentence]
    own = {figure.start: _own_time(figure, times, text) for figure in here} if len(here) > 1 else {}
    for figure in figures:
        mine = own.get(figure.start) if figure.sentence == sentence else None
        if mine is not None:
            yield msgspec.structs.replace(figure, time=mine)
        elif figure.sentence == sentence and figure.time is not None and figure.time in own.values():
            yield msgspec.structs.replace(figure, time=None)
        else:
            yield figure


def _without_comparison(figure: Figure, times: Sequence[TimeExpression], text: str) -> Figure:
    """'10,753 migrants were expelled, 14 percent more than in 2023', '(a 14% increase from 2023)': that year is another's."""
    if figure.time is None or times[figure.time].start < figure.end:
        return figure
    between = text[figure.end : times[figure.time].start].lower().split()[-4:]
    compared = bool({"than", "compared"} & set(between)) or (
        between[-1:] == ["from"] and bool(set(between) & set(measures().comparing))
    )
    return msgspec.structs.replace(figure, time=None) if compared else figure


def _own_time(figure: Figure, times: Sequence[TimeExpression], text: str) -> int | None:
    for index, time in enumerate(times):
        between = text[figure.end : time.start].split() if time.start >= figure.end else [""] * _OWN_WORDS
        close = len(between) < _OWN_WORDS and all(word.isalpha() and word not in _JOINING for word in between)
        close = close and "from" not in between[:-1]
        if not between or (close and between[-1] in _DATE_CASES):
            return index
    return None


def _time(count: Count, found: Found | None, links: Links) -> int | None:
    if found is None:
        return None
    told = links.time(found.word)
    return told if told is not None else _time_of_record(count, found, links)


def _time_of_record(count: Count, found: Found, links: Links) -> int | None:
    """'On 25 June, the agency recorded 28,000 people crossing back': the day of the record is that of the deed."""
    if found.word.dep_ != "acl" or found.word.head not in count.tokens:
        return None
    verb = next((one for one in found.word.ancestors if one.pos_ == "VERB"), None)
    return links.time(verb) if verb is not None and verb.lemma_.lower() in time_words().recording else None


def _speakers(count: Count, found: Found | None, links: Links) -> Speakers:
    """Who gives the figure: who estimates or puts it in the same clause, else who says the words."""
    own = estimator(count, links)
    span = count.tokens[0].doc.char_span(count.quantity.number, count.quantity.number_end, alignment_mode="expand")
    places = [min(token.i for token in count.tokens), *([span.start] if span is not None else [])]
    said = next((one for place in places if (one := links.said_by(place))[0]), ((), ()))
    if own is None or own in said[0]:
        return said
    return (own,), tuple(who for who in (*said[1], *said[0]) if who != own)
