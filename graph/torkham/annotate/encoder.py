"""The trained network in numpy: MiniLM (Wang et al. 2020) with case shapes, and the score heads on top of it.

Rows of unequal length are packed, not padded: linear steps run over all pieces of the batch at once, attention row by
row. All arithmetic is in single precision and in place where it can be.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from torkham.annotate.pieces import Encoded
from torkham.errors import InputError

Array = NDArray[np.float32]
HEADS = 12
EPSILON = np.float32(1e-12)


class Scores(NamedTuple):
    """Scores of one row: per word and class; ``arc[i, j]`` of head ``j`` (0 is the root, words count from 1)."""

    upos: Array
    xpos: Array
    start: Array
    ner: Array
    arc: Array
    dependent: Array
    head: Array


def gelu(x: Array) -> Array:
    """Hendrycks & Gimpel 2016, the tanh form, overwriting ``x``."""
    inner = x * x
    inner *= np.float32(0.044715)
    inner += np.float32(1)
    inner *= x
    inner *= np.float32(0.7978845608)
    np.tanh(inner, out=inner)
    inner += np.float32(1)
    x *= inner
    x *= np.float32(0.5)
    return x


def read(path: Path) -> dict[str, Array]:
    """The arrays of a weight file; int8 rows come back as float32 times their scale.

    Raises:
        InputError: the file is missing or no weight file of Torkham's.
    """
    try:
        with np.load(path) as stored:
            whole = {name: stored[name] for name in stored.files}
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: no weights of an English pipeline; reinstall torkham or run `make train`") from error
    arrays = {name: value for name, value in whole.items() if "|" not in name}
    for name, value in whole.items():
        if name.endswith("|q"):
            arrays[name[:-2]] = value.astype(np.float32) * whole[name[:-2] + "|s"].astype(np.float32)
    return {name: np.asarray(value, dtype=np.float32) for name, value in arrays.items()}


class Encoder:
    """Weights ready to run; :meth:`__call__` is a pure function of its rows."""

    def __init__(self, weights: dict[str, Array]) -> None:
        """Transpose the linear maps once, and fold the scale of attention into the queries."""
        embeddings = ("enc.word.weight", "enc.pos.weight", "enc.typ.weight")
        self._w = {n: v if v.ndim < 2 or n in embeddings else np.ascontiguousarray(v.T) for n, v in weights.items()}
        self._depth = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("enc.layers."))
        self._width = weights["enc.norm.weight"].shape[0]
        scale = np.float32((self._width // HEADS) ** -0.5)
        for i in range(self._depth):
            for part in ("weight", "bias"):
                self._w[f"enc.layers.{i}.qkv.{part}"][..., : self._width] *= scale

    def __call__(self, rows: Sequence[Encoded]) -> list[Scores]:
        """The scores of every row, in the order given."""
        ends = np.cumsum([len(row.ids) for row in rows]).tolist()
        borders = list(zip([0, *ends[:-1]], ends, strict=True))
        pieces = self._encode(rows, borders)
        found = []
        for row, (start, end) in zip(rows, borders, strict=True):
            own = pieces[start:end]
            words = own[row.first]
            words += own[row.last]
            words *= np.float32(0.5)
            found.append(words)
        return self._heads(found)

    def labels(self, dependent: Array, head: Array) -> Array:
        """Label scores of arcs, from the halves of their dependents and heads (row by row)."""
        return self._linear(gelu(dependent + head), "rel")

    def _linear(self, x: Array, name: str) -> Array:
        y: Array = x @ self._w[name + ".weight"]
        bias = self._w.get(name + ".bias")
        if bias is not None:
            y += bias
        return y

    def _normalise(self, x: Array, name: str) -> Array:
        x -= x.mean(-1, keepdims=True)
        spread = np.einsum("ij,ij->i", x, x)[:, None]
        spread /= np.float32(self._width)
        spread += EPSILON
        x /= np.sqrt(spread)
        x *= self._w[name + ".weight"]
        x += self._w[name + ".bias"]
        return x

    def _encode(self, rows: Sequence[Encoded], borders: list[tuple[int, int]]) -> Array:
        x = self._w["enc.word.weight"][[i for row in rows for i in row.ids]]
        x += self._w["enc.typ.weight"][[i for row in rows for i in row.shapes]]
        x += self._w["enc.pos.weight"][[i for row in rows for i in range(len(row.ids))]]
        x = self._normalise(x, "enc.norm")
        for i in range(self._depth):
            name = f"enc.layers.{i}."
            mixed = self._linear(self._attend(self._linear(x, name + "qkv"), borders), name + "o")
            mixed += x
            x = self._normalise(mixed, name + "n1")
            inner = self._linear(gelu(self._linear(x, name + "f1")), name + "f2")
            inner += x
            x = self._normalise(inner, name + "n2")
        return x

    def _attend(self, qkv: Array, borders: list[tuple[int, int]]) -> Array:
        """Multi-head attention (Vaswani et al. 2017) inside each row."""
        mixed = np.empty((len(qkv), self._width), np.float32)
        for start, end in borders:
            parts = qkv[start:end].reshape(end - start, 3, HEADS, -1).transpose(1, 2, 0, 3)
            weights = parts[0] @ parts[1].transpose(0, 2, 1)
            weights -= weights.max(-1, keepdims=True)
            np.exp(weights, out=weights)
            weights /= weights.sum(-1, keepdims=True)
            mixed[start:end] = (weights @ parts[2]).transpose(1, 0, 2).reshape(end - start, -1)
        return mixed

    def _heads(self, rows: list[Array]) -> list[Scores]:
        """The output heads, after Dozat & Manning 2017 for arcs and labels."""
        cuts = np.cumsum([len(words) for words in rows])[:-1]
        words = np.concatenate(rows)
        plain = [np.split(self._linear(words, name), cuts) for name in ("upos", "xpos", "start", "ner", "rd")]
        dependents = np.split(self._linear(gelu(self._linear(words, "ad")), "bi"), cuts)
        with_root = np.concatenate([self._w["root"][None], words])
        heads, labels = gelu(self._linear(with_root, "ah")), self._linear(with_root, "rh")
        bias = self._linear(heads, "hb")[:, 0]
        scale = np.float32(dependents[0].shape[1] ** -0.5)
        scores, begin = [], 1
        for i, row in enumerate(rows):
            own = np.r_[0, begin : begin + len(row)]
            arc = dependents[i] @ heads[own].T
            arc *= scale
            arc += bias[own]
            upos, xpos, start, ner, dependent = (part[i] for part in plain)
            scores.append(Scores(upos, xpos, start, ner, arc, dependent, labels[own]))
            begin += len(row)
        return scores
