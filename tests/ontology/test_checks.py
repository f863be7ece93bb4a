"""Every check of the ontology finds what it is for, finds nothing in ours, and explains itself."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from check_ontology import explanation, findings, load

from torkham import resources

CHECKS = sorted((resources.ontology() / "checks").glob("*.rq"))
PREFIXES = """
@prefix actor: <https://w3id.org/torkham/id/actor/> .
@prefix cameo: <https://w3id.org/torkham/codes/cameo#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix tk: <https://w3id.org/torkham/ontology#> .
"""
BAD = {
    "actor-label": 'actor:x a tk:State ; rdfs:label "X"@en , "Y"@en .',
    "actor-link": "actor:x tk:partOf actor:nobody .",
    "actor-same": "actor:x schema:sameAs <urn:q> . actor:y schema:sameAs <urn:q> .",
    "class-alone": "tk:Alone a owl:Class .",
    "class-cycle": "tk:One rdfs:subClassOf tk:Two . tk:Two rdfs:subClassOf tk:One .",
    "definition-circular": 'tk:X a owl:Class ; rdfs:label "arrest"@en ; skos:definition "People are arrested."@en .',
    "definition-missing": "tk:X a owl:Class .",
    "domain-missing": "tk:odd a owl:ObjectProperty .",
    "disjoint-parents": "tk:Both rdfs:subClassOf tk:Person , tk:Population .",
    "event-unmatched": "tk:Dance a tk:EventType .",
    "example-missing": "tk:X a owl:Class .",
    "example-repeated": 'tk:X skos:example "e"@en . tk:Y skos:example "e"@en . tk:Z skos:example "e"@en .',
    "header-incomplete": None,
    "label-missing": 'tk:X a owl:Class ; rdfs:label "ایکس"@ur .',
    "label-twice": 'tk:X a owl:Class ; rdfs:label "actor"@en .',
    "match-dangling": "tk:Expulsion skos:closeMatch cameo:999 .",
    "name-style": "tk:lower a owl:Class .",
    "notation-missing": "tk:modality-odd a tk:Modality .",
    "object-range-missing": "tk:odd a owl:ObjectProperty .",
    "range-doubled": "tk:agent rdfs:range tk:Place .",
    "range-missing": "tk:odd a owl:DatatypeProperty .",
    "reserved-declared": "<http://www.w3.org/1999/02/22-rdf-syntax-ns#value> a owl:AnnotationProperty .",
    "source-missing": "tk:X a owl:Class .",
    "term-undefined": "actor:x tk:expeled actor:y .",
}


@pytest.mark.parametrize("check", CHECKS, ids=lambda path: path.stem)
def test_our_ontology_passes(check: Path):
    assert findings(load(), check) == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda path: path.stem)
def test_a_bad_ontology_does_not(check: Path):
    store, bad = load(), BAD[check.stem]
    if bad is None:
        store.update("DELETE WHERE { ?ontology <http://purl.org/dc/terms/license> ?license }")
    else:
        store.load((PREFIXES + bad).encode(), format=ox.RdfFormat.TURTLE)
    assert len(findings(store, check)) > 0


@pytest.mark.parametrize("check", CHECKS, ids=lambda path: path.stem)
def test_explains_itself(check: Path):
    lines = [line.strip() for line in explanation(check).splitlines()]
    assert [re.match(r"(Problem|Why|Remedy): .{15,}", line)[1] for line in lines] == ["Problem", "Why", "Remedy"]
