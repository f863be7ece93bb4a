"""Acronyms that a text introduces itself: 'the Norwegian Refugee Council (NRC)', and NRC ever after (Schwartz & Hearst
2003, for the case that edited text obeys: capitals only, one letter for each capitalised word or fewer)."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

LONGEST = 8


def introduced(doc: Doc, names: Sequence[Span]) -> dict[str, str]:
    """The class of the name that each acronym of the document stands for."""
    return {doc[name.end + 1].text: name.label_ for name in names if _introduces(doc, name)}


def completed(doc: Doc, names: Sequence[Span], fixed: Sequence[Span]) -> list[Span]:
    """``names`` with every lone acronym of the document under the class that its introduction gives it.

    ``fixed`` are names that stay as they are; an acronym inside a longer name stays there.
    """
    classes = introduced(doc, [*names, *fixed])
    if not classes:
        return list(names)
    kept = [name for name in names if name.text not in classes]
    taken = {token.i for name in (*kept, *fixed) for token in name}
    lone = (token.i for token in doc if token.text in classes and token.i not in taken)
    return [*kept, *(Span(doc, i, i + 1, label=classes[doc[i].text]) for i in lone)]


def _introduces(doc: Doc, name: Span) -> bool:
    """Whether an acronym of the name follows it in brackets."""
    if len(name) == 1 or name.end + 2 >= len(doc) or doc[name.end].text != "(" or doc[name.end + 2].text != ")":
        return False
    acronym = doc[name.end + 1].text
    short = acronym.isalpha() and acronym.isupper() and 1 < len(acronym) <= LONGEST
    return short and name.text[:1] == acronym[0] and _in_order(acronym, _initials(name))


def _initials(name: Span) -> Iterator[str]:
    return (token.text[0] for token in name if token.text[0].isupper())


def _in_order(wanted: str, letters: Iterator[str]) -> bool:
    """Whether the wanted letters come in this order among the others."""
    return all(letter in letters for letter in wanted)
