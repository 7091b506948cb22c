"""The sheet of themes for colleagues: words, and no more than a band of people (playbook 7)."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.errors import Refusal
from desktop.domain.ids import SheetLineId

ENOUGH_PEOPLE = 3
BANDS = (10, 5, ENOUGH_PEOPLE)
"""The lower ends of what is said about how many raised a theme; the last is the least."""

WAYS_ON = "Take it off, or put it on again by hand in words that could come from anybody."

Quarter = tuple[int, int]
"""A year and a quarter of it, from 1 to 4: no date on the sheet is finer."""


def quarter(day: date) -> Quarter:
    """Return in which quarter a day lies."""
    return day.year, (day.month + 2) // 3


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One theme in words for colleagues; one of fewer than three people cannot be held.

    ``people`` is the lower end of a band, printed only if ``counted``. The one exception is a line
    ``by_hand``, which the manager rewrote and confirmed: it knows no number at all.
    """

    id: SheetLineId
    wording: str
    people: int
    confirmed: Quarter
    counted: bool = True
    by_hand: bool = False

    def __post_init__(self) -> None:
        """Refuse what could name one of few people; whoever makes a line has asked before."""
        allowed = (0,) if self.by_hand else BANDS
        if self.people not in allowed or (self.by_hand and self.counted):
            raise Refusal("sheet", f"“{self.wording}” has fewer than three people left. {WAYS_ON}")
