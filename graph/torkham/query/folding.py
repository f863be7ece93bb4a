"""Text folded for search: no case, no accents, one form for letters that Arabic-script languages write in several."""

import unicodedata

_ALIKE = {
    "ی": "يىېۍئ", "ک": "ك", "گ": "ګ", "ه": "ةۀہھۂ", "ا": "أإآٱ", "و": "ؤ",
    "": "ءـ\u200c\u200d\u200e\u200f", "'": "’‘ʼ`", '"': "“”", "-": "–—",
    "ss": "ß", "o": "ø", "l": "ł", "d": "đ", "i": "ı", "ae": "æ", "oe": "œ", "th": "þ",
}  # fmt: skip
_TABLE = str.maketrans({other: one for one, others in _ALIKE.items() for other in others})


def fold(text: str) -> str:
    """The text as it is compared and searched: 'Ankara'yı' and 'ANKARA'YI', 'كابل' and 'کابل' come out alike.

    Offsets are not kept: letters may vanish or become two.
    """
    joined = unicodedata.normalize("NFC", text).translate(_TABLE).casefold()
    decomposed = unicodedata.normalize("NFKD", joined)
    bare = "".join(_digit(char) for char in decomposed if not unicodedata.combining(char))
    return " ".join(bare.translate(_TABLE).split())


def _digit(char: str) -> str:
    """Eastern Arabic and other decimal digits as 0 to 9."""
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)
