"""Torkham for programs and notebooks: ``build`` articles, ``open`` a graph, ask it, look at it.

>>> graph = torkham.open("build/graph.ttl")
>>> graph.ask("figures", actor="UNHCR")  # a pandas DataFrame
>>> graph.explain("UNHCR")  # readable, with sentences; HTML in a notebook

Heavy libraries (pandas, rdflib, spaCy, pyvis) are imported when a call needs them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import rdflib
    from rdflib import Graph as Triples

    from torkham.model import Article
    from torkham.pipeline import Build
    from torkham.query import Hit, Knowledge, Opened, Table
    from torkham.views.page import KGNetwork


class Explanation:
    """What the graph knows of one thing: text when printed, HTML in a notebook; ``knowledge`` is the record."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def __str__(self) -> str:
        from torkham import query

        return query.to_text(self.knowledge)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        from torkham import query

        return query.to_html(self.knowledge)


class Graph:
    """A graph to ask and to look at. ``name`` is the file it came from; ``made`` the build, if this process made it."""

    def __init__(self, opened: Opened, name: str, made: Build | None = None) -> None:
        self._opened = opened
        self.name = name
        self.made = made

    @cached_property
    def rdflib(self) -> rdflib.Graph:
        """The graph as an rdflib Graph over an Oxigraph store, for everything that rdflib can do."""
        import rdflib
        from oxrdflib import OxigraphStore

        default = rdflib.URIRef("urn:x-rdflib:default")
        return rdflib.Graph(store=OxigraphStore(store=self._opened.store), identifier=default)

    def ask(
        self,
        question: str,
        *,
        document: str | None = None,
        actor: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> pd.DataFrame:
        """The rows of a named question ('figures', 'disputes', …), filtered; integers stay integers.

        Raises:
            QueryError: there is no such question, or a filter is malformed; the message lists what there is.
        """
        from torkham import query

        filters = query.Filters(document=document, actor=actor, since=since, until=until)
        return _frame(query.ask(self._opened, question, filters))

    def query(self, sparql: str) -> pd.DataFrame | Triples | bool:
        """Any SPARQL 1.1 query: a DataFrame for SELECT, a bool for ASK, an rdflib Graph for CONSTRUCT and DESCRIBE.

        Raises:
            QueryError: the query is malformed or refused.
        """
        from torkham import query

        answer = query.run(self._opened, sparql)
        if isinstance(answer, query.Table):
            alone = answer.rows[0][0] if answer.columns == ("answer",) and len(answer.rows) == 1 else None
            return alone if isinstance(alone, bool) else _frame(answer)
        import rdflib

        return rdflib.Graph().parse(data="\n".join(answer), format="nt")

    def explain(self, name: str) -> Explanation:
        """What the graph knows of an IRI, short IRI ('actor/unhcr') or label ('UNHCR'), with each sentence."""
        from torkham import query

        return Explanation(query.explain(self._opened, name))

    def find(self, words: str, limit: int = 20) -> list[Hit]:
        """Names and sentences that hold all the words, best first."""
        from torkham import query

        return query.find(self._opened, words, limit)

    def network(self) -> nx.MultiDiGraph[str]:
        """The actors and what links them, for networkx: nodes by IRI, one edge for each fact between two of them."""
        from torkham import query, views

        return views.network(query.answers(self._opened))

    def view(self, path: str | Path | None = None, title: str = "Torkham") -> KGNetwork:
        """The page to look at: shown when it is a cell's last line, written to ``path`` if one is given."""
        from torkham import query, views

        page = views.build(query.answers(self._opened), title=title, quality=views.measured())
        if path is not None:
            page.write_html(str(path))
        return page

    def __repr__(self) -> str:
        return f"<torkham graph {self.name}>"

    def _repr_html_(self) -> str:
        """Its documents, with how much was read in each."""
        return f"<p>{escape(self.name)}</p>{self.ask('sources').to_html(index=False, na_rep='')}"


def build(inputs: str | Path | Mapping[str, str] | Iterable[str | Path], out: str | Path | None = None) -> Graph:
    """Reads articles and gives their graph; with ``out``, writes graph.ttl, graph.html and the rest there too.

    ``inputs`` are files and folders, or texts: a string with a line break, or names with texts in a mapping.

    Raises:
        TorkhamError: nothing could be read; ``Graph.made.problems`` lists what else went wrong.
    """
    from torkham import pipeline, query

    made = pipeline.build(_inputs(inputs))
    if out is not None:
        pipeline.write(made, Path(out))
    lines = "".join(f"{s} {p} {o} .\n" for s, p, o in made.dataset.merged()).encode()
    return Graph(query.open_triples(lines), str(out or "in memory"), made)


def open(path: str | Path = "build/graph.ttl") -> Graph:
    """A graph that ``torkham build`` wrote.

    Raises:
        InputError: the file is not there or is no graph.
    """
    from torkham import query

    return Graph(query.open_graph(Path(path)), str(path))


def _inputs(inputs: str | Path | Mapping[str, str] | Iterable[str | Path]) -> list[Path | Article]:
    from torkham import corpus

    if isinstance(inputs, Mapping):
        return [corpus.article(name, text) for name, text in inputs.items()]
    given = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    return [
        corpus.article(f"text-{number}", each) if isinstance(each, str) and "\n" in each else Path(each)
        for number, each in enumerate(given, start=1)
    ]


def _frame(table: Table) -> pd.DataFrame:
    """A DataFrame; columns of integers with gaps are ``Int64``, so that nothing becomes a fraction."""
    import pandas as pd

    frame = pd.DataFrame(table.rows, columns=list(table.columns), dtype=object)
    for column in frame.columns:
        cells = frame[column].dropna()
        if len(cells) and all(type(cell) is int for cell in cells):
            frame[column] = frame[column].astype("Int64")
    return frame
