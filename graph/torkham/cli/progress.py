"""A progress bar on a terminal, silence in a pipe."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from torkham.model import Reading


@contextmanager
def reading(paths: Sequence[Path]) -> Iterator[Callable[[Reading], None] | None]:
    """Gives the function to call after each article, or None where nobody watches."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    total = sum(len(list(path.rglob("*.txt"))) if path.is_dir() else 1 for path in paths)
    columns = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading", total=total, name="")
        yield lambda one: bar.update(task, advance=1, name=one.document)
