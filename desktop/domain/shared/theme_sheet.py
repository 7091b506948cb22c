"""The sheet of themes for colleagues: words, and no more than a band of people (playbook 7)."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.ids import SheetLineId

Quarter = tuple[int, int]
"""A year and a quarter of it, from 1 to 4: no date on the sheet is finer."""


def quarter(day: date) -> Quarter:
    """Return in which quarter a day lies."""
    return day.year, (day.month + 2) // 3


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One theme in words for colleagues.

    ``people`` is the lower end of a band, or 0 where no count is to be printed.
    """

    id: SheetLineId
    wording: str
    people: int
    confirmed: Quarter
