"""The text of a document, put together once: ``Doc.text`` joins all its words anew each time that it is asked for."""

from spacy.tokens import Doc

_KEY = "torkham_text"


def fulltext(doc: Doc) -> str:
    """``doc.text``."""
    known = doc.user_data.get(_KEY)
    if known is None:
        known = doc.user_data[_KEY] = doc.text
    return str(known)
