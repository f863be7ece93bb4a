"""The corpus stage: from files and folders to articles. One bad file never stops the others."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from torkham.corpus import catalogue
from torkham.corpus.blocks import blocks, headline
from torkham.corpus.catalogue import Entry
from torkham.corpus.decode import MAX_BYTES, decode, too_large
from torkham.corpus.files import document_id, find
from torkham.corpus.problem import InputProblem
from torkham.corpus.publisher import publisher
from torkham.errors import InputError
from torkham.model import Article


def read(paths: Iterable[Path]) -> Iterator[Article | InputProblem]:
    """The articles of files and folders, sorted by path, and a problem for each that cannot be read.

    Documents are called like their files, without extension; equal names get '-' and six hex digits of the SHA-256.
    """
    found = list(find(paths))
    names = Counter(path.stem for path in found if isinstance(path, Path))
    catalogues = _Catalogues()
    seen: dict[str, Path] = {}
    for path in found:
        if isinstance(path, InputProblem):
            yield path
            continue
        yield from catalogues.problems(path.parent)
        yield _read_once(path, names[path.stem] > 1, catalogues.entry(path), seen)


def article(name: str, text: str) -> Article:
    """An article from text at hand, called ``name``.

    Raises:
        InputError: the text is empty, HTML or no prose.
    """
    data = text.encode("utf-8", "replace")
    return _article(name, name, data, Entry(file=name))


def _read_once(path: Path, shared: bool, entry: Entry, seen: dict[str, Path]) -> Article | InputProblem:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            return InputProblem(path, too_large(size))
        data = path.read_bytes()
        _check_catalogued(data, entry)
        key = document_id(path, shared, data)
        if seen.setdefault(key, path) != path:
            return InputProblem(path, f"has the name and the content of {seen[key]}; it is read once")
        return _article(key, path.name, data, entry)
    except InputError as error:
        return InputProblem(path, str(error))
    except OSError as error:
        return InputProblem(path, f"cannot be read: {error.strerror}; make it readable or leave it out")


def _check_catalogued(data: bytes, entry: Entry) -> None:
    if entry.sha256 and entry.sha256.lower() != sha256(data).hexdigest():
        raise InputError(f"is not the file that {catalogue.NAME} describes (SHA-256 differs); correct one of them")


def _article(key: str, source: str, data: bytes, entry: Entry) -> Article:
    text = decode(data)
    marks = blocks(text)
    return Article(
        id=key,
        source=source,
        text=text,
        sha256=sha256(data).hexdigest(),
        title=entry.title or headline(text, marks),
        publisher=entry.publisher or publisher(text, marks),
        published=catalogue.published(entry),
        url=entry.url,
        blocks=marks,
    )


class _Catalogues:
    """The catalogues of the folders, each read once, and its problem told once."""

    def __init__(self) -> None:
        self._told: set[Path] = set()
        self._load = cache(_load)

    def entry(self, path: Path) -> Entry:
        loaded = self._load(path.parent)
        nothing = Entry(file=path.name)
        return nothing if isinstance(loaded, InputProblem) else loaded.get(path.name, nothing)

    def problems(self, folder: Path) -> Iterator[InputProblem]:
        loaded = self._load(folder)
        if isinstance(loaded, InputProblem) and folder not in self._told:
            self._told.add(folder)
            yield loaded


def _load(folder: Path) -> dict[str, Entry] | InputProblem:
    try:
        return catalogue.load(folder)
    except InputError as error:
        return InputProblem(folder / catalogue.NAME, str(error))
