"""What a manager does with the messages before a conversation (playbook M1 and M2)."""

from dataclasses import replace

from desktop.domain.changes import Done, Touched
from desktop.domain.ids import PlannedId
from desktop.domain.shared.messages import Message, MessageKind
from desktop.storage.shelves import PrivateShelf, SharedShelf


def message(shelf: SharedShelf | PrivateShelf, which: PlannedId, kind: MessageKind) -> Message:
    """Return a message as far as it was written or sent."""
    return shelf.plans.message(which, kind)


def word(shelf: SharedShelf, which: PlannedId, kind: MessageKind, text: str) -> Done[None]:
    """Keep the manager's own words of a message; emptied, the suggested ones stand again."""
    with shelf.transaction():
        before = shelf.plans.message(which, kind)
        shelf.plans.put_message(which, replace(before, text=text if text.strip() else None))
    return Done(None, Touched.PLANS)


def mark_sent(
    shelf: SharedShelf, which: PlannedId, kind: MessageKind, text: str, *, sent: bool
) -> Done[None]:
    """Note today as the day a message went out, in these words, or take that back."""
    with shelf.transaction():
        shelf.plans.put_message(which, Message(kind, text, shelf.today() if sent else None))
    return Done(None, Touched.PLANS)
