"""Reading one article: each kind of fact in its turn, in the order in which they need each other."""

import msgspec
from spacy.tokens import Doc, Span

from torkham.extract import acts, demands, eventdates, history, limitevents
from torkham.extract import deadlines as limits
from torkham.extract import figures as counts
from torkham.extract import policies as plans
from torkham.extract import times as time_expressions
from torkham.extract.authors import Authors
from torkham.extract.cast import Cast
from torkham.extract.events import Events
from torkham.extract.fillers import Fillers
from torkham.extract.links import Links
from torkham.extract.positions import Positions
from torkham.extract.settling import settle
from torkham.extract.statements import Attribution, statements, utterances, voices
from torkham.extract.timing import Timing
from torkham.lexicon import Lexicon
from torkham.model import Article, Reading, Sentence


def read(doc: Doc, article: Article, lexicon: Lexicon) -> Reading:
    """Everything that is read in one annotated article; a pure function of its arguments.

    ``doc`` is as annotate hands it on: its text is the article's, ``doc.spans['sentences']`` are the sentences to read.
    """
    times = time_expressions.find(doc, article.blocks)
    timing = Timing(doc, times)
    cast = Cast(doc, lexicon)
    spoken = utterances(cast)
    attribution = Attribution(spoken)
    positions = Positions(cast, attribution).find()
    cast.bind(voices(cast, spoken, positions))
    fillers = Fillers(cast, Authors(cast))
    links = Links(
        actor=cast.actor,
        place=cast.place,
        said_by=attribution.of,
        time=timing.of,
        times=timing.every,
        nation=cast.nation,
        kind=cast.of_type,
        people=cast.people,
        country=cast.country_of,
    )
    said = eventdates.carried(statements(cast, spoken, timing.of))
    policies = plans.find(doc, links)
    limited = limits.find(doc, times, policies, links)
    deadlines = tuple(limit for limit, _ in limited)
    due = frozenset(one for limit in deadlines for one in (limit.time, limit.previous) if one is not None)
    finder = Events(cast, fillers, attribution, Timing(doc, times, due))
    demanded = demands.find(cast, spoken, fillers, finder.modality)
    told = (*finder.find(), *demanded)
    told = (*told, *limitevents.find(limited, told))
    events = eventdates.dated(doc, sorted(told, key=lambda report: (report.start, report.type)), said, times)
    figures = counts.find(doc, times, links, acts.told(finder.told, finder.modality))
    reading = Reading(
        document=article.id,
        sentences=tuple(_sentence(span) for span in doc.spans["sentences"]),
        entities=cast.entities(),
        times=times,
        positions=positions,
        events=events,
        statements=said,
        figures=figures,
        deadlines=deadlines,
        policies=policies,
        bounds=(
            *history.find(doc, times),
            *history.in_office(doc, cast.entities(), positions, said, times, lexicon.roles.former),
        ),
        publication=time_expressions.publication(doc, times, article.blocks),
    )
    return settle(reading)


def _sentence(span: Span) -> Sentence:
    return msgspec.convert({"start": span.start_char, "end": span.end_char, "kind": span.label_}, Sentence)
