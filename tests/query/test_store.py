"""The store beside a graph file: made once, noticed when stale, never left half-made."""

import os
from pathlib import Path

import pytest

from torkham import query
from torkham.errors import InputError

ONE = '<https://x.example/a> <https://x.example/p> "1" .\n'
TWO = '<https://x.example/a> <https://x.example/p> "2" .\n'


def _values(path: Path) -> list[object]:
    table = query.run(query.open_graph(path, pays_from=0), "SELECT ?o { ?s ?p ?o }")
    assert isinstance(table, query.Table)
    return [row[0] for row in table.rows]


def test_a_changed_file_is_noticed_even_with_its_old_size(tmp_path: Path) -> None:
    graph = tmp_path / "graph.ttl"
    graph.write_text(ONE)
    os.utime(graph, ns=(1, 1))
    assert _values(graph) == ["1"]
    graph.write_text(TWO)
    assert _values(graph) == ["2"]
    stores = [path for path in (tmp_path / ".graph.ttl.store").iterdir() if path.is_dir()]
    assert len(stores) == 1


def test_a_touched_file_keeps_its_store(tmp_path: Path) -> None:
    graph = tmp_path / "graph.ttl"
    graph.write_text(ONE)
    before = query.open_graph(graph, pays_from=0).folder
    os.utime(graph, ns=(5, 5))
    after = query.open_graph(graph, pays_from=0).folder
    assert before is not None
    assert before == after


def test_a_small_file_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text(ONE)
    assert query.open_graph(tmp_path / "graph.ttl").folder is None
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


@pytest.mark.parametrize("pays_from", [0, 10**9])
@pytest.mark.parametrize(
    ("name", "text", "told"), [("a.ttl", "<a> <b> .", "line 1"), ("a.txt", "", "not a graph"), (None, "", "not there")]
)
def test_what_is_no_graph_is_told_in_a_line(
    tmp_path: Path, name: str | None, text: str, told: str, pays_from: int
) -> None:
    path = tmp_path / (name or "missing.ttl")
    if name:
        path.write_text(text)
    with pytest.raises(InputError, match=told) as raised:
        query.open_graph(path, pays_from)
    assert str(path) in str(raised.value)
    assert "\n" not in str(raised.value)
    assert not list(tmp_path.glob(".*/*/"))
