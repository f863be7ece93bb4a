"""The network in torch: MiniLM's encoder (Wang et al. 2020) with case shapes, and heads for tags, trees and names.

Heads of arcs and labels after Dozat & Manning 2017 (deep biaffine attention). Parameter names are those of the shipped
file, so that ``torkham.annotate`` and this module read the same weights.
"""

import math
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from torkham.annotate.pieces import SHAPES

WIDTH, HEADS, LAYERS, INNER, ARC, REL = 384, 12, 6, 1536, 256, 256


def gelu(x: Tensor) -> Tensor:
    """Hendrycks & Gimpel 2016 in the form that the shipped program computes."""
    return functional.gelu(x, approximate="tanh")


class Layer(nn.Module):
    """One transformer layer, normalised after each step as in BERT."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.qkv, self.o = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.f1, self.f2 = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.n1, self.n2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        rows, length, _ = x.shape
        q, k, v = self.qkv(x).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        weights = (q @ k.transpose(-1, -2)) / math.sqrt(WIDTH // HEADS) + mask
        mixed = (weights.softmax(-1) @ v).transpose(1, 2).reshape(rows, length, WIDTH)
        x = self.n1(x + self.drop(self.o(mixed)))
        return self.n2(x + self.drop(self.f2(gelu(self.f1(x)))))


class Encoder(nn.Module):
    """Pieces and shapes to vectors. Piece and position embeddings stay as MiniLM learnt them."""

    def __init__(self) -> None:
        super().__init__()
        self.word, self.pos, self.typ = (
            nn.Embedding(30522, WIDTH),
            nn.Embedding(512, WIDTH),
            nn.Embedding(SHAPES, WIDTH),
        )
        self.norm, self.drop = nn.LayerNorm(WIDTH, 1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: Tensor, shapes: Tensor) -> Tensor:
        x = self.word(ids) + self.typ(shapes) + self.pos(torch.arange(ids.shape[1]))[None]
        x = self.drop(self.norm(x))
        mask = (ids == 0).to(x.dtype)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Network(nn.Module):
    """Rows of pieces to scores: upos, xpos, start, names (rows, words, classes), arcs (rows, words, words + 1; 0 is the
    root), and the two halves of the label scores."""

    def __init__(self, classes: dict[str, list[str]]) -> None:
        super().__init__()
        self.enc = Encoder()
        self.drop, self.mdrop = nn.Dropout(0.2), nn.Dropout(0.3)
        self.upos, self.xpos = nn.Linear(WIDTH, len(classes["upos"])), nn.Linear(WIDTH, len(classes["xpos"]))
        self.start, self.ner = nn.Linear(WIDTH, 2), nn.Linear(WIDTH, len(classes["ner"]))
        self.ad, self.ah, self.root = (
            nn.Linear(WIDTH, ARC),
            nn.Linear(WIDTH, ARC),
            nn.Parameter(torch.randn(WIDTH) * 0.02),
        )
        self.bi, self.hb = nn.Linear(ARC, ARC), nn.Linear(ARC, 1, bias=False)
        self.rd, self.rh = nn.Linear(WIDTH, REL), nn.Linear(WIDTH, REL, bias=False)
        self.rel = nn.Linear(REL, len(classes["rel"]))

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> dict[str, Tensor]:
        x = self.enc(ids, shapes)
        at = lambda p: torch.gather(x, 1, p[:, :, None].expand(-1, -1, WIDTH))  # noqa: E731
        words = self.drop((at(first) + at(last)) * 0.5)
        heads = torch.cat([self.root.expand(len(words), 1, WIDTH), words], 1)
        dependent, head = self.mdrop(gelu(self.ad(words))), self.mdrop(gelu(self.ah(heads)))
        arcs = self.bi(dependent) @ head.transpose(1, 2) / math.sqrt(ARC) + self.hb(head).transpose(1, 2)
        scores = {name: getattr(self, name)(words) for name in ("upos", "xpos", "start", "ner")}
        return {**scores, "arc": arcs, "rd": self.rd(words), "rh": self.rh(heads)}

    def label_scores(self, scores: dict[str, Tensor], heads: Tensor) -> Tensor:
        """Scores of the labels of given arcs; ``heads`` count from 1, 0 is the root."""
        size = scores["rh"].shape[-1]
        chosen = torch.gather(scores["rh"], 1, heads[:, :, None].expand(-1, -1, size))
        return self.rel(self.mdrop(gelu(scores["rd"] + chosen)))


def start_from_minilm(network: Network, path: Path) -> None:
    """Load MiniLM-L6's weights (Apache-2.0) into the encoder; every shape starts as token type 0."""
    w = {name.removeprefix("bert."): value for name, value in load_file(path).items()}
    enc = network.enc
    enc.word.weight.data = w["embeddings.word_embeddings.weight"].clone()
    enc.pos.weight.data = w["embeddings.position_embeddings.weight"].clone()
    enc.typ.weight.data = w["embeddings.token_type_embeddings.weight"][:1].repeat(SHAPES, 1)
    enc.norm.weight.data, enc.norm.bias.data = (
        w[f"embeddings.LayerNorm.{part}"].clone() for part in ("weight", "bias")
    )
    ours = {"o": "attention.output.dense", "f1": "intermediate.dense", "f2": "output.dense"}
    ours |= {"n1": "attention.output.LayerNorm", "n2": "output.LayerNorm"}
    for i, layer in enumerate(enc.layers):
        for part in ("weight", "bias"):
            three = [w[f"encoder.layer.{i}.attention.self.{x}.{part}"] for x in ("query", "key", "value")]
            getattr(layer.qkv, part).data = torch.cat(three)
            for mine, theirs in ours.items():
                getattr(getattr(layer, mine), part).data = w[f"encoder.layer.{i}.{theirs}.{part}"].clone()


def start_from_shipped(network: Network, path: Path) -> None:
    """Go on from a shipped ``.npz``: int8 rows times their scales."""
    arrays = np.load(path)
    state = {name: arrays[name] for name in arrays.files if "|" not in name}
    for name in arrays.files:
        if name.endswith("|q"):
            state[name[:-2]] = arrays[name].astype(np.float32) * arrays[name[:-2] + "|s"]
    network.load_state_dict({name: torch.from_numpy(np.asarray(value)) for name, value in state.items()})
