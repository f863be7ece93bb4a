"""Lemmas by table and rule: irregular forms are listed, regular ones lose their ending if a known word remains.

The tables come from the treebanks (``train/lemmas.py``); of the rules' candidates the first wins that the treebanks
know as a lemma of the same kind, then one that is a word at all, then the likeliest spelling.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

OPEN = {
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "verb"),
    **dict.fromkeys(("NN", "NNS"), "noun"),
    **dict.fromkeys(("JJ", "JJR", "JJS"), "adj"),
    **dict.fromkeys(("RB", "RBR", "RBS"), "adv"),
}
NAMES = frozenset(("NNP", "NNPS", "CD", "FW", "ADD", "GW", "SYM", "NFP", "LS"))
ENDINGS = {"VBD": "ed", "VBN": "ed", "VBG": "ing", "JJR": "er", "JJS": "est", "RBR": "er", "RBS": "est"}
VOWELS = "aeiou"
QUOTES = str.maketrans("’‘“”", "''\"\"")
TABLES = "lemmas.json"
PLURALS = (("men", "man"), ("children", "child"), ("'s", ""))
PEOPLES = ("an", "ese", "ish", "i", "ch", "eek", "iss")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{2,3})+(?:\.[0-9]+)?")
_ROMAN = frozenset("IVXLCDM")


@dataclass
class Tables:
    """``forms[tag][form]`` is the lemma of an irregular form; ``known[kind]`` the lemmas seen, ``word`` any word."""

    forms: dict[str, dict[str, str]]
    known: dict[str, frozenset[str]]


def lemma(word: str, tag: str, tables: Tables) -> str:
    """The lemma of a word with its Penn tag; lower case except for names."""
    form = word.translate(QUOTES) if len(word) > 1 else word
    listed = tables.forms.get(tag, {}).get(form if tag in NAMES else form.lower())
    if listed is None and _keeps_capitals(form, tag, tables):
        return form
    form = form if tag in NAMES else form.lower()
    return listed or _mistagged(form, tag, tables) or regular(form, tag, tables)


def _keeps_capitals(form: str, tag: str, tables: Tables) -> bool:
    """'Peruvian', 'IDD' and 'X', but not 'Human' or 'TIME': adjectives with the endings of peoples, acronyms, letters."""
    if tag == "JJ":
        common = form.lower() in tables.known.get("adj", frozenset())
        return form.istitle() and form.endswith(PEOPLES) and not common
    spelled = any(form.lower() in tables.known.get(kind, frozenset()) for kind in ("noun", "word"))
    return tag == "NN" and (len(form) == 1 or (form.isupper() and not spelled))


def _mistagged(form: str, tag: str, tables: Tables) -> str | None:
    """The lemma of a form that the tagger took for another one: 'were flown', 'deports' for a plural, 'loves' for one love."""
    verbs, nouns = (tables.known.get(kind, frozenset()) for kind in ("verb", "noun"))
    if tag == "NN" and form not in nouns and (singular := _without_s(form, "NNS", tables)) in nouns:
        return singular
    if OPEN.get(tag) != "verb" or form in verbs:
        return None
    if tag == "VBN" and form.startswith("un") and form.endswith("ed") and regular(form, tag, tables) not in verbs:
        return form
    if tag in ("VB", "VBP") and (third := _without_s(form, "VBZ", tables)) in verbs:
        return third
    if tag in ("VB", "VBP") and form.endswith(("ed", "ing")):
        plain = regular(form, "VBD" if form.endswith("ed") else "VBG", tables)
        return plain if plain in verbs else None
    return next((found for past in ("VBD", "VBN") if (found := tables.forms.get(past, {}).get(form))), None)


def regular(form: str, tag: str, tables: Tables) -> str:
    """What the rules alone make of a form."""
    if tag in ("NNS", "VBZ", "NNPS"):
        return _without_s(form, tag, tables)
    if tag == "CD":
        return _number(form)
    ending = ENDINGS.get(tag)
    if ending is None or not form.endswith(ending) or len(form) < len(ending) + 2:
        return form
    return _choose(_stems(form[: -len(ending)], ending), OPEN[tag], tables)


def _number(form: str) -> str:
    """'9,56,720' without its commas, 'Seventy' in lower case, 'XIV' as it stands."""
    if form.istitle() and not _ROMAN.issuperset(form):
        return form.lower()
    return form.replace(",", "") if _THOUSANDS.fullmatch(form) else form


def _without_s(form: str, tag: str, tables: Tables) -> str:
    nouns = tables.known.get("noun", frozenset())
    if tag == "NNS" and (irregular := _plural(form)) is not None:
        return irregular
    if not form.lower().endswith("s") or form.lower().endswith("ss") or len(form) < 3:
        return form
    options = [form[:-1]]
    if form.endswith("ies"):
        options.insert(0, form[:-3] + "y")
    elif form.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
        options.insert(0, form[:-2])
    elif form.endswith(("ses", "zes", "ches")):
        options.append(form[:-2])
    if tag == "NNPS":
        return options[0]
    return form if tag == "NNS" and form in nouns and nouns.isdisjoint(options) else _choose(options, OPEN[tag], tables)


def _plural(form: str) -> str | None:
    """The singular of 'policemen', 'schoolchildren' and "DM's"; None of all others."""
    singulars = (form.removesuffix(plural) + singular for plural, singular in PLURALS if form.endswith(plural))
    return next(singulars, None)


def _stems(stem: str, ending: str) -> list[str]:
    """Possible base forms before -ed, -ing, -er, -est, the likeliest spelling first."""
    if ending != "ing" and stem.endswith("i"):
        return [stem[:-1] + "y", stem + "e"]
    options = [stem, stem + "e"]
    if stem.endswith(("ck", "y")):
        options.append(stem[:-1] + ("ie" if stem.endswith("y") else ""))
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in VOWELS:
        return [stem, stem[:-1], stem + "e"] if stem[-1] in "lsfz" else [stem[:-1], stem, stem + "e"]
    return options[::-1] if _silent_e(stem) else options


def _silent_e(stem: str) -> bool:
    """Whether a stem is spelled with a silent e rather than as it stands ('expedit', 'charg', 'resettl', 'conven')."""
    if len(stem) < 2:
        return False
    if stem.endswith(("at", "it", "ut", "iz", "is", "us", "as", "ys", "ir", "ur", "in", "id", "ud", "od", "ed")):
        return stem[-3:-2] not in VOWELS
    consonant_l = stem[-1] == "l" and stem[-2] not in VOWELS + "lrw"
    return consonant_l or stem[-1] in "vcguz" or stem.endswith(("ns", "rs", "ls"))


def _choose(options: list[str], kind: str, tables: Tables) -> str:
    for known in (tables.known.get(kind, frozenset()), tables.known.get("word", frozenset())):
        for option in options:
            if option in known:
                return option
    return options[0]


class Lemmatiser:
    """The spaCy component ``torkham_lemmas``; needs Penn tags."""

    def __init__(self) -> None:
        self._tables = Tables({}, {})

    def from_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> "Lemmatiser":
        """Read the tables of a folder, and the words of the piece vocabulary beside it."""
        data = json.loads((Path(path) / TABLES).read_text(encoding="utf-8"))
        pieces = (Path(path).parent / "torkham_joint" / "vocab.txt").read_text(encoding="utf-8").split("\n")
        known = {kind: frozenset(words) for kind, words in data["known"].items()}
        known["word"] = frozenset(p for p in pieces if len(p) > 3 and p.isalpha() and p.islower())
        self._tables = Tables(data["forms"], known)
        return self

    def learn(self, verbs: Iterable[str]) -> None:
        """Take these verbs for known ones: the rules then find 'implore' in 'implored'."""
        known = {**self._tables.known, "verb": self._tables.known.get("verb", frozenset()) | frozenset(verbs)}
        self._tables = Tables(self._tables.forms, known)

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemma of every token."""
        for token in doc:
            token.lemma_ = token.text if token.is_space else lemma(token.text, token.tag_, self._tables)
        return doc


@Language.factory("torkham_lemmas", assigns=["token.lemma"], requires=["token.tag"])
def make_lemmatiser(nlp: Language, name: str) -> Lemmatiser:
    """The registered factory; empty until the pipeline is read from disk."""
    return Lemmatiser()
