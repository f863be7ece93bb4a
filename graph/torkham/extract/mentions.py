"""All places in an article where somebody or some place is spoken of: by name, description or pronoun."""

from spacy.tokens import Doc, Span

from torkham.extract.candidates import Candidate
from torkham.extract.nominals import Nominals
from torkham.extract.phrases import text_of
from torkham.lexicon import Lexicon


def find(doc: Doc, lexicon: Lexicon) -> list[Candidate]:
    """All candidates of the sentences that are read, in the order of their heads; a token heads at most one."""
    read = {token.i for sentence in doc.spans["sentences"] for token in sentence}
    named = [candidate for entity in doc.ents if entity.root.i in read for candidate in _named(entity, lexicon)]
    inside = {i for candidate in named for i in range(candidate.start, candidate.end)}
    finder = Nominals(doc, lexicon)
    others = [found for token in doc if token.i in read and (found := finder.candidate(token, token.i in inside))]
    taken = {candidate.head.i for candidate in others if candidate.type != "Place"}
    kept = [candidate for candidate in named if candidate.head.i not in taken]
    return sorted(kept + others, key=lambda one: (one.head.i, one.start))


def _named(entity: Span, lexicon: Lexicon) -> list[Candidate]:
    root, text = entity.root, text_of(entity.doc, entity.start, entity.end)
    if root.dep_ == "compound" and entity.label_ == "LOC" and lexicon.state_of_name(text):
        return []
    known = lexicon.name(entity.ent_id_) if entity.ent_id_ else None
    if known is None:
        known = lexicon.by_surface(text)
    kind = known.type if known else _type_of(entity, lexicon)
    key, label = (known.key, known.label) if known else (None, text)
    return [Candidate(root, entity.start, entity.end, "name", kind, label, key, noun=text.split()[-1].casefold())]


def _type_of(entity: Span, lexicon: Lexicon) -> str:
    if entity.label_ == "PERSON":
        return "Person"
    if entity.label_ == "LOC":
        return "Place"
    return (
        lexicon.organisation_type([token.lemma_.casefold() for token in entity], named=True)
        or "NonGovernmentalOrganization"
    )
