"""Real openings that the manager knows of, and whose direction each would serve (product C4)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.ids import KeptId, OpportunityId, PersonId
from desktop.domain.private.kept import KeptAs
from desktop.domain.private.words import NOTHING_NOTED, PrivateText

DIRECTIONS = (KeptAs.GOAL, KeptAs.INTEREST, KeptAs.DRAWN_TO, KeptAs.EXPERIMENT)
"""What of a person an opportunity may serve, as far as it was kept."""


class OpportunityKind(StrEnum):
    """What is open."""

    OPENING = "opening"
    PROJECT = "project"
    BUDGET = "budget"
    FORUM = "forum"


@dataclass(frozen=True, slots=True)
class Serves:
    """A person whose direction it would serve; ``kept`` is the goal or interest, if one is."""

    person: PersonId
    kept: KeptId | None = None


@dataclass(frozen=True, slots=True)
class Opportunity:
    """One opportunity; ``by`` is the last day on which it can still be taken, if it has one."""

    id: OpportunityId
    what: PrivateText
    kind: OpportunityKind = OpportunityKind.OPENING
    limits: PrivateText = NOTHING_NOTED
    by: date | None = None
    closed: date | None = None
    serves: tuple[Serves, ...] = ()

    def is_over(self, today: date) -> bool:
        """Whether it was closed, or its day has passed."""
        return self.closed is not None or (self.by is not None and self.by < today)

    def is_for(self, person: PersonId) -> bool:
        """Whether the manager has marked that it would serve somebody."""
        return any(served.person == person for served in self.serves)
