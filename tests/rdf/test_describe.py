"""From records to triples: what is in the graph, in which named graph, and what is left out."""

import re

import msgspec

from fixtures.small import RUN, small
from torkham import rdf, validate
from torkham.model import Dataset
from torkham.vocabulary import TK

BASE = "https://w3id.org/torkham/id/"


def made() -> Dataset:
    return rdf.describe(*small(), RUN)


def about(dataset: Dataset, subject: str) -> set[tuple[str, str]]:
    return {(p[1:-1], o) for s, p, o in dataset.merged() if s == f"<{BASE}{subject}>"}


def test_every_triple_lies_in_exactly_one_graph():
    dataset = made()
    graphs = [dataset.entities, dataset.resolution, *dataset.documents.values()]
    assert sum(len(graph) for graph in graphs) == len(dataset.merged())


def test_the_order_of_the_input_does_not_matter():
    articles, readings, resolution = small()
    assert rdf.describe(articles[::-1], readings[::-1], resolution, RUN) == made()


def test_no_blank_nodes():
    assert [t for t in made().merged() if any(term.startswith("_:") for term in t)] == []


def test_passages_quote_the_text_at_their_offsets():
    articles, _, _ = small()
    texts = {article.id: article.text for article in articles}
    found = [
        (*re.fullmatch(rf"<{BASE}passage/(\w+)-(\d+)-(\d+)>", s).groups(), o)
        for s, p, o in made().merged()
        if p == f"<{TK.text}>" and "/passage/" in s
    ]
    assert len(found) > 20
    assert [f for f in found if texts[f[0]][int(f[1]) : int(f[2])] != f[3].strip('"').replace('\\"', '"')] == []


def test_only_actual_reports_have_an_event():
    actual = f"<{TK.modality_actual}>"
    triples = made().merged()
    reporting = {s for s, p, _ in triples if p == f"<{TK.reports}>"}
    assert reporting
    assert reporting <= {s for s, p, o in triples if p == f"<{TK.modality}>" and o == actual}


def test_a_withdrawn_fact_leaves_a_trace_and_nothing_else():
    dataset = made()
    start = small()[1][1].events[3].start
    facts = about(dataset, f"report/two-{start}-Expulsion")
    assert (TK.inDocument, f"<{BASE}document/two>") in facts
    assert {p for p, _ in facts}.isdisjoint({TK.eventType, TK.patient, TK.modality})
    assert about(dataset, "event/expulsion-striker") == set()
    assert about(dataset, "actor/striker") == set()


def test_a_population_that_fills_no_role_is_left_out_with_its_mentions():
    articles, readings, resolution = small()
    unused = [msgspec.structs.replace(readings[0], deadlines=(), policies=()), readings[1]]
    bare = msgspec.structs.replace(resolution, policies=(), deadlines=())
    dataset = rdf.describe(articles, unused, bare, RUN)
    assert [t for t in dataset.merged() if "actor/foreigners" in "".join(t)] == []


def test_shortcuts_come_from_uncontested_events_only():
    dataset = made()
    assert (TK.expelled, f"<{BASE}actor/afghans>") in about(dataset, "actor/pakistan")
    articles, readings, resolution = small()
    contested = tuple(msgspec.structs.replace(event, contested=True) for event in resolution.events)
    doubted = rdf.describe(articles, readings, msgspec.structs.replace(resolution, events=contested), RUN)
    assert [t for t in doubted.merged() if t[1] == f"<{TK.expelled}>"] == []


def test_another_base_changes_all_data():
    dataset = rdf.describe(*small(), RUN, "https://example.org/kg/")
    assert [t for t in dataset.merged() if t[0].startswith(f"<{BASE}")] == []


def test_a_town_stands_on_the_map():
    articles, readings, resolution = small()
    towns = [
        msgspec.structs.replace(actor, key="place:peshawar", label="Peshawar")
        if actor.key == "place:torkham"
        else actor
        for actor in resolution.actors
    ]
    dataset = rdf.describe(articles, readings, msgspec.structs.replace(resolution, actors=tuple(towns)), RUN)
    found = {p.rpartition("#")[2]: o for p, o in about(dataset, "place/peshawar") if "wgs84_pos" in p}
    assert found.keys() == {"lat", "long"}
    assert all(value.endswith("#decimal>") for value in found.values())
    assert found["lat"].startswith('"34.')
    assert found["long"].startswith('"71.')
    assert validate.validate(dataset).conforms
