"""What is to be done after a conversation (playbook section 6, R1 to R6); it holds no words."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from desktop.domain.conversations.conversation import Conversation

A_WEEK = timedelta(days=7)
_REMINDS_FOR = timedelta(days=14)


class Check(StrEnum):
    """One line of the checklist, by its identifier in the playbook."""

    SUMMARY_SENT = "R1"
    PROMISES_IN_CALENDAR = "R2"
    NEXT_BOOKED = "R3"
    URGENT_DONE = "R4"
    ISSUES_TAKEN_FURTHER = "R5"
    NOTES_KEPT = "R6"


BY_HAND = frozenset({Check.PROMISES_IN_CALENDAR, Check.URGENT_DONE, Check.ISSUES_TAKEN_FURTHER})
"""What only the manager can know; the others are ticked by what stands in the vault."""


@dataclass(frozen=True, slots=True)
class AfterTalk:
    """How the checklist stands for one conversation that is over."""

    talk: Conversation
    done: frozenset[Check]
    next_conversation: date | None = None

    @property
    def urgent_by(self) -> date | None:
        """Return the last day of the week within which the urgent is done (R4)."""
        return None if self.talk.ended is None else (self.talk.ended + A_WEEK).date()

    def is_worth_showing(self, now: datetime) -> bool:
        """Return whether something is still to be done, and the talk is not long past.

        A list that never goes away is no longer read.
        """
        if self.talk.ended is None or self.done == frozenset(Check):
            return False
        return now - self.talk.ended < _REMINDS_FOR
