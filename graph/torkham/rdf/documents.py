"""Documents with their publication dates, and the mentions of actors and places in them."""

from torkham.model import Entity, Mention, Publication, Reading
from torkham.rdf import edtf, terms
from torkham.rdf.datings import write_date
from torkham.rdf.passages import write_passage, write_sentence
from torkham.rdf.sink import Sink
from torkham.rdf.terms import DCTERMS, PROV, SCHEMA
from torkham.rdf.world import KINDS, World
from torkham.vocabulary import TK


def write_document(world: World, sink: Sink, document: str) -> None:
    """The document itself, its publication date with basis, and how much was read in it."""
    article, reading = world.articles[document], world.readings[document]
    node = world.mint.named("document", document)
    sink.node(node, TK.Document, article.title or document)
    sink.text(node, DCTERMS + "identifier", document)
    sink.text(node, DCTERMS + "title", article.title)
    sink.text(node, TK.publisherName, article.publisher)
    sink.text(node, TK.fileName, article.source)
    sink.text(node, TK.sha256, article.sha256)
    sink.text(node, SCHEMA + "url", article.url)
    sink.number(node, TK.sentenceCount, len(reading.sentences))
    sink.number(node, TK.factCount, sum(len(list(world.standing(document, kind))) for kind in KINDS))
    if document in world.publications:
        _write_publication(world, sink, node, world.publications[document])


def _write_publication(world: World, sink: Sink, node: str, publication: Publication) -> None:
    dating = world.mint.named("dating", publication.document, "published")
    article = world.articles[publication.document]
    sink.node(dating, TK.Dating, f"Publication: {article.title or article.id}")
    sink.link(node, TK.dating, dating)
    sink.text(dating, TK.because, publication.why)
    if publication.value is None:
        return
    write_date(world, sink, dating, publication.value)
    sink.link(dating, TK.precision, getattr(TK, f"precision_{edtf.precision(publication.value)}"))
    if publication.basis:
        sink.link(dating, TK.basis, getattr(TK, f"basis_{publication.basis}"))
    if len(publication.value) == len("2023-11-01") and edtf.bounds(publication.value)[0]:
        sink.literal(node, DCTERMS + "issued", terms.date(publication.value))


def write_mentions(world: World, sink: Sink, document: str) -> None:
    """Every mention of an actor or place that the graph holds, each in its sentence."""
    reading = world.readings[document]
    for index, entity in enumerate(reading.entities):
        if world.actor(document, index).key in world.used:
            for mention in entity.mentions:
                _write_mention(world, sink, reading, (index, entity), mention)


def _write_mention(world: World, sink: Sink, reading: Reading, whose: tuple[int, Entity], mention: Mention) -> None:
    document = reading.document
    node = world.mint.unique("mention", document, mention.start, mention.end)
    sink.node(node, TK.Mention)
    sink.link(node, TK.mentionOf, world.iri(world.actor(document, whose[0])))
    sink.link(node, TK.mentionKind, getattr(TK, f"mention_kind_{mention.kind}"))
    sink.link(node, TK.inDocument, world.mint.named("document", document))
    sink.text(node, TK.text, world.articles[document].text[mention.start : mention.end])
    sink.number(node, TK.start, mention.start)
    sink.number(node, TK.end, mention.end)
    sink.text(node, TK.because, mention.reason)
    within = [i for i, s in enumerate(reading.sentences) if s.start <= mention.start and mention.end <= s.end]
    if within:
        sentence = write_sentence(world, sink, document, within[0])
        sink.link(node, TK.inSentence, sentence)
        sink.link(node, PROV + "wasDerivedFrom", sentence)
    else:  # a byline or dateline has no sentence
        passage = write_passage(world, sink, document, mention.start, mention.end)
        sink.link(node, PROV + "wasDerivedFrom", passage)


def write_policy_passages(world: World, sink: Sink, document: str) -> None:
    """The passages that speak of a policy of the corpus."""
    for index in world.policy_indices.get(document, ()):
        for start, end in world.readings[document].policies[index].mentions:
            write_passage(world, sink, document, start, end)
