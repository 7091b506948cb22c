"""A try at a direction: what was expected of it, what was learned, keep or drop (playbook 6).

Wrong is a fine result: a direction that was tried and dropped is one question less.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.errors import Refusal
from desktop.domain.ids import ExperimentId, GoalId, PersonId
from desktop.domain.private.words import NOTHING_NOTED, PrivateText


class Verdict(StrEnum):
    """What came of a try."""

    KEEP = "keep"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Experiment:
    """One try; it runs until there is a verdict."""

    id: ExperimentId
    person: PersonId
    begun: date
    what: PrivateText = NOTHING_NOTED
    expected: PrivateText = NOTHING_NOTED
    learned: PrivateText = NOTHING_NOTED
    goal: GoalId | None = None
    verdict: Verdict | None = None
    ended: date | None = None

    @property
    def runs(self) -> bool:
        """Whether it is still to be decided."""
        return self.verdict is None


def proper_verdict(experiment: Experiment) -> None:
    """Refuse a verdict before anything was learned: that is what the try was for."""
    if not experiment.learned:
        raise Refusal("learned", "What was learned? One sentence is enough; wrong is fine too.")
