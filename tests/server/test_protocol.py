"""The SPARQL 1.1 Protocol for queries; the cases of the W3C's own suite that concern a read-only endpoint."""

import asyncio
import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import httpx
import pyoxigraph as ox
import pytest
import SPARQLWrapper
from starlette.exceptions import HTTPException
from starlette.requests import Request

from torkham import query
from torkham.server import protocol

FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
ASK, SELECT = "ASK {}", "SELECT ?s WHERE { ?s a tk:State }"
BASE = "https://w3id.org/torkham/id/"


@pytest.mark.parametrize("how", ["get", "form", "direct"])
def test_three_ways_to_send_a_query(url: str, how: str) -> None:
    if how == "get":
        answer = httpx.get(f"{url}/sparql", params={"query": SELECT})
    elif how == "form":
        answer = httpx.post(f"{url}/sparql", data={"query": SELECT})
    else:
        answer = httpx.post(f"{url}/sparql", content=SELECT, headers={"Content-Type": f"{QUERY}; charset=utf-8"})
    assert answer.status_code == 200
    assert [row["s"]["value"] for row in answer.json()["results"]["bindings"]] == [f"{BASE}actor/pakistan"]


def _rows(media: str, answer: httpx.Response) -> list[str]:
    if media.endswith("json"):
        return [row["s"]["value"] for row in answer.json()["results"]["bindings"]]
    if media.endswith("xml"):
        space = "{http://www.w3.org/2005/sparql-results#}"
        return [node.text or "" for node in ElementTree.fromstring(answer.content).iter(f"{space}uri")]
    rows = list(csv.reader(io.StringIO(answer.text), delimiter="\t" if "tab" in media else ","))
    return [row[0].strip("<>") for row in rows[1:]]


@pytest.mark.parametrize(
    "media",
    ["application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"],
)
def test_tables_in_every_media_type(url: str, media: str) -> None:
    answer = httpx.get(f"{url}/sparql", params={"query": SELECT}, headers={"Accept": media})
    assert answer.headers["content-type"].startswith(media)
    assert _rows(media, answer) == [f"{BASE}actor/pakistan"]


@pytest.mark.parametrize(
    "media", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"]
)
@pytest.mark.parametrize("sparql", ["CONSTRUCT WHERE { actor:unhcr ?p ?o }", "DESCRIBE actor:unhcr"])
def test_triples_in_every_media_type(url: str, media: str, sparql: str) -> None:
    answer = httpx.get(f"{url}/sparql", params={"query": sparql}, headers={"Accept": f"{media};q=0.9, text/html;q=0.5"})
    assert answer.headers["content-type"].startswith(media)
    found = list(ox.parse(answer.content, format=ox.RdfFormat.from_media_type(media)))
    assert len(found) > 5
    assert all(quad.subject.value == f"{BASE}actor/unhcr" for quad in found)


@pytest.mark.parametrize(
    ("default", "named", "expected"),
    [
        ([], [], True),
        ([f"{BASE}graph/two"], [], False),
        ([f"{BASE}graph/entities"], [], True),
        ([], [f"{BASE}graph/entities"], False),
        ([f"{BASE}graph/two", f"{BASE}graph/entities"], [f"{BASE}graph/two"], True),
    ],
)
def test_the_dataset_of_the_request(url: str, default: list[str], named: list[str], expected: bool) -> None:
    parameters = {"query": "ASK { ?s a tk:State }", "default-graph-uri": default, "named-graph-uri": named}
    assert httpx.get(f"{url}/sparql", params=parameters).json()["boolean"] is expected
    assert httpx.post(f"{url}/sparql", data=parameters).json()["boolean"] is expected


@pytest.mark.parametrize(
    ("method", "parameters", "content", "kind", "status"),
    [
        ("PUT", {"query": ASK}, None, None, 405),
        ("DELETE", {}, None, None, 405),
        ("GET", {"query": [ASK, SELECT]}, None, None, 400),
        ("POST", {}, "query=ASK%20%7B%7D&query=ASK%20%7B%7D", FORM, 400),
        ("POST", {}, "query=ASK%20%7B%7D", "text/plain", 415),
        ("POST", {}, "query=ASK%20%7B%7D", None, 415),
        ("POST", {}, ASK, None, 415),
        ("POST", {}, "ASK { ?s ?p '\xe9' }".encode("latin-1"), QUERY, 400),
        ("GET", {"query": "ASK {"}, None, None, 400),
        ("POST", {}, "nothing=here", FORM, 400),
        ("POST", {}, "update=CLEAR%20ALL", FORM, 403),
        ("POST", {"update": "CLEAR ALL"}, "", FORM, 403),
        ("POST", {}, "CLEAR ALL", "application/sparql-update", 403),
        ("GET", {"query": "CLEAR ALL"}, None, None, 400),
        ("GET", {"query": "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"}, None, None, 400),
        ("GET", {"query": "LOAD <file:///etc/passwd>"}, None, None, 400),
        ("GET", {"query": "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }"}, None, None, 200),
    ],
)
def test_what_is_no_query_is_a_plain_4xx(
    url: str, method: str, parameters: dict[str, str], content: str | bytes | None, kind: str | None, status: int
) -> None:
    headers = {"Content-Type": kind} if kind else {}
    answer = httpx.request(method, f"{url}/sparql", params=parameters, content=content, headers=headers)
    assert answer.status_code == status
    assert "Traceback" not in answer.text
    assert "root:" not in answer.text
    if status != 200:
        assert answer.text.count("\n") <= 1


def test_unacceptable_media_types(url: str) -> None:
    assert httpx.get(f"{url}/sparql", params={"query": ASK}, headers={"Accept": "image/png"}).status_code == 406
    only_triples = httpx.get(f"{url}/sparql", params={"query": ASK}, headers={"Accept": "text/turtle"})
    assert only_triples.status_code == 400
    assert "media type" in only_triples.text


def test_without_a_query_a_program_gets_the_service_description(url: str) -> None:
    answer = httpx.get(f"{url}/sparql", headers={"Accept": "text/turtle"})
    kinds = [quad.object.value for quad in ox.parse(answer.content, format=ox.RdfFormat.TURTLE)]
    assert "http://www.w3.org/ns/sparql-service-description#Service" in kinds


def test_a_slow_client_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "_PATIENCE", 0.05)
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/sparql",
        "query_string": b"",
        "headers": [(b"content-type", QUERY.encode())],
    }
    scope |= {"server": ("127.0.0.1", 80), "scheme": "http"}

    async def nothing() -> dict[str, str]:
        await asyncio.sleep(60)
        return {}

    with pytest.raises(HTTPException) as raised:
        asyncio.run(protocol.job(Request(scope, nothing)))
    assert raised.value.status_code == 408


@pytest.mark.parametrize("name", sorted(query.questions()))
def test_a_real_client_gets_the_rows_of_every_question(url: str, graph_file: Path, name: str) -> None:
    client = SPARQLWrapper.SPARQLWrapper(f"{url}/sparql", returnFormat=SPARQLWrapper.JSON)
    client.setQuery(query.question(name).sparql)
    answer = client.queryAndConvert()
    assert isinstance(answer, dict)
    table = query.ask(query.open_graph(graph_file), name)
    found = [
        [row.get(column, {}).get("value") or None for column in table.columns] for row in answer["results"]["bindings"]
    ]
    assert json.dumps(found) == json.dumps(
        [[None if cell is None else str(cell) for cell in row] for row in table.rows]
    )
