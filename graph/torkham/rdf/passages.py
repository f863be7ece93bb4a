"""Passages and sentences: what everything else rests on.

A passage is a Web Annotation ``oa:SpecificResource`` with three selectors
(https://www.w3.org/TR/annotation-model/#selectors): position, quote, and fragment by RFC 5147.
"""

from torkham.model import Article
from torkham.rdf.sink import Sink
from torkham.rdf.terms import DCTERMS, OA, PROV, RDF
from torkham.rdf.world import World
from torkham.vocabulary import TK

_AROUND = 32
_RFC_5147 = "http://tools.ietf.org/rfc/rfc5147"


def write_passage(world: World, sink: Sink, document: str, start: int, end: int) -> str:
    """A stretch of a document, and its IRI; the offsets are code points, the end is exclusive."""
    article = world.articles[document]
    node = world.mint.passage(document, start, end)
    if node in world.passages:
        return node
    world.passages.add(node)
    source = world.mint.named("document", document)
    sink.node(node, TK.Passage)
    sink.link(node, OA + "hasSource", source)
    sink.link(node, PROV + "wasDerivedFrom", source)
    sink.text(node, TK.text, article.text[start:end])
    sink.number(node, TK.start, start)
    sink.number(node, TK.end, end)
    _write_selectors(sink, node, article, start, end)
    return node


def _write_selectors(sink: Sink, node: str, article: Article, start: int, end: int) -> None:
    position, quote, fragment = (f"{node}-{kind}" for kind in ("position", "quote", "fragment"))
    sink.link(node, OA + "hasSelector", position, quote, fragment)
    sink.link(position, RDF + "type", OA + "TextPositionSelector")
    sink.number(position, OA + "start", start)
    sink.number(position, OA + "end", end)
    sink.link(quote, RDF + "type", OA + "TextQuoteSelector")
    sink.text(quote, OA + "exact", article.text[start:end])
    sink.text(quote, OA + "prefix", article.text[max(0, start - _AROUND) : start])
    sink.text(quote, OA + "suffix", article.text[end : end + _AROUND])
    sink.link(fragment, RDF + "type", OA + "FragmentSelector")
    sink.link(fragment, DCTERMS + "conformsTo", _RFC_5147)
    sink.text(fragment, RDF + "value", f"char={start},{end}")


def write_sentence(world: World, sink: Sink, document: str, index: int) -> str:
    """A sentence of a reading as a passage, and its IRI."""
    sentence = world.readings[document].sentences[index]
    node = write_passage(world, sink, document, sentence.start, sentence.end)
    sink.node(node, TK.Sentence)
    return node
