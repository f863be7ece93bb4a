"""The presentation of types: what `presentation.toml` says, with a readable answer for types it does not know."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from torkham.errors import OntologyError

Form = Literal["to", "alone"]
PlaceForm = Literal["at", "passive"]
DIRECT = "direct"

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

    def at(self, event: str, modality: str, form: PlaceForm, way: str) -> str:
        """What an arrow to a place says of who does it ('at': 'withdrew from') or who undergoes it ('passive': 'expelled to').

        ``way`` is what :meth:`way` found.
        """
        forms = self.tables["event"].get(event) or dict.fromkeys(("at", "passive"), f"{spaced(event)} {{way}}")
        direct = way == DIRECT and "direct" in forms
        named = self.tables["way"]["unknown"] if way == DIRECT else forms.get("goal", way) if way == "to" else way
        said = str(forms["direct"] if direct else forms[form]).format(way=named)
        return said if modality == "actual" else f"{spaced(modality)}: {said}"

    def way(self, sentence: str, place: str, length: int) -> str:
        """Whether the sentence names the place as end, start or passage, by the word before its name; DIRECT where that
        is a word as long as the event's own (``length``), which is then taken for it.
        """
        ways = self.tables["way"]
        before = re.findall(rf"(\w+) (?:the )?{re.escape(place)}\b", sentence)
        told = {str(ways[word.lower()]) for word in before if word.lower() in ways}
        if len(told) == 1:
            return told.pop()
        return DIRECT if not told and any(len(word) == length for word in before) else str(ways["unknown"])

    def verb(self, event: str, modality: str, form: Form = "to") -> str:
        """What an arrow says: before who undergoes it ('expelled', 'plans to expel'), or before nobody ('announced')."""
        forms = self.tables["event"].get(event) or dict.fromkeys(("past", "base"), spaced(event))
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
    missing = sorted({"node", "group", "event", "modality", "link", "measure", "paper", "way"} - tables.keys())
    if missing:
        raise OntologyError(f"{path}: table [{missing[0]}] is missing; add it")
    return Wording(tables)
