"""Commands as a person types them, run in this process."""

import io
import signal
import sys
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from torkham.cli import main


class Done(NamedTuple):
    """What a command gave."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Iterator[Run]:
    """Runs ``torkham ARGUMENTS`` in this process."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def command(*arguments: str, stdin: str = "") -> Done:
        monkeypatch.setattr(sys, "argv", ["torkham", *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        code: object = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code
        out, err = capfdbinary.readouterr()
        return Done(int(str(code or 0)), out.decode(), err.decode())

    yield command
    for number, handler in before.items():
        signal.signal(number, handler)
