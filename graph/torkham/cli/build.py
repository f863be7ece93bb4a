"""``torkham build``: articles in, a graph out."""

import re
from pathlib import Path
from typing import Annotated

import typer

from torkham import resources
from torkham.errors import InputError
from torkham.writing import check_folder


def build(
    inputs: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILES|FOLDERS]…", help="Articles as UTF-8 text; default: the checkout's seeds."),
    ] = None,
    out: Annotated[Path, typer.Option(help="Folder for the graph; made if it is not there.")] = Path("build"),
    base: Annotated[str, typer.Option(help="What all IRIs of the data begin with.")] = "https://w3id.org/torkham/id/",
    pipeline: Annotated[str | None, typer.Option(help="Another spaCy pipeline: package name or folder.")] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that read articles.")] = 1,
    judgements: Annotated[
        Path | None, typer.Option(help="Folder of identities.tsv and corrections.tsv; default: ontology/.")
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="List the sentences that gave no fact.")] = False,
) -> None:
    """Read articles and write graph.ttl, ontology.ttl, graph.trig, graph.jsonld and graph.html.

    Exit code 1 where an article could not be read or its facts were withheld; the others are in the graph all the same.
    """
    # spaCy takes a second to import, and --help shall not wait for it.
    from torkham import pipeline as stages
    from torkham.cli import summary
    from torkham.cli.progress import reading

    check_folder(out)
    options = stages.Options(base=_checked(base), pipeline=pipeline, workers=workers, judgements=judgements)
    paths = inputs or [_seeds()]
    with reading(paths) as progress:
        made = stages.build(paths, options, progress)
    written = stages.write(made, out, options)
    summary.show(made, written, explain=explain)
    raise typer.Exit(0 if made.flawless else 1)


def _seeds() -> Path:
    folder = resources.seeds()
    if folder is None:
        raise InputError("no articles: this is an installed Torkham without seeds/; name files or folders to read")
    return folder


def _checked(base: str) -> str:
    """The base with a slash at its end; anything but an http(s) IRI would make a graph that no store takes."""
    if not re.fullmatch(r"https?://[^/?#\s<>\"{}|\\^`]+[^?#\s<>\"{}|\\^`]*", base):
        raise InputError(
            f"--base {base}: give an http or https IRI without spaces, '?' and '#': https://example.org/id/"
        )
    return base if base.endswith("/") else f"{base}/"
