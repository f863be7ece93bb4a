"""Any SPARQL 1.1 query, and what a query must not do."""

import pytest

from torkham import query
from torkham.errors import QueryError
from torkham.query import Opened, Table


def test_each_form_of_query(opened: Opened) -> None:
    table = query.run(
        opened, 'SELECT ?n (1.5 AS ?f) (?u AS ?unbound) { ?x tk:text "130" ; tk:value ?n } ORDER BY ?x LIMIT 1'
    )
    assert table == Table(("n", "f", "unbound"), [(130, 1.5, None)])
    assert query.run(opened, "ASK { ?s a tk:State }") == Table(("answer",), [(True,)])
    (line,) = query.run(opened, "CONSTRUCT { ?s a tk:X } WHERE { ?s a tk:State } LIMIT 1")
    assert line.startswith("<https://w3id.org/torkham/id/actor/pakistan> ")
    assert len(query.run(opened, "DESCRIBE actor:unhcr")) > 5


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "select * { service silent ?x { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "ASK { { SERVICE<http://127.0.0.1:1/> {} } }",
        "LOAD <file:///etc/passwd>",
        "PREFIX x: <https://x.example/> INSERT DATA { x:a x:b x:c }",
        "# comment\nDELETE WHERE { ?s ?p ?o }",
        "DROP ALL",
        "SELECT",
        "",
        "SELECT * { ?s ?p ?o " + "." * 2_000_000,
        "(" * 5_000,
    ],
)
def test_what_is_refused_is_refused_in_a_line(opened: Opened, sparql: str) -> None:
    with pytest.raises(QueryError) as raised:
        query.run(opened, sparql)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 500


@pytest.mark.parametrize(
    ("sparql", "told"),
    [
        ("SELECT ?x {", "line 1, column 12, after 'SELECT ?x {'"),
        ("ASK {\n ?s ?p }", "line 2, column 9, after '?s ?p }'"),
        ("ASK { ?s foo:bar 1 }", "after 'ASK { ?s foo:bar': Prefix not found"),
    ],
)
def test_a_malformed_query_is_told_where(opened: Opened, sparql: str, told: str) -> None:
    with pytest.raises(QueryError) as raised:
        query.run(opened, sparql)
    assert str(raised.value).endswith(told)


@pytest.mark.parametrize(
    "pattern",
    [
        '?service ?p "SERVICE"',
        "?s ?p 'it''s SERVICE'",
        "?s <https://x.example/SERVICE> ?o",
        "?s tk:SERVICE ?o # SERVICE\n",
        '?s ?p """ " SERVICE """@en',
    ],
)
def test_the_word_alone_is_no_reason_to_refuse(opened: Opened, pattern: str) -> None:
    if "''" in pattern:
        pattern = pattern.replace("''", "\\'")
    assert isinstance(query.run(opened, f"SELECT * {{ {pattern} }}"), Table)
