"""A moment between conversations: what was seen, given or heard, and which goal it served."""

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.ids import GoalId, MomentId, PersonId
from desktop.domain.moments import MomentKind
from desktop.domain.private.words import NOTHING_NOTED, PrivateText


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment; ``goal`` is the agreed goal for which it was of use, if one is linked."""

    id: MomentId
    person: PersonId
    kind: MomentKind
    noted: datetime
    words: PrivateText = NOTHING_NOTED
    goal: GoalId | None = None
