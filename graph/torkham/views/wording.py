"""The presentation of types: what `presentation.toml` says, with a readable answer for types it does not know."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from torkham.errors import OntologyError

Form = Literal["to", "alone", "at", "passive"]

_FILE = Path(__file__).with_name("presentation.toml")


def spaced(name: str) -> str:
    """The local name of a class in words: 'DeadlineSet' gives 'deadline set', 'in-pipeline' 'in pipeline'."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[-_]", " ", name).lower()


@dataclass(frozen=True)
class Wording:
    """Verbs, shapes and colours by type; the tables are those of the file."""

    tables: dict[str, dict[str, Any]]

    def group(self, event: str) -> str:
        """The colour group of an event type."""
        return str(self.tables["event"].get(event, {}).get("group", "link"))

    def verb(self, event: str, modality: str, form: Form = "to") -> str:
        """What an arrow says: before who undergoes it ('expelled', 'plans to expel'), before nobody ('announced'),
        before the place, of who does it ('withdrew from') or of who undergoes it ('expelled to').
        """
        forms = self.tables["event"].get(event) or dict.fromkeys(("past", "base", "at", "passive"), spaced(event))
        if form in ("at", "passive"):
            said = str(forms[form])
            return said if modality == "actual" else f"{spaced(modality)}: {said}"
        template = (
            "{past}" if modality == "actual" else str(self.tables["modality"].get(modality, modality + ": {past}"))
        )
        said = template.format(past=forms["past"], base=forms["base"])
        if form == "to":
            return said.replace("[", "").replace("]", "")
        alone = re.sub(r" \[.*?\]", "", said)
        return alone if alone != said else f"{said} …"

    def measure(self, name: str) -> str:
        """What a figure counts people as, in words; an unknown measure is read by its own name."""
        return str(self.tables["measure"].get(name, spaced(name)))

    def link(self, kind: str, **words: str) -> str:
        """What an edge that is no event says: 'president of', 'told'."""
        return str(self.tables["link"].get(kind, spaced(kind))).format(**words)

    def look(self, node_type: str) -> dict[str, str]:
        """Label, shape and the two colours of a node type."""
        looks = self.tables["node"]
        known = looks.get(node_type)
        return dict(known) if known else {**looks["default"], "label": spaced(node_type).capitalize()}


@cache
def load(path: Path = _FILE) -> Wording:
    """Reads the file.

    Raises:
        OntologyError: the file is no TOML or lacks a table.
    """
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(f"{path}: {error}; repair the file") from error
    missing = sorted({"node", "group", "event", "modality", "link", "measure", "paper"} - tables.keys())
    if missing:
        raise OntologyError(f"{path}: table [{missing[0]}] is missing; add it")
    return Wording(tables)
