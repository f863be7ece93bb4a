"""The order of the stages, from paths to a graph: the only module that knows it."""

import io
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256
from multiprocessing import connection, parent_process
from pathlib import Path
from threading import Thread

import msgspec

from torkham import __version__, annotate, corpus, extract, lexicon, query, rdf, resolve, resources, validate, views
from torkham.corpus import InputProblem
from torkham.errors import InputError, TorkhamError
from torkham.model import Article, Dataset, Reading, Resolution, Run
from torkham.resolve import Judgements
from torkham.validate import Report

Progress = Callable[[Reading], None]
"""Called once for each article that has been read."""


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How to build: ``base`` begins the IRIs of all data; ``pipeline`` names another spaCy pipeline; ``workers`` is the
    number of processes that read; ``title`` stands over the page; ``judgements`` is the folder of people's TSV files
    (by default the ontology's)."""

    base: str = rdf.BASE
    pipeline: str | None = None
    workers: int = 1
    title: str = "Torkham"
    judgements: Path | None = None


@dataclass(frozen=True)
class Build:
    """What a build gave: the graph, what was read, what went wrong. ``withheld`` are documents whose facts were kept out."""

    dataset: Dataset
    articles: tuple[Article, ...]
    readings: tuple[Reading, ...]
    resolution: Resolution
    problems: tuple[InputProblem, ...] = ()
    report: Report = field(default_factory=Report)
    withheld: tuple[str, ...] = ()
    lost_corrections: tuple[str, ...] = ()

    @property
    def flawless(self) -> bool:
        """Whether every input was read and every fact conforms."""
        return not self.problems and self.report.conforms


class _Reader:
    """Annotates and extracts; made once in each process."""

    def __init__(self, pipeline: str | None) -> None:
        self.lexicon = lexicon.load()
        self.annotator = annotate.load(
            pipeline, self.lexicon.entries, self.lexicon.verbs, annotate.Titles(*self.lexicon.titles)
        )

    def read(self, article: Article) -> Reading:
        return extract.read(self.annotator(article), article, self.lexicon)


_reader: list[_Reader] = []
"""The reader of this worker process."""


def _start(pipeline: str | None) -> None:
    _watch()
    _reader.append(_Reader(pipeline))


def _watch() -> None:
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _read(article: Article) -> Reading:
    return _reader[0].read(article)


def build(inputs: Iterable[Path | Article], options: Options | None = None, progress: Progress | None = None) -> Build:
    """Files, folders and articles in, a graph out; nothing is written. The same inputs give the same graph, whatever
    their order and the number of workers.

    Raises:
        TorkhamError: nothing could be read at all, or the ontology is broken, or the resolution violates its shapes.
    """
    options = options or Options()
    articles, problems = _collect(inputs)
    if not articles:
        raise _nothing(problems)
    judgements = resolve.load(options.judgements or resources.ontology())
    reader = _Reader(options.pipeline)
    readings = []
    for reading in _readings(articles, options, reader):
        readings.append(reading)
        if progress is not None:
            progress(reading)
    return _assembled(articles, readings, options, reader, judgements, problems)


def _nothing(problems: Sequence[InputProblem]) -> InputError:
    """Why there is nothing to read: the first problem, the others as notes."""
    error = InputError(f"nothing to read: {problems[0] if problems else 'no article was given'}")
    for other in problems[1:]:
        error.add_note(str(other))
    return error


def _collect(inputs: Iterable[Path | Article]) -> tuple[list[Article], list[InputProblem]]:
    given = list(inputs)
    articles = [one for one in given if isinstance(one, Article)]
    problems: list[InputProblem] = []
    for one in corpus.read(path for path in given if isinstance(path, Path)):
        if isinstance(one, Article):
            articles.append(one)
        else:
            problems.append(one)
    return sorted(articles, key=lambda article: article.id), problems


def _readings(articles: Sequence[Article], options: Options, reader: _Reader) -> Iterator[Reading]:
    workers = min(options.workers, len(articles))
    if workers <= 1:
        yield from map(reader.read, articles)
        return
    with ProcessPoolExecutor(workers, initializer=_start, initargs=(options.pipeline,)) as pool:
        yield from pool.map(_read, articles)


def _assembled(
    articles: list[Article],
    readings: list[Reading],
    options: Options,
    reader: _Reader,
    judgements: Judgements,
    problems: list[InputProblem],
) -> Build:
    """The graph of the readings; an article whose facts violate the shapes is left out, and the rest is done again."""
    run = Run(version=__version__, model=reader.annotator.name, lexicon=_digest())
    read, resolution = resolve.resolve(articles, readings, reader.lexicon, judgements)
    dataset = rdf.describe(articles, read, resolution, run, options.base)
    report = _checked(dataset, options)
    withheld = report.documents
    if withheld:
        kept = [reading if reading.document not in withheld else _emptied(reading) for reading in readings]
        read, resolution = resolve.resolve(articles, kept, reader.lexicon, judgements)
        dataset = rdf.describe(articles, read, resolution, run, options.base)
    broken = _checked(dataset, options) if withheld else report
    if not broken.conforms:
        raise TorkhamError(f"the graph does not conform, an error of Torkham's: {broken.lines()[0]}; please report it")
    lost = tuple(
        f"corrections.tsv, line {one.line}: no such {one.kind} in {one.document} any more"
        for one in resolution.corrections
        if one.fact is None
    )
    return Build(dataset, tuple(articles), tuple(read), resolution, tuple(problems), report, withheld, lost)


def _checked(dataset: Dataset, options: Options) -> Report:
    """What the shapes say of a data set, on as many workers as have something to do."""
    workers = min(options.workers, len(dataset.documents) // validate.DOCUMENTS + 1)
    if workers <= 1:
        return validate.validate(dataset)
    with ProcessPoolExecutor(workers, initializer=_watch) as pool:
        return validate.validate(dataset, pool.map)


def _emptied(reading: Reading) -> Reading:
    """A reading of which only the sentences are left."""
    return Reading(
        document=reading.document,
        sentences=reading.sentences,
        entities=(),
        times=(),
        positions=(),
        events=(),
        statements=(),
        figures=(),
        deadlines=(),
        policies=(),
    )


def _digest() -> str:
    """A digest over everything that experts can change."""
    folder = resources.ontology()
    paths = sorted(path for pattern in ("*.ttl", "*.tsv", "lexicon/**/*.toml") for path in folder.glob(pattern))
    return sha256(b"".join(sha256(path.read_bytes()).digest() for path in paths)).hexdigest()[:16]


def write(made: Build, folder: Path, options: Options | None = None) -> list[Path]:
    """Writes graph.ttl, ontology.ttl, graph.trig, graph.jsonld and graph.html; returns their paths, the page last.

    Raises:
        OutputError: a file cannot be written; those that were there before are untouched.
    """
    options = options or Options()
    layout = folder / "layout.json"
    page = views.build(
        query.answers(query.open_triples(_lines(made.dataset))),
        title=options.title,
        layout=layout if layout.exists() else None,
        quality=views.measured(),
    )
    paths = rdf.write(made.dataset, folder, {"graph.html": page.generate_html()})
    query.open_graph(folder / "graph.ttl")  # a large graph gets its store now, not at the first question
    return paths


def _lines(dataset: Dataset) -> bytes:
    """A data set as N-Triples."""
    lines = io.BytesIO()
    lines.writelines(f"{s} {p} {o} .\n".encode() for s, p, o in dataset.merged())
    return lines.getvalue()


def default_workers() -> int:
    """One process for each two cores, at most four: reading is bound by memory bandwidth beyond that."""
    return max(1, min(4, (os.cpu_count() or 1) // 2))
