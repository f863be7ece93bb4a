"""The notebooks run from top to bottom, in order, in a copy of the repository, and are committed with their outputs."""

from pathlib import Path

import nbformat
import pytest
from workshop import workshop
from write_notebooks import NOTEBOOKS, executed

NAMES = sorted(path.name for path in NOTEBOOKS.glob("*.ipynb"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository; the first notebook builds the graph that the others open."""
    return workshop(tmp_path_factory.mktemp("notebooks") / "torkham")


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_runs_and_its_pictures_have_words(name: str, folder: Path) -> None:
    ran = executed(name, folder)
    outputs = [output for cell in ran.cells for output in cell.get("outputs", ())]
    assert not [output for output in outputs if output.get("name") == "stderr"]
    pictures = [output for output in outputs if "image/png" in output.get("data", {})]
    assert all(len(picture.metadata["image/png"]["alt"]) > 40 for picture in pictures)


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_committed_with_its_outputs_and_without_private_paths(name: str) -> None:
    notebook = nbformat.read(NOTEBOOKS / name, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.execution_count for cell in code)
    text = (NOTEBOOKS / name).read_text(encoding="utf-8")
    assert str(NOTEBOOKS.parent) not in text
    assert "/tmp/" not in text


def test_there_are_four() -> None:
    assert [name[:2] for name in NAMES] == ["01", "02", "03", "04"]
