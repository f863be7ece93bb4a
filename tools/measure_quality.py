"""Measures Torkham on the seeds and the development articles and writes the scores into README.md and docs/quality.md.

python tools/measure_quality.py

The column of blind articles is kept as it stands: they were scored once, before anybody who wrote a rule had read them.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from torkham import pipeline, query

ROOT = Path(__file__).resolve().parent.parent
SETS = {
    "seeds (5)": (ROOT / "seeds", ROOT / "tests/quality/gold/seeds"),
    "development (8)": (ROOT / "tests/articles/dev", ROOT / "tests/articles/dev"),
}
BLIND = "blind (8)"
LINES = (
    "figures found",
    "figures",
    "events found",
    "event arguments",
    "statements",
    "actors",
    "positions",
    "deadlines",
)
_OPEN = "not measured"


def scores(texts: Path, gold: Path) -> dict[str, dict[str, float]]:
    """What score.py says of a build of these texts, by line."""
    with TemporaryDirectory() as name:
        answers, graph = Path(name), Path(name) / "built"
        pipeline.write(pipeline.build(sorted(texts.glob("*.txt"))), graph)
        opened = query.open_graph(graph / "graph.ttl")
        for question in query.questions():
            (answers / f"{question}.json").write_text(
                query.write(query.ask(opened, question), "json"), encoding="utf-8"
            )
        command = [
            sys.executable,
            ROOT / "tests/quality/score.py",
            "--json",
            "--gold",
            gold,
            "--texts",
            texts,
            "--answers",
            answers,
        ]
        told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)["layers"]
    return {line: told[line] for line in LINES}


def table(measured: dict[str, dict[str, dict[str, float]]], held_out: dict[str, str], whole: bool) -> str:
    """The scores as Markdown: F1 alone, or with precision and recall; what was not measured here stays as it was."""
    rows = ["| | " + " | ".join([*SETS, BLIND]) + " |", "|---|" + "---|" * (len(SETS) + 1)]
    for line in LINES:
        cells = [_cell(measured[name][line], whole) for name in SETS]
        rows.append(f"| {line} | " + " | ".join([*cells, held_out.get(line, _OPEN)]) + " |")
    return "\n".join(rows)


def _cell(score: dict[str, float], whole: bool) -> str:
    f1 = f"{score['f1']:.3f}"
    return f"{f1} ({score['precision']:.3f} / {score['recall']:.3f})" if whole else f1


def _held_out(text: str) -> dict[str, str]:
    """The last column as it stands."""
    rows = re.findall(r"^\| ([a-z ]+) \|.*\| ([^|]+) \|$", text, re.MULTILINE)
    return {line: cell for line, cell in rows if line in LINES}


def main() -> None:
    """Measures, then replaces what stands between the marks of each page."""
    measured = {name: scores(*folders) for name, folders in SETS.items()}
    for page, whole in ((ROOT / "README.md", False), (ROOT / "docs" / "quality.md", True)):
        text = page.read_text(encoding="utf-8")
        before, rest = text.split("<!-- scores -->", 1)
        old, after = rest.split("<!-- /scores -->", 1)
        new = table(measured, _held_out(old), whole)
        page.write_text(f"{before}<!-- scores -->\n\n{new}\n\n<!-- /scores -->{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
