"""An answer that one thread receives and a coroutine hands on: in memory while small, then in a file, so that a slow
client never holds up the process that answers."""

import asyncio
from collections.abc import AsyncIterator
from tempfile import SpooledTemporaryFile
from threading import Lock

_IN_MEMORY = 4 * 1024 * 1024
_PIECE = 64 * 1024
MAX_BYTES = 2 * 1024**3
"""The largest answer."""


class Answer:
    """Bytes on their way. ``media`` is known once :meth:`started` returns without an error."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._news = asyncio.Event()
        self._lock = Lock()
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed by pieces() or abandon()
        self._written = 0
        self.media = ""
        self.error: Exception | None = None
        self.finished = False
        self.abandoned = False

    def begin(self, media: str) -> None:
        """The answering thread: an answer of this media type is coming."""
        self.media = media

    def write(self, data: bytes) -> None:
        """The answering thread: a piece of the answer."""
        with self._lock:
            if self.abandoned:
                return
            self._file.seek(self._written)
            self._file.write(data)
            self._written += len(data)
        self._tell()

    def finish(self, error: Exception | None = None) -> None:
        """The answering thread: no more is coming; ``error`` says why, if that is too early."""
        self.error, self.finished = error, True
        self._tell()

    @property
    def size(self) -> int:
        """The bytes that have come so far."""
        return self._written

    def _tell(self) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._news.set)

    async def started(self) -> None:
        """Waits for the first piece or the end.

        Raises:
            Exception: the answer failed before its first piece.
        """
        while not self._written and not self.finished:
            await self._news.wait()
            self._news.clear()
        if self.error is not None:
            self.abandon()
            raise self.error

    async def pieces(self) -> AsyncIterator[bytes]:
        """The answer, piece by piece, at the pace of the client. An error on the way ends the connection."""
        sent = 0
        try:
            while True:
                with self._lock:
                    self._file.seek(sent)
                    data = self._file.read(min(_PIECE, self._written - sent))
                if data:
                    sent += len(data)
                    yield data
                elif self.finished:
                    break
                else:
                    await self._news.wait()
                    self._news.clear()
            if self.error is not None:
                raise self.error
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Nobody wants the rest."""
        with self._lock:
            self.abandoned = True
            self._file.close()
