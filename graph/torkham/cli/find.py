"""``torkham find``: words in names and sentences."""

import sys
from typing import Annotated

import typer

from torkham import query
from torkham.cli.arguments import GRAPH, FormatOption, GraphOption, say


def find(
    words: Annotated[list[str], typer.Argument(help='Words that must all be there; "a phrase"; a beginning*.')],
    graph: GraphOption = GRAPH,
    form: FormatOption = "table",
    limit: Annotated[int, typer.Option(min=1, help="At most so many results.")] = 20,
) -> None:
    """Search names and sentences; accents, case and letter forms make no difference."""
    wanted = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
    hits = query.find(query.open_graph(graph), wanted, limit)
    rows: list[query.Row] = [
        (hit.kind, hit.text, hit.document or None, " | ".join(hit.facts) or None, hit.iri) for hit in hits
    ]
    table = query.Table(("kind", "text", "document", "facts", "iri"), rows)
    say(query.write(table, form, terminal=sys.stdout.isatty()))
