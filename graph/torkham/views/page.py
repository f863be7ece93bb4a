"""pyvis as the generator of the page, without what makes it unsafe or slow.

The subclass keeps pyvis' interface (``add_node``, ``add_edge``, ``nodes``, ``edges``, ``generate_html``, ``write_html``)
and its copy of vis-network; template, data and styles are Torkham's own: nothing is fetched, no string of an article
becomes markup, and a policy by hashes (CSP level 3, section 6.7) lets only the scripts of this page run.
"""

import base64
import hashlib
import re
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from torkham.writing import write_whole

MODULES = (
    "text", "data", "state", "shapes", "labels", "backdrop", "wording", "hold", "drawing", "camera",
    "picture", "sparql", "panel", "search", "facets", "timebar", "timeline", "figures", "table", "export", "tabs", "main",
)  # fmt: skip
"""The page's own modules under ``assets/``, each after those that it imports."""

_VIS = "lib/vis-9.1.2/vis-network.min.js"


class KGNetwork(Network):  # type: ignore[misc]
    """A directed pyvis network whose page is Torkham's.

    Nodes have x, y, size, colour and shape, never ``group``; ids are kept in a set, so that adding takes constant time.
    """

    def __init__(self, heading: str = "") -> None:
        """An empty network with a heading, which is text and never markup."""
        super().__init__(directed=True, cdn_resources="in_line", heading=heading)
        self._known: set[str | int] = set()
        self.language = "en"
        self.island: tuple[str, str] = ("{}", "json")
        self.templateEnv = Environment(
            loader=PackageLoader("torkham.views", "assets"), autoescape=True, undefined=StrictUndefined
        )
        self.path = "viewer.html"

    def add_node(self, n_id: str | int, label: str | None = None, **options: Any) -> None:
        """As pyvis, but a known id is found at once. ``n_id`` is a string or number; other types raise TypeError."""
        if not isinstance(n_id, str | int):
            raise TypeError(f"a node's id is a string or a number, not {type(n_id).__name__}")
        if n_id not in self._known:
            self._known.add(n_id)
            self.node_ids.append(n_id)
            node = {"id": n_id, "label": str(n_id) if label is None else label, **options}
            self.nodes.append(node)
            self.node_map[n_id] = node

    def add_edge(self, source: str | int, to: str | int, **options: Any) -> None:
        """As pyvis for directed networks: parallel edges are kept. Raises KeyError for an end that is no node."""
        for end in (source, to):
            if end not in self._known:
                raise KeyError(f"no node {end!r}")
        self.edges.append({"from": source, "to": to, "arrows": "to", **options})

    def generate_html(self, name: str = "", local: bool = True, notebook: bool = False) -> str:
        """The page as a string; the arguments are pyvis' and change nothing: the page never needs another file."""
        script, style, library = bundle(), asset("viewer.css"), vis()
        self.template = self.templateEnv.get_template(self.path)
        self.html = self.template.render(
            title=self.heading,
            language=self.language,
            policy=_policy([library, script], [style]),
            style=Markup(style),
            library=Markup(library),
            script=Markup(script),
            island=Markup(self.island[0]),
            encoding=self.island[1],
        )
        return str(self.html)

    def write_html(self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False) -> None:
        """Writes the page in UTF-8 with LF, whatever the machine's own encoding.

        Raises:
            OutputError: the file cannot be written.
        """
        write_whole(Path(name), self.generate_html().encode("utf-8"), "choose another --out")

    def show(self, name: str, local: bool = True, notebook: bool = False) -> None:
        """Writes the page; in a notebook put the network itself on the last line of a cell."""
        self.write_html(name)

    def _repr_html_(self) -> str:
        """The page inside a notebook, in a frame of its own, so that neither's styles reach the other."""
        page = escape(self.generate_html(), quote=True)
        return (
            f'<iframe title="{escape(self.heading)}" style="width:100%;height:42rem;border:0" srcdoc="{page}"></iframe>'
        )


def asset(name: str) -> str:
    """A file of ``assets/`` as text."""
    return files("torkham.views").joinpath("assets", name).read_text("utf-8")


def vis() -> str:
    """vis-network as pyvis ships it."""
    return files("pyvis").joinpath(_VIS).read_text("utf-8").replace("</script", "<\\/script")


def bundle() -> str:
    """The page's modules as one script: each a function of its own that returns what it exports."""
    return '"use strict";\n' + "\n".join(_closed(name, asset(f"{name}.js")) for name in MODULES)


def _closed(name: str, source: str) -> str:
    """A module in a closure: ``import { a } from "./b.js"`` becomes ``const { a } = $b``."""
    exports = re.findall(r"(?m)^export (?:async )?(?:function\*?|const|class) (\w+)", source)
    body = re.sub(r'(?m)^import (\{.*?\}) from "\./(\w+)\.js";$', r"const \1 = $\2;", source)
    body = re.sub(r'(?m)^import \* as (\w+) from "\./(\w+)\.js";$', r"const \1 = $\2;", body)
    body = re.sub(r"(?m)^export (?=\w)", "", body)
    return f"const ${name} = (() => {{\n{body}\nreturn {{ {', '.join(exports)} }};\n}})();"


def _policy(scripts: list[str], styles: list[str]) -> str:
    """A Content-Security-Policy that allows exactly these inline scripts and styles, local images, and nothing else."""

    def hashes(sources: list[str]) -> str:
        digests = (base64.b64encode(hashlib.sha256(source.encode()).digest()).decode() for source in sources)
        return " ".join(f"'sha256-{digest}'" for digest in digests)

    return (
        f"default-src 'none'; script-src {hashes(scripts)}; style-src {hashes(styles)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
