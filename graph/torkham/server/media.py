"""Media types: which the endpoint speaks, and which of them a client wants (RFC 9110, section 12.5.1)."""

from collections.abc import Iterable

import pyoxigraph as ox

_SPARQL = "application/sparql-results"
RESULTS = {
    f"{_SPARQL}+json": ox.QueryResultsFormat.JSON,
    f"{_SPARQL}+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/xml": ox.QueryResultsFormat.XML,
}
"""For SELECT and ASK, the preferred first."""

GRAPHS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/n-quads": ox.RdfFormat.N_QUADS,
    "application/trig": ox.RdfFormat.TRIG,
    "text/plain": ox.RdfFormat.N_TRIPLES,
    "application/json": ox.RdfFormat.JSON_LD,
    "application/xml": ox.RdfFormat.RDF_XML,
}
"""For CONSTRUCT and DESCRIBE, the preferred first."""


def best(accept: str | None, offers: Iterable[str]) -> str:
    """The offer that an Accept header likes best, of equally liked ones the first; '' if it likes none.

    No header means anything. What cannot be parsed is passed over.
    """
    wanted = _parsed(accept) if accept and accept.strip() else [("*/*", 1.0)]
    liked = [(max(_quality(offer, wanted)), offer) for offer in offers]
    top = max((quality for (_, quality), _ in liked), default=0.0)
    return next((offer for (_, quality), offer in liked if quality == top and quality > 0), "")


def _parsed(accept: str) -> list[tuple[str, float]]:
    ranges = []
    for part in accept.split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                quality = _number(value)
        ranges.append((media, quality))
    return ranges


def _number(text: str) -> float:
    try:
        return min(1.0, max(0.0, float(text)))
    except ValueError:
        return 0.0


def _quality(offer: str, wanted: list[tuple[str, float]]) -> list[tuple[int, float]]:
    """How specific each matching range is, and its quality; the most specific one decides."""
    ranks = {offer: 2, f"{offer.partition('/')[0]}/*": 1, "*/*": 0}
    return [(ranks[media], quality) for media, quality in wanted if media in ranks] or [(-1, 0.0)]
