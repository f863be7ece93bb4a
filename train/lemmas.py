"""The lemmatiser's tables, counted from the treebanks: which forms are irregular, and which words are lemmas."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from torkham.annotate.lemmas import NAMES, OPEN, Tables, regular
from train.conllu import Sentence
from train.words import Words

SEEN_TWICE = 2


def count(sentences: Iterable[Sentence]) -> dict[tuple[str, str], Counter[str]]:
    """How often each (tag, form) has each lemma; forms are lower-cased except of names."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for s in sentences:
        for word, tag, upos, lemma in zip(s.words, s.xpos, s.upos, s.lemmas, strict=True):
            if lemma != "_" and "goeswith" not in s.labels and upos != "X":
                counts[tag, word if tag in NAMES else word.lower()][lemma] += 1
    return counts


def tables(sentences: Iterable[Sentence], words: Words, vocabulary: Path) -> Tables:
    """The tables; a form goes into ``forms`` only where the rules get it wrong.

    Treebanks that differ on a name ('United' is 'Unite' in GUM, itself in EWT) leave it as it is written.
    """
    counts = count(sentences)
    spelled = set(vocabulary.read_text(encoding="utf-8").split("\n"))
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for (tag, _), lemmas in counts.items():
        if tag in OPEN:
            seen[OPEN[tag]] += lemmas
    known = {
        kind: {x for x, n in lemmas.items() if x.isalpha() and x.islower() and (n >= SEEN_TWICE or x in spelled)}
        for kind, lemmas in seen.items()
    }
    known["verb"] |= set(words.verbs["VB"]) | set(words.lemmas) | {base for base, *_ in words.irregular}
    known["word"] = {piece for piece in spelled if piece.isalpha() and piece.islower() and len(piece) > 3}
    found = Tables(forms=defaultdict(dict), known={kind: frozenset(lemmas) for kind, lemmas in known.items()})
    for (tag, form), lemmas in sorted(counts.items()):
        own = tag == "NNP" and lemmas[form] >= SEEN_TWICE
        lemma, number = (form, lemmas[form]) if own else lemmas.most_common(1)[0]
        sure = number >= SEEN_TWICE or (form.lower() in spelled and lemma.lower() in spelled)
        if sure and lemma != regular(form, tag, found):
            found.forms[tag][form] = lemma
    for base, past, participle in words.irregular:
        found.forms["VBD"][past] = base
        found.forms["VBN"][participle] = found.forms["VBN"][past] = base
    return found


def write(found: Tables, path: Path) -> None:
    """As JSON, sorted; the words of the piece vocabulary are not repeated."""
    known = {kind: sorted(words) for kind, words in sorted(found.known.items()) if kind != "word"}
    data = {"forms": {tag: dict(sorted(forms.items())) for tag, forms in sorted(found.forms.items())}, "known": known}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
