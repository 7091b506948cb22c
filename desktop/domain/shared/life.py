"""What becomes of a commitment: kept, moved, let go, carried on (product G2 and G7).

A commitment is its own thing and not a line of a meeting: its turns are kept for good, whatever
the contracts say. The reason of a turn is shared text: the page that goes out prints it, so it is
written for both, in a field that says so. What the manager thinks of a broken promise belongs into
the private notes; there is no private reason, because a field that might be either would be
mistaken one day.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.domain.ids import CommitmentId

THIRD_TIME = 3
"""How often a commitment is carried before it is asked whether it is still wanted (G7)."""


class Turn(StrEnum):
    """What can happen to a commitment between two contracts."""

    KEPT = "kept"
    REOPENED = "open again"
    MOVED = "moved"
    LET_GO = "let go"
    STILL_WANTED = "still wanted"
    SMALLER = "smaller"


ANSWERS = frozenset({Turn.STILL_WANTED, Turn.SMALLER})
"""The turns that answer the question of the third time and leave the commitment open."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One turn: when, to which date it was moved, and why in words meant for both."""

    turn: Turn
    at: datetime
    due: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """A commitment since it was first agreed; ``talks`` counts those whose contract holds it."""

    commitment: CommitmentId
    since: datetime
    last_agreed: datetime
    talks: int
    happenings: tuple[Happening, ...] = ()

    @property
    def carried(self) -> int:
        """How often it was carried into the contract of another conversation."""
        return self.talks - 1

    @property
    def answer(self) -> Turn | None:
        """What was answered since it was last agreed, when the draft asked whether to go on."""
        answers = [h for h in self.happenings if h.turn in ANSWERS and h.at >= self.last_agreed]
        return answers[-1].turn if answers else None

    def carried_with(self, *, another_talk: bool) -> int:
        """How often with a draft: once more, unless the draft corrects the same talk's contract."""
        return self.carried + another_talk

    def asks(self, *, another_talk: bool) -> bool:
        """Whether such a draft carries it the third time or more, and nobody has answered yet."""
        times = self.carried_with(another_talk=another_talk)
        return another_talk and times >= THIRD_TIME and self.answer is None

    def last(self, turn: Turn, *, after: datetime | None, until: datetime) -> Happening | None:
        """Return the latest turn of a kind in a span of time; ``after`` None: from the first."""
        return next(
            (
                h
                for h in reversed(self.happenings)
                if h.turn is turn and h.at <= until and (after is None or h.at > after)
            ),
            None,
        )

    def ended(self, *, until: datetime) -> Happening | None:
        """Return the turn that had ended it at a moment, if it was not open then."""
        ends = {Turn.KEPT, Turn.LET_GO, Turn.REOPENED}
        past = [h for h in self.happenings if h.turn in ends and h.at <= until]
        return past[-1] if past and past[-1].turn is not Turn.REOPENED else None


@dataclass(frozen=True, slots=True)
class Rate:
    """How many commitments of one side were kept, how many of them by their date, and of how many.

    One that is not due yet is neither kept nor broken; one that was let go before its date was
    agreed away and counts for nothing (playbook W2: both sides are counted alike).
    """

    kept: int
    on_time: int
    due: int
