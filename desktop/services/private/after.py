"""What a manager does after a conversation: the checklist R1 to R6 (playbook section 6)."""

from collections.abc import Iterator
from datetime import date

from desktop.domain.changes import Done, Touched
from desktop.domain.conversations.after import BY_HAND, AfterTalk, Check
from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.shared.shares import Way
from desktop.storage.shelves import PrivateShelf


def checklist(shelf: PrivateShelf, which: ConversationId) -> AfterTalk:
    """Return how the checklist stands: what the vault can see ticks itself."""
    contract = shelf.contracts.of_conversation(which)
    talk = shelf.conversations.get(which)
    booked = _booked(shelf, talk.person)
    return AfterTalk(
        talk=talk,
        done=shelf.checks.of(which) | frozenset(_seen(shelf, which, is_booked=bool(booked))),
        next_conversation=booked or (contract.next_conversation if contract else None),
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


def _booked(shelf: PrivateShelf, who: PersonId) -> date | None:
    """Return the day of the next conversation that is booked; a day agreed on is no booking."""
    talks = shelf.conversations.of(who)
    return next((plan.at.date() for plan in shelf.plans.of(who) if plan.waits(talks)), None)


def _seen(shelf: PrivateShelf, which: ConversationId, *, is_booked: bool) -> Iterator[Check]:
    ways = {share.way for share in shelf.shares.of(which)}
    if any(way.carries_the_page for way in ways):
        yield Check.SUMMARY_SENT
    if Way.CALENDAR in ways:
        yield Check.PROMISES_IN_CALENDAR
    if is_booked:
        yield Check.NEXT_BOOKED
    if shelf.answers.noted(which):
        yield Check.NOTES_KEPT
