"""From trained weights to the pipeline folder that ships: int8 weights, lemma tables, spaCy's config and meta.json."""

import json
import tomllib
from pathlib import Path

import numpy as np
import spacy
import torch

from torkham.annotate import joint
from torkham.annotate import lemmas as lemma_tables
from train import lemmas, names
from train.conllu import treebank
from train.words import Words

SMALL = 8
COMPONENTS = ("torkham_borders", "torkham_joint", "torkham_lemmas")


def quantised(state: dict[str, torch.Tensor]) -> dict[str, np.ndarray]:
    """Matrices of more than eight rows as int8 with one float32 scale per row; all else as float32."""
    arrays = {}
    for name, tensor in state.items():
        value = tensor.numpy().astype(np.float32)
        if value.ndim == 2 and len(value) > SMALL:
            scale = np.abs(value).max(1, keepdims=True) / np.float32(127) + np.float32(1e-12)
            arrays[name + "|q"] = np.round(value / scale).astype(np.int8)
            arrays[name + "|s"] = scale
        else:
            arrays[name] = value
    return arrays


def export(state: dict[str, torch.Tensor], classes: dict[str, list[str]], vocabulary: Path, out: Path) -> None:
    """Write the joint component's folder."""
    folder = out / "torkham_joint"
    folder.mkdir(parents=True, exist_ok=True)
    np.savez(folder / joint.WEIGHTS, **quantised(state))
    (folder / joint.CLASSES).write_text(json.dumps(classes) + "\n", encoding="utf-8")
    (folder / joint.VOCABULARY).write_bytes(vocabulary.read_bytes())


def export_lemmas(root: Path, words: Words, vocabulary: Path, out: Path) -> None:
    """Count and write the lemmatiser's folder."""
    (out / "torkham_lemmas").mkdir(parents=True, exist_ok=True)
    ewt = [s for part in ("train", "dev") for s in treebank(root / "UD_English-EWT" / f"en_ewt-ud-{part}.conllu")]
    gum = [s for part in ("train", "test") for s in names.gum(root, part, words)]
    lemmas.write(lemmas.tables(ewt + gum, words, vocabulary), out / "torkham_lemmas" / lemma_tables.TABLES)


def export_config(out: Path, scores: dict[str, dict[str, float]]) -> None:
    """spaCy's ``config.cfg``, and ``meta.json`` with what ``sources.toml`` says of data and licences, and the scores."""
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "torkham.NewsTokenizer.v1"}}})
    for name in COMPONENTS:
        nlp.add_pipe(name)
    nlp.config.to_disk(out / "config.cfg")
    told = tomllib.loads(Path(__file__).with_name("sources.toml").read_text(encoding="utf-8"))
    meta = {"lang": "en", "name": "torkham", **told, "spacy_version": ">=3.8,<3.9", "pipeline": list(COMPONENTS)}
    meta |= {"components": list(COMPONENTS), "vectors": {"width": 0, "vectors": 0, "keys": 0, "name": None}}
    text = json.dumps({**meta, "performance": scores}, indent=2, ensure_ascii=False)
    (out / "meta.json").write_text(text + "\n", encoding="utf-8")
