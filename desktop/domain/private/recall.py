"""The recall exercise: to say by heart where somebody wants to be in three years (playbook W4)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.domain.ids import PersonId

OFFERED_EVERY = timedelta(days=7)
"""How often the exercise is offered unasked; a thing that is always there is no longer seen."""


class Came(StrEnum):
    """How it came back, in the manager's own judgement."""

    AS_SAID = "as said"
    IN_PART = "in part"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class Recall:
    """One time the manager tried."""

    person: PersonId
    on: date
    came: Came
