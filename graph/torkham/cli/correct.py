"""``torkham correct``: a person's word against the machine's."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from torkham import resources


class Action(StrEnum):
    """What a person may say of a fact, or of two actors."""

    withdraw = "withdraw"
    change = "change"
    same = "same"
    different = "different"
    unsure = "unsure"


def correct(
    action: Annotated[
        Action, typer.Argument(help="Of a fact: withdraw, change. Of two actors: same, different, unsure.")
    ],
    things: Annotated[
        list[str], typer.Argument(metavar="IRI [IRI]", help="The fact, or the two actors (IRIs or labels).")
    ],
    who: Annotated[str, typer.Option(help="Who says so.")],
    why: Annotated[str, typer.Option(help="Why: what the text really says.")],
    value: Annotated[str, typer.Option("--set", help="For change: FIELD=VALUE, for example measure=returned.")] = "",
    graph: Annotated[Path, typer.Option(help="The graph that holds them.")] = Path("build/graph.ttl"),
    judgements: Annotated[Path | None, typer.Option(help="Folder of the TSV files; default: ontology/.")] = None,
) -> None:
    """Add a line to corrections.tsv or identities.tsv: it wins over the program in the next build, and explain shows it."""
    from torkham import query, resolve

    opened = query.open_graph(graph)
    folder = judgements or resources.ontology()
    if action in (Action.withdraw, Action.change):
        if len(things) != 1 or (action is Action.change) != ("=" in value):
            raise typer.BadParameter("give one fact, and --set FIELD=VALUE with change")
        at = query.standing(opened, things[0])
        where: dict[str, str | int] = {"document": at.document, "start": at.start, "end": at.end, "kind": at.kind}
        said: dict[str, str | int] = {"line": 0, "action": action.value, "value": value, "who": who, "why": why}
        path = resolve.add(folder, resolve.correction(where | said))
    else:
        if len(things) != 2:
            raise typer.BadParameter("give two actors")
        left, right = (query.actor_key(opened, thing) for thing in things)
        path = resolve.add(
            folder, resolve.judgement({"left": left, "right": right, "judgement": action.value, "who": who, "why": why})
        )
    typer.echo(f"{path}: added; the next build applies it")
