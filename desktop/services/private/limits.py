"""What a manager does when an ambition does not fit: go through it honestly (playbook H1 to H5)."""

from dataclasses import replace

from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.ids import LimitsId, PersonId
from desktop.domain.private.limits import Limits, LimitsStep
from desktop.domain.private.words import NOTHING_NOTED, PrivateText
from desktop.storage.shelves import PrivateShelf


def of_person(shelf: PrivateShelf, who: PersonId) -> tuple[Limits, ...]:
    """Return what was gone through with a person, the latest first."""
    return shelf.limits.of(who)


def begin(
    shelf: PrivateShelf, who: PersonId, ambition: PrivateText = NOTHING_NOTED
) -> Done[Limits]:
    """Begin with an ambition; what was gone through before stays."""
    new = Limits(LimitsId(ids.fresh()), who, shelf.today(), ambition, {})
    with shelf.transaction():
        shelf.limits.put(new)
    return Done(new, Touched.ANSWERS)


def name(shelf: PrivateShelf, limits: Limits, ambition: PrivateText) -> Done[None]:
    """Say what does not fit."""
    with shelf.transaction():
        shelf.limits.put(replace(limits, ambition=ambition))
    return Done(None, Touched.ANSWERS)


def write(shelf: PrivateShelf, limits: Limits, step: LimitsStep, words: PrivateText) -> Done[None]:
    """Keep what was thought at one step."""
    with shelf.transaction():
        shelf.limits.put_step(limits.id, step, words)
    return Done(None, Touched.ANSWERS)


def stand_at(shelf: PrivateShelf, limits: Limits, step: LimitsStep) -> Done[None]:
    """Remember the step, so that leaving and resuming is normal."""
    with shelf.transaction():
        shelf.limits.put(replace(limits, standing_at=step))
    return Done(None, Touched.NOTHING)
