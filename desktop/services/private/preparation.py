"""What a manager does alone before a conversation: think it through, tick off what is ready."""

from desktop.domain.changes import Done, Touched
from desktop.domain.ids import PlannedId
from desktop.domain.private.preparation import (
    BY_HAND,
    CheckItem,
    Subject,
    Thought,
    thought,
)
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.messages import MessageKind
from desktop.storage.shelves import PrivateShelf


def thoughts(shelf: PrivateShelf, which: PlannedId) -> tuple[Thought, ...]:
    """Return what was thought for a conversation, or carried forward from the one before."""
    who = shelf.plans.get(which).person
    written = shelf.preparation.of(who)
    prepared = {line.planned for line in written}
    order = [plan.id for plan in shelf.plans.of(who)]
    earlier = tuple(plan for plan in order[: order.index(which)] if plan in prepared)
    return tuple(thought(which, subject, written, earlier) for subject in Subject)


def write(
    shelf: PrivateShelf, which: PlannedId, subject: Subject, words: PrivateText
) -> Done[None]:
    """Keep what was thought about a subject."""
    with shelf.transaction():
        shelf.preparation.put(which, subject, words)
    return Done(None, Touched.PREPARATION)


def ready(shelf: PrivateShelf, which: PlannedId) -> frozenset[CheckItem]:
    """Return what is ready: an hour and a prompt are known, the rest was ticked by hand."""
    known = set(shelf.preparation.ticked(which))
    if shelf.plans.get(which).has_an_hour:
        known.add(CheckItem.AN_HOUR)
    if shelf.plans.message(which, MessageKind.REFLECTION).sent:
        known.add(CheckItem.PROMPT_SENT)
    return frozenset(known)


def tick(shelf: PrivateShelf, which: PlannedId, item: CheckItem, *, ticked: bool) -> Done[None]:
    """Tick something off by hand, or take the tick back."""
    if item not in BY_HAND:
        return Done(None, Touched.NOTHING)
    with shelf.transaction():
        shelf.preparation.tick(which, item, ticked=ticked)
    return Done(None, Touched.PREPARATION)
