"""What a manager does after a conversation: the checklist R1 to R6 (playbook section 6)."""

from collections.abc import Iterator

from desktop.domain.changes import Done, Touched
from desktop.domain.conversations.after import BY_HAND, AfterTalk, Check
from desktop.domain.ids import ConversationId
from desktop.storage.shelves import PrivateShelf


def checklist(shelf: PrivateShelf, which: ConversationId) -> AfterTalk:
    """Return how the checklist stands: what the vault can see ticks itself."""
    contract = shelf.contracts.of_conversation(which)
    booked = contract.next_conversation if contract else None
    return AfterTalk(
        talk=shelf.conversations.get(which),
        done=shelf.checks.of(which) | frozenset(_seen(shelf, which, is_booked=bool(booked))),
        next_conversation=booked,
    )


def tick(shelf: PrivateShelf, which: ConversationId, check: Check, *, done: bool) -> Done[None]:
    """Tick something off by hand, or take the tick back; the vault ticks the others itself."""
    if check not in BY_HAND:
        raise ValueError(check)
    with shelf.transaction():
        if done:
            shelf.checks.put(which, check, shelf.now())
        else:
            shelf.checks.remove(which, check)
    return Done(None, Touched.CONVERSATIONS)


def _seen(shelf: PrivateShelf, which: ConversationId, *, is_booked: bool) -> Iterator[Check]:
    if shelf.shares.of(which):
        yield Check.SUMMARY_SENT
    if is_booked:
        yield Check.NEXT_BOOKED
    if shelf.answers.noted(which):
        yield Check.NOTES_KEPT
