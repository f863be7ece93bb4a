"""Who holds which office where: offices beside a name, and offices that a sentence says somebody holds."""

from spacy.tokens import Token

from torkham.extract.cast import Cast
from torkham.extract.countries import Countries
from torkham.extract.holding import Holding
from torkham.extract.offices import Office
from torkham.extract.statements import Attribution
from torkham.extract.workplaces import Workplaces
from torkham.model import Position


class Positions:
    """Finds the positions of the named persons of an article."""

    def __init__(self, cast: Cast, attribution: Attribution) -> None:
        self.cast = cast
        self.attribution = attribution
        self.places = Workplaces(cast, attribution, Countries(cast))
        self.holding = Holding(cast)

    def find(self) -> tuple[Position, ...]:
        """All positions in the order of the text, each role phrase of a person once."""
        found: dict[tuple[int, int, int, int], Position] = {}
        for person, office in (*self._beside(), *self.holding.find()):
            for organisation in self.places.of(office, person):
                position = self._position(person, office, organisation)
                found.setdefault((position.start, position.end, person, organisation), position)
        return tuple(found[key] for key in sorted(found))

    def _beside(self) -> list[tuple[int, Office]]:
        """The offices that stand beside names, with whom they name."""
        found = []
        for entity in self.cast.doc.ents:
            person = self.cast.actor(entity.root)
            if entity.label_ != "PERSON" or person is None or not self._is_read(entity.root):
                continue
            if self.cast.of_type(person) == "Person":
                found += [(person, one) for one in self.cast.beside.of(entity) if self._is_read(one.head)]
        return found

    def _is_read(self, token: Token) -> bool:
        return token.i in self.cast.sentence_of

    def _position(self, person: int, office: Office, organisation: int) -> Position:
        span = self.cast.doc[office.start : office.end]
        speakers, relays = self.attribution.of(office.head.i)
        return Position(
            start=span.start_char,
            end=span.end_char,
            sentence=self.cast.sentence_of[office.head.i],
            rule="position",
            attributed_to=speakers,
            via=relays,
            person=person,
            role=self._called(office),
            organisation=organisation,
        )

    def _called(self, office: Office) -> str:
        leading = self.cast.lexicon.roles.leading
        if office.head.pos_ == "VERB":
            return leading[self.holding.led(office.head)]
        return " ".join(self.cast.doc[office.start : office.end].text.split())
