"""From a file's bytes to an article's text, or one line that says why not and what to do."""

import re

from torkham.errors import InputError

MAX_BYTES = 5_000_000
"""The largest file taken for an article: some 800,000 words, more than the longest human-rights report."""

MAX_LINE = 200_000
"""The longest line, in code points: beyond it the file is no prose."""

MAX_WORD = 2_000
"""The longest run of characters without a space: beyond it (data, ornaments) the file is no prose."""

_BINARY = {
    b"%PDF": "is a PDF; save its text as UTF-8 (pdftotext FILE.pdf FILE.txt)",
    b"PK\x03\x04": "is a Word file or archive; save its text as UTF-8",
    b"\xd0\xcf\x11\xe0": "is a Word file; save its text as UTF-8",
    b"{\\rtf": "is RTF; save its text as UTF-8",
}
_WIDE = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
"""Byte order marks, the longer first."""
_DOCUMENT = re.compile(r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.I | re.S)
_TAG = re.compile(
    r"</?(p|div|span|br|a|li|ul|h[1-6]|script|style|img|table|td|tr|meta|article|section)(\s[^<>]*)?/?>", re.I
)
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes) -> str:
    """The text without BOM, newlines untouched.

    Raises:
        InputError: the bytes are empty, too many, binary, not UTF-8, HTML, or hold no prose; the message names no file.
    """
    if len(data) > MAX_BYTES:
        raise InputError(too_large(len(data)))
    for magic, message in _BINARY.items():
        if data.startswith(magic):
            raise InputError(message)
    if wide := _wide(data):
        raise InputError(f"is {wide}; convert it with iconv -f {wide} -t UTF-8")
    if b"\x00" in data:
        raise InputError("is binary (it holds NUL bytes); give the article's text as UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(_not_utf8(data, error.start)) from error
    _check_prose(text)
    return text


def _wide(data: bytes) -> str | None:
    """The encoding of more than one byte a character that the text is in: by its mark, or by every other byte being NUL."""
    marked = next((name for mark, name in _WIDE.items() if data.startswith(mark)), None)
    if marked or b"\x00" not in data:
        return marked
    high, low = data[::2].count(0) * 2, data[1::2].count(0) * 2
    names = {"UTF-16BE": (high, low), "UTF-16LE": (low, high)}
    return next((name for name, (nul, text) in names.items() if nul > 0.9 * len(data) and not text), None)


def too_large(size: int) -> str:
    """What to tell the owner of a file of ``size`` bytes that no article can have."""
    return f"has {size:,} bytes, more than the {MAX_BYTES:,} of the longest article; split it into one file an article"


def _check_prose(text: str) -> None:
    if not text.strip("\ufeff\u200b \t\r\n\x0b\x0c\x85\xa0\u2028\u2029"):
        raise InputError("is empty; delete it or put the article's text there")
    if _DOCUMENT.match(text) or len(_TAG.findall(text)) * 40 > len(text.split()) + 100:
        raise InputError("is HTML; save the article's text, without markup, as .txt")
    if len(_CONTROL.findall(text)) * 50 > len(text):
        raise InputError("is binary (it is full of control characters); give the article's text as UTF-8")
    word = max(map(len, text.split()))
    if word > MAX_WORD:
        raise InputError(f"has {word:,} characters without a space; take out what is no prose")
    longest = max(map(len, text.splitlines()))
    if longest > MAX_LINE:
        raise InputError(f"has a line of {longest:,} characters; put each paragraph on its own line")


def _not_utf8(data: bytes, position: int) -> str:
    line = data.count(b"\n", 0, position) + 1
    return (
        f"is not UTF-8 (byte 0x{data[position]:02X} in line {line}); convert it, for example with "
        "iconv -f WINDOWS-1252 -t UTF-8"
    )
