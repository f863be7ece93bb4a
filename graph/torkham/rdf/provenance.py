"""Where the graph itself comes from: the run as a PROV activity without a clock, the data set in VoID and DCAT."""

from hashlib import sha256

from torkham.model import Run
from torkham.rdf.sink import Sink
from torkham.rdf.terms import DCAT, DCTERMS, PROV, RDF, VOID
from torkham.rdf.world import World
from torkham.vocabulary import NAMESPACE, TK

_DESCRIPTION = (
    "Who did what to whom, who says so, how many, by when, and who disagrees, as news articles report it; each fact with "
    "the sentence it rests on. Read by a program: check the sentence before you quote."
)
_FORMATS = {"graph.ttl": "text/turtle", "graph.trig": "application/trig", "graph.jsonld": "application/ld+json"}
_LICENSE = "https://creativecommons.org/licenses/by/4.0/"
_VOCABULARIES = (
    "http://www.w3.org/ns/oa#",
    "http://www.w3.org/ns/org#",
    "http://www.w3.org/ns/prov#",
    "http://www.w3.org/2006/time#",
    "http://semanticweb.cs.vu.nl/2009/11/sem/",
    NAMESPACE,
)


def write_provenance(world: World, sink: Sink, run: Run, triples: int) -> None:
    """The run and the data set; ``triples`` counts those that are data, without this description."""
    documents = [world.mint.named("document", document) for document in world.readings]
    software = world.mint.named("software", f"torkham-{run.version}")
    sink.node(software, TK.Software, f"torkham {run.version}")
    sink.text(software, TK.version, run.version)
    activity = world.mint.named("run", _digest(world, run))
    sink.node(activity, TK.Run, f"torkham {run.version} with {run.model}")
    sink.link(activity, PROV + "wasAssociatedWith", software)
    sink.link(activity, PROV + "used", *documents)
    sink.text(activity, TK.version, run.version)
    sink.text(activity, TK.model, run.model)
    sink.text(activity, TK.lexicon, run.lexicon)
    _write_dataset(world, sink, activity, triples)


def _write_dataset(world: World, sink: Sink, activity: str, triples: int) -> None:
    node = world.mint.base + "dataset"
    sink.node(node, DCAT + "Dataset", "Torkham knowledge graph")
    sink.link(node, RDF + "type", VOID + "Dataset")
    sink.text(node, DCTERMS + "title", "Torkham knowledge graph", "en")
    sink.text(node, DCTERMS + "description", _DESCRIPTION, "en")
    sink.link(node, DCTERMS + "license", _LICENSE)
    sink.link(node, PROV + "wasGeneratedBy", activity)
    sink.link(node, VOID + "vocabulary", *_VOCABULARIES)
    sink.number(node, VOID + "triples", triples)
    sink.number(node, VOID + "documents", len(world.readings))
    sink.number(node, VOID + "entities", len(world.used))
    for name, media_type in _FORMATS.items():
        distribution = f"{node}/{name}"
        sink.link(node, DCAT + "distribution", distribution)
        sink.link(distribution, RDF + "type", DCAT + "Distribution")
        sink.text(distribution, DCTERMS + "title", name)
        sink.text(distribution, DCAT + "mediaType", media_type)


def _digest(world: World, run: Run) -> str:
    """Twelve hexadecimal digits that stand for this version, model, lexicon and these documents."""
    parts = [run.version, run.model, run.lexicon, *(f"{a.id} {a.sha256}" for a in world.articles.values())]
    return sha256("\n".join(parts).encode()).hexdigest()[:12]
