"""Which state a word of nationality tells of, also where it is one of several: 'South Sudanese' are no Sudanese."""

from spacy.tokens import Span, Token

from torkham.lexicon import Lexicon


def nation(token: Token, lexicon: Lexicon) -> str | None:
    """The key of the state of an adjective or people: 'Afghan', 'Pakistanis', 'Sudanese' of 'South Sudanese'."""
    whole = _several(token)
    return whole.label_ if whole is not None else lexicon.state_of_word(token.text)


def nationals(token: Token, lexicon: Lexicon) -> str | None:
    """The key of the state whose people a word names: 'Afghans', but not 'Afghan'."""
    whole = _several(token)
    return lexicon.state_of_national(whole.text if whole is not None else token.text)


def _several(token: Token) -> Span | None:
    """The word of nationality of more than one token that this token belongs to."""
    spans = token.doc.spans.get("demonyms", ())
    return next((span for span in spans if len(span) > 1 and span.start <= token.i < span.end), None)
