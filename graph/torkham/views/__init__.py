"""The views: the answers to the contract's questions -> one offline page, or the network for other programs.

The doors take ``answers``: the rows of each question by its name, with exactly the contract's columns. Four more are
used where they are given: `passages` (fact, quote, offset: where the words stand in the sentence), `identities`
(actor, label, name, language, reason, document), `places` (place, label, same_as) and `ways` (report, place, way:
'to' or 'from').
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from torkham.views.quality import measured
from torkham.views.register import Answers

if TYPE_CHECKING:
    import networkx as nx

    from torkham.views.page import KGNetwork

__all__ = ["Answers", "build", "measured", "network", "write_html", "write_network"]


def build(
    answers: Answers, *, title: str, layout: Path | None = None, quality: Mapping[str, float] | None = None
) -> KGNetwork:
    """The network as a pyvis object: ``.write_html(path)``, or the last line of a notebook's cell.

    ``layout`` is a JSON file of places by IRI: nodes that stand in it stay near, and the file is brought up to date.
    ``quality`` are measured precisions (0 to 1) by name of question, shown in the header.
    """
    from torkham.views.assemble import assemble

    return assemble(answers, title=title, layout=layout, quality=quality)


def write_html(
    answers: Answers, path: Path, *, title: str, layout: Path | None = None, quality: Mapping[str, float] | None = None
) -> None:
    """Writes the page to ``path``: one file that needs no other and no network. For the arguments see :func:`build`.

    Raises:
        OutputError: a file cannot be written.
        InputError: the layout file is not one.
    """
    build(answers, title=title, layout=layout, quality=quality).write_html(str(path))


def network(answers: Answers) -> nx.MultiDiGraph[str]:
    """The same network for networkx: nodes by IRI, one edge for each fact between two of them."""
    from torkham.views.multigraph import graph
    from torkham.views.story import tell

    return graph(tell(answers))


def write_network(answers: Answers, path: Path, *, form: str) -> None:
    """Writes the network as ``form`` 'graphml', 'gexf' or 'csv' (one row for each edge).

    Raises:
        OutputError: the file cannot be written, or the form is unknown.
    """
    from torkham.views.forms import write

    write(network(answers), path, form)
