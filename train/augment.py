"""Variants of a unit that edited treebanks lack: curly quotes, lost capitals and full stops, the domain's words."""

import random
from dataclasses import replace

from train.units import Unit
from train.words import Words

CURLY, LOWER, TITLE, UPPER, UNSTOPPED, DOMAIN = 0.3, 0.02, 0.03, 0.01, 0.05, 0.3
VERB, NOUN, NAME = 0.3, 0.1, 0.15


def varied(unit: Unit, words: Words, rng: random.Random) -> Unit:
    """A copy of the unit with random changes of form; trees, tags and names stay right for the new words."""
    changed = list(unit.words)
    if unit.heads is not None and rng.random() < DOMAIN:
        changed = _domain(unit, words, rng)
    if rng.random() < CURLY:
        changed = _curly(changed)
    changed = _cased(changed, unit, rng)
    unit = replace(unit, words=changed)
    return _unstopped(unit, rng) if unit.heads is not None and rng.random() < UNSTOPPED else unit


def _curly(words: list[str]) -> list[str]:
    opening, changed = True, []
    for word in words:
        if word == '"':
            changed.append("“" if opening else "”")
            opening = not opening
        else:
            changed.append(word.replace("'", "’"))
    return changed


def _cased(words: list[str], unit: Unit, rng: random.Random) -> list[str]:
    """Sometimes all lower case, a headline's Title Case, or CAPITALS."""
    chance = rng.random()
    if chance < LOWER:
        return [word.lower() for word in words]
    if chance < LOWER + TITLE and unit.upos is not None:
        small = ("ADP", "DET", "CCONJ", "PART")
        return [w if p in small else w[:1].upper() + w[1:] for w, p in zip(words, unit.upos, strict=True)]
    if chance < LOWER + TITLE + UPPER:
        return [word.upper() for word in words]
    return words


def _domain(unit: Unit, words: Words, rng: random.Random) -> list[str]:
    """Some verbs, person nouns, places and names give way to the domain's of the same tag."""
    changed = list(unit.words)
    tags = unit.names or [None] * len(changed)
    for i, (word, tag, lemma, name) in enumerate(zip(changed, unit.xpos, unit.lemmas, tags, strict=True)):
        options: tuple[str, ...] = ()
        if tag in words.verbs and lemma in words.replaced_verbs and _transitive(unit, i) and rng.random() < VERB:
            options = words.verbs[tag]
        elif lemma in ("people", "man", "woman", "child", "soldier", "student", "American") and rng.random() < NOUN:
            options = words.nouns["people"] if tag in ("NNS", "NNPS") else ()
        elif tag == "NNP" and name in ("U-LOC", "U-PERSON", "B-PERSON", "L-PERSON") and rng.random() < NAME:
            options = words.nouns[{"U-LOC": "places", "B-PERSON": "given"}.get(str(name), "surnames")]
        if options and (word[:1].islower() or name is not None):
            changed[i] = rng.choice(options)
    return changed


def _transitive(unit: Unit, i: int) -> bool:
    labels = {label for head, label in zip(unit.heads, unit.labels, strict=True) if head == i}
    return bool(labels & {"obj", "nsubj:pass"}) and "compound:prt" not in labels and "xcomp" not in labels


def _unstopped(unit: Unit, rng: random.Random) -> Unit:
    """Without the full stops that end its sentences (they are leaves: no tree breaks)."""
    ends = {*[s - 1 for s in unit.starts[1:]], len(unit.words) - 1}
    keep = [
        i
        for i, w in enumerate(unit.words)
        if not (w == "." and i in ends and i not in unit.starts and i not in unit.heads)
    ]
    place = {old: new for new, old in enumerate(keep)}
    pick = lambda row: None if row is None else [row[i] for i in keep]  # noqa: E731
    return Unit(
        words=pick(unit.words) or [],
        starts=[place[s] for s in unit.starts],
        heads=[place[unit.heads[i]] for i in keep],
        labels=pick(unit.labels),
        upos=pick(unit.upos),
        xpos=pick(unit.xpos),
        lemmas=pick(unit.lemmas),
        names=pick(unit.names),
    )
