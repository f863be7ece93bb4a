"""The name corpora, brought to PERSON, ORG and LOC as UNER draws them: names only, without titles and demonyms."""

from collections.abc import Iterator
from pathlib import Path

from train.conllu import Sentence, gum_entities, iob, treebank
from train.words import Words

UNER = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}
CROSSNER = {
    **dict.fromkeys(("person", "politician", "writer", "musicalartist", "scientist", "researcher"), "PERSON"),
    **dict.fromkeys(("organisation", "politicalparty", "university", "band", "magazine"), "ORG"),
    **dict.fromkeys(("country", "location"), "LOC"),
}
GUM = {"person": "PERSON", "organization": "ORG", "place": "LOC"}
MOST_LINKS = 3


def name_corpora(root: Path) -> Iterator[Sentence]:
    """CrossNER (five Wikipedia domains) and Wikigold; UNER's EWT comes with its trees from the treebanks."""
    for path in sorted((root / "CrossNER").glob("*.iob2")):
        yield from iob(path, CROSSNER)
    yield from iob(root / "Wikigold" / "wikigold.iob2", UNER)


def ewt(root: Path, split: str) -> Iterator[Sentence]:
    """EWT train or dev, with the names of UNER (in another order) where that file is there and has the same words."""
    path = root / "UNER_English-EWT" / f"en_ewt-ud-{split}.iob2"
    names = {named.key: named for named in iob(path, UNER)} if path.exists() else {}
    for sentence in treebank(root / "UD_English-EWT" / f"en_ewt-ud-{split}.conllu"):
        named = names.get(sentence.key)
        if named is not None and sentence.words == named.words:
            sentence.names = named.names
        yield sentence


def gum(root: Path, split: str, words: Words) -> Iterator[Sentence]:
    """GUM's open genres, with the named core of every person, organisation and place span."""
    for sentence in treebank(root / "UD_English-GUM-openlicence" / f"gum-ok-{split}.conllu"):
        sentence.names = _cores(sentence, words)
        sentence.unsure = _unsure(sentence, words)
        yield sentence


def _cores(sentence: Sentence, words: Words) -> list[tuple[int, int, str]]:
    found = []
    for start, end, kind in gum_entities(sentence):
        heads = [i for i in range(start, end) if not start <= sentence.heads[i] < end or sentence.heads[i] == i]
        if kind in GUM and len(heads) == 1 and _proper(sentence, heads[0]):
            found.append((*_grow(sentence, heads[0], (start, end), words), GUM[kind]))
    chosen: list[tuple[int, int, str]] = []
    for first, end, label in sorted(found, key=lambda name: name[0] - name[1]):
        start = _without_titles(sentence, first, end, words) if label == "PERSON" else first
        plural = label == "PERSON" and end - start == 1 and sentence.xpos[start] == "NNPS"
        free = all(end <= a or b <= start for a, b, _ in chosen)
        headless = start > first and sentence.words[min(start, end - 1)].lower() in words.links
        if start < end and not (plural or headless) and free and not _demonym(sentence, start, end, words):
            chosen.append((start, end, label))
    return sorted(chosen)


def _unsure(sentence: Sentence, words: Words) -> frozenset[int]:
    """Proper words inside a person, organisation or place span of which no name was made ('interviewee Ann Lee')."""
    spans = [(start, end) for start, end, kind in gum_entities(sentence) if kind in GUM]
    inside = {i for start, end in spans for i in range(start, end) if _proper(sentence, i)}
    plain = {i for i in inside if sentence.words[i].lower().rstrip(".") in words.titles or sentence.xpos[i] == "NNPS"}
    return frozenset(inside - plain - {i for start, end, _ in sentence.names or () for i in range(start, end)})


def _proper(sentence: Sentence, i: int) -> bool:
    word = sentence.words[i]
    return sentence.xpos[i] in ("NNP", "NNPS") and word[0].isalpha() and (word[0].isupper() or "-" in word)


def _grow(sentence: Sentence, head: int, bounds: tuple[int, int], words: Words) -> tuple[int, int]:
    """The run of proper words around ``head``, over links ('of', '&', '-') to further proper words to the right."""
    start, end = head, head + 1
    while start - 1 >= bounds[0]:
        if _proper(sentence, start - 1):
            start -= 1
        elif sentence.words[start - 1] in "-&." and start - 2 >= bounds[0] and _proper(sentence, start - 2):
            start -= 2
        else:
            break
    while end < bounds[1]:
        stop = end
        while stop < bounds[1] and sentence.words[stop].lower() in words.links and stop - end < MOST_LINKS:
            stop += 1
        if stop < bounds[1] and _proper(sentence, stop):
            end = stop + 1
        else:
            break
    return start, end


def _without_titles(sentence: Sentence, start: int, end: int, words: Words) -> int:
    """Where the name itself begins: after the last title ('U.S. President Donald Trump')."""
    titles = [i for i in range(start, end) if sentence.words[i].lower().rstrip(".") in words.titles]
    return titles[-1] + 1 if titles else start


def _demonym(sentence: Sentence, start: int, end: int, words: Words) -> bool:
    return end - start == 1 and sentence.words[start].lower().endswith(words.demonym_endings)
