"""The same articles give the same bytes, whatever Python's hash seed, the number of processes and the order of files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from torkham import resources

ARTEFACTS = ("graph.ttl", "graph.trig", "graph.jsonld", "graph.html", "ontology.ttl")


def built(out: Path, hash_seed: str, workers: str, paths: list[Path]) -> dict[str, bytes]:
    """The files of a build in a process of its own."""
    command = [sys.executable, "-m", "torkham", "build", *map(str, paths), "--out", str(out), "--workers", workers]
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {name: (out / name).read_bytes() for name in ARTEFACTS}


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    folder = resources.seeds()
    if folder is None:
        pytest.skip("an installed Torkham has no seeds")
    paths = sorted(folder.glob("*.txt"))
    first = built(tmp_path / "first", "1", "1", paths)
    second = built(tmp_path / "second", "2", "2", paths[::-1])
    assert [name for name in ARTEFACTS if first[name] != second[name]] == []
