"""A client of the SPARQL 1.1 Graph Store HTTP Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/)."""

import httpx
import msgspec
import pyoxigraph as ox
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_random_exponential

from torkham.errors import TorkhamError

_AGAIN = {408, 425, 429, 500, 502, 503, 504}
_ATTEMPTS = 5
_TURTLE = {"Content-Type": "text/turtle; charset=utf-8"}


class PushError(TorkhamError):
    """The store refuses, or cannot be reached."""


class Credentials(msgspec.Struct, frozen=True):
    """A user with a password (basic or digest, as the store asks), or a bearer ``token``."""

    user: str = ""
    password: str = ""
    token: str = ""


class _AgainError(Exception):
    """An answer after which it is worth trying again."""


class GraphStore:
    """A graph store over HTTP; graphs are named indirectly, by ``?graph=`` (section 4.2)."""

    def __init__(self, endpoint: str, credentials: Credentials) -> None:
        self._endpoint, self._credentials = endpoint, credentials
        self._client = httpx.Client(timeout=httpx.Timeout(300, connect=20), follow_redirects=True)
        if any(not char.isprintable() for char in credentials.token):  # httpx would print it, secret as it is
            raise PushError(f"{endpoint}: TORKHAM_PUSH_TOKEN holds a line break or the like; set it again")
        if credentials.token:
            self._client.headers["Authorization"] = f"Bearer {credentials.token}"

    def __enter__(self) -> "GraphStore":
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def get(self, graph: str) -> list[ox.Triple]:
        """The triples of a graph; none if the store has no such graph."""
        answer = self._send("GET", graph, headers={"Accept": "application/n-triples, text/turtle;q=0.9"})
        if answer.status_code == 404:
            return []
        form = ox.RdfFormat.from_media_type(answer.headers.get("content-type", "").partition(";")[0])
        try:
            return [quad.triple for quad in ox.parse(answer.content, format=form or ox.RdfFormat.TURTLE)]
        except SyntaxError as error:
            raise PushError(f"{self._endpoint}: does not speak Turtle; is it a graph store? ({error.msg})") from error

    def put(self, graph: str, turtle: bytes) -> None:
        """Replaces a graph."""
        self._send("PUT", graph, content=turtle, headers=_TURTLE)

    def delete(self, graph: str) -> None:
        """Deletes a graph; one that is not there is deleted already."""
        self._send("DELETE", graph)

    def _send(
        self, method: str, graph: str, content: bytes | None = None, headers: dict[str, str] | None = None
    ) -> httpx.Response:
        retrying = Retrying(
            stop=stop_after_attempt(_ATTEMPTS),
            wait=wait_random_exponential(0.2, max=10),
            retry=retry_if_exception_type((httpx.TransportError, _AgainError)),
            reraise=True,
        )
        try:
            answer: httpx.Response = retrying(self._once, method, graph, content, headers)
        except (httpx.TransportError, httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise PushError(f"{self._endpoint}: cannot be reached ({error}); check the address") from error
        except _AgainError as error:
            raise PushError(f"{self._endpoint}: {error}; tried {_ATTEMPTS} times") from error
        if answer.status_code in (401, 403):
            raise PushError(
                f"{self._endpoint}: refuses ({answer.status_code}); set TORKHAM_PUSH_USER and TORKHAM_PUSH_PASSWORD, "
                "or TORKHAM_PUSH_TOKEN"
            )
        if answer.is_error and not (answer.status_code == 404 and method in ("GET", "DELETE")):
            told = " ".join(answer.text.split())[:200]
            raise PushError(f"{self._endpoint}: {method} of {graph} failed with {answer.status_code}: {told}")
        return answer

    def _once(self, method: str, graph: str, content: bytes | None, headers: dict[str, str] | None) -> httpx.Response:
        url = httpx.URL(self._endpoint).copy_merge_params({"graph": graph})
        answer = self._client.request(method, url, content=content, headers=headers)
        if answer.status_code == 401 and self._client.auth is None and self._credentials.user:
            self._client.auth = self._auth(answer.headers.get("www-authenticate", ""))
            answer = self._client.request(method, url, content=content, headers=headers)
        if answer.status_code in _AGAIN:
            raise _AgainError(f"{method} of {graph} failed with {answer.status_code}")
        return answer

    def _auth(self, challenge: str) -> httpx.Auth:
        user, password = self._credentials.user, self._credentials.password
        digest = challenge.lower().lstrip().startswith("digest")
        return httpx.DigestAuth(user, password) if digest else httpx.BasicAuth(user, password)
