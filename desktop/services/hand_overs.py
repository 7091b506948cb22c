"""What a manager does when somebody else takes over (playbook section 10)."""

from datetime import date

from desktop.domain.changes import Done, Touched
from desktop.domain.ids import PersonId
from desktop.domain.shared.hand_over import HandOver, proper_hand_over
from desktop.storage.shelves import SharedShelf


def agreed(shelf: SharedShelf, who: PersonId) -> HandOver | None:
    """Return to whom a person agreed to be handed over, if they did."""
    return shelf.hand_overs.of(who)


def consent(shelf: SharedShelf, who: PersonId, receiver: str, on: date | None) -> Done[None]:
    """Note that the person agreed to the page and to who gets it; Refusal without either."""
    hand_over = proper_hand_over(who, receiver, on, shelf.today())
    with shelf.transaction():
        shelf.hand_overs.put(hand_over)
    return Done(None, Touched.PEOPLE)
