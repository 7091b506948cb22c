"""How often a manager talks with everybody, and with one person in particular."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from desktop.domain.cadence import (
    A_QUARTER,
    TRANSITION_LASTS,
    Cadence,
    Pause,
    PauseReason,
    Rhythm,
    months_later,
)
from desktop.domain.changes import Done, Touched
from desktop.domain.errors import Refusal
from desktop.domain.ids import PersonId
from desktop.storage.shelves import PrivateShelf, SharedShelf

_TALK_EVERY: Final = "talk every months"


def for_all(shelf: SharedShelf) -> int:
    """Return after how many months a full conversation is due with everybody, 1 to 3."""
    chosen = shelf.settings.value(_TALK_EVERY) or ""
    return min(max(int(chosen), 1), A_QUARTER) if chosen.isdecimal() else A_QUARTER


def set_for_all(shelf: SharedShelf, months: int) -> Done[int]:
    """Talk with everybody this often; Refusal for more than a quarter."""
    if not 1 <= months <= A_QUARTER:
        raise Refusal("months", "At least once a quarter. Choose one, two or three months.")
    with shelf.transaction():
        shelf.settings.choose(_TALK_EVERY, str(months))
    return Done(months, Touched.PEOPLE)


def of_person(shelf: SharedShelf | PrivateShelf, who: PersonId) -> Cadence:
    """Return what was chosen for a person, or that nothing was."""
    return shelf.cadences.all().get(who, Cadence())


def choose(shelf: SharedShelf, who: PersonId, rhythm: Rhythm) -> Done[PersonId]:
    """Talk with one person in a rhythm of their own."""
    return _put(shelf, who, replace(of_person(shelf, who), rhythm=rhythm))


def pause(
    shelf: SharedShelf, who: PersonId, reason: PauseReason, until: date | None
) -> Done[PersonId]:
    """Let no talk be due until a day; Refusal without an end, and for one that has passed."""
    if until is None:
        raise Refusal("until", "Until when? A pause without an end is forgotten.")
    if until < shelf.today():
        raise Refusal("until", "That day has passed. Choose one that is still to come.")
    before, today = of_person(shelf, who), shelf.today()
    goes_on = before.pause if before.is_paused(today) else None
    since = (goes_on.since if goes_on else None) or today
    return _put(shelf, who, replace(before, pause=Pause(reason, until, since)))


def resume(shelf: SharedShelf, who: PersonId) -> Done[PersonId]:
    """End a pause at once; what has passed of it stays known."""
    before, yesterday = of_person(shelf, who), shelf.today() - timedelta(days=1)
    if before.pause is None or before.pause.until <= yesterday:
        return _put(shelf, who, before)
    since = before.pause.since
    passed = replace(before.pause, until=yesterday) if since and since <= yesterday else None
    return _put(shelf, who, replace(before, pause=passed))


def tighten(shelf: SharedShelf | PrivateShelf, who: PersonId) -> Done[PersonId]:
    """Talk every month while somebody is in transition; it ends by itself after a quarter."""
    until = months_later(shelf.today(), TRANSITION_LASTS)
    return _put(shelf, who, replace(of_person(shelf, who), transition=until))


def settle(shelf: SharedShelf, who: PersonId) -> Done[PersonId]:
    """End a transition: from now on the rhythm is the one before it."""
    return _put(shelf, who, replace(of_person(shelf, who), transition=None))


def _put(shelf: SharedShelf | PrivateShelf, who: PersonId, chosen: Cadence) -> Done[PersonId]:
    with shelf.transaction():
        shelf.cadences.put(who, chosen)
    return Done(who, Touched.PEOPLE)
