"""Disputes: figures that cannot both be right, as an editor would see it."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from torkham.model import Dating, Dispute, FactRef, Figure, Publication, Reading
from torkham.resolve.calendar import parse

KeyOf = Callable[[str, int], str]
STOCKS = ("resident", "targeted", "in-pipeline")
_STOCK_DAYS = 45
_COUNT_DAYS = 3
_SENTENCES = 4
"""How far apart in one article two counts without a start may stand to be taken for counts of one thing."""


class _Placed(NamedTuple):
    """A figure with what it is compared by; dates are None where they are open."""

    ref: FactRef
    figure: Figure
    population: frozenset[str]
    places: frozenset[str]
    speakers: frozenset[str]
    as_of: date | None
    since: str | None


def find(
    readings: Sequence[Reading], datings: Sequence[Dating], publications: Sequence[Publication], key: KeyOf
) -> tuple[Dispute, ...]:
    """The disputes of a corpus, sorted: same measure, population and place, different speakers, bounds that do not meet.

    A figure without a date of its own is as of its document's publication. ``key`` gives the actor key of an entity.
    """
    dated = {(one.document, one.time): one.value for one in datings}
    published = {one.document: one.value for one in publications}
    placed = [one for reading in readings for one in _placed(reading, dated, published[reading.document], key)]
    groups: dict[tuple[str, frozenset[str]], list[_Placed]] = {}
    for one in placed:
        groups.setdefault((one.figure.measure, one.population), []).append(one)
    pairs = [pair for group in groups.values() for pair in combinations(sorted(group, key=lambda one: one.ref), 2)]
    return tuple(
        sorted((_dispute(a, b) for a, b in pairs if _disagree(a, b)), key=lambda dispute: (dispute.a, dispute.b))
    )


def _placed(reading: Reading, dated: dict[tuple[str, int], str], published: str | None, key: KeyOf) -> list[_Placed]:
    document, found = reading.document, []
    for index, figure in enumerate(reading.figures):
        if (
            figure.qualifier in ("vague", "unquantified")
            or figure.measure == "other"
            or not figure.population
            or figure.part
        ):
            continue
        value = dated.get((document, figure.time)) if figure.time is not None else None
        found.append(
            _Placed(
                FactRef(document, "figure", index),
                figure,
                frozenset(key(document, one) for one in figure.population),
                frozenset(key(document, one) for one in figure.place),
                frozenset(key(document, one) for one in figure.attributed_to),
                _as_of(value) or _as_of(published),
                _since(reading, figure, value),
            )
        )
    return found


def _as_of(value: str | None) -> date | None:
    days = parse(value) if value else None
    return days.last if days is not None else None


def _since(reading: Reading, figure: Figure, value: str | None) -> str | None:
    """From when a cumulative count runs: the date after 'since', or the period in which it was counted."""
    if figure.time is None or value is None:
        return None
    relation = reading.times[figure.time].relation
    return value if relation in ("since", "after") or len(value) < 10 or "/" in value else None


def _disagree(a: _Placed, b: _Placed) -> bool:
    """Two speakers who are named: what an article counts in its own voice is rarely the same thing that somebody claims."""
    differ = bool(a.speakers and b.speakers) and not a.speakers & b.speakers
    return differ and _comparable(a, b) and _apart(a.figure, b.figure)


def _comparable(a: _Placed, b: _Placed) -> bool:
    """Stocks within 45 days; counts that add up only with the same start, as of days within 3 of each other.

    In one article figures stand side by side: one that names neither place nor time is taken for its neighbour's where
    its words hold it against another; in two articles both must name them.
    """
    same = a.ref.document == b.ref.document
    if a.places and b.places and not a.places & b.places:
        return False
    if not same and not (a.places and b.places):
        return False
    if a.figure.measure in STOCKS:
        return _near(a, b, _STOCK_DAYS, same)
    neighbours = (
        same and abs(a.figure.sentence - b.figure.sentence) <= 1 and (a.figure.time is None or b.figure.time is None)
    )
    near = same and abs(a.figure.sentence - b.figure.sentence) <= _SENTENCES
    against = (near or neighbours) and (a.figure.rival or b.figure.rival)
    started = a.since == b.since and (a.since is not None or against)
    return (started or (neighbours and against)) and _near(a, b, _COUNT_DAYS, same)


def _near(a: _Placed, b: _Placed, limit: int, same: bool) -> bool:
    if a.as_of is None or b.as_of is None:
        return same and a.as_of is None and b.as_of is None
    return abs((a.as_of - b.as_of).days) <= limit


def _apart(a: Figure, b: Figure) -> bool:
    """Whether the bounds do not overlap, each exact round number widened by half its last significant digit."""
    low_a, high_a = widened(a)
    low_b, high_b = widened(b)
    return high_a < low_b or high_b < low_a


def widened(figure: Figure) -> tuple[float, float]:
    """The bounds with infinity for open ends: 4,400,000 exactly is taken for 4,350,000 to 4,450,000."""
    low = float("-inf") if figure.lower is None else float(figure.lower)
    high = float("inf") if figure.upper is None else float(figure.upper)
    if figure.qualifier == "exact" and figure.value:
        digits = str(figure.value)
        half = 10 ** (len(digits) - len(digits.rstrip("0"))) / 2 if digits.endswith("0") else 0
        return low - half, high + half
    return low, high


def _dispute(a: _Placed, b: _Placed) -> Dispute:
    who = ", ".join(sorted(a.population))
    why = f"{a.figure.measure} of {who}: bounds {_bounds(a.figure)} and {_bounds(b.figure)} do not meet, and the speakers differ"
    return Dispute(a=a.ref, b=b.ref, why=why)


def _bounds(figure: Figure) -> str:
    return f"[{'' if figure.lower is None else figure.lower}, {'' if figure.upper is None else figure.upper}]"
