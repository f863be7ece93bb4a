"""Writes graph/torkham/vocabulary.py from ontology/torkham.ttl: ``python tools/generate_vocabulary.py [--check]``.

With ``--check`` nothing is written; the exit code is 1 when the file on disk is not what the ontology says.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "ontology" / "torkham.ttl"
TARGET = ROOT / "graph" / "torkham" / "vocabulary.py"
TK = "https://w3id.org/torkham/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
CONCEPT = ox.NamedNode(SKOS + "Concept")
LINE = 121
SUBCLASS = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")

HEAD = '''"""The closed vocabulary, generated from ontology/torkham.ttl by ``make vocabulary``: do not edit.

``TK`` holds the IRI of every term of the ontology; a name that the ontology lacks is an error for mypy and at run time.
The tuples hold the values that the contract names, in the order of the ontology.
"""

from typing import Final

NAMESPACE: Final = "{namespace}"
VERSION: Final = "{version}"


class TK:
    """Every term of the ontology; a hyphen of its name is an underscore here."""

'''


def generate(source: Path = SOURCE) -> str:
    """The text of the vocabulary module for an ontology file."""
    triples = [q.triple for q in ox.parse(path=str(source), format=ox.RdfFormat.TURTLE)]
    defined = _in_order(t.subject for t in triples if t.predicate.value == RDF + "type")
    head = HEAD.format(namespace=TK, version=_literal(triples, OWL + "versionInfo"))
    body = "".join(f'    {name.replace("-", "_")}: Final = "{TK}{name}"\n' for name in sorted(defined))
    return head + body + "\n\n" + _tuples(triples)


def _in_order(subjects: Iterable[object]) -> list[str]:
    names = [s.value.removeprefix(TK) for s in subjects if isinstance(s, ox.NamedNode) and s.value.startswith(TK)]
    return list(dict.fromkeys(names))


def _literal(triples: list[ox.Triple], predicate: str) -> str:
    return next(t.object.value for t in triples if t.predicate.value == predicate)


def _tuples(triples: list[ox.Triple]) -> str:
    """One tuple of notations for each class of concepts, named in upper case: ``EVENT_TYPE``, ``MEASURE``."""
    notations = {t.subject: t.object.value for t in triples if t.predicate.value == SKOS + "notation"}
    lines = []
    for kind in sorted(_in_order(t.subject for t in triples if t.predicate == SUBCLASS and t.object == CONCEPT)):
        members = [t.subject for t in triples if t.predicate.value == RDF + "type" and t.object.value == TK + kind]
        constant = "".join("_" + c if c.isupper() else c.upper() for c in kind).lstrip("_")
        lines.append(_assignment(constant, [f'"{notations[m]}"' for m in members]))
    return "".join(lines)


def _assignment(constant: str, values: list[str]) -> str:
    """The line as ``ruff format`` writes it."""
    line = f"{constant}: Final = ({', '.join(values)})\n"
    if len(line) <= LINE:
        return line
    return f"{constant}: Final = (\n" + "".join(f"    {value},\n" for value in values) + ")\n"


def main() -> int:
    """Write the module, or compare it (``--check``)."""
    text = generate()
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(text, encoding="utf-8")
        return 0
    if TARGET.read_text(encoding="utf-8") == text:
        return 0
    print(f"{TARGET} is not what {SOURCE} says: run `make vocabulary`", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
