"""What a build tells the person who ran it."""

import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from torkham import query
from torkham.model import Article, Reading
from torkham.pipeline import Build

_KINDS = ("positions", "events", "statements", "figures", "deadlines")


def show(made: Build, written: Sequence[Path], *, explain: bool) -> None:
    """Prints articles, facts by kind, validation, coverage, and last the page to open; problems go to standard error."""
    for told in (*map(str, made.problems), *made.report.lines(), *made.lost_corrections):
        print(f"torkham: {query.line(told)}", file=sys.stderr)
    facts = {kind: sum(len(getattr(reading, kind)) for reading in made.readings) for kind in _KINDS}
    empty = [
        (article, reading, number)
        for article, reading in zip(made.articles, made.readings, strict=True)
        for number in _without(reading)
    ]
    sentences = sum(len(reading.sentences) for reading in made.readings)
    if explain:
        _list(empty)
    refused = f", {len(made.problems)} refused" if made.problems else ""
    typer.echo(f"articles    {len(made.articles)} read{refused}")
    typer.echo(f"facts       {sum(facts.values())}: " + ", ".join(f"{number} {kind}" for kind, number in facts.items()))
    typer.echo(
        f"actors      {sum(actor.type != 'Place' for actor in made.resolution.actors)}, disputes {len(made.resolution.disputes)}"
    )
    typer.echo(f"validation  {_verdict(made)}")
    share = 100 * (sentences - len(empty)) // sentences if sentences else 0
    typer.echo(
        f"coverage    {share}% of {sentences} sentences gave a fact"
        + ("" if explain else " (--explain lists the others)")
    )
    typer.echo(f"read by a machine: check before quoting. Wrote {', '.join(path.name for path in written)}")
    typer.echo(f"open        {written[-1]}")


def _verdict(made: Build) -> str:
    if made.report.conforms:
        return "the graph conforms to its shapes"
    return f"facts of {', '.join(made.withheld)} withheld: they violate the shapes (an error of Torkham's)"


def _without(reading: Reading) -> list[int]:
    """The sentences that gave no fact."""
    telling = {fact.sentence for kind in _KINDS for fact in getattr(reading, kind)}
    return [number for number in range(len(reading.sentences)) if number not in telling]


def _list(empty: list[tuple[Article, Reading, int]]) -> None:
    typer.echo("Sentences that gave no fact:")
    for article, reading, number in empty:
        sentence = reading.sentences[number]
        typer.echo(f"  {query.line(f'{article.id}: {article.text[sentence.start : sentence.end]}')}")
