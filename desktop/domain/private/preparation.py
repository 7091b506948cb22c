"""The manager's own thinking before a conversation (playbook P1 to P6, C1 to C6)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.ids import PlannedId
from desktop.domain.private.words import PrivateText


class Subject(StrEnum):
    """What to think through."""

    CARES_ABOUT = "P1"
    COULD_FIT = "P2"
    PATHS = "P3"
    HOLDS_US_BACK = "P4"
    CAN_COMMIT = "P5"
    AVOIDED = "P6"


class CheckItem(StrEnum):
    """What makes a manager ready. An hour booked and the prompt sent are known, not ticked here."""

    AN_HOUR = "C1"
    CARES_ABOUT = "C2"
    OPPORTUNITIES = "C3"
    HONEST = "C4"
    PROMPT_SENT = "C5"
    HEAD_CLEARED = "C6"


BY_HAND = (
    CheckItem.CARES_ABOUT,
    CheckItem.OPPORTUNITIES,
    CheckItem.HONEST,
    CheckItem.HEAD_CLEARED,
)
"""What only the manager can say."""


@dataclass(frozen=True, slots=True)
class Thought:
    """What was thought about one subject; ``carried_from`` says that it stems from an earlier day.

    ``left_empty`` counts the preparations just before this one in which nothing stood here.
    """

    planned: PlannedId
    subject: Subject
    words: PrivateText
    carried_from: date | None = None
    left_empty: int = 0


@dataclass(frozen=True, slots=True)
class WrittenThought:
    """One line of the shelf: the words of one preparation, and the day it was for."""

    planned: PlannedId
    on: date
    subject: Subject
    words: PrivateText


def thought(
    which: PlannedId,
    subject: Subject,
    written: tuple[WrittenThought, ...],
    earlier: tuple[PlannedId, ...],
) -> Thought:
    """Return the own words of a preparation, or those carried forward as a starting point.

    ``earlier`` are the preparations before this one, the oldest first.
    """
    by_plan = {line.planned: line for line in written if line.subject is subject}
    carried: WrittenThought | None = None
    empty = 0
    for plan in earlier:
        carried = by_plan.get(plan, carried)
        has_words = carried is not None and bool(carried.words)
        empty = 0 if has_words else empty + 1
    own = by_plan.get(which)
    if own is not None:
        return Thought(which, subject, own.words, left_empty=empty)
    if carried is not None and carried.words:
        return Thought(which, subject, carried.words, carried_from=carried.on)
    return Thought(which, subject, PrivateText(""), left_empty=empty)
