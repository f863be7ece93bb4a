"""``torkham ask``: the named questions."""

import sys
from typing import Annotated

import typer

from torkham import query
from torkham.cli.arguments import GRAPH, FormatOption, GraphOption, say
from torkham.query import Filters


def ask(
    question: Annotated[str | None, typer.Argument(help="A question's name; none lists them all.")] = None,
    graph: GraphOption = GRAPH,
    form: FormatOption = "table",
    document: Annotated[str | None, typer.Option(help="Only rows of this document.")] = None,
    actor: Annotated[str | None, typer.Option(help="Only rows about this actor: label, other name or IRI.")] = None,
    since: Annotated[str | None, typer.Option(help="Only rows dated on or after: 2023-11-09, 2023-11, 2023.")] = None,
    until: Annotated[str | None, typer.Option(help="Only rows dated on or before.")] = None,
) -> None:
    """Ask a named question of the graph."""
    if question is None:
        width = max(map(len, query.questions()))
        say("".join(f"{name:<{width}}  {each.about}\n" for name, each in query.questions().items()))
        return
    query.question(question)
    filters = Filters(document=document, actor=actor, since=since, until=until)
    say(query.write(query.ask(query.open_graph(graph), question, filters), form, terminal=sys.stdout.isatty()))
