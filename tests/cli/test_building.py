"""``torkham build`` where something is wrong: told in a line, nothing lost."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from torkham import pipeline

Run = Callable[..., Any]
TEXT = "Pakistan has deported 300 Afghans, the UN said on Wednesday.\n"


def test_a_bad_file_among_good_ones_is_told_and_the_others_are_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT + "\x1b]0;owned\x07 It rained there.\n")
    (tmp_path / "bad.txt").write_bytes(b"caf\xe9")
    done = run("build", str(tmp_path), "--out", str(tmp_path / "out"), "--explain")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith(f"torkham: {tmp_path}/bad.txt: is not UTF-8")
    assert "1 read, 1 refused" in done.stdout
    assert "\x1b" not in done.stdout
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "graph.ttl", "graph.trig", "graph.jsonld", "graph.html", "ontology.ttl",
    }  # fmt: skip


def test_of_several_bad_files_each_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.7")
    done = run("build", str(tmp_path), str(tmp_path / "c.txt"), "--out", str(tmp_path / "out"))
    assert done.returncode == 2
    for name, told in {"a": "is empty", "b": "is a PDF", "c": "is not there"}.items():
        assert f"{tmp_path}/{name}.txt: {told}" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--out", "{folder}/good.txt"), "good.txt: is no folder; choose another --out"),
        (("--out", "{folder}/good.txt/below"), "good.txt: is no folder"),
        (("--judgements", "{folder}/none"), "none: is no folder"),
        (("--base", "https://x.example/?id="), "--base"),
        (("--base", "https://"), "--base"),
    ],
)
def test_what_would_spoil_the_end_is_told_before_any_article_is_read(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], told: str
) -> None:
    monkeypatch.setattr(pipeline, "_Reader", None)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(TEXT)
    done = run("build", "good.txt", *(argument.format(folder=tmp_path) for argument in arguments))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert told in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["good.txt"]


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_build_that_is_stopped_says_so_by_its_exit_code(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sent: signal.Signals, code: int
) -> None:
    monkeypatch.setattr(pipeline, "build", lambda *_: os.kill(os.getpid(), sent))
    before = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a test run in the background of a shell ignores it
    try:
        done = run("build", str(tmp_path), "--out", str(tmp_path / "out"))
    finally:
        signal.signal(signal.SIGINT, before)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
