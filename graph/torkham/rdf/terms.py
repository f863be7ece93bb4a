"""RDF terms as strings in N-Triples syntax (https://www.w3.org/TR/n-triples/), canonical lexical forms only.

Strings, because a library object per term costs twenty times as much as the text that is written in the end.
"""

import re

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PROV = "http://www.w3.org/ns/prov#"
ORG = "http://www.w3.org/ns/org#"
OA = "http://www.w3.org/ns/oa#"
TIME = "http://www.w3.org/2006/time#"
SCHEMA = "https://schema.org/"
DCTERMS = "http://purl.org/dc/terms/"
VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"

INTEGER = f"^^<{XSD}integer>"
BOOLEAN = f"^^<{XSD}boolean>"
DATE = f"^^<{XSD}date>"

_SPECIAL = re.compile(r'[\x00-\x1f"\\\x7f]')
_NAMED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def iri(value: str) -> str:
    """An IRI as a term."""
    return f"<{value}>"


def text(value: str, language: str = "") -> str:
    """A string, with a language tag if one is given."""
    escaped = _SPECIAL.sub(lambda m: _NAMED.get(m.group()) or f"\\u{ord(m.group()):04X}", value)
    return f'"{escaped}"@{language}' if language else f'"{escaped}"'


def integer(value: int) -> str:
    """An xsd:integer; stores keep those below 2^63."""
    return f'"{value}"{INTEGER}'


def boolean(value: bool) -> str:
    """An xsd:boolean."""
    return f'"{"true" if value else "false"}"{BOOLEAN}'


def date(value: str) -> str:
    """An xsd:date without a time zone, from a full ISO date."""
    return f'"{value}"{DATE}'
