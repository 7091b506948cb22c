"""How often to talk with somebody, and when the next talk is due (playbook section 2)."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

A_QUARTER = 3
"""Months between two full conversations at the most."""

TIGHT, TRANSITION_LASTS = 1, A_QUARTER
"""Months between two full conversations in a transition, and how long one lasts at first."""

REVIEW_EVERY, GOALS_EVERY = 1, 12
"""Months between two contract reviews, and between two looks at the goals in depth."""


class Rhythm(StrEnum):
    """How often to talk in full with one person; the value is in months."""

    AS_FOR_ALL = ""
    QUARTER = "3"
    TWO_MONTHS = "2"
    MONTH = "1"
    """For somebody in transition."""


class PauseReason(StrEnum):
    """Why no talk is due for a while; a few choices, so that nobody's circumstances are kept."""

    LEAVE = "leave"
    LENT = "lent"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Pause:
    """No talk is due from ``since`` up to and on the day ``until``."""

    reason: PauseReason
    until: date
    since: date | None = None
    """None for one that was chosen before this was kept."""

    def fills(self, begin: date, end: date) -> bool:
        """Whether at least half of the days from ``begin`` lie in it; ``end`` is the day after."""
        since = max(begin, self.since or self.until)
        until = min(end, self.until + timedelta(days=1))
        return 2 * (until - since) >= end - begin


@dataclass(frozen=True, slots=True)
class Cadence:
    """What was chosen for one person; ``transition`` is the last day of a time of change."""

    rhythm: Rhythm = Rhythm.AS_FOR_ALL
    pause: Pause | None = None
    transition: date | None = None

    def months(self, for_all: int, today: date) -> int:
        """Return after how many months a full conversation is due; never more than a quarter.

        For somebody in transition it is one, and afterwards what it was before.
        """
        if self.is_in_transition(today):
            return TIGHT
        return min(int(self.rhythm) if self.rhythm else for_all, A_QUARTER)

    def is_in_transition(self, today: date) -> bool:
        """Whether the rhythm is tighter now than it was chosen to be."""
        return self.transition is not None and today <= self.transition

    def is_paused(self, today: date) -> bool:
        """Whether a pause is on."""
        return self.pause is not None and today <= self.pause.until

    def rested(self, begin: date, end: date) -> bool:
        """Whether a time that is over was mostly a pause; ``end`` is the day after it."""
        return self.pause is not None and self.pause.fills(begin, end)

    def due(self, last: date, months: int) -> date:
        """Return when a talk is due, ``months`` after the last one.

        After a pause that came in between it is the day on which the pause is over.
        """
        day = months_later(last, months)
        if self.pause is not None and last <= self.pause.until:
            return max(day, self.pause.until + timedelta(days=1))
        return day


def months_later(start: date, months: int) -> date:
    """Return the same day some months later, or the last of a month too short for it.

    Count from the first day, not from the one before: 31 January leads to 28 February and then to
    31 March.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
