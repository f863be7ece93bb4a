"""Requests of the SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/#query-operation), query only."""

import asyncio
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from torkham.query import MAX_LENGTH
from torkham.server.media import GRAPHS, RESULTS, best
from torkham.server.worker import Job

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_READ_ONLY = "the graph is read-only: updates are refused"
_MAX_BODY = 4 * MAX_LENGTH
_PATIENCE = 20.0
"""Seconds for a client to send its request."""


async def job(request: Request) -> Job | None:
    """The query of a GET or POST request; None for a GET without one.

    Raises:
        HTTPException: 400 malformed, 403 an update, 406 no such media type, 408 too slow, 413 too long, 415 wrong type.
    """
    pairs = _pairs(request.url.query)
    if request.method == "POST":
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind == _UPDATE:
            raise HTTPException(403, _READ_ONLY)
        if kind not in (_FORM, _QUERY):
            raise HTTPException(415, f"send the query as {_FORM} or {_QUERY}")
        body = await _body(request)
        pairs = pairs + (_pairs(body) if kind == _FORM else [("query", body)])
    if any(name in ("update", "using-graph-uri", "using-named-graph-uri") for name, _ in pairs):
        raise HTTPException(403, _READ_ONLY)
    queries = [value for name, value in pairs if name == "query"]
    if not queries and request.method == "GET":
        return None
    if len(queries) != 1:
        raise HTTPException(400, "give one query")
    accept = request.headers.get("accept")
    made = Job(
        queries[0],
        best(accept, RESULTS),
        best(accept, GRAPHS),
        tuple(value for name, value in pairs if name == "default-graph-uri"),
        tuple(value for name, value in pairs if name == "named-graph-uri"),
    )
    if not made.table and not made.triples:
        raise HTTPException(406, f"answers come as {', '.join(RESULTS)}; triples as {', '.join(GRAPHS)}")
    return made


async def _body(request: Request) -> str:
    try:
        data = await asyncio.wait_for(_received(request), _PATIENCE)
    except TimeoutError:
        raise HTTPException(408, f"the request did not arrive within {_PATIENCE:g} seconds") from None
    except ClientDisconnect:
        raise HTTPException(400, "the request broke off") from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise HTTPException(400, "the query is not UTF-8") from None


async def _received(request: Request) -> bytes:
    data = bytearray()
    async for piece in request.stream():
        data += piece
        if len(data) > _MAX_BODY:
            raise HTTPException(413, f"the request is longer than {_MAX_BODY:,} bytes")
    return bytes(data)


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, max_num_fields=100, errors="strict")
    except UnicodeDecodeError:
        raise HTTPException(400, "the query is not UTF-8") from None
    except ValueError:
        raise HTTPException(400, "there are too many parameters") from None
