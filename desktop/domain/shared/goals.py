"""Goals as agreed: what a person wants, in words that both have read (product E4).

They are not the goals that the manager captured in a note: those are private for ever. One of them
can begin the words of a goal here, and from then on it is another text, in other words. A goal
keeps its past: what was agreed is never written over, the next version stands beside it with the
reason, which is written for both.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.errors import Refusal
from desktop.domain.ids import GoalId, PersonId
from desktop.domain.motivations import Motivation

HORIZONS = ("6 months", "2 years", "3 years", "3 to 5 years", "10 years")
"""How far ahead a goal may look, as the questions of the bank say it."""


class Place(StrEnum):
    """Where the goal lies, seen from the organisation; leaving is no shame (playbook X9)."""

    OPEN = "open"
    INSIDE = "inside"
    OUTSIDE = "outside"


class Status(StrEnum):
    """What has become of a goal."""

    ALIVE = "alive"
    REACHED = "reached"
    SET_ASIDE = "set aside"
    CHANGED = "changed"


class CareerPath(StrEnum):
    """The four paths to reflect on (playbook D4), or none."""

    NONE = ""
    SPECIALIST = "specialist"
    ARCHITECT = "architect"
    PRODUCT = "product"
    PEOPLE = "people"


class Sign(StrEnum):
    """What lets a manager suspect that a goal has changed (playbook section 2)."""

    LESS_ENGAGED = "G1"
    OTHER_INTEREST = "G2"
    OUTSIDE_CHANGED = "G3"
    FELT_OTHERWISE = "G4"


@dataclass(frozen=True, slots=True)
class GoalWording:
    """One version of a goal; ``reason`` says why it is other than the one before."""

    words: str
    horizon: str = ""
    place: Place = Place.OPEN
    status: Status = Status.ALIVE
    path: CareerPath = CareerPath.NONE
    motivations: tuple[Motivation, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GoalVersion:
    """A wording, and since when it stands."""

    wording: GoalWording
    at: datetime
    is_agreed: bool


@dataclass(frozen=True, slots=True)
class Goal:
    """What a person wants, with all that it has been; the versions begin with the first."""

    id: GoalId
    person: PersonId
    versions: tuple[GoalVersion, ...]

    @property
    def now(self) -> GoalVersion:
        """The version that stands."""
        return self.versions[-1]

    def at(self, moment: datetime) -> GoalWording | None:
        """Return how it was worded at a moment; None before its first version."""
        past = [v.wording for v in self.versions if v.at <= moment]
        return past[-1] if past else None


def proper(wording: GoalWording, *, revises: bool) -> None:
    """Refuse a goal without words, and a revision of an agreed one without a reason."""
    if not wording.words.strip():
        raise Refusal("words", "What do they want? One sentence is enough, in words for both.")
    if revises and not wording.reason.strip():
        raise Refusal("reason", "Why has it changed? A few words that you both may read.")
