"""Result formats (SPARQL 1.1 Query Results JSON, XML, CSV and TSV) over HTTP, read by parsers that are not ours.

The same clauses as the W3C's csv-tsv-res and json-res tests, which ``make w3c`` runs themselves.
"""

import csv
import io
from collections.abc import Iterator

import httpx
import pytest
import rdflib
from rdflib.query import Result

from fixtures.serving import running

EX = rdflib.Namespace("https://example.org/")
TURTLE = """@prefix : <https://example.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:a :p :b . :b :p "plain" . :c :p "typed"^^xsd:string . :d :p 7 . :e :p 2.5 . :f :p _:nobody .
:g :p "eins, zwei"@de . :h :p "he said \\"no\\"\\n\\tand left" . :i :p "x,y"^^:Pair . :j :p true .
"""
VALUES = {
    EX.a: EX.b,
    EX.b: rdflib.Literal("plain"),
    EX.c: rdflib.Literal("typed"),
    EX.d: rdflib.Literal(7),
    EX.e: rdflib.Literal("2.5", datatype=rdflib.XSD.decimal),
    EX.g: rdflib.Literal("eins, zwei", lang="de"),
    EX.h: rdflib.Literal('he said "no"\n\tand left'),
    EX.i: rdflib.Literal("x,y", datatype=EX.Pair),
    EX.j: rdflib.Literal(True),
}
OPTIONAL = "SELECT ?s ?o ?next { ?s ?p ?o OPTIONAL { ?o ?q ?next } } ORDER BY ?s"
FORMATS = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/tab-separated-values": "tsv",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("results") / "values.ttl"
    path.write_text(TURTLE, encoding="utf-8")
    with running(path, 30) as address:
        yield address


def _ask(site: str, sparql: str, media: str) -> httpx.Response:
    answer = httpx.get(f"{site}/sparql", params={"query": sparql}, headers={"Accept": media})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].partition(";")[0] == media
    return answer


@pytest.mark.parametrize("media", FORMATS)
def test_every_kind_of_term_arrives(site: str, media: str) -> None:
    answer = _ask(site, OPTIONAL, media)
    found = Result.parse(io.BytesIO(answer.content), format=FORMATS[media], content_type=media)
    assert [str(name) for name in found.vars or ()] == ["s", "o", "next"]
    rows = {row["s"]: (row["o"], row["next"]) for row in found}
    assert isinstance(rows.pop(EX.f)[0], rdflib.BNode)
    assert {subject: value for subject, (value, _) in rows.items()} == VALUES
    assert {subject for subject, (_, following) in rows.items() if following is not None} == {EX.a}


def test_csv_has_plain_values(site: str) -> None:
    rows = list(csv.reader(io.StringIO(_ask(site, OPTIONAL, "text/csv").text, newline="")))
    assert rows[0] == ["s", "o", "next"]
    found = {row[0]: row[1:] for row in rows[1:]}
    assert found.pop(str(EX.f))[0].startswith("_:")
    expected = {str(subject): [str(value), ""] for subject, value in VALUES.items()}
    assert found == expected | {str(EX.a): [str(EX.b), "plain"], str(EX.j): ["true", ""]}


@pytest.mark.parametrize("media", list(FORMATS)[:2])
@pytest.mark.parametrize(("sparql", "truth"), [("ASK { <x> ?p 1 }", False), ("ASK { ?s ?p 7 }", True)])
def test_a_truth_is_a_boolean(site: str, media: str, sparql: str, truth: bool) -> None:
    answer = _ask(site, sparql, media)
    assert Result.parse(io.BytesIO(answer.content), format=FORMATS[media]).askAnswer is truth


@pytest.mark.parametrize("sparql", ["DESCRIBE <https://example.org/a>", "CONSTRUCT { <s> <p> 1 } WHERE {}"])
def test_triples_come_as_rdf_and_relative_iris_have_a_base(site: str, sparql: str) -> None:
    answer = httpx.post(f"{site}/sparql", content=sparql, headers={"Content-Type": "application/sparql-query"})
    triples = rdflib.Graph().parse(data=answer.content, format=answer.headers["content-type"].partition(";")[0])
    (subject,) = set(triples.subjects())
    assert str(subject).startswith("https://")
