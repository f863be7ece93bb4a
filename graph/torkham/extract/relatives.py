"""What 'who', 'which' and 'that' stand for."""

from spacy.tokens import Token

RELATIVES = {"who", "whom", "which", "that", "whose"}


def antecedent(pronoun: Token) -> Token:
    """What a relative pronoun stands for; any other token stands for itself.

    'Which' is nobody: in 'Ann Lee, a spokeswoman for the group, which …' it stands for the noun right before.
    """
    if pronoun.lower_ not in RELATIVES or pronoun.pos_ not in ("PRON", "DET"):
        return pronoun
    clause = next((one for one in pronoun.ancestors if one.dep_ == "acl:relcl"), None)
    if clause is None:
        return pronoun
    before = pronoun.nbor(-2) if pronoun.i > 1 and pronoun.nbor(-1).text == "," else clause.head
    who = clause.head.head if clause.head.dep_ == "appos" else clause.head
    no_person = pronoun.lower_ == "which" and who.ent_type_ == "PERSON" and before.ent_type_ != "PERSON"
    return before if no_person and before.pos_ in ("NOUN", "PROPN") else clause.head
