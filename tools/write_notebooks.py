"""Executes the notebooks in a copy of the repository and writes them back with their outputs.

    python tools/write_notebooks.py FOLDER    FOLDER is a copy made by workshop.py

What differs between two runs is left out: times, run counts of the kernel, versions; and the output of cells tagged
``interactive``, which is a page of its own that GitHub would not show.
"""

import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"
_LANGUAGE = {"name": "python", "file_extension": ".py", "mimetype": "text/x-python"}


def executed(name: str, folder: Path) -> nbformat.NotebookNode:
    """A notebook of the copy after all its cells ran, cleaned.

    Raises:
        nbclient.exceptions.CellExecutionError: a cell failed.
    """
    path = folder / "notebooks" / name
    # the kernel's packages and the copy's code, whatever started this
    os.environ["PYTHONPATH"] = str(folder / "graph")
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=900, kernel_name="python3", resources={"metadata": {"path": path.parent}})
    return cleaned(client.execute())


def cleaned(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook without what differs between two runs."""
    notebook.metadata["language_info"] = _LANGUAGE
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if "interactive" in cell.metadata.get("tags", ()):
            cell.outputs = []
    return notebook


def main() -> None:
    """Executes and rewrites all notebooks, in order."""
    folder = Path(sys.argv[1]).resolve()
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        nbformat.write(executed(path.name, folder), path)


if __name__ == "__main__":
    main()
