"""``torkham query``: any SPARQL 1.1 query."""

import sys
from pathlib import Path
from signal import SIG_DFL, SIGINT, signal
from typing import Annotated

import typer

from torkham import query as queries
from torkham.cli.arguments import GRAPH, FormatOption, GraphOption, say
from torkham.errors import QueryError


def query(
    sparql: Annotated[str, typer.Argument(help="A SPARQL query, a file of one (*.rq), or - for standard input.")],
    graph: GraphOption = GRAPH,
    form: FormatOption = "table",
) -> None:
    """Ask any SPARQL 1.1 query: SELECT and ASK give a table, CONSTRUCT and DESCRIBE N-Triples (which are Turtle)."""
    signal(SIGINT, SIG_DFL)  # the engine does not look for Ctrl-C; a long query must end all the same
    answer = queries.run(queries.open_graph(graph), _read(sparql))
    if isinstance(answer, queries.Table):
        say(queries.write(answer, form, terminal=sys.stdout.isatty()))
    else:
        say("".join(f"{line}\n" for line in answer))


def _read(sparql: str) -> str:
    if sparql == "-":
        return sys.stdin.read()
    if not sparql.endswith((".rq", ".sparql")):
        return sparql
    try:
        return Path(sparql).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise QueryError(f"{sparql}: is not UTF-8; save the query as UTF-8 text") from error
    except OSError as error:
        raise QueryError(f"{sparql}: cannot be read ({error.strerror}); give a query or a file of one") from error
