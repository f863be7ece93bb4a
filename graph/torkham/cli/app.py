"""The program ``torkham``: all commands under one roof, and all errors in one line."""

import os
import sys
from typing import Annotated

import typer

from torkham import __version__
from torkham.cli import ask, build, correct, explain, export, find, push, query, serve, validate, view
from torkham.errors import TorkhamError

app = typer.Typer(
    name="torkham",
    help="Reads news articles about forced returns of refugees and makes a knowledge graph of them: every fact with its "
    "sentence, every figure with its speaker. It is read by a machine: check before quoting.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
app.command("build")(build.build)
app.command("ask")(ask.ask)
app.command("query")(query.query)
app.command("explain")(explain.explain)
app.command("view")(view.view)
app.command("export")(export.export)
app.command("find")(find.find)
app.command("correct")(correct.correct)
app.command("validate")(validate.validate)
app.command("serve")(serve.serve)
app.command("push")(push.push)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"torkham {__version__}")
        raise typer.Exit


@app.callback()
def torkham(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """What stands before every command."""


def main() -> None:
    """Runs a command; whatever goes wrong on purpose is one line on standard error and exit code 2."""
    try:
        app()
    except TorkhamError as error:
        _stop(str(error))
    except KeyboardInterrupt:
        _stop("stopped by the keyboard; nothing was overwritten")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(2)
    except OSError as error:
        _stop(
            f"{error.filename or 'system'}: {error.strerror or error}; free space or choose another place and try again"
        )


def _stop(message: str) -> None:
    print(f"torkham: {' '.join(message.split())}", file=sys.stderr)
    sys.exit(2)
