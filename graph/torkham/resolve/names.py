"""Are two spellings one name? Transliteration-aware comparison, careful to the side of 'no'."""

import re
import unicodedata

from rapidfuzz.distance import JaroWinkler, Levenshtein

_JOINERS = re.compile(r"\b(ul|ur|us|ud|al|el|un|e|i|bin|ibn|ad|az|as)\b")
_VOWELS = re.compile(r"[aeiou]+")
_ALIKE = frozenset(a + b for group in ("ae", "ei", "ou") for a in group for b in group)
"""Vowels that transliterations of one name exchange."""
_CLOSE = 0.9
_SURNAME = 0.88


def folded(name: str) -> str:
    """Lower case, without accents, punctuation, articles of transliteration, and with single spaces."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    plain = re.sub(r"['’`.]", "", plain)
    words = re.sub(r"[^a-z0-9#]+", " ", plain)
    return " ".join(words.split())


def skeleton(name: str) -> str:
    """What spellings of one Arabic-script name share: 'Ziaul Haq Noori' and 'Zia-ul-Haq Noori' -> 's hk nr'.

    Joining articles go, doubled letters become one, letters that transliterations vary are made alike, and vowels
    inside words are dropped. It follows the idea of consonant skeletons for Arabic names (Freeman et al. 2006).
    """
    words = []
    for word in _JOINERS.sub(" ", _split_articles(folded(name))).split():
        alike = (
            word.replace("ph", "f")
            .replace("kh", "k")
            .replace("gh", "g")
            .replace("q", "k")
            .replace("ou", "u")
            .replace("w", "v")
        )
        alike = (
            alike.replace("z", "s")
            .replace("y", "i")
            .replace("ee", "i")
            .replace("oo", "u")
            .replace("dh", "d")
            .replace("th", "t")
        )
        single = re.sub(r"(.)\1+", r"\1", alike)
        words.append(single[0] + re.sub(r"[aeiou]", "", single[1:]))
    return " ".join(words)


def _split_articles(text: str) -> str:
    """'anwaarul haq' -> 'anwaar ul haq': an article grown onto the word before."""
    return re.sub(r"\b([a-z]{3,})(ul|ur|ud|us)(?= [a-z])", r"\1 \2", text)


def same_person(left: str, right: str) -> float | None:
    """How alike two full names are (0 to 1), or None where they are not the same by our rules.

    Both need a first name and a surname; skeletons must agree, or every word must be close in spelling; and no vowel may
    tell them apart: 'Hassan' is not 'Hussein', 'Maria' not 'Mario'.
    """
    a, b = folded(left).split(), folded(right).split()
    if a == b:
        return 1.0
    if min(len(a), len(b)) < 2:
        return None
    if not _vowels_agree(a[0], b[0]) or not _vowels_agree(a[-1], b[-1]):
        return None
    score = JaroWinkler.similarity(" ".join(a), " ".join(b))
    if skeleton(left) == skeleton(right):
        return max(score, _CLOSE)
    close_surname = JaroWinkler.similarity(a[-1], b[-1]) >= _SURNAME and Levenshtein.distance(a[-1], b[-1]) <= 1
    close_first = (
        a[0][0] == b[0][0] and JaroWinkler.similarity(a[0], b[0]) >= _SURNAME and Levenshtein.distance(a[0], b[0]) <= 2
    )
    return score if close_surname and close_first and score >= _CLOSE else None


def _vowels_agree(left: str, right: str) -> bool:
    """Whether the vowels of two words may be spellings of the same: 'Hussein' and 'Hossain', 'Mehmood' and 'Mahmud'.

    Where the words differ in how many vowels they write ('Sarfraz', 'Sarfaraz'), only the first are compared.
    """
    pairs = [_VOWELS.findall(word.replace("y", "i")) for word in (left, right)]
    if len(pairs[0]) != len(pairs[1]):
        pairs = [groups[:1] for groups in pairs]
    return all(x[0] + y[0] in _ALIKE and x[-1] + y[-1] in _ALIKE for x, y in zip(*pairs, strict=False))


def slug(name: str) -> str:
    """A name as the last part of an IRI: lower-case ASCII, hyphens for everything else."""
    plain = folded(name).replace("#", "")
    return "-".join(plain.split()) or "unnamed"
