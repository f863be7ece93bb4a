"""Which files are read, what their documents are called, and what a person is told about the others."""

from hashlib import sha256
from pathlib import Path

import pytest

from torkham import corpus
from torkham.corpus import InputProblem
from torkham.model import Article


def _read(*paths: Path) -> tuple[list[Article], list[InputProblem]]:
    found = list(corpus.read(paths))
    articles = [item for item in found if isinstance(item, Article)]
    return articles, [item for item in found if isinstance(item, InputProblem)]


def test_text_is_the_decoded_file_without_bom_and_with_its_newlines(tmp_path: Path) -> None:
    (tmp_path / "a.b.txt").write_bytes("\ufeffOne.\r\n\r\nTwo 😀.\rThree.\n".encode())
    (article,), problems = _read(tmp_path)
    assert (article.id, article.source, article.text) == ("a.b", "a.b.txt", "One.\r\n\r\nTwo 😀.\rThree.\n")
    assert [article.text[block.start : block.end] for block in article.blocks] == ["One.", "Two 😀.", "Three."]
    assert article.sha256 == sha256((tmp_path / "a.b.txt").read_bytes()).hexdigest()
    assert not problems


def test_equal_names_are_told_apart_by_content_and_a_file_is_read_once(tmp_path: Path) -> None:
    for folder, text in (("x", "One."), ("y", "Two."), ("z", "Two.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(text)
    articles, problems = _read(tmp_path, tmp_path / "x" / "same.txt")
    assert [article.id for article in articles] == [f"same-{sha256(t).hexdigest()[:6]}" for t in (b"One.", b"Two.")]
    assert [problem.path for problem in problems] == [tmp_path / "z" / "same.txt"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \n", "is empty"),
        (b"one\ntwo caf\xe9", "not UTF-8 (byte 0xE9 in line 2)"),
        (b"\xff\xfeA\x00", "UTF-16"),
        ("Pakistan".encode("utf-16-be"), "iconv -f UTF-16BE"),
        ("Pakistan".encode("utf-32"), "UTF-32"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"a\x00b", "binary"),
        (b"<!DOCTYPE html>\n<html><body>x", "HTML"),
        (b"<p>Pakistan</p><p>has</p><p>said</p>" * 5, "HTML"),
        (b"ab " * 100_000, "a line of 300,000 characters"),
        (b"It rained. " + b"(" * 3_000, "3,000 characters without a space"),
        (b"a b\n" * 1_300_000, "5,200,000 bytes"),
    ],
)
def test_one_bad_file_is_named_and_stops_nothing(tmp_path: Path, data: bytes, told: str) -> None:
    (tmp_path / "bad.txt").write_bytes(data)
    (tmp_path / "good.txt").write_text("Pakistan deported them.")
    articles, (problem,) = _read(tmp_path)
    assert [article.id for article in articles] == ["good"]
    assert str(problem).startswith(f"{tmp_path / 'bad.txt'}: ")
    assert told in problem.message
    assert "\n" not in str(problem)


def test_a_file_name_cannot_drive_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\nb\x1b[2J.txt").touch()
    _, (problem,) = _read(tmp_path)
    assert str(problem) == f"{tmp_path}/a\\nb\\x1b[2J.txt: is empty; delete it or put the article's text there"


def test_paths_without_an_article_are_problems(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>x</p>")
    (tmp_path / ".hidden.txt").write_text("x")
    (tmp_path / "empty").mkdir()
    articles, problems = _read(tmp_path / "missing", tmp_path / "empty", tmp_path)
    assert not articles
    assert {problem.path.name: problem.message.split(";")[0] for problem in problems} == {
        "missing": "is not there",
        "empty": "holds no article",
        "page.html": "is a web page",
    }


def test_the_catalogue_tells_what_the_text_does_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Pakistan deported them.")
    (tmp_path / "b.txt").write_text("Iran deported them.")
    (tmp_path / "catalogue.toml").write_text(
        '[[article]]\nfile = "a.txt"\ntitle = "T"\npublisher = "P"\npublished = 2023-11-09\nurl = "https://x.example/"\n'
        '[[article]]\nfile = "b.txt"\nsha256 = "00"\n'
    )
    (article,), (problem,) = _read(tmp_path)
    assert (article.title, article.publisher, article.published, article.url) == (
        "T",
        "P",
        "2023-11-09",
        "https://x.example/",
    )
    assert problem.path.name == "b.txt"
    assert "SHA-256" in problem.message


@pytest.mark.parametrize(
    "line", ['published = "9 November 2023"', 'published = "2023-02-30"', "colour = 1", "published = ["]
)
def test_a_wrong_catalogue_is_told_once_and_its_articles_are_read(tmp_path: Path, line: str) -> None:
    (tmp_path / "catalogue.toml").write_text(f'[[article]]\nfile = "a.txt"\n{line}\n')
    (tmp_path / "a.txt").write_text("Pakistan deported them.")
    (tmp_path / "b.txt").write_text("Iran deported them.")
    articles, (problem,) = _read(tmp_path)
    assert [article.published for article in articles] == [None, None]
    assert problem.path.name == "catalogue.toml"
