"""What a manager does with the person's own answer about a future here (playbook section 6)."""

from desktop.domain.changes import Done, Touched
from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.private.future import ANSWERS, FutureHere
from desktop.storage.shelves import PrivateShelf


def note(shelf: PrivateShelf, which: ConversationId, answer: int | None) -> Done[None]:
    """Note what somebody answered in a conversation, 1 to 5; None takes the answer away."""
    if answer is not None and answer not in ANSWERS:
        raise ValueError(answer)
    with shelf.transaction():
        if answer is None:
            shelf.future.remove(which)
        else:
            shelf.future.put(which, shelf.today(), answer)
    return Done(None, Touched.ANSWERS)


def in_conversation(shelf: PrivateShelf, which: ConversationId) -> int | None:
    """Return what was answered in a conversation, or None."""
    return shelf.future.get(which)


def of_person(shelf: PrivateShelf, who: PersonId) -> tuple[FutureHere, ...]:
    """Return a person's answers, the earliest first."""
    return shelf.future.all(who)


def of_everybody(shelf: PrivateShelf) -> dict[PersonId, tuple[FutureHere, ...]]:
    """Return the answers of each person, the earliest first; in no order among people."""
    found: dict[PersonId, list[FutureHere]] = {}
    for answer in shelf.future.all():
        found.setdefault(answer.person, []).append(answer)
    return {who: tuple(answers) for who, answers in found.items()}
