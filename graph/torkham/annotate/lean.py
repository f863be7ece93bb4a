"""spaCy imported without its command line, which is a third of its import and of no use to a reader.

``spacy/__init__.py`` imports ``spacy.cli`` for the one function ``spacy.info``, and with it downloads, templates,
progress bars and two HTTP clients. A stand-in takes its place during the import and leaves afterwards, so that a later
``import spacy.cli`` finds the real one.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

COMMAND_LINE = ("spacy.cli", "spacy.cli.info")


def info(*arguments: Any, **options: Any) -> Any:
    """``spacy.info``, fetched from spaCy's command line when it is called."""
    return import_module(COMMAND_LINE[-1]).info(*arguments, **options)


@contextmanager
def without_command_line() -> Iterator[None]:
    """Within it ``import spacy`` does not read ``spacy.cli``; nothing changes where spaCy is imported already."""
    stand_ins = {} if "spacy" in sys.modules else {name: ModuleType(name) for name in COMMAND_LINE}
    for module in stand_ins.values():
        vars(module)["info"] = info
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            sys.modules.pop(name, None)


with without_command_line():
    import_module("spacy")
