"""What a manager sees of their own rhythm: the last quarters, and whose word was kept (W1, W2)."""

from dataclasses import dataclass

from desktop.domain.cadence import Cadence
from desktop.domain.conversations.conversation import Conversation
from desktop.domain.ids import PersonId
from desktop.domain.people import Person
from desktop.domain.rhythm import Beat, Mark, Quarter, marks, quarters
from desktop.domain.shared.commitments import Owner
from desktop.domain.shared.life import Rate
from desktop.services import lives
from desktop.storage.shelves import SharedShelf


@dataclass(frozen=True, slots=True)
class PersonRhythm:
    """One person, and what became of each quarter with them, the present one last."""

    person: Person
    marks: tuple[Mark, ...]

    @property
    def missed(self) -> int:
        """How many quarters passed without a conversation in depth."""
        return sum(mark.beat is Beat.MISSED for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The quarters that are shown, everybody in them, and how both sides kept their word."""

    quarters: tuple[Quarter, ...]
    people: tuple[PersonRhythm, ...]
    kept: dict[Owner, Rate]


def rhythm(shelf: SharedShelf) -> Rhythm:
    """Return the last four quarters: those with gaps first, else in the order of the side bar."""
    shown = quarters(shelf.today())
    held: dict[PersonId, list[Conversation]] = {}
    for talk in shelf.conversations.since(shown[0].begin):
        held.setdefault(talk.person, []).append(talk)
    first, chosen = shelf.conversations.first_with_each(), shelf.cadences.all()
    found = []
    for person in shelf.people.all():
        begun = first.get(person.id)
        cadence = chosen.get(person.id, Cadence())
        day = begun.date() if begun else None
        told = marks(shown, held.get(person.id, ()), day, cadence, shelf.today())
        found.append(PersonRhythm(person, told))
    found.sort(key=lambda row: -row.missed)
    return Rhythm(shown, tuple(found), lives.kept_rates(shelf, shown[0].begin))
