"""The program ``torkham``: all commands under one roof, and all errors in one line."""

import io
import os
import sys
from signal import SIGTERM, signal
from typing import Annotated

import typer

from torkham import __version__
from torkham.cli import ask, build, correct, explain, export, find, push, query, serve, validate, view
from torkham.errors import TorkhamError
from torkham.query import line

_CTRL_C = 130
_USAGE: tuple[type[Exception], ...] = typer.BadParameter.__mro__[1:3]
"""UsageError and ClickException of the click that this typer works with, its own or the other."""

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
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # no name of a file is worth a stack trace
    signal(SIGTERM, lambda *_: sys.exit(143))  # as by Ctrl-C: unfinished files and other processes are cleared away
    try:
        code = app(standalone_mode=False)
    except KeyboardInterrupt:
        code = _CTRL_C
    except _USAGE as error:
        code = _misused(error)
    except TorkhamError as error:
        for note in getattr(error, "__notes__", ()):
            _tell(note)
        code = _tell(str(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 2
    except OSError as error:
        code = _tell(
            f"{error.filename or 'system'}: {error.strerror or error}; free space or choose another place and try again"
        )
    if code == _CTRL_C:
        _tell("stopped by the keyboard; nothing was overwritten")
    sys.exit(code)


def _misused(error: Exception) -> int:
    """What was typed is no command of Torkham's: why not, and where the help is."""
    told = getattr(error, "format_message", lambda: str(error))()
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError" or context is None:
        typer.echo(told)
        return 2
    return _tell(f"{told.rstrip('.')}; see {context.command_path} --help")


def _tell(message: str) -> int:
    """One line on standard error, and the exit code of what could not be done."""
    print(f"torkham: {line(message)}", file=sys.stderr)
    return 2
