"""Arguments that an event noun borrows from the verb beside it: 'face arrest', 'subjected to forced expulsion'."""

from spacy.tokens import Token

from torkham.extract.nominalisations import governing_verb
from torkham.extract.phrasal import matching
from torkham.extract.syntax import SUBJECTS, Argument, arguments, children, preposition
from torkham.lexicon import Lexicon
from torkham.lexicon.times import times


def supported(noun: Token, lexicon: Lexicon) -> list[Argument]:
    """The subject or object that a support verb gives to the event noun; its own arguments are found elsewhere."""
    if children(noun, "cop") and preposition(noun) is not None:  # 'they have been in detention since May'
        return [Argument(one, "object", own=False) for one in children(noun, *SUBJECTS)]
    governed = governing_verb(noun)
    if governed is None:
        return []
    verb, slot = governed
    given: list[Argument] = []
    if slot == "subject" and verb.lemma_.casefold() in times().occurring:  # 'fighting flared between the two armies'
        given += [one for one in arguments(verb) if one.slot in lexicon.discourse.sides]
    if slot in lexicon.discourse.meanwhile:  # 'during a meeting with them he said': he took part
        given += [Argument(one.token, "host", own=False) for one in arguments(verb) if one.slot == "subject"]
    for _, support in matching(verb, lexicon.support_verbs):
        if support.noun != slot:
            continue
        for argument in arguments(verb):
            part = {"subject": support.subject, "object": support.object}.get(argument.slot)
            if part is not None and argument.token != noun:
                given.append(Argument(argument.token, part, own=False))
        break
    return given
