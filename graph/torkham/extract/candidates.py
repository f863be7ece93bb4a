"""A place in the text where somebody or some place is spoken of, before it is decided who is who."""

from dataclasses import dataclass

from spacy.tokens import Token

from torkham.extract.nations import nation
from torkham.extract.phrases import premodifiers
from torkham.extract.syntax import preposition
from torkham.lexicon import Lexicon
from torkham.model.reading import MentionKind


@dataclass(slots=True)
class Candidate:
    """A mention to be joined with others: its head token, token span, and what its own words tell.

    ``state`` is the key of the state that its words name ('Pakistani police' -> pakistan); ``noun`` the head's lemma;
    ``owned`` says that a possessor other than a state tells whose it is (then it refers to nothing named before).
    ``also`` are nouns beside a name that only say what it is ('newspaper' of 'the Dawn newspaper').
    """

    head: Token
    start: int
    end: int
    kind: MentionKind
    type: str
    label: str
    known: str | None = None
    state: str | None = None
    plural: bool = False
    definite: bool = False
    noun: str = ""
    owned: bool = False
    also: tuple[Token, ...] = ()


def is_locative(token: Token, lexicon: Lexicon) -> bool:
    """Whether a name stands where a place is expected: 'in Islamabad', but not 'Islamabad announced'."""
    return preposition(token) in lexicon.discourse.locative


def state_of(head: Token, lexicon: Lexicon) -> str | None:
    """The state that describes a noun: by an adjective, a compound, a possessor, or 'of'/'in' and its name."""
    for word in premodifiers(head):
        if word.head.lower_ == "based" and word.head != head:
            continue
        key = nation(word, lexicon) or (_state_key(word, lexicon) if word.ent_type_ else None)
        if key:
            return key
    for child in head.children:
        if child.dep_ == "nmod:poss" or (
            child.dep_ in ("nmod", "obl") and preposition(child) in lexicon.discourse.residents
        ):
            key = _state_key(child, lexicon)
            if (
                key and not _is_aside(head, child) and not _other_states(child, key, lexicon)
            ):  # 'people from Somalia, South Sudan and Ethiopia'
                return key
    return None


def _is_aside(head: Token, child: Token) -> bool:
    """'200,000 people – mostly from the Dominican Republic': where most of them come from is not who they are."""
    between = head.doc[head.i + 1 : child.i]
    return any(one.is_punct for one in between) and any(one.dep_ == "advmod" for one in child.children)


def _other_states(named: Token, key: str, lexicon: Lexicon) -> bool:
    others = [one for one in named.children if one.dep_ == "conj" and preposition(named) == "from"]
    return any(_state_key(one, lexicon) not in (None, key) for one in others)


def _state_key(token: Token, lexicon: Lexicon) -> str | None:
    """The key of the state that this token names or that its place lies in."""
    span = next((entity for entity in token.doc.ents if entity.start <= token.i < entity.end), None)
    return lexicon.state_of_name(span.text) if span is not None else None
