"""One sitting of a conversation: with whom, of what kind, begun and ended when."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.domain.ids import ConversationId, PersonId

SUMMARY_WITHIN = timedelta(hours=48)
"""How soon after a conversation its summary is owed (playbook R1)."""


class Kind(StrEnum):
    """The kinds of conversation (playbook section 2)."""

    FULL = "full"
    HALF_YEAR = "half-year"
    GOALS = "goals"
    CONTRACT_REVIEW = "contract-review"
    CHECK_IN = "check-in"

    @property
    def is_in_depth(self) -> bool:
        """Whether it counts as a career conversation; the short forms never take its place."""
        return self not in (Kind.CONTRACT_REVIEW, Kind.CHECK_IN)


@dataclass(frozen=True, slots=True)
class Conversation:
    """A sitting. It holds no words: notes, summary and contract have homes of their own."""

    id: ConversationId
    person: PersonId
    kind: Kind
    begun: datetime
    ended: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether the manager may still come back to its questions."""
        return self.ended is None

    @property
    def summary_owed_by(self) -> datetime | None:
        """When the 48 hours of R1 are over, counted from the end of the talk.

        None while it is open, and for a check-in: ten minutes in passing owe nobody a page.
        """
        if self.ended is None or self.kind is Kind.CHECK_IN:
            return None
        return self.ended + SUMMARY_WITHIN
