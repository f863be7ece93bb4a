"""Names joined: what the network found, the known actors and places, and a gazetteer of the world's places.

A known name is right wherever it stands, unless the network found a longer name that contains it ('Pakistan Institute
for Peace Studies'). The gazetteer only speaks where the network is silent or calls a lone place name something else.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import groupby

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from torkham import resources
from torkham.annotate.acronyms import completed
from torkham.annotate.lone import settled
from torkham.annotate.surfaces import filled
from torkham.annotate.titles import NONE, Titles
from torkham.lexicon.names import KnownName

BODY = frozenset(("GovernmentBody",))
PLACES, PERSONS = frozenset(("Place", "State")), frozenset(("Person",))
DEMONYMS = "demonyms"
GAZETTEER = "gazetteer.txt"


class NameJoiner:
    """Sets ``doc.ents`` (with ``ent_id_`` and ``kb_id_`` of known names) and ``doc.spans['demonyms']``."""

    def __init__(self, tokenise: Callable[[str], Doc], known: Sequence[KnownName], titles: Titles = NONE) -> None:
        """``known`` may be empty; of two entries with one surface the state wins, then the actor, then the first key."""
        self._titles = titles
        order = sorted(known, key=lambda entry: (entry.type != "State", entry.type == "Place", entry.key))
        owners = frozenset(name for one in known if one.type == "IntergovernmentalOrganization" for name in one.names)
        names = ((name, one) for one in order for name in (*one.names, *_owned(one, owners)))
        self._names = filled(tokenise, names)
        self._demonyms = filled(tokenise, ((w, e.key) for e in order for w in (*e.demonyms, *e.nationals)))

    def __call__(self, doc: Doc) -> Doc:
        """Join the names of a parsed document in place."""
        demonyms = [Span(doc, a, b, label=key) for a, b, key in self._demonyms.find(doc)]
        known = [_span(doc, a, b, entry) for a, b, entry in self._names.find(doc) if _is_name(doc, a, b, demonyms)]
        whole = _whole([span for ent in doc.ents if (span := _trimmed(ent)) is not None])
        network = [self._titles.housed(self._untitled(span)) for span in whole]
        network = [ent for ent in network if not any(_same(ent, span) for span in demonyms)]
        network = [ent for ent in network if not _is_common(ent) and not _governs(ent)]
        persons = {ent.start for ent in network if ent.label_ == "PERSON"}
        network = [ent for ent in network if not self._titles.leads(ent, persons)]
        kept = [span for span in known if not any(_contains(ent, span) for ent in network)]
        free = [ent for ent in network if not any(_overlap(ent, span) for span in kept)]
        peoples = [*demonyms, *(span for span in (*kept, *free) if span.label_ == "LOC")]
        free = [ent for ent in free if not any(_is_rest(ent, span) for span in peoples)]
        free = settled(completed(doc, free, kept), _gazetteer(), self._titles.people)
        doc.ents = filter_spans([*kept, *self._placed(doc, free, kept)])
        taken = [ent for ent in doc.ents if len(ent) > 1]
        doc.spans[DEMONYMS] = [span for span in demonyms if not any(_contains(ent, span) for ent in taken)]
        return doc

    def _untitled(self, span: Span) -> Span:
        """A person's name without the place of his office: 'Karachi' before 'Syed Hassan Naqvi' in 'Commissioner Karachi …'."""
        span = self._titles.without(span)
        before = span.doc[span.start - 1] if span.start else None
        titled = before is not None and before.pos_ == "PROPN" and span.label_ == "PERSON" and len(span) > 2
        if not titled:
            return span
        ahead = range(1, len(span) - 1)
        places = [
            end for start, end, one in self._names.find(span.as_doc()) if start == 0 and one.type in PLACES | BODY
        ]
        return Span(
            span.doc, span.start + max((n for n in places if n in ahead), default=0), span.end, label=span.label_
        )

    def _placed(self, doc: Doc, free: list[Span], kept: list[Span]) -> list[Span]:
        """The network's names, completed by lone runs of proper words that the gazetteer knows as a place."""
        taken = {token.i for span in [*free, *kept] for token in span}
        runs = (run for run in _proper_runs(doc) if not taken & set(run))
        places = (Span(doc, run[0], run[-1] + 1, label="LOC") for run in runs)
        return [*free, *(span for span in places if span.text in _gazetteer())]


def _owned(entry: KnownName, owners: frozenset[str]) -> Iterator[str]:
    """The names of a body of an international one, as its: 'U.N.'s refugee agency' beside 'U.N. refugee agency'."""
    for name in entry.names:
        words = name.split()
        ends = (end for end in range(1, len(words)) if " ".join(words[:end]) in owners and words[end].islower())
        yield from (f"{' '.join(words[:end])}'s {' '.join(words[end:])}" for end in ends)


