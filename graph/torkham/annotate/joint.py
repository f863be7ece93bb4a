"""The spaCy component ``torkham_joint``: tags, sentence borders, dependencies and names from one network.

Borders that are set beforehand (``token.is_sent_start`` True or False) are kept; None is for the network to decide.
A result never depends on what else is in the batch.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, POS, TAG
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc, Span
from thinc.types import Ints2d
from threadpoolctl import ThreadpoolController

from torkham.annotate.encoder import Array, Encoder, Scores, read
from torkham.annotate.pieces import Encoded, WordPieces
from torkham.annotate.quotation import keep_apart
from torkham.annotate.roles import LabelledArcs, Roles, log_softmax
from torkham.annotate.tagging import NameDecoder
from torkham.annotate.trees import best_tree

LONGEST_WINDOW = 110
PIECES_PER_BATCH = 1500
WEIGHTS, CLASSES, VOCABULARY = "weights.npz", "classes.json", "vocab.txt"


@dataclass
class Row:
    """A stretch of a document between two certain borders, as words; results are filled in window by window.

    ``tokens`` are positions in the Doc, ``starts`` the border marks (1 yes, -1 no, 0 undecided), ``done`` how many
    words have been read. ``heads`` count within the row; that of a root is the word itself.
    """

    words: list[str]
    tokens: list[int]
    starts: list[int]
    done: int = 0
    borders: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    upos: list[int] = field(default_factory=list)
    xpos: list[int] = field(default_factory=list)
    names: list[tuple[int, int, str]] = field(default_factory=list)

    def window(self) -> list[str]:
        """The words to be read next."""
        return self.words[self.done : self.done + LONGEST_WINDOW]


class JointReader:
    """See the module; made by spaCy from the pipeline's ``config.cfg`` and filled by :meth:`from_disk`."""

    def __init__(self) -> None:
        self._threads = ThreadpoolController()

    def from_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> "JointReader":
        """Read weights, classes and word pieces from a folder.

        Raises:
            InputError: the folder holds no such weights.
        """
        folder = Path(path)
        self._encoder = Encoder(read(folder / WEIGHTS))
        self._classes: dict[str, list[str]] = json.loads((folder / CLASSES).read_text(encoding="utf-8"))
        self._pieces = WordPieces(folder / VOCABULARY)
        self._names = NameDecoder(self._classes["ner"])
        self._root = self._classes["rel"].index("ROOT")
        self._roles = Roles(self._classes["rel"])
        return self

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the document in place and return it."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """The documents in order; ``batch_size`` of them are read together, which changes no result."""
        source = iter(stream)
        while docs := list(islice(source, batch_size)):
            rows = [_rows(doc) for doc in docs]
            with self._threads.limit(limits=1, user_api="blas"):
                self._read([row for of_doc in rows for row in of_doc])
            for doc, of_doc in zip(docs, rows, strict=True):
                self._write(doc, of_doc)
                yield doc

    def _read(self, rows: list[Row]) -> None:
        """Fill in the rows: window after window, rows of like length together."""
        while active := [row for row in rows if row.done < len(row.words)]:
            encoded = [(self._pieces.encode(row.window()), row) for row in active]
            encoded.sort(key=lambda pair: len(pair[0].ids))
            batch: list[tuple[Encoded, Row]] = []
            for pair in [*encoded, None]:
                size = sum(len(row.ids) for row, _ in batch)
                if pair is None or size + len(pair[0].ids) > PIECES_PER_BATCH:
                    for (_, row), scores in zip(
                        batch, self._encoder([e for e, _ in batch]) if batch else [], strict=True
                    ):
                        self._decode(row, scores)
                    batch = []
                batch += [pair] if pair is not None else []

    def _decode(self, row: Row, scores: Scores) -> None:
        """Read the whole sentences of a window; the unfinished last one opens the next window."""
        begin, size = row.done, len(scores.upos)
        chance = scores.start[:, 1] > scores.start[:, 0]
        marks = row.starts[begin : begin + size]
        cuts = [0] + [i for i in range(1, size) if marks[i] > 0 or (marks[i] == 0 and chance[i])]
        if begin + size < len(row.words) and len(cuts) > 1:
            size = cuts.pop()
        for start, end in zip(cuts, [*cuts[1:], size], strict=True):
            self._sentence(row, scores, start, end)
        row.upos += scores.upos[:size].argmax(1).tolist()
        row.xpos += scores.xpos[:size].argmax(1).tolist()
        row.names += [(begin + a, begin + b, label) for a, b, label in self._names(scores.ner[:size])]
        row.done += size

    def _sentence(self, row: Row, scores: Scores, start: int, end: int) -> None:
        offset = row.done + start
        upos = [self._classes["upos"][i] for i in scores.upos[start:end].argmax(1)]
        words = row.words[offset : row.done + end]
        columns = [0, *range(start + 1, end + 1)]
        arcs = keep_apart(scores.arc[start:end][:, columns], words, upos)
        found = LabelledArcs(arcs, scores.dependent[start:end], scores.head[columns], self._labels)
        heads = best_tree(found.weighed())
        numbers = found.labels(np.arange(len(heads)), heads).argmax(1)
        self._roles.settle(heads, numbers, found)
        row.borders.append(offset)
        row.heads += [offset + (i if head == 0 else int(head) - 1) for i, head in enumerate(heads)]
        row.labels += numbers.tolist()

    def _labels(self, dependent: Array, head: Array, under_root: NDArray[np.bool_]) -> Array:
        """Log probabilities of the labels of arcs; under the root there is one only."""
        labels = self._encoder.labels(dependent, head)
        labels[~under_root, self._root] = -np.inf
        labels[under_root] = -np.inf
        labels[under_root, self._root] = 0
        return log_softmax(labels)

    def _write(self, doc: Doc, rows: list[Row]) -> None:
        """Heads, labels, tags and names into the Doc; white space hangs on the word before it."""
        table = np.zeros((len(doc), 4), np.uint64)
        table[:, 1] = doc.vocab.strings.add("dep")
        table[:, 2] = doc.vocab.strings.add("_SP")
        table[:, 3] = IDS["SPACE"]
        offsets = np.full(len(doc), -1, np.int64)
        offsets[:1] = rows[0].tokens[0] if rows else 0
        add = {task: [doc.vocab.strings.add(name) for name in self._classes[task]] for task in ("rel", "xpos")}
        add["rel"][self._root] = doc.vocab.strings.add("root")
        upos = [IDS[name] for name in self._classes["upos"]]
        for row in rows:
            for i, token in enumerate(row.tokens):
                offsets[token] = row.tokens[row.heads[i]] - token
                table[token, 1:] = add["rel"][row.labels[i]], add["xpos"][row.xpos[i]], upos[row.upos[i]]
        table[:, 0] = offsets.view(np.uint64)
        doc.from_array([HEAD, DEP, TAG, POS], cast(Ints2d, table))
        names = [(row.tokens[a], row.tokens[b - 1] + 1, label) for row in rows for a, b, label in row.names]
        doc.set_ents([Span(doc, a, b, label=label) for a, b, label in names])


def _rows(doc: Doc) -> list[Row]:
    """Rows begin at borders that are certain; white space is in none."""
    rows: list[Row] = []
    pending = True
    for token in doc:
        pending = pending or token.is_sent_start is True
        if token.is_space:
            continue
        if pending:
            rows.append(Row([], [], []))
            pending = False
        mark = token.is_sent_start
        rows[-1].words.append(token.text)
        rows[-1].tokens.append(token.i)
        rows[-1].starts.append(0 if mark is None else 1 if mark else -1)
    return rows


@Language.factory(
    "torkham_joint", assigns=["token.head", "token.dep", "token.tag", "token.pos", "doc.ents", "doc.sents"]
)
def make_joint(nlp: Language, name: str) -> JointReader:
    """The registered factory; the component is empty until the pipeline is read from disk."""
    return JointReader()
