"""When the manager is reminded of their own debts, and never anybody else (product G3 and G7)."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from desktop.domain.changes import Done, Touched
from desktop.domain.reminders import Reminder, Reminders, Told
from desktop.services.today import today
from desktop.storage.shelves import SharedShelf

SUMMARY_SOON = timedelta(hours=6)
"""How long before its 48 hours are over a summary is worth a reminder."""

_HOW: Final = "reminders"
_TRAY: Final = "icon beside the clock"


def how(shelf: SharedShelf) -> Reminders:
    """Return how the system may remind; discreetly where nothing was chosen."""
    chosen = shelf.settings.value(_HOW)
    return next((way for way in Reminders if way.value == chosen), Reminders.DISCREET)


def choose(shelf: SharedShelf, way: Reminders) -> Done[Reminders]:
    """Be reminded in this way from now on."""
    with shelf.transaction():
        shelf.settings.choose(_HOW, way.value)
    return Done(way, Touched.SETTINGS)


def has_icon(shelf: SharedShelf) -> bool:
    """Return whether an icon stands beside the clock while the vault is open; not by itself."""
    return shelf.settings.value(_TRAY) == "on"


def show_icon(shelf: SharedShelf, *, shown: bool) -> Done[bool]:
    """Let the icon stand there from now on, or not."""
    with shelf.transaction():
        shelf.settings.choose(_TRAY, "on" if shown else "off")
    return Done(shown, Touched.SETTINGS)


def debts(shelf: SharedShelf) -> frozenset[str]:
    """Return which debts of the manager's own are due now; what others owe is not among them."""
    return frozenset(_due(shelf))


def look(shelf: SharedShelf, told: Told, *, seen: bool) -> tuple[Reminder | None, Told]:
    """Return what is to be said now, once for each debt and day, and what is told with it.

    ``seen`` says that the manager looks at the window anyway: then nothing is said. Nothing is
    written: a vault that is being renewed or restored beside must stay as it was.
    """
    if how(shelf) is Reminders.OFF:
        return None, told
    due, before = debts(shelf), told.on(shelf.today())
    says = bool(due - before.debts) and not seen
    return Reminder(len(due)) if says else None, before.with_these(due)


def _due(shelf: SharedShelf) -> Iterator[str]:
    waiting, now = today(shelf), shelf.now()
    yield from (promise.id for promise in waiting.mine if promise.due <= now.date())
    for talk in waiting.owed:
        by = talk.conversation.summary_owed_by
        if by is not None and by - SUMMARY_SOON <= now:
            yield talk.conversation.id
    for gap in waiting.gaps:
        if gap.due is not None and gap.due <= now.date():
            yield f"{gap.person.id}/{gap.kind.value}"
    yield from (each.planned.id for each in waiting.planned if each.prompt_due or each.went_by)