def _span(doc: Doc, start: int, end: int, entry: KnownName) -> Span:
    label = "LOC" if entry.type in PLACES else "PERSON" if entry.type in PERSONS else "ORG"
    return Span(doc, start, end, label=label, kb_id=entry.key, span_id=entry.key)


def _is_name(doc: Doc, start: int, end: int, demonyms: list[Span]) -> bool:
    """Not where the words are no name here: a demonym, or a lone common word at the beginning of a sentence."""
    if any(span.start == start and span.end == end for span in demonyms):
        return False
    return end - start > 1 or doc[start].text.isupper() or doc[start].pos_ not in ("VERB", "AUX", "DET", "PRON", "ADP")


def _trimmed(ent: Span) -> Span | None:
    """The network's name without white space, quotes, 'the' and the 's of a possessor at its ends.

    Shops keep theirs ('lunch at Wendy's'): the network takes it for part of the name, and nothing is possessed.
    """
    start, end = ent.start, ent.end
    if ent[-1].tag_ == "POS" and ent.label_ != "PERSON" and ent.root.dep_ != "nmod:poss":
        return ent
    while start < end and (_idle(ent.doc[start]) or ent.doc[start].lower_ == "the"):
        start += 1
    while start < end and _idle(ent.doc[end - 1]):
        end -= 1
    return Span(ent.doc, start, end, label=ent.label_) if start < end else None


def _is_rest(ent: Span, before: Span) -> bool:
    """Whether the network cut a name in two: of 'the German Embassy' it is no name to be an Embassy."""
    lone = len(ent) == 1 and ent.label_ == "ORG" and ent.root.is_title
    return lone and before.end == ent.start and before.root.head == ent.root


def _whole(spans: list[Span]) -> list[Span]:
    """Names with the halves of persons joined that only a hyphen parts, or nothing: 'Khalil' '-ur-' 'Rehman Haqqani'.

    Names under one another in a list or a signature stay what they are.
    """
    found: list[Span] = []
    for span in spans:
        last = found[-1] if found else None
        if (
            last is not None
            and last.label_ == span.label_ == "PERSON"
            and (_one_flat(last, span) or _only_hyphens(span.doc, last.end, span.start))
        ):
            found[-1] = Span(span.doc, last.start, span.end, label=span.label_)
        else:
            found.append(span)
    return found


def _one_flat(first: Span, second: Span) -> bool:
    """Whether two names touch and the second is the further part of the first, or each is one proper word."""
    if first.end != second.start:
        return False
    lone = len(first) == len(second) == 1 and first.root.pos_ == second.root.pos_ == "PROPN"
    lone = lone and first.root.sent == second.root.sent
    return lone or (second.root.dep_ == "flat" and first.root == second.root.head)


def _only_hyphens(doc: Doc, start: int, end: int) -> bool:
    """Whether nothing but hyphens and small words glued to them stands between two places."""
    between = doc[start:end]
    glued = not any(one.whitespace_ for one in doc[max(0, start - 1) : end])
    return 0 < len(between) <= 3 and glued and all(one.text == "-" or one.is_alpha for one in between)


def _is_common(ent: Span) -> bool:
    """'The embassy' is no name; 'iraq' is one, whoever wrote it."""
    return ent.text.islower() and not any(one.pos_ == "PROPN" for one in ent)


def _governs(ent: Span) -> bool:
    """'Governments of Tanzania and Burundi': the states' names are the names."""
    return len(ent) > 2 and ent[0].lower_ == "governments" and ent[1].lower_ == "of"


def _idle(token: Token) -> bool:
    return token.is_space or token.is_quote or token.tag_ == "POS" or token.text in ",;:—–"


def _proper_runs(doc: Doc) -> Iterator[list[int]]:
    """Maximal runs of proper words (with the hyphens inside them)."""
    for proper, group in groupby(doc, key=lambda token: token.pos_ == "PROPN" or token.tag_ == "HYPH"):
        run = [token.i for token in group]
        if proper:
            yield run


def _contains(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and len(outer) > len(inner)


def _same(a: Span, b: Span) -> bool:
    return a.start == b.start and a.end == b.end


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


@cache
def _gazetteer() -> frozenset[str]:
    """Countries and large cities of GeoNames (CC BY 4.0), one per line; made by ``train/gazetteer.py``."""
    return frozenset((resources.english() / GAZETTEER).read_text(encoding="utf-8").splitlines())
