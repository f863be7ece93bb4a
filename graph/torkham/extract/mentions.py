"""All places in an article where somebody or some place is spoken of: by name, description or pronoun."""

from spacy.tokens import Doc, Span

from torkham.extract.candidates import Candidate
from torkham.extract.nominals import Nominals
from torkham.extract.phrases import text_of
from torkham.lexicon import Lexicon
from torkham.lexicon.names import KnownName


def find(doc: Doc, lexicon: Lexicon) -> list[Candidate]:
    """All candidates of the sentences that are read, in the order of their heads; a token heads at most one."""
    read = {token.i for sentence in doc.spans["sentences"] for token in sentence}
    entities = [entity for entity in doc.ents if entity.root.i in read and not _is_title(entity, lexicon)]
    named = [candidate for entity in entities for candidate in _named(entity, lexicon)]
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
        known = lexicon.by_surface(text) or _without_initials(entity, lexicon) or _government(entity, lexicon)
    kind = known.type if known else _type_of(entity, lexicon)
    key, label = (known.key, known.label) if known else (None, text)
    return [Candidate(root, entity.start, entity.end, "name", kind, label, key, noun=text.split()[-1].casefold())]


def _without_initials(entity: Span, lexicon: Lexicon) -> KnownName | None:
    """The known person of a name with initials and 'Jr.': 'Joseph R. Biden Jr.'."""
    if entity.label_ != "PERSON":
        return None
    after = lexicon.roles.post_nominals
    words = [word.text for word in entity if word.lower_ not in after and len(word.text.rstrip(".")) > 1]
    return lexicon.by_surface(" ".join(words)) if len(words) > 1 else None


def _government(entity: Span, lexicon: Lexicon) -> KnownName | None:
    """The state of 'Government of Guatemala'."""
    ruling = entity[0].lower_ in lexicon.discourse.government and len(entity) > 2 and entity[1].lower_ == "of"
    state = lexicon.state_of_name(entity[2:].text) if ruling else None
    return lexicon.name(state) if state else None


def _is_title(entity: Span, lexicon: Lexicon) -> bool:
    """Whether a name is only an office ('DIG'; as a person 'Quetta SSP')."""
    if entity.label_ != "PERSON":
        return entity.text in lexicon.roles.abbreviations
    words = entity.text.casefold()
    office = any(" " in phrase and words.startswith(phrase) for phrase in lexicon.roles.compounds)
    return office or entity[0].text in lexicon.roles.abbreviations or entity[-1].text in lexicon.roles.abbreviations


def _type_of(entity: Span, lexicon: Lexicon) -> str:
    if entity.label_ == "PERSON":
        return _introduced_as(entity, lexicon) or "Person"
    if entity.label_ == "LOC":
        return "Place"
    first = lexicon.by_surface(entity[0].text)
    if first is not None and first.type == "NewsOrganization":
        return first.type
    return (
        lexicon.organisation_type([token.lemma_.casefold() for token in entity], named=True)
        or "NonGovernmentalOrganization"
    )


def _introduced_as(entity: Span, lexicon: Lexicon) -> str | None:
    """The kind of body as which a 'person' is introduced: 'the aid group Terre Ouverte', a place in 'mayor of Agadez'."""
    before = entity.doc[entity.start - 1] if entity.start > entity.sent.start else None
    if before is not None and before.lower_ == "of" and before.nbor(-1).lower_ in lexicon.roles.local:
        return "Place"
    after = entity.doc[entity.end] if entity.end < len(entity.doc) else None
    if len(entity) == 1 and after is not None and after.lower_ in lexicon.roles.local and after.pos_ == "PROPN":
        return "Place"
    if before is not None and before.lower_ == "at" and entity.root.dep_ == "nmod":
        return "NonGovernmentalOrganization"
    if before is None or before.tag_ != "NN" or before.ent_type_:
        return None
    kind = lexicon.organisation_type([before.lemma_.casefold()], named=False)
    return kind if kind in ("NonGovernmentalOrganization", "NewsOrganization", "Company", "ArmedGroup") else None
