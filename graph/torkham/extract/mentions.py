"""All places in an article where somebody or some place is spoken of: by name, description or pronoun."""

from spacy.tokens import Doc, Span

from torkham.extract.candidates import Candidate
from torkham.extract.kindwords import absorbed
from torkham.extract.nominals import Nominals
from torkham.extract.phrases import text_of
from torkham.extract.syntax import preposition
from torkham.lexicon import Lexicon
from torkham.lexicon.names import KnownName

_BY_NOUN = ("NonGovernmentalOrganization", "NewsOrganization", "Company", "ArmedGroup", "IntergovernmentalOrganization")
"""Bodies that texts introduce by saying what kind they are."""


def find(doc: Doc, lexicon: Lexicon) -> list[Candidate]:
    """All candidates of the sentences that are read, in the order of their heads; a token heads at most one."""
    read = {token.i for sentence in doc.spans["sentences"] for token in sentence}
    entities = [entity for entity in (*doc.ents, *_called(doc, lexicon)) if entity.root.i in read]
    entities = [entity for entity in entities if not _is_title(entity, lexicon) and not _is_medium(entity, lexicon)]
    named = [candidate for entity in entities for candidate in _named(entity, lexicon)]
    inside = {i for candidate in named for i in range(candidate.start, candidate.end)}
    finder = Nominals(doc, lexicon)
    others = [found for token in doc if token.i in read and (found := finder.candidate(token, token.i in inside))]
    taken = {candidate.head.i for candidate in others if candidate.type != "Place"}
    kept = [candidate for candidate in named if candidate.head.i not in taken]
    every = sorted(kept + others, key=lambda one: (one.head.i, one.start))
    return absorbed(every, lexicon)


def _called(doc: Doc, lexicon: Lexicon) -> list[Span]:
    """Names that only the word before them shows to be one: 'the charity Care4Calais', 'the Centre'."""
    words = lexicon.organisations
    found = []
    for token in doc[1:]:
        before = token.nbor(-1)
        kind = before.tag_ == "NN" and before.text in words.kinds
        federal = before.lower_ == "the" and token.text in words.federal
        alone = token.i + 1 == len(doc) or token.nbor().tag_ != "NNP"
        if token.tag_ == "NNP" and not token.ent_type_ and (kind or (federal and alone)):
            found.append(Span(doc, token.i, token.i + 1, label="ORG"))
    return found


def _named(entity: Span, lexicon: Lexicon) -> list[Candidate]:
    entity = _without_portfolio(entity, lexicon)
    if len(entity) > 1 and entity[0].text.isupper() and entity[0].lower_ in lexicon.organisations.kinds:
        entity = Span(entity.doc, entity.start + 1, entity.end, label=entity.label_)  # 'NGO AOHR'
    root, text = entity.root, text_of(entity.doc, entity.start, entity.end)
    if root.dep_ == "compound" and entity.label_ == "LOC" and lexicon.state_of_name(text):
        return []
    if root.dep_ == "compound" and entity.label_ == "PERSON" and root.head.lemma_ in lexicon.discourse.government:
        return []  # 'the Trump administration' is not he
    known = lexicon.name(entity.ent_id_) if entity.ent_id_ else None
    if known is None:
        known = lexicon.by_surface(text) or _without_initials(entity, lexicon) or _government(entity, lexicon)
    kind = known.type if known else _type_of(entity, lexicon)
    key, label = (known.key, known.label) if known else (None, text)
    return [Candidate(root, entity.start, entity.end, "name", kind, label, key, noun=text.split()[-1].casefold())]


def _without_portfolio(entity: Span, lexicon: Lexicon) -> Span:
    """A person's name without the end of his office: 'Interior' in 'Minister for Interior Talal Chaudhry'."""
    before = entity.doc[entity.start - 1].lower_ if entity.start else ""
    titled = entity.label_ == "PERSON" and len(entity) > 2 and before in ("for", "of")
    return entity[1:] if titled and entity[0].lower_ in lexicon.roles.portfolios else entity


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
    return lexicon.name(state) if state else _body_of(entity, lexicon)


def _body_of(entity: Span, lexicon: Lexicon) -> KnownName | None:
    """'Interior Ministry of Pakistan' is Pakistan's interior ministry."""
    at = next((one.i for one in entity[1:-1] if one.lower_ == "of"), None)
    if at is None or not lexicon.state_of_name(entity.doc[at + 1 : entity.end].text):
        return None
    return lexicon.by_surface(f"{entity.doc[at + 1 : entity.end].text}'s {entity.doc[entity.start : at].text}")


def _is_medium(entity: Span, lexicon: Lexicon) -> bool:
    """Whether a name is only the platform on which something is said or done: 'a hotline on WhatsApp'."""
    return entity.text in lexicon.discourse.platforms and preposition(entity.root) in ("on", "via", "through", "over")


def _is_title(entity: Span, lexicon: Lexicon) -> bool:
    """Whether a name is only an office ('DIG'; as a person 'Quetta SSP') or a kind of body ('NGO', 'the Government')."""
    if len(entity) == 1 and entity.root.lower_ in lexicon.discourse.government and not entity.ent_id_:
        return True
    if entity.text.casefold() in lexicon.organisations.kinds or entity.text in lexicon.organisations.papers:
        return True
    if entity.label_ != "PERSON":
        return entity.text.removesuffix("s") in lexicon.roles.abbreviations
    words = entity.text.casefold()
    office = any(" " in phrase and words.startswith(phrase) for phrase in lexicon.roles.compounds)
    return office or entity[0].text in lexicon.roles.abbreviations or entity[-1].text in lexicon.roles.abbreviations


def _type_of(entity: Span, lexicon: Lexicon) -> str:
    if entity.label_ == "PERSON":
        return _introduced_as(entity, lexicon) or "Person"
    if entity.label_ == "LOC":
        return "Place"
    owners = (lexicon.name(ent.ent_id_) for ent in entity.doc.ents if ent.ent_id_ and ent.root.head == entity.root)
    if any(owner is not None and owner.type == "NewsOrganization" for owner in owners):
        return "NewsOrganization"  # 'RFE/RL's Tajik Service'
    first = lexicon.by_surface(entity[0].text)
    if first is not None and first.type == "NewsOrganization":
        return first.type
    return _named_kind(entity, lexicon) or "NonGovernmentalOrganization"


def _named_kind(entity: Span, lexicon: Lexicon) -> str | None:
    """What the words of a name tell: its end, or what stands before its first preposition ('Institute of Migration')."""
    first = entity[1:] if len(entity) > 2 and lexicon.state_of_word(entity[0].text) else entity
    head = next((n for n, one in enumerate(first) if n and one.lower_ in ("of", "at", "for", "in")), len(first))
    for words in (first, first[:head]):
        for forms in ([one.lemma_.casefold() for one in words], [one.lower_ for one in words]):
            kind = lexicon.organisation_type(forms, named=True)
            if kind is not None:
                return kind
    return None


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
    return kind if kind in _BY_NOUN else None
