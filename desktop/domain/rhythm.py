"""The rhythm of the last quarters: was there a conversation in each (playbook W1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from desktop.domain.cadence import A_QUARTER, Cadence, months_later
from desktop.domain.conversations.conversation import Conversation

SHOWN = 4
"""How many quarters a manager looks back at, the present one included."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of the calendar; ``end`` is the first day of the next one."""

    begin: date
    end: date

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.begin <= day < self.end


class Beat(StrEnum):
    """What became of one quarter with one person."""

    HELD = "held"
    NOT_YET = "not yet"
    PAUSED = "paused"
    MISSED = "missed"
    BEFORE = "before"
    """They had no first conversation yet: nothing was missed."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One quarter with one person, and the conversation that was held in it."""

    quarter: Quarter
    beat: Beat
    talk: Conversation | None = None


def quarters(today: date, count: int = SHOWN) -> tuple[Quarter, ...]:
    """Return the last quarters of the calendar, the present one last."""
    first = today.replace(month=today.month - (today.month - 1) % A_QUARTER, day=1)
    begins = [months_later(first, A_QUARTER * back) for back in range(1 - count, 2)]
    return tuple(Quarter(b, e) for b, e in pairwise(begins))


def marks(
    shown: Iterable[Quarter],
    talks: Iterable[Conversation],
    first: date | None,
    cadence: Cadence,
    today: date,
) -> tuple[Mark, ...]:
    """Return what became of each quarter; ``first`` is the day of the first conversation ever.

    A check-in or a review is no beat: only a conversation in depth keeps the rhythm.
    """
    held = [talk for talk in talks if talk.kind.is_in_depth]
    return tuple(_mark(quarter, held, first, cadence, today) for quarter in shown)


def _mark(
    quarter: Quarter,
    held: Iterable[Conversation],
    first: date | None,
    cadence: Cadence,
    today: date,
) -> Mark:
    talk = next((t for t in held if quarter.holds(t.begun.date())), None)
    if talk is not None:
        return Mark(quarter, Beat.HELD, talk)
    if quarter.holds(today):
        return Mark(quarter, Beat.PAUSED if cadence.is_paused(today) else Beat.NOT_YET)
    if first is None or quarter.end <= first:
        return Mark(quarter, Beat.BEFORE)
    if cadence.rested(quarter.begin, quarter.end):
        return Mark(quarter, Beat.PAUSED)
    return Mark(quarter, Beat.MISSED)
