"""What a manager keeps between conversations, and for which goal it was of use (playbook 6)."""

from dataclasses import replace

from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.ids import GoalId, MomentId, PersonId
from desktop.domain.moments import MomentKind
from desktop.domain.private.moments import Moment
from desktop.domain.private.words import NOTHING_NOTED, PrivateText
from desktop.domain.shared.goals import Goal, Status
from desktop.storage.shelves import PrivateShelf


def of_person(shelf: PrivateShelf, who: PersonId) -> tuple[Moment, ...]:
    """Return the moments with a person, the latest first."""
    return shelf.moments.of(who)


def moment(shelf: PrivateShelf, which: MomentId) -> Moment | None:
    """Return one moment, or None once it was taken back."""
    return shelf.moments.get(which)


def goals_alive(shelf: PrivateShelf, who: PersonId) -> tuple[Goal, ...]:
    """Return the goals to which something can be linked: those that still stand."""
    found = shelf.goals.of_person(who)
    return tuple(goal for goal in found if goal.now.wording.status is Status.ALIVE)


def note(
    shelf: PrivateShelf,
    who: PersonId,
    kind: MomentKind,
    words: PrivateText = NOTHING_NOTED,
    goal: GoalId | None = None,
) -> Done[MomentId]:
    """Keep a moment; a line of one's own and the goal may come later."""
    return _put(shelf, Moment(MomentId(ids.fresh()), who, kind, shelf.now(), words, goal))


def classify(
    shelf: PrivateShelf, which: MomentId, who: PersonId, kind: MomentKind
) -> Done[MomentId]:
    """Say of a moment that it was of another kind, or about somebody else."""
    before = _get(shelf, which)
    goal = before.goal if before.person == who else None
    return _put(shelf, replace(before, person=who, kind=kind, goal=goal))


def word(shelf: PrivateShelf, which: MomentId, words: PrivateText) -> Done[MomentId]:
    """Say a moment in one's own words."""
    return _put(shelf, replace(_get(shelf, which), words=words))


def link(shelf: PrivateShelf, which: MomentId, goal: GoalId | None) -> Done[MomentId]:
    """Say for which goal it was of use, or for none."""
    return _put(shelf, replace(_get(shelf, which), goal=goal))


def take_back(shelf: PrivateShelf, which: MomentId) -> Done[MomentId]:
    """Take a moment away."""
    with shelf.transaction():
        shelf.moments.remove(which)
    return Done(which, Touched.MOMENTS)


def _get(shelf: PrivateShelf, which: MomentId) -> Moment:
    found = shelf.moments.get(which)
    if found is None:
        raise KeyError(which)
    return found


def _put(shelf: PrivateShelf, new: Moment) -> Done[MomentId]:
    with shelf.transaction():
        shelf.moments.put(new)
    return Done(new.id, Touched.MOMENTS)
