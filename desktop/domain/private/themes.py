"""Themes across people, and what of them may stand on a sheet for colleagues (playbook 7, H4).

How the sheet keeps a reader from tying a theme to one person:

- A theme needs three different people, however many lines each of them gave. The one exception
  is a wording that the manager wrote and confirmed by hand; no count is printed beside it.
- A theme has neither team nor date on the sheet, and the themes stand in the order of the
  alphabet: no combination of columns can be made smaller than the count itself. Two themes that
  the same people raised look like any two others, because nothing on the sheet ties them.
- Counts are bands (3, 5, 10), so that two sheets compared do not tell that one person came or
  went, unless a band is crossed. What everybody raised gets no count: it would name all of them.
"""

from dataclasses import dataclass
from datetime import date

from desktop.domain.ids import KeptId, PersonId, SheetLineId, ThemeId
from desktop.domain.private.words import PrivateText
from desktop.domain.shared.theme_sheet import BANDS, ENOUGH_PEOPLE


@dataclass(frozen=True, slots=True)
class Raised:
    """One line that somebody raised: who, when and in whose words."""

    kept: KeptId
    who: PersonId
    on: date
    words: PrivateText


@dataclass(frozen=True, slots=True)
class Theme:
    """Lines under one name; ``line`` is its place on the sheet for colleagues, if it has one."""

    id: ThemeId
    name: PrivateText
    raised: tuple[Raised, ...] = ()
    acted: date | None = None
    line: SheetLineId | None = None
    by_hand: bool = False

    @property
    def people(self) -> int:
        """How many different people raised it."""
        return len({each.who for each in self.raised})

    @property
    def since(self) -> date | None:
        """When it was raised first."""
        return min((each.on for each in self.raised), default=None)

    @property
    def may_stand_on_the_sheet(self) -> bool:
        """Whether enough people raised it, or the manager confirmed other words by hand."""
        return self.by_hand or self.people >= ENOUGH_PEOPLE


def band(theme: Theme, everybody: int) -> int:
    """Return the count to print: the lower end of a band, or 0 for none.

    ``everybody`` is how many people there are in the vault, the archived ones aside.
    """
    return 0 if theme.by_hand or theme.people >= everybody else voices(theme)


def voices(theme: Theme) -> int:
    """Return the lower end of the band of people who raised it; 0 for fewer than three."""
    return next((least for least in BANDS if theme.people >= least), 0)
