"""Which files are articles, and what their documents are called."""

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from torkham.corpus.problem import InputProblem

_HTML = {".html", ".htm", ".xhtml"}


def find(paths: Iterable[Path]) -> Iterator[Path | InputProblem]:
    """The article files among ``paths``, sorted, each once: files as given, of folders (with theirs) every ``*.txt``.

    Hidden files and folders are passed over; a web page, an empty folder or a path that is not there is a problem.
    """
    seen: set[Path] = set()
    for path in sorted(set(paths)):
        for found in _below(path):
            if isinstance(found, InputProblem):
                yield found
            elif found.resolve() not in seen:
                seen.add(found.resolve())
                yield found


def _below(path: Path) -> Iterator[Path | InputProblem]:
    if path.is_dir():
        yield from _in_folder(path)
    elif not path.exists():
        yield InputProblem(path, "is not there; check the path")
    else:
        yield _article(path)


def _in_folder(folder: Path) -> Iterator[Path | InputProblem]:
    found: list[Path] = []
    errors: list[InputProblem] = []

    def unreadable(error: OSError) -> None:
        errors.append(
            InputProblem(Path(error.filename), f"cannot be opened: {error.strerror}; make it readable or leave it out")
        )

    for root, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(root, name) for name in names if not name.startswith(".") and _is_page(name)]
    yield from errors
    if not found and not errors:
        yield InputProblem(folder, "holds no article; put each article's text there as a .txt file")
    yield from map(_article, sorted(found))


def _is_page(name: str) -> bool:
    return Path(name).suffix.lower() in _HTML | {".txt"}


def _article(path: Path) -> Path | InputProblem:
    if not path.is_file():
        return InputProblem(path, "is neither a file nor a folder; save the article's text as a .txt file")
    if path.suffix.lower() in _HTML:
        return InputProblem(path, "is a web page; save the article's text, without markup, as .txt")
    try:
        path.name.encode("utf-8")
    except UnicodeEncodeError:
        return InputProblem(path, "has a name that is not UTF-8; rename it")
    return path


def document_id(path: Path, shared: bool, data: bytes) -> str:
    """The file's name without extension; if another file shares it, with '-' and six hex digits of the SHA-256."""
    return f"{path.stem}-{sha256(data).hexdigest()[:6]}" if shared else path.stem
