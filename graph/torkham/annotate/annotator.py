"""From an article to a Doc with everything that extraction reads."""

from collections.abc import Iterable, Iterator, Sequence

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from torkham import resources
from torkham.annotate import borders, joint, lemmas, repairs, tokenizer
from torkham.annotate.foreign import adapt, speaks_clearnlp
from torkham.annotate.known import NameJoiner
from torkham.annotate.titles import NONE, Titles
from torkham.errors import InputError
from torkham.lexicon.names import KnownName
from torkham.model import Article, Block

SENTENCES = "sentences"
READ = ("headline", "caption", "paragraph")
COMPONENTS = (borders.make_borders, joint.make_joint, lemmas.make_lemmatiser, tokenizer.make_tokenizer)


class Annotator:
    """A pipeline with the known names; calling it is a pure function of the article."""

    def __init__(self, nlp: Language, known: Sequence[KnownName], titles: Titles) -> None:
        self._nlp = nlp
        self._join = NameJoiner(nlp.make_doc, known, titles)
        self._foreign = "torkham_joint" not in nlp.pipe_names
        self._clearnlp = self._foreign and speaks_clearnlp(nlp)

    @property
    def name(self) -> str:
        """Language, name and version of the pipeline, for the provenance of facts ('en_torkham 1.0.0')."""
        meta = self._nlp.meta
        return f"{meta['lang']}_{meta['name']} {meta['version']}"

    def __call__(self, article: Article) -> Doc:
        """The annotated Doc: ``doc.text == article.text``; see :mod:`torkham.annotate` for what it carries."""
        blocks = article.blocks or tuple(paragraphs(article.text))
        doc = self._nlp.make_doc(article.text)
        doc.user_data[borders.BLOCKS] = blocks
        doc = repairs.repaired(self._parsed(doc))
        self._join(doc)
        doc.spans[SENTENCES] = SpanGroup(doc, name=SENTENCES, spans=list(_sentences(doc, blocks)))
        return doc

    def pipe(self, articles: Iterable[Article]) -> Iterator[Doc]:
        """The articles one by one, in order; no result depends on another article."""
        return map(self, articles)

    def _parsed(self, doc: Doc) -> Doc:
        if not self._foreign:
            return self._nlp(doc)
        borders.mark(doc, doc.user_data[borders.BLOCKS], tokenizer.Conventions())
        return adapt(self._nlp(doc), clearnlp=self._clearnlp)


def load(
    pipeline: str | None = None,
    known: Sequence[KnownName] = (),
    verbs: Iterable[str] = (),
    titles: Titles = NONE,
) -> Annotator:
    """The annotator: Torkham's own English pipeline, or any spaCy pipeline by package name or folder.

    ``verbs`` are lemmas that the lexicon asks for: our own lemmatiser then knows them, however rare they are. ``titles``
    are words that stand before a person's name and are no part of it.

    Raises:
        InputError: there is no such pipeline, or it lacks a parser.
    """
    try:
        nlp = spacy.load(pipeline or resources.english())
    except (OSError, ImportError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise InputError(
            f"{pipeline or resources.english()}: no spaCy pipeline to load; install it ({reason})"
        ) from error
    for _, component in nlp.pipeline:
        if isinstance(component, lemmas.Lemmatiser):
            component.learn(verbs)
    return Annotator(nlp, known, titles)


def paragraphs(text: str) -> Iterator[Block]:
    """Every line that is not blank, as a paragraph."""
    start = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            begin = start + line.index(body[0])
            yield Block(begin, begin + len(body), "paragraph")
        start += len(line)


def _sentences(doc: Doc, blocks: Sequence[Block]) -> Iterator[Span]:
    """The sentences of the blocks that are read, each cut to its block and without white space at its ends."""
    readable = [block for block in blocks if block.kind in READ]
    at = 0
    for sentence in doc.sents:
        start, end = sentence.start, sentence.end
        while start < end and doc[start].is_space:
            start += 1
        while start < end and doc[end - 1].is_space:
            end -= 1
        if start == end:
            continue
        while at < len(readable) and readable[at].end <= doc[start].idx:
            at += 1
        if at < len(readable) and readable[at].start <= doc[start].idx < readable[at].end:
            yield Span(doc, start, end, label=readable[at].kind)
