"""Then and now: what somebody wanted half a year ago, and the role they describe (playbook N8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.domain.ids import ConversationId
from desktop.domain.private.words import PrivateText

HALF_A_YEAR = timedelta(days=182)


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said in one conversation, in their words as they were kept."""

    conversation: ConversationId
    on: date
    words: PrivateText


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """What was wanted in half a year's time, and the role as it was told, the earliest first."""

    wished: tuple[Said, ...] = ()
    roles: tuple[Said, ...] = ()


def nearest_to_half_a_year_before(wished: Iterable[Said], on: date) -> Said | None:
    """Return the wish said nearest to half a year before a day; only earlier days count."""
    earlier = [said for said in wished if said.on < on]
    return min(earlier, key=lambda said: abs(on - said.on - HALF_A_YEAR), default=None)
