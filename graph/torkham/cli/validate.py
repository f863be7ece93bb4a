"""``torkham validate``: does a graph conform to its shapes?"""

from pathlib import Path
from typing import Annotated

import typer


def validate(file: Annotated[Path, typer.Argument(help="A Turtle file made by Torkham.")]) -> None:
    """Check a graph against the SHACL shapes of the ontology. Exit code 1 where it does not conform."""
    from torkham.validate import validate_file

    report = validate_file(file)
    for line in report.lines():
        typer.echo(line)
    typer.echo(
        f"{file}: " + ("conforms" if report.conforms else f"does not conform, {len(report.violations)} violations")
    )
    raise typer.Exit(0 if report.conforms else 1)
