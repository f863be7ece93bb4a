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
LANE = 16
PIECES = "enc.word.weight"
"""The table of word pieces: half of all weights, of which a text needs few rows, so it stays in eight bits."""
ROWS_IN_CACHE = 32


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
    """Hendrycks & Gimpel 2016, the tanh form written as ``x / (1 + exp(-2 z))``, overwriting ``x`` (rows, columns).

    A few rows at a time, so that the scratch stays in the processor's cache.
    """
    scratch = np.empty((min(ROWS_IN_CACHE, len(x)), x.shape[1]), np.float32)
    with np.errstate(over="ignore"):
        for start in range(0, len(x), ROWS_IN_CACHE):
            part = x[start : start + ROWS_IN_CACHE]
            inner = scratch[: len(part)]
            np.multiply(part, part, out=inner)
            inner *= np.float32(-2 * 0.7978845608 * 0.044715)
            inner += np.float32(-2 * 0.7978845608)
            inner *= part
            np.exp(inner, out=inner)
            inner += np.float32(1)
            part /= inner
    return x


def read(path: Path) -> dict[str, Array]:
    """The arrays of a weight file; int8 rows come back as float32 times their scale, but not those of word pieces.

    Raises:
        InputError: the file is missing or no weight file of Torkham's.
    """
    try:
        with np.load(path) as stored:
            whole = {name: stored[name] for name in stored.files}
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: no weights of an English pipeline; reinstall torkham or run `make train`") from error
    arrays = {name: value for name, value in whole.items() if "|" not in name or name.startswith(PIECES)}
    for name, value in whole.items():
        if name.endswith("|q") and not name.startswith(PIECES):
            arrays[name[:-2]] = value.astype(np.float32) * whole[name[:-2] + "|s"].astype(np.float32)
    return arrays


class Encoder:
    """Weights ready to run; a call is a pure function of each row, whatever other rows are in the batch.

    That holds bit for bit because every matrix has a multiple of ``LANE`` columns: BLAS then adds up each element in
    the same order whatever the number of rows. Heads that read the same vectors are therefore one matrix, filled with
    zeros.
    """

    def __init__(self, weights: dict[str, Array]) -> None:
        """Arrange the weights: transposed, heads side by side, constant factors folded in."""
        tables = ("enc.pos.weight", "enc.typ.weight", PIECES + "|q", PIECES + "|s")
        self._w = {n: v if v.ndim < 2 or n in tables else np.ascontiguousarray(v.T) for n, v in weights.items()}
        self._depth = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("enc.layers."))
        self._width = weights["enc.norm.weight"].shape[0]
        scale = np.float32((self._width // HEADS) ** -0.5)
        for i in range(self._depth):
            for part in ("weight", "bias"):
                self._w[f"enc.layers.{i}.qkv.{part}"][..., : self._width] *= scale
        self._cuts = self._beside("words", ("upos", "xpos", "start", "ner", "rd", "ad"))
        self._beside("heads", ("ah", "rh"))
        self._arcs = self._w["ah.weight"].shape[1]
        self._beside("label", ("rel",))
        self._labels = self._w["rel.weight"].shape[1]
        factor = np.float32(self._arcs**-0.5)
        self._w["bi.weight"] *= factor
        self._w["bi.bias"] *= factor
        self._w["bi.bias"] += self._w["hb.weight"][:, 0]

    def __call__(self, rows: Sequence[Encoded]) -> list[Scores]:
        """The scores of every row, in the order given."""
        ends = np.cumsum([len(row.ids) for row in rows]).tolist()
        borders = list(zip([0, *ends[:-1]], ends, strict=True))
        pieces = self._encode(rows, borders)
        first = [start + i for row, (start, _) in zip(rows, borders, strict=True) for i in row.first]
        last = [start + i for row, (start, _) in zip(rows, borders, strict=True) for i in row.last]
        words = pieces[first]
        words += pieces[last]
        words *= np.float32(0.5)
        return self._heads(words, [len(row.first) for row in rows])

    def labels(self, dependent: Array, head: Array) -> Array:
        """Label scores of arcs, from the halves of their dependents and heads (row by row)."""
        both = np.zeros((max(len(dependent), 2), dependent.shape[1]), np.float32)
        np.add(dependent, head, out=both[: len(dependent)])
        return self._linear(gelu(both), "label")[: len(dependent), : self._labels]

    def _beside(self, name: str, parts: Sequence[str]) -> list[int]:
        """Join the matrices of several heads into one; returns where each ends."""
        ends: list[int] = np.cumsum([self._w[part + ".weight"].shape[1] for part in parts]).tolist()
        width = -(-ends[-1] // LANE) * LANE
        self._w[name + ".weight"] = np.zeros((self._w[parts[0] + ".weight"].shape[0], width), np.float32)
        self._w[name + ".bias"] = np.zeros(width, np.float32)
        for part, start, end in zip(parts, [0, *ends[:-1]], ends, strict=True):
            self._w[name + ".weight"][:, start:end] = self._w[part + ".weight"]
            if part + ".bias" in self._w:
                self._w[name + ".bias"][start:end] = self._w[part + ".bias"]
        return ends

    def _linear(self, x: Array, name: str) -> Array:
        y: Array = x @ self._w[name + ".weight"]
        y += self._w[name + ".bias"]
        return y

    def _normalise(self, x: Array, name: str) -> Array:
        """Layer normalisation (Ba et al. 2016), overwriting ``x``."""
        x -= x.mean(-1, keepdims=True)
        spread = np.einsum("ij,ij->i", x, x)[:, None]
        spread /= np.float32(self._width)
        spread += EPSILON
        np.sqrt(spread, out=spread)
        x /= spread
        x *= self._w[name + ".weight"]
        x += self._w[name + ".bias"]
        return x

    def _encode(self, rows: Sequence[Encoded], borders: list[tuple[int, int]]) -> Array:
        ids = [i for row in rows for i in row.ids]
        x: Array = self._w[PIECES + "|q"][ids].astype(np.float32)
        x *= self._w[PIECES + "|s"][ids]
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
            np.matmul(weights, parts[2], out=mixed[start:end].reshape(end - start, HEADS, -1).transpose(1, 0, 2))
        return mixed

    def _heads(self, words: Array, lengths: list[int]) -> list[Scores]:
        """The output heads, after Dozat & Manning 2017 for arcs and labels."""
        plain = self._linear(words if len(words) > 1 else np.repeat(words, 2, 0), "words")
        dependents = self._linear(gelu(np.ascontiguousarray(plain[:, self._cuts[4] : self._cuts[5]])), "bi")
        heads = self._linear(np.concatenate([self._w["root"][None], words]), "heads")
        above = gelu(np.ascontiguousarray(heads[:, : self._arcs]))
        scores, begin = [], 0
        for length in lengths:
            own, with_root = slice(begin, begin + length), [0, *range(begin + 1, begin + length + 1)]
            arc = dependents[own] @ above[with_root].T
            upos, xpos, start, ner, dependent, _ = np.split(plain[own], self._cuts[:-1], axis=1)
            scores.append(Scores(upos, xpos, start, ner, arc, dependent, heads[with_root, self._arcs :]))
            begin += length
        return scores
