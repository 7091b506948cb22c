"""What a manager does when somebody else takes over (playbook section 10)."""

from datetime import date

from desktop.domain.changes import Done, Touched
from desktop.domain.ids import PersonId
from desktop.domain.shared.hand_over import HandOver, proper_hand_over
from desktop.storage.shelves import OutgoingShelf, SharedShelf


def agreed(shelf: SharedShelf | OutgoingShelf, who: PersonId) -> HandOver | None:
    """Return to whom a person agreed to be handed over, with the page as it stands now."""
    found, contract = shelf.hand_overs.of(who), shelf.contracts.agreed(who)
    return found if found and found.covers(contract.id if contract else None) else None


def agreed_before(shelf: SharedShelf, who: PersonId) -> HandOver | None:
    """Return the word they gave for a page that has since changed; None where it still holds."""
    return None if agreed(shelf, who) else shelf.hand_overs.of(who)


def consent(shelf: SharedShelf, who: PersonId, receiver: str, on: date | None) -> Done[None]:
    """Note that the person agreed to the page and to who gets it; Refusal without either."""
    contract = shelf.contracts.agreed(who)
    shown = contract.id if contract else None
    hand_over = proper_hand_over(who, receiver, on, shelf.today(), shown)
    with shelf.transaction():
        shelf.hand_overs.put(hand_over)
    return Done(None, Touched.PEOPLE)
