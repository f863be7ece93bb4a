"""CoNLL-U treebanks and two-column name corpora into plain sentences.

Formats: https://universaldependencies.org/format.html; names are IOB2 or IO in the last or third column.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Sentence:
    """One gold sentence. ``heads`` are indices into ``words``, of the root its own; ``names`` are (start, end, label).

    ``text`` is the raw text where the corpus has it; ``opens`` marks the first sentence of a document or paragraph;
    ``key`` and ``document`` are the corpus's own names for the sentence and its document. Words at the places
    ``unsure`` may be names or not.
    """

    words: list[str]
    text: str = ""
    lemmas: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    misc: list[str] = field(default_factory=list)
    names: list[tuple[int, int, str]] | None = None
    ranges: list[tuple[int, int]] = field(default_factory=list)
    opens: bool = False
    opens_document: bool = False
    key: str = ""
    document: str = ""
    unsure: frozenset[int] = frozenset()

    def spaces(self) -> list[bool]:
        """Whether a blank follows each word; a guess is only made where the corpus has no raw text."""
        if self.misc:
            return self._from_misc()
        found, at = [], 0
        for word in self.words:
            at = self.text.find(word, at) + len(word) if self.text else -1
            found.append(self.text[at : at + 1] == " " if 0 <= at < len(self.text) else True)
        return found

    def _from_misc(self) -> list[bool]:
        found = ["SpaceAfter=No" not in misc for misc in self.misc]
        for first, last in self.ranges:
            found[first:last] = [False] * (last - first)
        return found


def paragraphs(path: Path) -> Iterator[tuple[list[str], list[list[str]]]]:
    """The blank-line separated groups of a file: comment lines, and rows split at tabs or the last blank."""
    comments: list[str] = []
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if not line.strip():
            if rows:
                yield comments, rows
            comments, rows = [], []
        elif line.startswith("# ") or line == "#":
            comments.append(line[1:].strip())
        else:
            rows.append(line.split("\t") if "\t" in line else line.rsplit(" ", 1))


def treebank(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file; words only, without multiword ranges and empty nodes."""
    document = ""
    for comments, all_rows in paragraphs(path):
        document = _told(comments, "newdoc id") or document
        rows = [row for row in all_rows if row[0].isdigit()]
        ranges = [found for row in all_rows if (found := _range(row, rows)) is not None]
        columns = list(zip(*rows, strict=True))
        heads = [int(head) - 1 if head != "0" else i for i, head in enumerate(columns[6])]
        yield Sentence(
            words=[word.replace(" ", "\u00a0") for word in columns[1]],
            text=_told(comments, "text"),
            key=_told(comments, "sent_id"),
            document=document,
            lemmas=list(columns[2]),
            upos=list(columns[3]),
            xpos=list(columns[4]),
            heads=heads,
            labels=["ROOT" if heads[i] == i else label for i, label in enumerate(columns[7])],
            misc=list(columns[9]),
            ranges=ranges,
            opens=any(c.startswith(("newdoc", "newpar")) for c in comments),
            opens_document=any(c.startswith("newdoc") for c in comments),
        )


def _told(comments: list[str], name: str) -> str:
    """What a comment says after ``name =``, or nothing."""
    return next((c.partition(" = ")[2] for c in comments if c.startswith(name + " = ")), "")


def _range(row: list[str], rows: list[list[str]]) -> tuple[int, int] | None:
    """First and last position of a multiword token; what its row says of the blank after it goes to its last word."""
    first, hyphen, last = row[0].partition("-")
    if not hyphen:
        return None
    rows[int(last) - 1][9] += "|" + row[9]
    return int(first) - 1, int(last) - 1


def iob(path: Path, labels: dict[str, str], column: int = -1) -> Iterator[Sentence]:
    """Sentences of a name corpus; ``labels`` maps its classes to ours, others are no names."""
    universal = path.name.startswith("en_")
    for comments, rows in paragraphs(path):
        words = [row[1 if universal else 0].replace(" ", "\u00a0") for row in rows]
        tags = [row[2 if universal else column] for row in rows]
        yield Sentence(words, text=_told(comments, "text"), key=_told(comments, "sent_id"), names=spans(tags, labels))


def spans(tags: Iterable[str], labels: dict[str, str]) -> list[tuple[int, int, str]]:
    """The names of a row of B-X/I-X/O tags; an I- after another class or O opens a name (IO and IOB2 alike)."""
    found: list[list[int | str]] = []
    previous = None
    for i, tag in enumerate(tags):
        label = labels.get(tag[2:])
        if label is not None and (tag[0] == "B" or label != previous):
            found.append([i, i + 1, label])
        elif label is not None:
            found[-1][1] = i + 1
        previous = label
    return [(int(a), int(b), str(label)) for a, b, label in found]


_ENTITY = re.compile(r"\((\w+)-(\w+)[^()|]*|(\w+)\)|\)")


def gum_entities(sentence: Sentence) -> list[tuple[int, int, str]]:
    """GUM's entity spans of one sentence (nested, nominal ones too): (start, end, type)."""
    stack: list[tuple[str, str, int]] = []
    found = []
    for i, misc in enumerate(sentence.misc):
        entity = re.search(r"Entity=([^|]+)", misc)
        for match in _ENTITY.finditer(entity.group(1)) if entity else ():
            if match.group(1):
                stack.append((match.group(1), match.group(2), i))
                if match.group(0).endswith(")"):
                    found.append((i, i + 1, stack.pop()[1]))
            elif stack:
                wanted = match.group(3)
                at = next((k for k in range(len(stack) - 1, -1, -1) if stack[k][0] == wanted), len(stack) - 1)
                _, kind, start = stack.pop(at)
                found.append((start, i + 1, kind))
    return found
