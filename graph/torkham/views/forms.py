"""The network in the formats of other programs: GraphML, GEXF and CSV; the same network gives the same bytes."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import networkx as nx

from torkham.errors import OutputError
from torkham.writing import write_whole

_COLUMNS = ("source", "source_label", "target", "target_label", "label", "relation", "modality", "attributed_to",
            "date", "document", "sentence", "fact")  # fmt: skip
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (section 2.2) cannot hold."""


def write(network: "nx.MultiDiGraph[str]", path: Path, form: str) -> None:
    """Writes ``network`` to ``path``; see :data:`FORMS`.

    Raises:
        OutputError: the file cannot be written, or the form is unknown.
    """
    if form not in FORMS:
        raise OutputError(f"{form}: no such format; choose one of {', '.join(sorted(FORMS))}")
    write_whole(path, FORMS[form](network).encode("utf-8", "replace"), "choose another --out")


def _clean(network: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """A copy without characters that XML cannot hold."""
    copy: nx.MultiDiGraph[str] = nx.relabel_nodes(network, lambda key: _FORBIDDEN.sub("\ufffd", key), copy=True)
    attributes = [data for _, data in copy.nodes(data=True)] + [data for *_, data in copy.edges(data=True)]
    for data in attributes:
        data.update({name: _FORBIDDEN.sub("\ufffd", value) for name, value in data.items() if isinstance(value, str)})
    return copy


def _graphml(network: "nx.MultiDiGraph[str]") -> str:
    return "\n".join(nx.generate_graphml(_clean(network), named_key_ids=True)) + "\n"


def _gexf(network: "nx.MultiDiGraph[str]") -> str:
    """networkx writes the day of the run into GEXF; it is taken out again."""
    text = "\n".join(nx.generate_gexf(_clean(network))) + "\n"
    return re.sub(r' lastmodifieddate="[^"]*"', "", text)


def _csv(network: "nx.MultiDiGraph[str]") -> str:
    """Cells that a spreadsheet would run as a formula get a leading apostrophe."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(_COLUMNS)
    labels = {node: str(data["label"]) for node, data in network.nodes(data=True)}
    for source, target, data in network.edges(data=True):
        row = {
            "source": source,
            "source_label": labels[source],
            "target": target,
            "target_label": labels[target],
            **data,
        }
        table.writerow([_inert(str(row.get(column, ""))) for column in _COLUMNS])
    return out.getvalue()


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


FORMS: dict[str, Callable[["nx.MultiDiGraph[str]"], str]] = {"graphml": _graphml, "gexf": _gexf, "csv": _csv}
"""What writes each format."""
