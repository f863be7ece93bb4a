"""A violation is tied to the document whose facts must be withheld, or to the resolution."""

import msgspec

from fixtures.small import RUN, small
from torkham import rdf
from torkham.model import Dataset
from torkham.rdf.terms import RDFS
from torkham.validate import validate
from torkham.vocabulary import TK


def made() -> Dataset:
    return rdf.describe(*small(), RUN)


def without(triples, subject: str, predicate: str):
    return tuple(t for t in triples if not (subject in t[0] and t[1] == f"<{predicate}>"))


def test_the_hand_made_graph_conforms():
    assert validate(made()).lines() == []


def test_a_broken_fact_names_its_document():
    dataset = made()
    broken = {**dataset.documents, "two": without(dataset.documents["two"], "figure/two-48", TK.measure)}
    report = validate(msgspec.structs.replace(dataset, documents=broken))
    assert report.documents == ("two",)
    assert report.resolution == ()
    assert [v.message for v in report.violations] == ["A figure has exactly one measure."]


def test_a_broken_actor_is_the_resolutions():
    dataset = made()
    report = validate(
        msgspec.structs.replace(dataset, entities=without(dataset.entities, "actor/dawn", RDFS + "label"))
    )
    assert report.documents == ()
    assert [v.node for v in report.resolution] == ["https://w3id.org/torkham/id/actor/dawn"]
