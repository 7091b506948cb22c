"""Whether the trajectory of each person moves (playbook W6)."""

from desktop.domain.cadence import months_later
from desktop.domain.ids import PersonId
from desktop.domain.private.moved import LOOKS_BACK, Moved
from desktop.storage.shelves import PrivateShelf


def moved(shelf: PrivateShelf) -> dict[PersonId, Moved]:
    """Return what moved with everybody in the last twelve months; nothing of it is said as well."""
    found = shelf.moved.since(months_later(shelf.today(), -LOOKS_BACK))
    return {person.id: found.get(person.id, Moved()) for person in shelf.people.all()}
