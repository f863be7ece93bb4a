"""The shipped pipeline, loaded once, with a handful of known names."""

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

from torkham.annotate import Annotator, load
from torkham.lexicon import names
from torkham.model import Article, Block

ACTORS = """
@prefix actor: <https://w3id.org/torkham/id/actor/> . @prefix place: <https://w3id.org/torkham/id/place/> .
@prefix tk: <https://w3id.org/torkham/ontology#> . @prefix schema: <https://schema.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
actor:turkey a tk:State ; rdfs:label "Türkiye"@en, "Türkei"@de ; skos:altLabel "Turkey"@en ; tk:demonym "Turkish"@en ;
  tk:national "Turks"@en ; tk:metonym "Ankara"@en ; tk:territory place:turkey .
place:turkey a tk:Place ; rdfs:label "Turkey"@en .
actor:ttp a tk:ArmedGroup ; rdfs:label "TTP"@en ; skos:altLabel "Tehreek-e-Taliban Pakistan"@en .
actor:evac a tk:Organization ; rdfs:label "#AfghanEvac"@en .
actor:embassy a tk:Organization ; rdfs:label "U.S. Embassy in Islamabad"@en ;
  schema:sameAs <http://www.wikidata.org/entity/Q1> .
"""


@pytest.fixture(scope="session")
def known(tmp_path_factory: pytest.TempPathFactory) -> tuple[names.KnownName, ...]:
    path: Path = tmp_path_factory.mktemp("names") / "actors.ttl"
    path.write_text(ACTORS, encoding="utf-8")
    return names.load(path)


@pytest.fixture(scope="session")
def annotator(known: tuple[names.KnownName, ...]) -> Annotator:
    return load(None, known)


@pytest.fixture(scope="session")
def read(annotator: Annotator) -> Callable[..., Doc]:
    def annotate(text: str, *blocks: Block) -> Doc:
        return annotator(Article(id="a", source="a.txt", text=text, sha256="", blocks=blocks))

    return annotate
