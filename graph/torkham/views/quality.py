"""How well Torkham reads, as measured on articles that nobody had seen (``ontology/quality.toml``)."""

import tomllib

from torkham import resources
from torkham.errors import OntologyError


def measured() -> dict[str, float]:
    """Precision (0 to 1) by name of question, for the header of a page.

    Raises:
        OntologyError: the file is missing or malformed.
    """
    path = resources.ontology() / "quality.toml"
    try:
        return {str(name): float(value) for name, value in tomllib.loads(path.read_text("utf-8"))["precision"].items()}
    except (OSError, ValueError, KeyError) as error:
        raise OntologyError(f"{path}: {error}; it needs a table [precision] of numbers") from error
