"""The recall exercise: whose turn it is, and how it came back (playbook W4)."""

from datetime import date

from desktop.domain.changes import Done, Touched
from desktop.domain.ids import PersonId, QuestionId
from desktop.domain.people import Person
from desktop.domain.private.kept import Heading
from desktop.domain.private.recall import OFFERED_EVERY, Came, Recall
from desktop.services.private import kept
from desktop.storage.shelves import PrivateShelf

_THREE_YEARS = "3 years"
_ASKED = QuestionId("D1")


def whose_turn(shelf: PrivateShelf, after: PersonId | None = None) -> Person | None:
    """Return whom to speak of by heart: the one longest ago, of those who said where they head.

    ``after`` asks for somebody else than this one, where there is anybody else.
    """
    latest = shelf.recalls.latest()
    people = sorted(
        (person for person in shelf.people.all() if person.id != after),
        key=lambda person: latest[person.id].on if person.id in latest else date.min,
    )
    return next((person for person in people if wanted(shelf, person.id) is not None), None)


def wanted(shelf: PrivateShelf, who: PersonId) -> Heading | None:
    """Return where somebody wants to be in three years, in the words kept last."""
    return kept.heading(shelf, who, _THREE_YEARS, _ASKED)


def is_due(shelf: PrivateShelf) -> bool:
    """Whether a week has passed since the last time with anybody."""
    days = [recall.on for recall in shelf.recalls.latest().values()]
    return not days or abs(shelf.today() - max(days)) >= OFFERED_EVERY


def note(shelf: PrivateShelf, who: PersonId, came: Came) -> Done[None]:
    """Note how it came back today; the words that were tried are not kept."""
    with shelf.transaction():
        shelf.recalls.add(Recall(who, shelf.today(), came))
    return Done(None, Touched.ANSWERS)


def latest(shelf: PrivateShelf) -> dict[PersonId, Recall]:
    """Return the last time for each person with whom there was one."""
    return shelf.recalls.latest()
