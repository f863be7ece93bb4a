"""The server's pages: a thing of the graph, what words find, the query editor, the network."""

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from torkham import query, views
from torkham.query import Hit, Knowledge, Opened

ASSETS = {
    "page.css": ("page.css", "text/css"),
    "editor.js": ("editor.js", "text/javascript"),
    "yasgui.min.js": ("yasgui/yasgui.min.js", "text/javascript"),
    "yasgui.min.css": ("yasgui/yasgui.min.css", "text/css"),
}
"""What ``/assets/`` serves, and nothing else: name to file and media type."""

MOST = 50
"""As many hits are shown."""

POLICY = "; ".join(
    (
        "default-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)
"""For all pages but the network, which brings its own."""


@cache
def _environment() -> Environment:
    return Environment(loader=PackageLoader("torkham.server", "assets"), autoescape=True, undefined=StrictUndefined)


def asset(name: str) -> tuple[bytes, str] | None:
    """A file that the pages use, and its media type; None if there is no such file."""
    if name not in ASSETS:
        return None
    path, media = ASSETS[name]
    return files("torkham.server").joinpath("assets", *path.split("/")).read_bytes(), media


def hrefs(base: str) -> Callable[[str], str]:
    """Where the page of an IRI is: here for those of the graph and its ontology, else on the web."""

    def href(iri: str) -> str:
        if iri.startswith(base):
            return f"/id/{iri.removeprefix(base)}"
        if iri.startswith(query.PREFIXES["tk"]):
            return f"/about?iri={quote(iri, safe='')}"
        return iri if iri.startswith(("http://", "https://")) else "#"

    return href


def thing(known: Knowledge, base: str) -> str:
    """The page of a thing."""
    body = Markup(query.to_html(known, hrefs(base)))
    return _environment().get_template("page.html").render(title=f"{known.label} · Torkham", body=body, words="")


def found(words: str, hits: list[Hit], base: str) -> str:
    """The page of what words find."""
    template = _environment().get_template("found.html")
    return template.render(title=f"{words} · Torkham", words=words, hits=hits, most=MOST, href=hrefs(base))


def editor() -> str:
    """The query editor, with the named questions."""
    questions = query.questions()
    texts = msgspec.json.encode({name: each.sparql for name, each in questions.items()}).decode()
    safe = Markup(texts.replace("<", "\\u003c"))
    template = _environment().get_template("editor.html")
    return template.render(title="Query · Torkham", words="", questions=list(questions.values()), sparql=safe)


def network(graph: Path, opened: Opened) -> str:
    """The network: the page that the build wrote beside the graph, if it is not older, else made anew."""
    page = graph.with_suffix(".html")
    if page.is_file() and page.stat().st_mtime_ns >= graph.stat().st_mtime_ns:
        return page.read_text(encoding="utf-8")
    return views.build(query.answers(opened), title="Torkham").generate_html()
