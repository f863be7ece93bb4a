"""One article as the corpus hands it on: its text untouched, and marks on stretches of it."""

from typing import Literal

import msgspec

BlockKind = Literal["headline", "byline", "dateline", "caption", "paragraph", "teaser", "noise"]


class Block(msgspec.Struct, frozen=True):
    """A stretch of the text that no sentence may cross: ``[start, end)`` in Unicode code points.

    Headlines, captions and paragraphs are read for facts; a ``byline`` or ``dateline`` only for people, places and
    dates; a ``teaser`` ('SEE ALSO: …') or ``noise`` ('leave a reply') not at all.
    """

    start: int
    end: int
    kind: BlockKind


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A document: ``id`` is unique in the corpus, ``text`` the decoded file without BOM, newlines untouched.

    ``published`` is an ISO date only where the file's metadata or the catalogue states one; dates found in the text
    or worked out from it belong to later stages. ``source`` is the file's name, never an absolute path.
    """

    id: str
    source: str
    text: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    blocks: tuple[Block, ...] = ()
