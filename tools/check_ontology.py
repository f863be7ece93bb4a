"""Runs ontology/checks/*.rq over the ontology: ``python tools/check_ontology.py``. Exit code 1 where a check finds something.

A check is a SELECT of ?term and ?value; each row is a finding, and the head of the file says problem, why and remedy.
"""

import sys
from pathlib import Path

import pyoxigraph as ox

ONTOLOGY = Path(__file__).resolve().parent.parent / "ontology"


def load(folder: Path = ONTOLOGY) -> ox.Store:
    """All Turtle files at the top of the ontology folder, in one graph."""
    store = ox.Store()
    for path in sorted(folder.glob("*.ttl")):
        store.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE)
    return store


def findings(store: ox.Store, check: Path) -> list[str]:
    """One line for each row of a check."""
    rows = store.query(check.read_text(encoding="utf-8"))
    return [" ".join(str(cell) for cell in row if cell is not None) for row in rows]


def explanation(check: Path) -> str:
    """The head of a check: problem, why, remedy."""
    lines = check.read_text(encoding="utf-8").splitlines()
    return "\n".join(f"  {line.removeprefix('# ')}" for line in lines if line.startswith("# "))


def main() -> int:
    """Print what was found, with the explanation of each check that found something."""
    store = load()
    failed = 0
    for check in sorted((ONTOLOGY / "checks").glob("*.rq")):
        found = findings(store, check)
        if found:
            failed += 1
            print(
                f"{check.stem}: {len(found)} found\n{explanation(check)}", *(f"    {line}" for line in found), sep="\n"
            )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
