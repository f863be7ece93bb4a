"""Names in the seed articles, with the known actors: exact span and class of every occurrence."""

import re
import tomllib
from pathlib import Path

import pytest

from torkham import resources
from torkham.annotate import load
from torkham.lexicon import names
from torkham.model import Article

FLOOR = 0.97


def gold(text: str, listed: dict[str, list[str]]) -> list[tuple[int, str, list[str]]]:
    """(offset, class, ways to draw it) of every occurrence, the longest name first where two overlap."""
    ways = sorted(
        (
            (way, kind, name.split("|"))
            for kind, all_names in listed.items()
            for name in all_names
            for way in name.split("|")
        ),
        key=lambda entry: -len(entry[0]),
    )
    found: list[tuple[int, str, list[str]]] = []
    taken: set[int] = set()
    for way, kind, same in ways:
        for match in re.finditer(rf"(?<![\w#]){re.escape(way)}(?!\w)", text):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                found.append((match.start(), kind, same))
    return found


def test_names_of_the_seeds() -> None:
    seeds = resources.seeds()
    if seeds is None:
        pytest.skip("the seeds are in the checkout only")
    listed = tomllib.loads(Path(__file__).with_name("seednames.toml").read_text(encoding="utf-8"))
    annotator = load(None, names.load(resources.ontology() / "actors.ttl"))
    missed, total = [], 0
    for path in sorted(seeds.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        ents = annotator(Article(id=path.stem, source=path.name, text=text, sha256="")).ents
        wanted = gold(text, listed)
        total += len(wanted)
        for start, kind, ways in wanted:
            near = [ent for ent in ents if ent.start_char <= start < ent.end_char or ent.start_char == start]
            if not any(ent.label_ == kind and ent.text in ways for ent in near):
                missed.append(f"{path.stem}: {ways[0]} ({kind}), found {[(ent.text, ent.label_) for ent in near]}")
    assert 1 - len(missed) / total >= FLOOR, f"{len(missed)} of {total} names:\n" + "\n".join(missed)
