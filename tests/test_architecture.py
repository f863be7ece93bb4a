"""What the linters cannot see: triples and IRIs of data are minted under rdf/ only."""

import ast
import re
from pathlib import Path

import pytest

import torkham

SOURCE = Path(torkham.__file__).parent
ASKING = ("query", "server", "validate", "api.py")
"""Rooms that look terms up in a finished graph, and so have to name them."""
NAMES = {"NamedNode", "URIRef"}
MAKES = {"BNode", "BlankNode", "Literal", "Quad", "Triple", "Minter", "Dataset"}
DATA = "w3id.org/torkham/id/"

MODULES = [
    pytest.param(path, id=path.relative_to(SOURCE).as_posix())
    for path in sorted(SOURCE.rglob("*.py"))
    if path.relative_to(SOURCE).parts[0] != "rdf"
]


def minted(tree: ast.Module) -> set[str]:
    """The constructors of terms and triples that a module calls, and IRIs of data that it puts together."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            found |= {called} & (NAMES | MAKES)
        if isinstance(node, ast.JoinedStr | ast.BinOp):
            parts = [one.value for one in ast.walk(node) if isinstance(one, ast.Constant)]
            found |= {part for part in parts if isinstance(part, str) and DATA in part}
    return found


@pytest.mark.parametrize("path", MODULES)
def test_nothing_is_minted_outside_rdf(path: Path) -> None:
    asks = path.relative_to(SOURCE).parts[0] in ASKING
    assert minted(ast.parse(path.read_text("utf-8"))) - (NAMES if asks else set()) == set()


def test_the_text_of_a_document_is_put_together_once() -> None:
    """``Doc.text`` joins all words anew: asked for at every sentence, long reports took hours."""
    asking = re.compile(r"\bdoc\.text\b")
    modules = [path.name for path in (SOURCE / "extract").glob("*.py") if asking.search(path.read_text("utf-8"))]
    assert modules == ["fulltext.py"]


def test_the_test_sees_what_it_is_for() -> None:
    code = 'a = URIRef(x); b = ox.Quad(a, a, a); c = f"https://w3id.org/torkham/id/actor/{x}"; d = y.Literal["a"]'
    assert minted(ast.parse(code)) == {"URIRef", "Quad", "https://w3id.org/torkham/id/actor/"}
