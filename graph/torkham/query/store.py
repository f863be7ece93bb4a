"""A graph file as something to query at once: in memory if small, else in an Oxigraph store beside it.

The file stays the truth. The store lies in ``.<name>.store/<first 16 digits of the file's SHA-256>`` in the file's
folder; it is written in full before it gets that name, never changed afterwards, and one of an older file is deleted.
"""

import os
import shutil
from contextlib import suppress
from hashlib import file_digest
from pathlib import Path

import msgspec
import pyoxigraph as ox

from torkham.errors import InputError

PAYS_FROM = 2_000_000
"""Bytes from which opening a store is quicker than parsing the file (some 30,000 triples)."""

_FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
}


class Opened(msgspec.Struct, frozen=True):
    """A store to query. ``union``: its triples lie in named graphs, and queries go to all of them."""

    store: ox.Store
    union: bool
    folder: Path | None
    """Where the store lies on disk; None for one in memory."""


class _Stamp(msgspec.Struct, frozen=True):
    size: int
    mtime_ns: int
    sha256: str


def open_graph(path: Path, pays_from: int = PAYS_FROM) -> Opened:
    """The graph of an RDF file (Turtle, TriG, N-Triples, N-Quads, JSON-LD, RDF/XML by its extension), read-only.

    Raises:
        InputError: the file is missing, of another kind, or malformed; the message names line and column.
    """
    form = _format(path)
    union = form.supports_datasets and form != ox.RdfFormat.JSON_LD
    if path.stat().st_size < pays_from:
        return Opened(_load(ox.Store(), path, form), union, None)
    folder = _on_disk(path, form)
    if folder is None:
        return Opened(_load(ox.Store(), path, form), union, None)
    return Opened(ox.Store.read_only(str(folder)), union, folder)


def _format(path: Path) -> ox.RdfFormat:
    if path.is_dir():
        raise InputError(f"{path}: is a folder; name the graph in it, such as {path / 'graph.ttl'}")
    if not path.is_file():
        raise InputError(f"{path}: is not there; make it with torkham build, or name another with --graph")
    form = _FORMATS.get(path.suffix.lower())
    if form is None:
        raise InputError(f"{path}: is not a graph; give one of {', '.join(_FORMATS)}")
    return form


def _load(store: ox.Store, path: Path, form: ox.RdfFormat) -> ox.Store:
    try:
        store.bulk_load(path=str(path), format=form)
    except SyntaxError as error:
        raise InputError(f"{path}: {error.msg}; build the graph again") from error
    return store


def _on_disk(path: Path, form: ox.RdfFormat) -> Path | None:
    """The folder of the up-to-date store, made if need be; None where nothing can be written beside the file."""
    home = path.parent / f".{path.name}.store"
    stamp = home / "stamp.json"
    known = _read_stamp(stamp)
    if known and _unchanged(path, known) and (home / known.sha256[:16]).is_dir():
        return home / known.sha256[:16]
    seen = path.stat()
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    folder = home / digest[:16]
    try:
        home.mkdir(exist_ok=True)
        if not folder.is_dir():
            _build(folder, path, form)
        _write_stamp(stamp, _Stamp(seen.st_size, seen.st_mtime_ns, digest))
    except OSError:
        return None
    _forget_others(home, folder)
    return folder


def _unchanged(path: Path, stamp: _Stamp) -> bool:
    now = path.stat()
    return (now.st_size, now.st_mtime_ns) == (stamp.size, stamp.mtime_ns)


def _read_stamp(path: Path) -> _Stamp | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Stamp)
    except (OSError, msgspec.DecodeError):
        return None


def _write_stamp(path: Path, stamp: _Stamp) -> None:
    written = path.with_name(f"{path.name}.{os.getpid()}")
    written.write_bytes(msgspec.json.encode(stamp))
    written.replace(path)


def _build(folder: Path, path: Path, form: ox.RdfFormat) -> None:
    """Loads beside, then renames: whoever opens the folder finds all of the graph or nothing."""
    unfinished = folder.with_name(f"{folder.name}.{os.getpid()}")
    shutil.rmtree(unfinished, ignore_errors=True)
    store = ox.Store(str(unfinished))
    try:
        _load(store, path, form)
        store.optimize()
    except BaseException:
        del store
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    del store
    try:
        unfinished.rename(folder)
    except OSError:  # another process was quicker, with the same file
        shutil.rmtree(unfinished, ignore_errors=True)


def _forget_others(home: Path, current: Path) -> None:
    for other in home.iterdir():
        if other.is_dir() and other != current and "." not in other.name:
            with suppress(OSError):
                shutil.rmtree(other)
