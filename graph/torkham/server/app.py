"""The server as an ASGI application: SPARQL endpoint, linked data, pages. It reads one graph and changes nothing."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from torkham import query
from torkham.errors import QueryError, TorkhamError
from torkham.query import PAYS_FROM, open_graph
from torkham.server import pages, protocol
from torkham.server.media import GRAPHS, best
from torkham.server.pool import BusyError, Pool, TooLongError
from torkham.server.worker import Job

_LOG = logging.getLogger("uvicorn.error")
_HTML = "text/html"
_ABOUT = "CONSTRUCT {{ <{0}> ?p ?o . ?s ?q <{0}> }} WHERE {{ {{ <{0}> ?p ?o }} UNION {{ ?s ?q <{0}> }} }}"
_DESCRIPTION = """@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix formats: <http://www.w3.org/ns/formats/> .
<{url}> a sd:Service ;
    sd:endpoint <{url}> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:resultFormat formats:SPARQL_Results_JSON , formats:SPARQL_Results_XML , formats:SPARQL_Results_CSV ,
        formats:SPARQL_Results_TSV , formats:Turtle , formats:N-Triples , formats:JSON-LD , formats:RDF_XML .
"""
T = TypeVar("T")


def application(
    graph: Path, timeout: float = 30.0, size: int = 2, hosts: tuple[str, ...] = ("*",), pays_from: int = PAYS_FROM
) -> Starlette:
    """The application for a graph file; ``size`` processes answer queries, each for at most ``timeout`` seconds.

    ``hosts`` are the names under which it may be called: a page elsewhere cannot reach a local server by another name.

    Raises:
        InputError: the file is no graph.
    """
    site = _Site(graph, timeout, size, pays_from)
    return Starlette(
        routes=[
            Route("/", site.network),
            Route("/sparql", site.sparql, methods=["GET", "POST"]),
            Route("/find", site.find),
            Route("/about", site.about),
            Route("/id/{path:path}", site.thing),
            Route("/assets/{name}", site.asset),
        ],
        middleware=[Middleware(_Ending), Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))],
        exception_handlers={TorkhamError: _refuse, HTTPException: _plain},
        lifespan=site.lifespan,
    )


def _refuse(_: Request, error: Exception) -> Response:
    status = 503 if isinstance(error, TooLongError | BusyError) else 400
    return PlainTextResponse(f"{error}\n", status)


def _plain(_: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    return PlainTextResponse(f"{error.detail}\n", error.status_code, headers=error.headers)


class _Ending:
    """Where the server ends before a request is answered, the client is told, and no stack trace is logged."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        begun = False

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except asyncio.CancelledError:
            if scope["type"] == "http" and not begun:
                await PlainTextResponse("the server is ending\n", 503)(scope, receive, send)


class _Streamed(StreamingResponse):
    """An answer on its way. One that breaks off ends the connection in the middle, so that no client takes it for whole."""

    async def stream_response(self, send: Send) -> None:
        """Sends what there is; a reason for stopping goes to the log in one line."""
        try:
            await super().stream_response(send)
        except TorkhamError as error:
            _LOG.warning("an answer broke off: %s", error)


class _Site:
    """The handlers, over one opened graph."""

    _page: asyncio.Task[str] | None

    def __init__(self, graph: Path, timeout: float, size: int, pays_from: int) -> None:
        self._graph, self._pays_from = graph, pays_from
        self._opening = asyncio.Lock()
        self._open()
        self._make_pool: Callable[[], Pool] = partial(Pool, graph, size, timeout, pays_from)
        self._timeout = timeout

    @asynccontextmanager
    async def lifespan(self, _: Starlette) -> AsyncIterator[None]:
        """Starts the pool and ends it."""
        self._pool = self._make_pool()
        yield
        self._pool.close()

    def _open(self) -> None:
        self._seen = _stamp(self._graph)
        self._opened = open_graph(self._graph, self._pays_from)
        self._base = query.base(self._opened)
        self._page = None

    async def _refresh(self) -> None:
        """Opens the graph anew where its file has changed; while the new one is no graph, the old one is served."""
        async with self._opening:
            if self._seen == _stamp(self._graph):
                return
            try:
                await asyncio.to_thread(self._open)
            except TorkhamError as error:
                _LOG.warning("the graph is served as it was: %s", error)
            else:
                self._pool.renew()

    async def network(self, request: Request) -> Response:
        """``/``: the network, made once."""
        await self._refresh()
        if self._page is None or (self._page.done() and self._page.exception()):
            self._page = asyncio.create_task(asyncio.to_thread(pages.network, self._graph, self._opened))
        return HTMLResponse(await asyncio.shield(self._page))

    async def sparql(self, request: Request) -> Response:
        """``/sparql``: the protocol; in a browser, without a query, the editor."""
        job = await protocol.job(request)
        if job is not None:
            await self._refresh()
            return await self._answer(job)
        wanted = best(request.headers.get("accept"), (_HTML, "text/turtle"))
        if wanted == _HTML:
            return _html(pages.editor())
        if wanted:
            url = str(request.url.replace(query=""))
            return Response(_DESCRIPTION.format(url=url), media_type=wanted)
        raise HTTPException(400, "give a query")

    async def _answer(self, job: Job) -> Response:
        answer = await self._pool.ask(job)
        return _Streamed(answer.pieces(), media_type=answer.media, headers={"Vary": "Accept"})

    async def thing(self, request: Request) -> Response:
        """``/id/…``: linked data, as a page or as triples."""
        raw = request.scope.get("raw_path", b"").decode("ascii", "replace").partition("/id/")[2]
        return await self._about(request, raw, below=True)

    async def about(self, request: Request) -> Response:
        """``/about?iri=…``: anything else that the graph speaks of."""
        return await self._about(request, request.query_params.get("iri", ""))

    async def _about(self, request: Request, path: str, below: bool = False) -> Response:
        await self._refresh()
        iri = self._base + path if below else path
        try:
            known = await self._soon(partial(query.explain, self._opened, iri, by_label=False))
        except QueryError:
            raise HTTPException(404, "the graph knows nothing of that name") from None
        wanted = best(request.headers.get("accept"), (_HTML, *GRAPHS))
        if wanted == _HTML:
            return _html(pages.thing(known, self._base))
        if wanted:
            return await self._answer(Job(_ABOUT.format(known.iri), "", wanted))
        raise HTTPException(406, f"this comes as {_HTML}, {', '.join(GRAPHS)}")

    async def find(self, request: Request) -> Response:
        """``/find?q=…``: names and sentences."""
        await self._refresh()
        words = request.query_params.get("q", "")[:1000]
        hits = await self._soon(partial(query.find, self._opened, words, pages.MOST))
        return _html(pages.found(words, hits, self._base))

    async def asset(self, request: Request) -> Response:
        """``/assets/…``: what the pages use."""
        known = pages.asset(request.path_params["name"])
        if known is None:
            raise HTTPException(404, "there is no such file")
        return Response(known[0], media_type=known[1], headers={"Cache-Control": "max-age=3600"})

    async def _soon(self, call: Callable[[], T]) -> T:
        return await asyncio.wait_for(asyncio.to_thread(call), self._timeout)


def _stamp(path: Path) -> tuple[int, int] | None:
    """By what a changed file is known."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_size, state.st_mtime_ns


def _html(text: str) -> Response:
    headers = {"Content-Security-Policy": pages.POLICY, "X-Content-Type-Options": "nosniff", "Vary": "Accept"}
    return HTMLResponse(text, headers=headers)
