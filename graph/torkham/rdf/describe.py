"""From records to triples: facts first, because they tell which actors, and so which mentions, the graph holds."""

from collections.abc import Iterable, Mapping

from torkham import resources
from torkham.model import Article, Dataset, Reading, Resolution, Run, Triple
from torkham.rdf.documents import write_document, write_mentions, write_policy_passages
from torkham.rdf.entities import Known, write_entities
from torkham.rdf.facts import write_facts
from torkham.rdf.iri import BASE, Minter
from torkham.rdf.provenance import write_provenance
from torkham.rdf.resolved import write_resolution
from torkham.rdf.rules import derive
from torkham.rdf.sink import Sink
from torkham.rdf.taxonomy import Taxonomy
from torkham.rdf.world import World


def describe(
    articles: Iterable[Article], readings: Iterable[Reading], resolution: Resolution, run: Run, base: str = BASE
) -> Dataset:
    """The whole graph of a corpus: every reading with its article, and what was resolved over all of them.

    ``base`` begins the IRIs of all data and ends with a slash. The order of articles and readings does not matter.
    """
    taxonomy = Taxonomy(resources.ontology() / "torkham.ttl")
    read = {reading.document: reading for reading in sorted(readings, key=lambda reading: reading.document)}
    written = {article.id: article for article in sorted(articles, key=lambda a: a.id) if article.id in read}
    world = World(written, read, resolution, taxonomy, Minter(base))
    documents = {document: Sink(taxonomy) for document in read}
    resolved, entities = Sink(taxonomy), Sink(taxonomy)
    _write_facts(world, documents)
    write_resolution(world, resolved)
    for document, sink in documents.items():
        write_mentions(world, sink, document)
    write_entities(world, entities, Known(resources.ontology() / "actors.ttl"))
    resolved.triples |= derive(resolved.triples, resources.ontology() / "rules")
    every = [entities.triples, resolved.triples, *(sink.triples for sink in documents.values())]
    entities.triples |= taxonomy.describe(_terms(every))
    write_provenance(world, resolved, run, sum(len(each) for each in every))
    return Dataset(
        base=base,
        documents={name: tuple(sorted(sink.triples)) for name, sink in documents.items()},
        entities=tuple(sorted(entities.triples)),
        resolution=tuple(sorted(resolved.triples)),
    )


def _write_facts(world: World, documents: Mapping[str, Sink]) -> None:
    for document, sink in documents.items():
        write_document(world, sink, document)
        write_facts(world, sink, document)
        write_policy_passages(world, sink, document)


def _terms(graphs: Iterable[set[Triple]]) -> set[str]:
    """Every IRI that stands as a predicate or object, without angle brackets."""
    return {term[1:-1] for triples in graphs for _, p, o in triples for term in (p, o) if term.startswith("<")}
