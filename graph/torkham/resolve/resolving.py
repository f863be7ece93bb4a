"""The order of resolution: corrections, identities, dates, then what rests on them."""

from collections.abc import Sequence

from torkham.lexicon import Lexicon
from torkham.model import Article, Reading, Resolution
from torkham.resolve import corrections, dates, deadlines, disputes, happenings, identities, policies
from torkham.resolve.judgements import Judgements


def resolve(
    articles: Sequence[Article], readings: Sequence[Reading], lexicon: Lexicon, judgements: Judgements
) -> tuple[list[Reading], Resolution]:
    """The readings with people's corrections in them, and everything resolved over all of them.

    Raises:
        InputError: a correction cannot be applied.
    """
    read, applied = corrections.apply(readings, judgements.corrections)
    actors = identities.resolve(read, lexicon, judgements.identities)
    keys = {(member.document, member.entity): actor.key for actor in actors for member in actor.members}

    def key(document: str, entity: int) -> str:
        return keys[document, entity]

    publications, datings = dates.solve(articles, read, key)
    merged = policies.merge(read, datings, key)
    return read, Resolution(
        actors=actors,
        datings=datings,
        publications=publications,
        events=happenings.find(read, datings, key),
        disputes=disputes.find(read, datings, publications, key),
        policies=merged,
        deadlines=deadlines.history(read, datings, merged, key),
        corrections=applied,
    )
