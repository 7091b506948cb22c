"""The bin: what was deleted, and can be brought back for thirty days (product K3)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from desktop.domain.ids import PersonId
from desktop.domain.private.words import PrivateText

DAYS_KEPT: Final = 30


class Thing(StrEnum):
    """What can be put into the bin; the value names the table it comes from."""

    PERSON = "person"
    CONVERSATION = "conversation"
    OPPORTUNITY = "private_opportunity"
    SIGNAL = "private_signal"
    NOTE = "private_note"
    MOMENT = "private_moment"
    EXPERIMENT = "private_experiment"
    DRAFT = "contract"


@dataclass(frozen=True, slots=True)
class Binned:
    """Something in the bin: what it was called, whom it is about, and since when it lies there.

    ``took_place`` is the day it began or was noted on, for what is called after a person alone.
    """

    id: str
    thing: Thing
    title: PrivateText
    person: PersonId | None
    since: datetime
    took_place: date | None = None

    def last_day(self) -> date:
        """Return the last day on which it can be brought back."""
        return self.since.date() + timedelta(days=DAYS_KEPT)
