"""What a line's neighbours tell of it: lists of links, kickers above a title, what the page shows twice."""

from torkham.corpus.cues import cues, plain
from torkham.corpus.pieces import is_capitalised
from torkham.model import Block
from torkham.model.article import BlockKind

_READ = ("headline", "caption", "paragraph")
_BELOW = 4
"""Lines below a subtitle among which the writer's name and the town stand."""
_REPEATED = 40
"""From this length on, a stretch that stands twice on a page is the page's doing, not the writer's."""


def in_context(text: str, found: list[Block]) -> list[Block]:
    """The blocks, with kinds put right where only the surroundings tell."""
    return _once(text, _top(text, _links_at_end(text, _under_cue(text, found))))


def _under_cue(text: str, found: list[Block]) -> list[Block]:
    """Titles below a line that holds only 'Related stories' are teasers."""
    result: list[Block] = []
    listing = False
    for block in found:
        listing = _bare_cue(text, block) or (listing and block.kind == "headline")
        result.append(_as(block, "teaser") if listing else block)
    return result


def _bare_cue(text: str, block: Block) -> bool:
    words = plain(text[block.start : block.end])
    match = cues().teaser.match(words) if block.kind == "teaser" else None
    return match is not None and match.end() == len(words)


def _links_at_end(text: str, found: list[Block]) -> list[Block]:
    """Titles after the last paragraph lead to other articles: two of them, or one In Capitals."""
    last = max((index for index, block in enumerate(found) if block.kind in ("paragraph", "caption")), default=None)
    if last is None or not any(block.kind == "paragraph" for block in found):
        return found
    titles = [block for block in found[last + 1 :] if block.kind == "headline"]
    links = len(titles) > 1 or any(is_capitalised(text[title.start : title.end]) for title in titles)
    other: BlockKind = "teaser" if links else "paragraph"
    return found[: last + 1] + [_as(block, other) if block in titles else block for block in found[last + 1 :]]


def _top(text: str, found: list[Block]) -> list[Block]:
    """Above the first paragraph: a word or two before a title is a menu or kicker, a name after it the writer."""
    body = next((index for index, block in enumerate(found) if block.kind in ("paragraph", "caption")), len(found))
    titles = [index for index in range(body) if found[index].kind == "headline"]
    long = [index for index in titles if _words(text, found[index]) >= 4]
    if not long:
        return found
    result = list(found)
    for index in titles:
        if index < long[0]:
            result[index] = _as(found[index], "noise")
        elif index > long[0] and _is_name(text[found[index].start : found[index].end]):
            result[index] = _as(found[index], "byline")
    for index in range(body + 1, min(body + _BELOW, len(found))):  # below a subtitle that ends like a sentence
        if found[index].kind != "headline" or not _is_name(text[found[index].start : found[index].end]):
            break
        result[index] = _as(found[index], "byline")
    return result


def _is_name(line: str) -> bool:
    words = line.split()
    return len(words) <= 4 and all(word[0].isupper() for word in words)


def _once(text: str, found: list[Block]) -> list[Block]:
    seen: set[str] = set()
    result = []
    for block in found:
        words = " ".join(text[block.start : block.end].split())
        again = block.kind in _READ and len(words) >= _REPEATED and words in seen
        result.append(_as(block, "noise") if again else block)
        seen.add(words)
    return result


def _words(text: str, block: Block) -> int:
    return len(text[block.start : block.end].split())


def _as(block: Block, kind: BlockKind) -> Block:
    return Block(block.start, block.end, kind)
