"""Descriptions without a name ('Pakistani police', 'the groups', 'Afghan refugees') and pronouns, as candidates."""

from spacy.tokens import Doc, Token

from torkham.extract.bodynouns import BodyNouns
from torkham.extract.candidates import Candidate, is_locative, state_of
from torkham.extract.nations import nationals
from torkham.extract.phrases import (
    core_span,
    in_sentence,
    is_definite,
    is_plural,
    premodifiers,
    text_of,
    whole_end,
    whole_span,
)
from torkham.extract.syntax import children, is_passive, preposition
from torkham.lexicon import Lexicon

_WORDS = 6
"""How many words may say who 'those' are."""

_TITLED = ("flat", "appos", "compound", "nmod:unmarked", "nmod:desc")


class Nominals(BodyNouns):
    """Descriptions without a name, and pronouns."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        super().__init__(doc, lexicon)
        self.partitives = frozenset(lexicon.discourse.partitives)

    def candidate(self, token: Token, in_name: bool) -> Candidate | None:
        """What this token heads, if it is a description or pronoun of somebody."""
        if in_name:
            return None
        if self._is_bare(token):
            return Candidate(token, token.i, token.i + 1, "pronoun", "Population", token.text, plural=True, noun="they")
        if token.pos_ in ("PRON", "DET") or token.tag_ in ("PRP", "PRP$"):
            return self._pronoun(token)
        if self._is_aged(token):
            return Candidate(token, token.i, token.i + 1, "pronoun", "", token.text, noun="he")
        national = nationals(token, self.lexicon)
        if national and token.dep_ not in ("amod", "compound"):
            return self._population(token, national)
        if token.pos_ in ("NOUN", "PROPN", "ADJ") and token.dep_ not in ("compound", "amod"):
            return self._described(token)
        if self._is_ministry(token):
            found = self.make(token, "GovernmentBody", text_of(self.doc, token.i - 1, token.i + 1))
            found.start = token.i - 1
            return found
        if (
            token.pos_ == "NUM"
            and token.dep_ in ("nsubj", "nsubj:pass", "obj", "iobj")
            and not children(token, "nmod", "case")
        ):
            return Candidate(token, token.i, token.i + 1, "pronoun", "Population", token.text, plural=True, noun="they")
        return None

    def _is_ministry(self, token: Token) -> bool:
        """Whether a noun before another names a body of state with its field: 'an interior ministry letter'."""
        words = [self.doc[token.i - 1].lower_, token.lower_] if token.i else []
        return " ".join(words) in self.lexicon.organisations.national and not self.doc[token.i - 1].ent_type_

    def _is_bare(self, token: Token) -> bool:
        """'Some were deported', 'Thousands have fled': some of those spoken of before, where they do not speak themselves."""
        bare = token.lower_ in self.lexicon.discourse.bare and not children(
            token, "nmod", "case", "det", "amod", "conj"
        )
        done = token.dep_ == "nsubj:pass" or (
            token.dep_ == "nsubj" and not self.lexicon.is_reporting(token.head.lemma_) and token.head.pos_ == "VERB"
        )
        return bare and done

    def _is_aged(self, token: Token) -> bool:
        """'The 31-year-old' without a noun refers to somebody like a pronoun."""
        glued = token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
        alone = token.i + 1 == len(self.doc) or token.nbor().pos_ not in ("NOUN", "PROPN", "ADJ")
        return token.lower_ in self.lexicon.discourse.aged and glued and alone and is_definite(token, self.definite)

    def _pronoun(self, token: Token) -> Candidate | None:
        form, words = token.lower_, self.lexicon.discourse
        classes = (
            ("he", words.singular),
            ("they", words.plural),
            ("it", words.neuter),
            ("i", words.first_singular),
            ("we", words.first_plural),
        )
        if form in words.plural and form in self.definite and (end := self._end_of_told(token)):
            label = f"{form} {text_of(self.doc, token.i + 1, end)}"  # 'those seized at the airport'
            return Candidate(token, token.i, token.i + 1, "nominal", "Population", label, plural=True, noun="those")
        noun = next((name for name, forms in classes if form in forms), None)
        if noun is None or token.dep_ in ("det", "mark", "fixed"):
            return None
        if token.dep_ == "expl" and not (self.lexicon.is_reporting(token.head.lemma_) and not is_passive(token.head)):
            return None  # but 'It alleged that …' is somebody, whatever the parse says
        return Candidate(
            token, token.i, token.i + 1, "pronoun", "", token.text, plural=noun in ("they", "we"), noun=noun
        )

    def _end_of_told(self, those: Token) -> int | None:
        """Where the participle ends that says who 'those' are, if one does; who speaks is somebody else's matter."""
        told = next(
            (one for one in children(those, "acl") if one.tag_ in ("VBN", "VBD") and one.i == those.i + 1), None
        )
        speaks = those.dep_ == "nsubj" and self.lexicon.is_reporting(those.head.lemma_)
        short = told is not None and told.right_edge.i - those.i <= _WORDS
        return told.right_edge.i + 1 if told is not None and short and not speaks else None

    def _described(self, token: Token) -> Candidate | None:
        lemma = token.lemma_.casefold()
        if self.takes_part(token):
            return None
        state = state_of(token, self.lexicon)
        organisation = self.lexicon.organisation_type(self.words(token), named=False)
        if organisation is not None and self._of_news(token):
            return self.make(token, "NewsOrganization", state=state)
        served = token.head.lemma_.casefold() in self.lexicon.roles.portfolio_heads
        if served and preposition(token) == "of" and lemma in self.lexicon.roles.portfolios:
            return None
        if organisation is not None and self.lexicon.is_body(self.words(token)):
            return self.organisation(token, organisation, state)
        locality = lemma in self.lexicon.discourse.localities and is_locative(token, self.lexicon)
        if organisation is not None and (locality or self.is_vague(token, lemma)):
            organisation = None  # 'in the province of Van' is where, not who
        if lemma in self.lexicon.discourse.government and not (lemma == "side" and preposition(token)):
            return (
                self._collective(token, state)
                if token.tag_ in ("NNS", "NNPS") and lemma not in self.lexicon.discourse.joint
                else self._government(token, state)
            )
        if lemma in self.lexicon.role_nouns or token.text in self.lexicon.roles.abbreviations:
            return self._source(token, state)
        if self.lexicon.is_people(lemma) and not (token.tag_ == "NN" and lemma in self.lexicon.discourse.moving):
            return self._population(token, None if self._only_lives_there(token) else state)
        if lemma in self.lexicon.discourse.collectives and any(
            preposition(child) == "of" for child in children(token, "nmod")
        ):
            return self._collective(token, state)
        if organisation is not None:
            return self.organisation(token, organisation, state)
        if lemma in self.lexicon.discourse.collectives:
            return self._collective(token, state)
        houses = token.lower_ in self.lexicon.discourse.dwellings
        if lemma in self.lexicon.discourse.home and token.pos_ == "NOUN" and not houses:
            return self.make(token, "Place", token.lemma_, state=None)
        return None

    def _of_news(self, token: Token) -> bool:
        """'RFE/RL's Tajik Service' is a part of a news organisation."""
        owners = (self.lexicon.by_surface(one.text) for one in children(token, "nmod:poss"))
        return token.pos_ == "PROPN" and any(owner and owner.type == "NewsOrganization" for owner in owners)

    def _only_lives_there(self, token: Token) -> bool:
        """'Individuals in the US' are not Americans: where people are does not tell whose nationals they are."""
        named = any(self.lexicon.state_of_word(one.text) for one in premodifiers(token))
        settled = any(preposition(one) in self.lexicon.discourse.settings for one in children(token, "nmod", "obl"))
        return settled and not named

    def _government(self, token: Token, state: str | None) -> Candidate | None:
        words = [word.text for word in premodifiers(token)]
        ruler = next(
            (known for word in words if (known := self.lexicon.by_surface(word)) and known.type == "DeFactoAuthority"),
            None,
        )
        known = ruler or (self.lexicon.name(state) if state else None)
        if known is None and any(word.casefold() in self.lexicon.discourse.subnational for word in words):
            return self.make(token, "GovernmentBody", state=state)
        owner = next(iter(children(token, "nmod:poss")), None)
        label = known.label if known else text_of(self.doc, *core_span(token))
        if known is None and owner is not None and owner.ent_type_ == "PERSON":
            known = self.lexicon.by_surface(f"{owner.text} {token.text}")  # 'Trump's administration'
            label = known.label if known else text_of(self.doc, owner.left_edge.i, token.i + 1)
        found = self.make(token, known.type if known else "State", label, state)
        found.known = known.key if known else None
        found.owned = owner is not None and known is None
        return found

    def _source(self, token: Token, state: str | None) -> Candidate | None:
        if self._has_name(token):
            return None
        found = self.make(token, "UnnamedSource", state=state)
        owner = next((one for one in children(token, "nmod:poss") if one.ent_type_), None)
        span = next((one for one in self.doc.ents if owner is not None and one.start <= owner.i < one.end), None)
        start, end = span.start if span is not None else found.start, self._end_of_source(token)
        named = span is not None or bool(self.lexicon.state_of_word(self.doc[start].text))
        found.label = text_of(self.doc, start, end) if named else in_sentence(self.doc, start, end)
        return found

    def _end_of_source(self, token: Token) -> int:
        """Where the full description of a source ends: 'officials of the refugee agency', 'a lawyer with Amnesty'."""
        for child in token.rights:
            if child.dep_ == "nmod" and preposition(child) in self.lexicon.roles.links and child.pos_ != "PRON":
                end = whole_end(child, joined=False)
                words = self.doc[child.left_edge.i : end]
                lemmas = [one.lemma_.casefold() for one in (*premodifiers(child), child)]
                body = self.lexicon.organisation_type(lemmas, named=False) is not None
                if body or any(one.ent_type_ for one in words):
                    return end
        return token.i + 1

    def _has_name(self, token: Token) -> bool:
        """A title or role noun that belongs to a person's name: 'Interior Minister Amir Baloch'."""
        linked = children(token, *_TITLED)
        if token.dep_ == "conj" and token.head.dep_ == "appos" and token.head.head.ent_type_ == "PERSON":
            return True  # 'Ann Lee, founder and director of …'
        return (
            any(one.ent_type_ == "PERSON" for one in linked)
            or (token.dep_ in _TITLED and token.head.ent_type_ == "PERSON")
            or self._leads_to_name(token)
        )

    def _leads_to_name(self, token: Token) -> bool:
        """Whether only words of a title stand between this noun and a name: 'aide of Ann Lee' is not she."""
        i, phrase = token.i + 1, self.lexicon.discourse.titular
        while i < len(self.doc) and i < token.i + 7 and self.doc[i].ent_type_ != "PERSON":
            word = self.doc[i]
            if word.ent_type_ and word.text in self.lexicon.roles.abbreviations:
                i += 1
                continue
            if word.ent_type_ or (word.pos_ not in ("NOUN", "PROPN", "ADJ") and word.lower_ not in phrase):
                return False
            i += 1
        if i >= len(self.doc) or self.doc[i].ent_type_ != "PERSON":
            return False
        serves = any(one.head == token and preposition(one) for one in self.doc[i : i + 4])
        return not serves and (i == token.i + 1 or self.doc[i].text[:1].isupper())

    def _population(self, token: Token, state: str | None) -> Candidate:
        peoples = (self.lexicon.homeland(word.text) for word in (*premodifiers(token), token))
        state = state or next((key for key in peoples if key), None)
        found = self.make(token, "Population", state=state)
        words = found.label.split()
        while len(words) > 1 and words[0].casefold() in self.lexicon.people.colour:
            words = words[1:]
        found.label = " ".join(words)
        named = self.lexicon.by_surface(words[0]) if len(words) == 2 else None
        if named is not None and named.type == "Population" and words[1] in self.lexicon.generic_people:
            found.known, found.label = named.key, named.label  # 'Rohingya people'
            return found
        national = self.lexicon.name(state) if state else None
        bare = all(word.casefold() in self.lexicon.generic_people or self.lexicon.state_of_word(word) for word in words)
        if national and bare:
            found.label = self.lexicon.people_of(national.key)
        elif found.label[:1].isupper() and not self.lexicon.state_of_word(words[0]) and token.i == found.start:
            found.label = found.label[:1].lower() + found.label[1:]
        return found

    def _collective(self, token: Token, state: str | None) -> Candidate | None:
        start, end = whole_span(token)
        label = text_of(self.doc, start, end)
        if any(word.like_num for word in self.doc[token.i : end]):
            return None
        return Candidate(
            token,
            start,
            end,
            "nominal",
            "Coalition",
            label,
            None,
            state,
            is_plural(token),
            is_definite(token, self.definite),
            token.lemma_.casefold(),
        )
