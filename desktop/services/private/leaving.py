"""What a manager does with a leaving signal: read it, and look back at earlier readings (K8)."""

from desktop.domain.changes import Done, Touched
from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.private.leaving import Ease, Form, Reading
from desktop.storage.shelves import PrivateShelf


def read(
    shelf: PrivateShelf, which: ConversationId, ease: Ease | None, form: Form | None
) -> Done[None]:
    """Note today's reading of one conversation; one with neither part is taken away."""
    reading = Reading(which, shelf.today(), ease, form)
    with shelf.transaction():
        if reading.is_empty:
            shelf.leaving.remove(which)
        else:
            shelf.leaving.put(reading)
    return Done(None, Touched.ANSWERS)


def reading_in(shelf: PrivateShelf, which: ConversationId) -> Reading | None:
    """Return the reading of a conversation, or None."""
    return shelf.leaving.get(which)


def readings_of(shelf: PrivateShelf, who: PersonId) -> tuple[Reading, ...]:
    """Return a person's readings, the latest first; of one person only, so that none is ranked."""
    return shelf.leaving.of(who)
