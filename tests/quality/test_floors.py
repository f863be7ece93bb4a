"""What must not get worse: the seeds against the floors that were set for them, other articles against what was reached."""

import json
from pathlib import Path
from typing import Any

import pytest

from quality import score as referee
from torkham import pipeline, query, resources

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
ARTICLES = ROOT / "tests" / "articles"
SETS = {"seeds": (ROOT / "seeds", HERE / "gold" / "seeds")} | {
    name: (ARTICLES / name, ARTICLES / name) for name in ("dev", "dev4", "dev5", "dev6", "dev7", "dates")
}
FLOORS: dict[str, dict[str, float]] = json.loads((HERE / "floors.json").read_text("utf-8"))
"""By set of articles and layer: the least F1, of single cells the least accuracy."""


def measured(name: str, folder: Path) -> dict[str, Any]:
    """The pipeline's answers about a set of articles, judged by ``score.py``."""
    texts, gold = SETS[name]
    made = pipeline.build([texts])
    opened = query.open_triples("".join(f"{s} {p} {o} .\n" for s, p, o in made.dataset.merged()).encode())
    for question in query.questions():
        rows = query.ask(opened, question).records()
        (folder / f"{question}.json").write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
    tallies, cells = referee.score(gold, texts, folder)
    reached = {layer: tally.row()["f1"] for layer, tally in tallies.items()}
    return reached | {cell: round(good / total, 3) for cell, (good, total) in cells.items() if total}


@pytest.mark.parametrize("name", sorted(SETS))
def test_quality_holds_its_floors(name: str, tmp_path: Path) -> None:
    if resources.seeds() is None:
        pytest.skip("an installed Torkham has no seeds")
    reached = measured(name, tmp_path)
    table = "\n".join(
        f"{layer:<24}{reached.get(layer, 0):>7.3f}  floor {floor}" for layer, floor in FLOORS[name].items()
    )
    assert all(reached.get(layer, 0) >= floor for layer, floor in FLOORS[name].items()), f"{name}:\n{table}"
