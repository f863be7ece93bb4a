"""Where Torkham's data lie: in a checkout beside the source, in an installed wheel inside the package."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


@cache
def ontology() -> Path:
    """The ``ontology/`` folder: of the checkout if this is one, else the copy inside the wheel."""
    inside = _PACKAGE / "ontology"
    return inside if inside.is_dir() else _CHECKOUT / "ontology"


@cache
def english() -> Path:
    """The folder of the English pipeline that Torkham ships."""
    return _PACKAGE / "annotate" / "english"


def seeds() -> Path | None:
    """The ``seeds/`` folder of the checkout, or None where Torkham is installed from a wheel (the seeds are the press's)."""
    folder = _CHECKOUT / "seeds"
    return folder if folder.is_dir() and (_CHECKOUT / "pyproject.toml").is_file() else None
