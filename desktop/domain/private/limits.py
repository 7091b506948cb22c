"""When an ambition does not fit the organisation: five honest steps (playbook H1 to H5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.ids import LimitsId, PersonId
from desktop.domain.private.words import NOTHING_NOTED, PrivateText


class LimitsStep(StrEnum):
    """What is gone through, in this order."""

    SAY_IT = "H1"
    PARTIAL_PATHS = "H2"
    TIMELINE = "H3"
    MEANWHILE = "H4"
    TRANSITION = "H5"


@dataclass(frozen=True, slots=True)
class Limits:
    """One ambition that does not fit, what was thought at each step, and where it was left."""

    id: LimitsId
    person: PersonId
    begun: date
    ambition: PrivateText
    words: Mapping[LimitsStep, PrivateText]
    standing_at: LimitsStep = LimitsStep.SAY_IT

    def at(self, step: LimitsStep) -> PrivateText:
        """Return what was written at a step."""
        return self.words.get(step, NOTHING_NOTED)


def fudge_in(said: str, phrases: tuple[str, ...]) -> str:
    """Return the first of these phrases that was written, or nothing; a fudge is to be named."""
    plain = " ".join(said.casefold().split())
    return next((phrase for phrase in phrases if phrase in plain), "")
