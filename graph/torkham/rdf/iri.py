"""The only place where IRIs of data are minted: readable, stable when articles are added, in need of no escaping.

Characters outside ``A-Za-z0-9._~-`` of file names and keys are percent-encoded (RFC 3986, section 2); a name that would
make an IRI longer than stores keep is cut and gets twelve hexadecimal digits of its SHA-256.
"""

from hashlib import sha256
from urllib.parse import quote

BASE = "https://w3id.org/torkham/id/"
_LONGEST = 380


def _part(name: str) -> str:
    encoded = quote(name, safe="")
    if len(encoded) <= _LONGEST:
        return encoded
    return f"{encoded[:_LONGEST].rstrip('%0123456789ABCDEF')}-{sha256(name.encode()).hexdigest()[:12]}"


class Minter:
    """Mints IRIs under a base. Things of a text are named after their document and first offset; where two of a kind
    would get the same name, the later one gets ``-2``, ``-3`` …, in the order in which they are minted."""

    def __init__(self, base: str = BASE) -> None:
        self.base = base
        self._given: dict[str, int] = {}

    def unique(self, kind: str, *parts: str | int) -> str:
        """A new IRI ``<base>kind/part-part-…`` that no earlier call has returned."""
        path = f"{kind}/{'-'.join(_part(str(part)) for part in parts)}"
        number = self._given.get(path, 0) + 1
        self._given[path] = number
        return self.base + (path if number == 1 else f"{path}-{number}")

    def named(self, kind: str, *parts: str | int) -> str:
        """The IRI ``<base>kind/part-part-…``; the same parts give the same IRI."""
        return f"{self.base}{kind}/{'-'.join(_part(str(part)) for part in parts)}"

    def passage(self, document: str, start: int, end: int) -> str:
        """A stretch of a document's text."""
        return self.named("passage", document, start, end)

    def actor(self, key: str, kind: str) -> str:
        """An actor, or a place: the state Pakistan and the place Pakistan are two things."""
        return self.named("place" if kind == "Place" else "actor", key.removeprefix("place:"))

    def pair(self, kind: str, first: str, second: str) -> str:
        """Something between two things that have IRIs, named after both."""
        return self.named(kind, f"{first.removeprefix(self.base)}-{second.removeprefix(self.base)}".replace("/", "-"))

    def graph(self, name: str) -> str:
        """One of the two named graphs that all articles share: 'entities' or 'resolution'."""
        return self.named("graph", name)

    def document_graph(self, document: str) -> str:
        """The named graph of a document; one that is called like a shared graph keeps clear of it."""
        if document in ("entities", "resolution"):
            return self.named("graph", document, sha256(document.encode()).hexdigest()[:12])
        return self.named("graph", document)
