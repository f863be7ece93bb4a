"""Rules: CONSTRUCT queries of ``ontology/rules/*.rq``, run over what is resolved, until they add nothing new."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from torkham.errors import OntologyError
from torkham.model import Triple


def derive(triples: Iterable[Triple], folder: Path) -> set[Triple]:
    """The triples that the rules add to the given ones."""
    store = ox.Store()
    given = set(triples)
    text = "".join(f"{s} {p} {o} .\n" for s, p, o in given)
    store.load(text.encode(), format=ox.RdfFormat.N_TRIPLES)
    added: set[Triple] = set()
    for path in sorted(folder.glob("*.rq")):
        added |= _run(store, path)
    return added - given


def _run(store: ox.Store, path: Path) -> set[Triple]:
    try:
        results = store.query(path.read_text(encoding="utf-8"))
    except (OSError, SyntaxError) as error:
        raise OntologyError(f"{path}: {error}") from error
    if not isinstance(results, ox.QueryTriples):
        raise OntologyError(f"{path}: a rule is a CONSTRUCT query")
    return {(str(t.subject), str(t.predicate), str(t.object)) for t in results}
