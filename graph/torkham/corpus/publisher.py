"""Who published a text, where the text itself shows it beyond doubt; otherwise nobody is named."""

import re

from torkham.corpus.cues import cues, plain
from torkham.corpus.pieces import dateline
from torkham.model import Block

_NAME = re.compile(r"[^,.;|\d]{2,60}")
_COPYRIGHT = re.compile(r"copyright|\(c\)|©", re.I)


def publisher(text: str, marks: tuple[Block, ...]) -> str | None:
    """The paper of 'Published in …'; else the one agency that dateline, closing mark, credit or copyright name."""
    bylines = [text[block.start : block.end] for block in marks if block.kind == "byline"]
    for line in bylines:
        if match := cues().published_in.match(plain(line)):
            name = _NAME.match(line, match.end())
            if name:
                return _label(name.group().strip())
    names = {name for name in _agencies(text, marks, bylines) if name}
    return names.pop() if len(names) == 1 else None


def _agencies(text: str, marks: tuple[Block, ...], bylines: list[str]) -> list[str | None]:
    found = [_press(line) for line in bylines if cues().byline_contains.search(plain(line))]
    for block in marks:
        words = text[block.start : block.end]
        if block.kind == "dateline":
            _, agency = dateline(f"{words} X", first=False)
            found.append(cues().press.get(agency or ""))
        elif block.kind == "noise" and _COPYRIGHT.match(words):
            found.append(_copyright(words))
        elif block.kind == "noise" and (match := cues().closing.search(f".{words}")):
            found.append(cues().press.get(match["a"] or match["b"]))
    return found


def _press(line: str) -> str | None:
    match = cues().press_start.match(line)
    return cues().press[match["name"]] if match else None


def _copyright(line: str) -> str | None:
    match = cues().press_name.search(line)
    return cues().press[match["name"]] if match else None


def _label(name: str) -> str:
    return cues().press.get(name, name)
