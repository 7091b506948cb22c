"""The arc of one person: energy, conversations, achievements, goals and contracts over time (H1).

The energy of a conversation is what gave against what drained, as the manager kept it that day. It
is a place on a line to see a direction by, and never a figure that anybody reads.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.ids import ConversationId, QuestionId
from desktop.domain.private.words import PrivateText


class ArcKind(StrEnum):
    """What a mark of the arc tells of."""

    TALK = "talk"
    ACHIEVEMENT = "achievement"
    GOAL = "goal"
    CONTRACT = "contract"


class Told(StrEnum):
    """What one passage behind a mark is."""

    GIVES = "gives"
    DRAINS = "drains"
    ACHIEVEMENT = "achievement"
    SEEN = "seen"
    """An achievement that the manager wrote down between two conversations."""
    NEW_GOAL = "new goal"
    CHANGED_GOAL = "changed goal"
    REACHED_GOAL = "reached goal"
    GOAL_SET_ASIDE = "goal set aside"
    CONTRACT = "contract"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words behind a mark; ``conversation`` leads to where they stand.

    Without one the goals do, or what was written down between conversations.

    ``question`` is the one whose note they were kept of, where they were.
    """

    told: Told
    words: PrivateText
    conversation: ConversationId | None = None
    question: QuestionId | None = None
    because: PrivateText | None = None
    """Why a goal is other than before."""


@dataclass(frozen=True, slots=True)
class ArcMark:
    """All of one kind on one day, so that nothing hides behind anything else."""

    kind: ArcKind
    on: date
    passages: tuple[Passage, ...] = ()
    conversations: tuple[ConversationId, ...] = ()
    version: int = 0

    @property
    def key(self) -> str:
        """What it is found by."""
        return f"{self.kind} {self.on.isoformat()}"

    def words(self, *told: Told) -> tuple[PrivateText, ...]:
        """Return the words of these passages."""
        return tuple(passage.words for passage in self.passages if passage.told in told)

    @property
    def energy(self) -> float | None:
        """Between -1 and 1; None where nothing was kept of it."""
        return balance(len(self.words(Told.GIVES)), len(self.words(Told.DRAINS)))


@dataclass(frozen=True, slots=True)
class Arc:
    """Every mark, in the order of time."""

    marks: tuple[ArcMark, ...] = ()

    def of(self, kind: ArcKind) -> Sequence[ArcMark]:
        """Return the marks of a kind."""
        return [mark for mark in self.marks if mark.kind is kind]


def balance(gives: int, drains: int) -> float | None:
    """Return where what gives and what drains meet: more of it weighs more, and none is None."""
    if not gives and not drains:
        return None
    return (gives - drains) / (gives + drains + 1)
