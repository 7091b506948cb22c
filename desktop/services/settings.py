"""What the manager chose for this vault, each with its default."""

from typing import Final

from desktop.domain.changes import Done, Touched
from desktop.domain.errors import Refusal
from desktop.export.paper import PageSize
from desktop.storage.shelves import SharedShelf

LOCK_AFTER: Final = 15
"""Minutes: long enough to listen without touching the keyboard (security.md, row 12)."""

LOCK_AFTER_LEAST, LOCK_AFTER_MOST = 1, 60
_LOCK_AFTER: Final = "lock after"
_LEFT_OUT: Final = "left out of shared screens"
_PAPER: Final = "size of the sheet"
_WEEK: Final = "first day of the week"


def lock_after(shelf: SharedShelf) -> int:
    """Return after how many quiet minutes the vault locks, 1 to 60."""
    chosen = shelf.settings.value(_LOCK_AFTER) or ""
    minutes = int(chosen) if chosen.isdecimal() else LOCK_AFTER
    return min(max(minutes, LOCK_AFTER_LEAST), LOCK_AFTER_MOST)


def set_lock_after(shelf: SharedShelf, minutes: int) -> Done[int]:
    """Lock after this many quiet minutes; Refusal (field ``lock_after``) outside 1 to 60."""
    if not LOCK_AFTER_LEAST <= minutes <= LOCK_AFTER_MOST:
        raise Refusal("lock_after", "Please choose between 1 and 60 minutes.")
    with shelf.transaction():
        shelf.settings.choose(_LOCK_AFTER, str(minutes))
    return Done(minutes, Touched.SETTINGS)


def left_out(shelf: SharedShelf) -> bool:
    """Return whether our windows ask to be left out of shared screens, where a system can do it."""
    return shelf.settings.value(_LEFT_OUT) != "no"


def set_left_out(shelf: SharedShelf, *, wanted: bool) -> Done[bool]:
    """Ask for it from now on, or let our windows be seen; product A9."""
    with shelf.transaction():
        shelf.settings.choose(_LEFT_OUT, "yes" if wanted else "no")
    return Done(wanted, Touched.SETTINGS)


def paper_size(shelf: SharedShelf) -> PageSize | None:
    """Return the sheet that was chosen last; None where the usual one is meant."""
    chosen = shelf.settings.value(_PAPER)
    return next((size for size in PageSize if size.name == chosen), None)


def set_paper_size(shelf: SharedShelf, size: PageSize) -> Done[PageSize]:
    """Begin with this sheet from now on."""
    with shelf.transaction():
        shelf.settings.choose(_PAPER, size.name)
    return Done(size, Touched.NOTHING)


def week_begins(shelf: SharedShelf) -> int | None:
    """Return on which day a calendar begins, 1 for Monday to 7; None as the system has it."""
    chosen = shelf.settings.value(_WEEK) or ""
    return int(chosen) if chosen in tuple("1234567") else None


def set_week_begins(shelf: SharedShelf, day: int | None) -> Done[int | None]:
    """Begin the calendars on this day, 1 for Monday to 7; None follows the system."""
    with shelf.transaction():
        shelf.settings.choose(_WEEK, "" if day is None else str(day))
    return Done(day, Touched.SETTINGS)
