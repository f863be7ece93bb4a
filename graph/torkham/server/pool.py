"""Processes that answer queries, a thread waiting on each; a query that runs too long costs its process its life."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

import msgspec

from torkham.errors import QueryError
from torkham.query import PAYS_FROM
from torkham.server import worker
from torkham.server.answer import MAX_BYTES, Answer
from torkham.server.worker import Job

_QUEUE = 10
"""How many times as long as a query may take a client waits for a free process."""

_LOOK = 0.2
"""Seconds between two looks whether the client is still there."""


class TooLongError(QueryError):
    """A query took longer than the server allows."""


class BusyError(QueryError):
    """All processes are busy, and stayed so for many times as long as a query may take."""


class Pool:
    """``size`` processes, started when first needed; at most ``timeout`` seconds for a query."""

    def __init__(
        self, graph: Path, size: int, timeout: float, pays_from: int = PAYS_FROM, memory: int = worker.MEMORY
    ) -> None:
        self._start = partial(_Worker, graph, pays_from, memory)
        self._timeout = timeout
        self._idle: list[_Worker] = []
        self._free = asyncio.Semaphore(size)
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="query")
        self._closed = False
        self._generation = 0

    async def ask(self, job: Job) -> Answer:
        """The answer to a query, from its first piece on.

        Raises:
            QueryError: the query is refused or malformed; TooLongError, BusyError.
        """
        answer = Answer()
        try:
            await asyncio.wait_for(self._free.acquire(), _QUEUE * self._timeout)
        except TimeoutError:
            answer.abandon()
            raise BusyError("all query processes are busy; try again later") from None
        future = asyncio.get_running_loop().run_in_executor(self._threads, self._run, job, answer)
        future.add_done_callback(lambda _: self._free.release())
        try:
            await answer.started()
        except asyncio.CancelledError:
            answer.abandon()
            raise
        return answer

    def _run(self, job: Job, answer: Answer) -> None:
        """In a thread: one job on one process."""
        try:
            one = self._waiting() or self._start(self._generation)
            if one.run(job, answer, self._timeout) and not self._closed and one.generation == self._generation:
                self._idle.append(one)
            else:
                one.end()
        except (OSError, EOFError) as error:
            told = str(error) or "nested too deeply, or out of memory"
            answer.finish(QueryError(f"the query ended its process: {told}"))

    def _waiting(self) -> "_Worker | None":
        with suppress(IndexError):
            return self._idle.pop()
        return None

    def renew(self) -> None:
        """The graph has changed: no further query goes to a process that knows the old one."""
        self._generation += 1
        while one := self._waiting():
            one.end()

    def close(self) -> None:
        """Ends all processes that wait; those at work end with their query."""
        self._closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        self.renew()


class _Worker:
    """One process and the pipe to it."""

    def __init__(self, graph: Path, pays_from: int, memory: int, generation: int) -> None:
        self.generation = generation
        context = get_context("spawn")
        self._pipe: Connection
        self._pipe, theirs = context.Pipe()
        self._process: SpawnProcess = context.Process(
            target=worker.main, args=(theirs, str(graph), pays_from, memory), daemon=True, name="torkham-query"
        )
        self._process.start()
        theirs.close()
        self._pipe.recv_bytes()  # the graph is open; what that takes is no query's time

    def run(self, job: Job, answer: Answer, timeout: float) -> bool:
        """Answers a job; False if the process can no longer be used."""
        self._pipe.send_bytes(msgspec.msgpack.encode(job))
        deadline = time.monotonic() + timeout
        while True:
            if not self._pipe.poll(_LOOK):
                if answer.abandoned:
                    return False
                if time.monotonic() > deadline:
                    answer.finish(TooLongError(f"the query took more than {timeout:g} seconds and was ended"))
                    return False
                continue
            if not self._take(self._pipe.recv_bytes(), answer):
                return True
            if answer.size > MAX_BYTES or time.monotonic() > deadline:
                answer.finish(TooLongError(f"the answer is too large or took more than {timeout:g} seconds"))
                return False

    def _take(self, message: bytes, answer: Answer) -> bool:
        """One message; False if it was the last."""
        kind, data = message[:1], message[1:]
        if kind == b"K":
            answer.begin(data.decode())
        elif kind == b"D":
            answer.write(data)
        else:
            answer.finish(QueryError(data.decode()) if kind == b"E" else None)
        return kind in b"KD"

    def end(self) -> None:
        """Ends the process at once."""
        self._process.kill()
        self._process.join()
        self._pipe.close()
